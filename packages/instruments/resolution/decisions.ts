import { commandsOf, facts, happened, type Outcome } from '../../kernel/command.ts';
import { fields, type InputOf, list, optional } from '../../kernel/field.ts';
import { choice, count, paper, person, text } from '../../kernel/field-kinds.ts';
import { type Refusal, refuse, unmet } from '../../kernel/refusal.ts';
import type { Bound, ShareLimit } from '../../kernel/rule-kinds.ts';
import { type Demand, demandsOf, usualMajority } from './majority.ts';
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
const noBody = (f: Sitting): Refusal<'resolution.no_body'>[] => (f.body ? [] : [refuse('resolution.no_body')]);
const entitled = (f: Sitting, on: string) => f.members.filter((m) => m.from <= on && (m.to === null || m.to >= on));

const input = fields({
  result: choice('passed', 'rejected', 'deferred'),
  present: list(person(), { most: 200 }),
  recused: list(person(), { most: 50 }),
  votes: choice('counted', 'not-in-minutes'),
  inFavour: optional(count(500)),
  against: optional(count(500)),
  abstained: optional(count(500)),
  /** By what rule it was carried, where no text says and it is not the usual one. */
  majority: optional(text(200)),
  minutesNumber: optional(text(60)),
  minutes: optional(paper()),
});
type Sat = InputOf<typeof input>;
const codes = [
  'resolution.no_body',
  'resolution.not_a_member',
  'resolution.present_and_recused',
  'resolution.named_twice',
  'resolution.votes_exceed',
  'resolution.votes_missing',
  'resolution.related_voter',
  'resolution.not_carried',
  'resolution.not_quorate',
  'resolution.majority_unstated',
  'resolution.minutes_missing',
  'resolution.number_missing',
] as const;
type Code = (typeof codes)[number];

const command = commandsOf(resolution);

/** The result of one item of a meeting: who came, who stood aside, the votes or that the minutes do not give them, and the minutes. */
export const decideResolution = command('resolution.decide', {
  action: 'T03:D',
  brings: ['resolution.passed', 'resolution.rejected', 'resolution.deferred'],
  asks: [resolutionMajority],
  refuses: codes,
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
  ready: ({ facts: f }) => noBody(f),
  decide: ({ input: i, facts: f, law, on, recorded }): Outcome<`resolution.${Sat['result']}`, Code> => {
    if (!f.body) return noBody(f);
    const members = entitled(f, on);
    const came = [...i.present, ...i.recused];
    const absent = members.flatMap((m) => (came.includes(m.person) ? [] : [m.person]));
    // What shows a decision taken elsewhere is its minutes.
    const minutes = i.minutes ?? recorded?.paper;
    const data = { ...i, minutes, absent, body: f.body.code, title: f.body.title, entitled: members.length };
    return [
      ...attendance(i, f, on),
      ...minutesFaults(i, f, minutes),
      ...(i.result === 'passed' ? carried(i, { f, entitled: members.length, bounds: law['resolution-majority']?.value }) : []),
      happened(`resolution.${i.result}`, data, { about: came, ...(minutes ? { papers: [minutes] } : {}) }),
    ];
  },
});

/** An approval is its minutes: without them there is none, whoever enters it. */
function minutesFaults(i: Sat, f: Sitting, minutes: string | undefined): Refusal<Code>[] {
  const missing =
    i.result === 'passed'
      ? refuse('resolution.minutes_missing', {}, { clause: f.clauses, at: ['minutes'] })
      : unmet('resolution.minutes_missing', f.clauses, {}, ['minutes']);
  return [
    ...(minutes ? [] : [missing]),
    ...(i.minutesNumber ? [] : [unmet('resolution.number_missing', f.clauses, {}, ['minutesNumber'])]),
  ];
}

function attendance(i: Sat, f: Sitting, on: string): Refusal<Code>[] {
  const members = entitled(f, on).map((m) => m.person);
  const strangers = [...i.present, ...i.recused].filter((p) => !members.includes(p));
  const both = i.present.filter((p) => i.recused.includes(p));
  const twice = i.present.filter((p, n) => i.present.indexOf(p) !== n);
  const named = (people: readonly string[]): string[] => people.map((p) => f.members.find((m) => m.person === p)?.name ?? p);
  const votes = (i.inFavour ?? 0) + (i.against ?? 0) + (i.abstained ?? 0);
  const related = i.present.filter((p) => f.related.includes(p));
  return [
    ...(strangers.length > 0
      ? [refuse('resolution.not_a_member', { count: strangers.length, body: f.body!.title }, { at: ['present'] })]
      : []),
    ...(both.length > 0 ? [refuse('resolution.present_and_recused', { names: named(both) }, { at: ['recused'] })] : []),
    ...(twice.length > 0 ? [refuse('resolution.named_twice', { names: named(twice) }, { at: ['present'] })] : []),
    ...(i.votes === 'counted' && i.inFavour === undefined ? [refuse('resolution.votes_missing', {}, { at: ['inFavour'] })] : []),
    ...(votes > i.present.length ? [refuse('resolution.votes_exceed', { votes, present: i.present.length }, { at: ['inFavour'] })] : []),
    ...(related.length > 0 ? [unmet('resolution.related_voter', f.clauses, { names: named(related) }, ['present'])] : []),
  ];
}

type Carrying = { readonly f: Sitting; readonly entitled: number; readonly bounds: readonly Bound<ShareLimit>[] | undefined };
/**
 * Each text's own condition, in its own name. Where no text says what it takes, more than half of all who may vote is the usual rule;
 * a vote carried by another is asked which.
 */
function carried(i: Sat, { f, entitled: members, bounds }: Carrying): Refusal<Code>[] {
  const sat = { entitled: members, present: i.present.length, ...(i.votes === 'counted' ? { inFavour: i.inFavour } : {}) };
  const numbers = (d: Demand) => ({ counted: d.counted, of: d.of, share: d.share, limits: d.limits });
  if (bounds) {
    return demandsOf(bounds, sat)
      .filter((d) => !d.met)
      .map((d) => unmet(d.counts === 'attending' ? 'resolution.not_quorate' : 'resolution.not_carried', d.clause, numbers(d)));
  }
  const [usual] = i.majority ? [] : demandsOf([usualMajority], sat);
  return usual && !usual.met ? [unmet('resolution.majority_unstated', f.clauses, numbers(usual), ['majority'])] : [];
}
