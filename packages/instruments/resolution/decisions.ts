import { commandsOf, facts, happened, type Outcome } from '../../kernel/command.ts';
import { fields, list, optional } from '../../kernel/field.ts';
import { choice, count, paper, person, text } from '../../kernel/field-kinds.ts';
import { admits, showLimits } from '../../kernel/limits.ts';
import { ratio, showPercent } from '../../kernel/ratio.ts';
import { type Refusal, refuse, unmet } from '../../kernel/refusal.ts';
import type { Bound, ShareLimit } from '../../kernel/rule-kinds.ts';
import { resolution } from './procedure.ts';
import { resolutionMajority } from './rules.ts';

export type Sitting = {
  readonly body: { readonly code: string; readonly title: string } | null;
  /** Who may vote: members with a seat on the day. */
  readonly members: readonly { readonly person: string; readonly name: string; readonly from: string; readonly to: string | null }[];
  /** Those whom the matter itself concerns. */
  readonly related: readonly string[];
  readonly clauses: readonly string[];
};
const entitled = (f: Sitting, on: string) => f.members.filter((m) => m.from <= on && (m.to === null || m.to >= on));

const input = fields({
  result: choice('passed', 'rejected', 'deferred'),
  present: list(person(), { most: 200 }),
  recused: list(person(), { most: 50 }),
  votes: choice('counted', 'not-in-minutes'),
  inFavour: optional(count(500)),
  against: optional(count(500)),
  abstained: optional(count(500)),
  minutesNumber: optional(text(60)),
  minutes: optional(paper()),
});
type Sat = typeof input extends { read: (raw: unknown) => infer R } ? Extract<R, { values: unknown }>['values'] : never;
type Code =
  | 'resolution.no_body'
  | 'resolution.not_a_member'
  | 'resolution.present_and_recused'
  | 'resolution.votes_exceed'
  | 'resolution.votes_missing'
  | 'resolution.related_voter'
  | 'resolution.not_carried'
  | 'resolution.not_quorate'
  | 'resolution.minutes_missing';

const command = commandsOf(resolution);

/** The result of one item of a meeting: who came, who stood aside, the votes or that the minutes do not give them, and the minutes. */
export const decideResolution = command('resolution.decide', {
  action: 'T03:D',
  brings: ['resolution.passed', 'resolution.rejected', 'resolution.deferred'],
  asks: [resolutionMajority],
  refuses: [
    'resolution.no_body',
    'resolution.not_a_member',
    'resolution.present_and_recused',
    'resolution.votes_exceed',
    'resolution.votes_missing',
    'resolution.related_voter',
    'resolution.not_carried',
    'resolution.not_quorate',
    'resolution.minutes_missing',
  ],
  gated: true,
  recordable: true,
  input,
  facts: facts<Sitting>(),
  ground: ({ facts: f, on }) => ({ given: { body: f.body?.code }, dates: { decidedOn: on } }),
  suggest: ({ facts: f, on }) => ({
    present: entitled(f, on).flatMap((m) => (f.related.includes(m.person) ? [] : [m.person])),
    recused: entitled(f, on).flatMap((m) => (f.related.includes(m.person) ? [m.person] : [])),
    votes: 'not-in-minutes',
    result: 'passed',
  }),
  ready: ({ facts: f }) => (f.body ? [] : [refuse('resolution.no_body')]),
  decide: ({ input: i, facts: f, law, on }): Outcome<'resolution.passed' | 'resolution.rejected' | 'resolution.deferred', Code> => {
    if (!f.body) return [refuse('resolution.no_body')];
    const data = { ...i, body: f.body.code, title: f.body.title, entitled: entitled(f, on).length };
    const papers = i.minutes ? { papers: [i.minutes], about: [...i.present] } : { about: [...i.present] };
    const minutes =
      i.minutes && i.minutesNumber
        ? []
        : [unmet('resolution.minutes_missing', f.clauses, { number: !!i.minutesNumber, paper: !!i.minutes })];
    return [
      ...attendance(i, f, on),
      ...minutes,
      ...(i.result === 'passed' ? carried(i, f, on, law['resolution-majority']?.value ?? []) : []),
      happened(`resolution.${i.result}`, data, papers),
    ];
  },
});

function attendance(i: Sat, f: Sitting, on: string): Refusal<Code>[] {
  const members = entitled(f, on).map((m) => m.person);
  const strangers = [...i.present, ...i.recused].filter((p) => !members.includes(p));
  const both = i.present.filter((p) => i.recused.includes(p));
  const named = (people: readonly string[]): string[] => people.map((p) => f.members.find((m) => m.person === p)?.name ?? p);
  const votes = (i.inFavour ?? 0) + (i.against ?? 0) + (i.abstained ?? 0);
  const related = i.present.filter((p) => f.related.includes(p));
  return [
    ...(strangers.length > 0
      ? [refuse('resolution.not_a_member', { count: strangers.length, body: f.body!.title }, { at: ['present'] })]
      : []),
    ...(both.length > 0 ? [refuse('resolution.present_and_recused', { names: named(both) }, { at: ['recused'] })] : []),
    ...(i.votes === 'counted' && i.inFavour === undefined ? [refuse('resolution.votes_missing', {}, { at: ['inFavour'] })] : []),
    ...(votes > i.present.length ? [refuse('resolution.votes_exceed', { votes, present: i.present.length }, { at: ['inFavour'] })] : []),
    ...(related.length > 0 ? [unmet('resolution.related_voter', f.clauses, { names: named(related) }, ['present'])] : []),
  ];
}

/** Each text's own condition, in its own name: the denominator is what it says, all entitled members or those present (K9). */
function carried(i: Sat, f: Sitting, on: string, bounds: readonly Bound<ShareLimit>[]): Refusal<Code>[] {
  const sizes: Readonly<Record<string, number>> = { 'entitled-members': entitled(f, on).length, 'attending-members': i.present.length };
  return bounds.flatMap(({ limit, clause }): Refusal<Code>[] => {
    const of = sizes[limit.of] ?? 0;
    const counted = limit.counts === 'attending' ? i.present.length : i.votes === 'counted' ? i.inFavour : undefined;
    if (of === 0 || counted === undefined) return [];
    const share = ratio(BigInt(counted), BigInt(of));
    if (admits(limit.limits, share)) return [];
    const numbers = { counted, of, share: showPercent(share), limits: showLimits(limit.limits) };
    return [unmet(limit.counts === 'attending' ? 'resolution.not_quorate' : 'resolution.not_carried', clause, numbers)];
  });
}
