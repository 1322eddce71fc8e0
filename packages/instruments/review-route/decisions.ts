import { commandsOf, facts, happened } from '../../kernel/command.ts';
import { fields, optional } from '../../kernel/field.ts';
import { choice, note, yesNo } from '../../kernel/field-kinds.ts';
import { refuse } from '../../kernel/refusal.ts';
import { reviewRoute } from './procedure.ts';

/** Roles that can be asked for an opinion. */
export const reviewers = ['LD', 'FA', 'RM', 'DM', 'TT', 'DI', 'XP', 'LF'] as const;
export type Review = {
  readonly asked: readonly { readonly id: string; readonly reviewer: string; readonly given: boolean }[];
  /** The roles the asker holds. */
  readonly roles: readonly string[];
};
const waiting = (f: Review) => f.asked.filter((o) => !o.given).map((o) => o.reviewer);
const command = commandsOf(reviewRoute);

/** One reviewer's opinion. The last agreement passes the route; a disagreement, with its reason, sends it back. */
export const giveOpinion = command('opinion.give', {
  action: 'T04:D',
  brings: ['opinion.given', 'review.passed', 'review.returned'],
  asks: [],
  refuses: ['opinion.not_asked', 'opinion.other_role', 'opinion.reason_missing'],
  gated: true,
  recordable: true,
  input: fields({ reviewer: choice(...reviewers), agreed: yesNo(), words: optional(note()) }),
  facts: facts<Review>(),
  suggest: ({ facts: f }) => ({ reviewer: waiting(f).find((r) => f.roles.includes(r)) ?? waiting(f)[0], agreed: true }),
  ready: ({ facts: f }) => (waiting(f).some((r) => f.roles.includes(r)) ? [] : [refuse('opinion.not_asked', { waiting: waiting(f) })]),
  decide: ({ input: i, facts: f, recorded }) => {
    if (!waiting(f).includes(i.reviewer)) return [refuse('opinion.not_asked', { waiting: waiting(f) }, { at: ['reviewer'] })];
    if (!recorded && !f.roles.includes(i.reviewer)) return [refuse('opinion.other_role', { reviewer: i.reviewer }, { at: ['reviewer'] })];
    if (!i.agreed && !i.words) return [refuse('opinion.reason_missing', {}, { at: ['words'] })];
    const row = f.asked.find((o) => o.reviewer === i.reviewer)!.id;
    const given = happened('opinion.given', { ...i, row }, { whose: i.reviewer });
    if (!i.agreed) return [given, happened('review.returned', { reviewer: i.reviewer, words: i.words })];
    return waiting(f).length === 1 ? [given, happened('review.passed', {})] : [given];
  },
});

/** 加签 */
export const addReviewer = command('reviewer.add', {
  action: 'T07:P',
  brings: ['reviewer.added'],
  asks: [],
  refuses: ['reviewer.already_asked'],
  input: fields({ reviewer: choice(...reviewers) }),
  facts: facts<Review>(),
  decide: ({ input: i, facts: f }) =>
    f.asked.some((o) => o.reviewer === i.reviewer)
      ? [refuse('reviewer.already_asked', { reviewer: i.reviewer }, { at: ['reviewer'] })]
      : [happened('reviewer.added', { ...i }, { owes: [duty(i.reviewer)] })],
});

/** Each reviewer owes an opinion; the texts give no day for it. */
export const duty = (reviewer: string) =>
  ({
    duty: 'opinion.give',
    owner: { role: reviewer },
    metBy: ['opinion.given'],
    whose: reviewer,
    clause: '004:5',
    force: 'must',
  }) as const;
