type Only = { readonly field: string; readonly is: unknown };

/** Fields that mean something only beside another answer. Elsewhere they are neither shown nor sent. */
const only: Readonly<Record<string, Only>> = {
  'conversion.open.basis': { field: 'mode', is: 'other' },
  'price.set.reason': { field: 'method', is: 'other' },
  'appraisal.decide.value': { field: 'appraise', is: true },
  'appraisal.decide.report': { field: 'appraise', is: true },
  'resolution.decide.inFavour': { field: 'votes', is: 'counted' },
  'resolution.decide.against': { field: 'votes', is: 'counted' },
  'resolution.decide.abstained': { field: 'votes', is: 'counted' },
  'objection.receive.name': { field: 'anonymous', is: false },
  'objection.receive.contact': { field: 'anonymous', is: false },
};
/** What is asked only where somebody enters it for another. */
const onlyRecorded: ReadonlySet<string> = new Set(['share.confirm.member', 'share.confirm.signed', 'opinion.give.by', 'review.return.by']);

export function isAsked(o: {
  readonly command: string;
  readonly field: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly recorded: boolean;
}): boolean {
  const key = `${o.command}.${o.field}`;
  const condition = only[key];
  return (condition === undefined || o.input[condition.field] === condition.is) && (o.recorded || !onlyRecorded.has(key));
}
