import { covers } from './limit-sets.ts';
import type { Limits } from './limits.ts';
import type { Period, Unit } from './period.ts';

/**
 * How one answer to a rule stands to another: it admits less (stricter) or more (wider), names more or fewer, lasts longer or shorter, is
 * the same, is another, or cannot be compared because it is measured on something else (`apart`).
 */
export type Relation = 'same' | 'stricter' | 'wider' | 'more' | 'fewer' | 'longer' | 'shorter' | 'other' | 'apart';

export function limitsRelation(own: Limits, above: Limits): Relation {
  const [less, more] = [covers(above, own), covers(own, above)];
  return less ? (more ? 'same' : 'stricter') : more ? 'wider' : 'other';
}

const within = (a: readonly string[], b: readonly string[]): boolean => a.every((x) => b.includes(x));
/** Of two lists of names. */
export function namesRelation(own: readonly string[], above: readonly string[]): 'same' | 'more' | 'fewer' | 'other' {
  const [fewer, more] = [within(own, above), within(above, own)];
  return fewer ? (more ? 'same' : 'fewer') : more ? 'more' : 'other';
}

/** Days, working days, hours and months are measures of their own: how many of one make another depends on when they begin. */
const measure: Readonly<Record<Unit, readonly [string, number]>> = {
  hour: ['hour', 1],
  day: ['day', 1],
  'working-day': ['working-day', 1],
  month: ['month', 1],
  year: ['month', 12],
};
export function periodsRelation(own: Period, above: Period): Relation {
  const [[ours, each], [theirs, every]] = [measure[own.unit], measure[above.unit]];
  if (ours !== theirs) return 'apart';
  const more = own.n * each - above.n * every;
  return more === 0 ? 'same' : more > 0 ? 'longer' : 'shorter';
}

/** Several comparisons as one: what is the same beside them changes nothing, and what differs in two ways is another answer. */
export function together(relations: readonly Relation[]): Relation | undefined {
  const apart = new Set(relations.filter((r) => r !== 'same'));
  return apart.size > 1 ? 'other' : ([...apart][0] ?? relations[0]);
}
