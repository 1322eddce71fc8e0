import type { Owes } from '../../kernel/brings.ts';
import { optional } from '../../kernel/field.ts';
import { text } from '../../kernel/field-kinds.ts';
import { type Refusal, refuse, unmet } from '../../kernel/refusal.ts';
import { type Ask, coming, outcome, type Review, silent, speaking, turns } from '../../kernel/review.ts';
import { onlyStage, type ReviewPlan } from '../../kernel/review-plan.ts';

/** One opinion asked for, as the register has it. */
export type Asked = Ask & {
  readonly ordinal: number;
  /** What a reviewer who is named is called; of a role the catalogue has the word. */
  readonly title: string | null;
  /** 转办: the one person who may give it now. */
  readonly holder: { readonly id: string; readonly name: string } | null;
  readonly addedBy: string | null;
  readonly remindedToday: boolean;
  readonly counsel: readonly { readonly id: string; readonly person: string; readonly open: boolean }[];
  /** Of a person who is named: his roles, of which whoever takes over from him holds one. */
  readonly roles: readonly string[];
};
/** A person whom the input names. */
export type Named = {
  readonly person: string;
  readonly staffNo: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly speaksFor: readonly string[];
};
export type Reviewing = Review<Asked> & {
  readonly asker: string | null;
  /** The reviewers for whom the asker may speak today. */
  readonly speaksFor: readonly string[];
  /** Who sent it to its reviewers, and who opened the matter. */
  readonly senders: readonly string[];
  /** The case's team: who belongs to it stands aside (回避). */
  readonly team: readonly string[];
  readonly clauses: readonly string[];
  /** Steps of the parent's route before this one that can be begun again. */
  readonly steps: readonly { readonly step: string; readonly title: string }[];
  readonly named: Named | null;
  /** What the reviewer whom the input adds is called, and how many could speak for him. */
  readonly adding: { readonly title: string | null; readonly speakers: number } | null;
};

/** Which of several who owe an opinion: of a review with one stage the reviewer alone says it. */
export const whoseOf = (a: Ask): string => (a.stage === onlyStage ? a.reviewer : `${a.stage}/${a.reviewer}`);
export const called = (a: Asked): string => a.title ?? a.reviewer;
export const stageTitle = (plan: ReviewPlan, id: string): string => plan.find((s) => s.id === id)?.title || id;

/** An opinion is owed; the texts give no day for it. */
export const duty = (a: Ask & { readonly holder?: { readonly id: string } | null }): Owes => ({
  duty: 'opinion.give',
  owner: a.holder ? { person: a.holder.id } : { role: a.reviewer },
  metBy: ['opinion.given', 'stage.returned', 'review.sent-back'],
  whose: whoseOf(a),
  clause: '004:5',
  force: 'must',
});

/** Is this opinion asked of the asker? What was handed over is asked of one person alone. */
export const isHis = (f: Reviewing, a: Asked): boolean => (a.holder ? a.holder.id === f.asker : f.speaksFor.includes(a.reviewer));
export const isRelated = (f: Reviewing, person: string | null): boolean => person !== null && f.team.includes(person);
export const isSender = (f: Reviewing): boolean => f.asker !== null && f.senders.includes(f.asker);
/** What the asker may say now. */
export const own = (f: Reviewing): readonly Asked[] => speaking(f).filter((a) => isHis(f, a));
export const waiting = (f: Reviewing): string[] => speaking(f).map(called);

/** Whose opinion: a role or a name as the pack writes it; the stage where he is asked in several at once. */
export const meant = { reviewer: text(80), stage: optional(text(40)) };
type Meant = { readonly reviewer?: string | undefined; readonly stage?: string | undefined };
const fits = (a: Asked, m: Meant): boolean =>
  (m.reviewer === undefined || a.reviewer === m.reviewer) && (m.stage === undefined || a.stage === m.stage);

type Found<C extends string> = { readonly ask: Asked; readonly said: readonly Refusal<C>[] } | { readonly refusal: Refusal<C> };
export type WordCode = 'opinion.not_asked' | 'opinion.other_role' | 'opinion.handed_over' | 'opinion.related' | 'opinion.too_early';
export const wordCodes = [
  'opinion.not_asked',
  'opinion.other_role',
  'opinion.handed_over',
  'opinion.related',
  'opinion.too_early',
] as const;

/** The opinion that the asker means to give, in his own right. Before its turn it refuses an act; on a paper it stands with a finding. */
export function toGive(f: Reviewing, m: Meant, recorded: boolean): Found<WordCode> {
  const now = speaking(f).filter((a) => fits(a, m));
  const asked = (recorded ? silent(f) : coming(f)).filter((a) => fits(a, m));
  const mine = (a: Asked): boolean => recorded || isHis(f, a);
  const ask = now.find(mine) ?? asked.find(mine);
  const [other] = now;
  if (!ask) return { refusal: other ? notHis(other) : refuse('opinion.not_asked', { waiting: waiting(f) }, { at: ['reviewer'] }) };
  const early =
    !now.includes(ask) &&
    coming(f).includes(ask) &&
    unmet('opinion.too_early', f.clauses, { who: called(ask), waiting: waiting(f) }, ['reviewer']);
  const related = !recorded && isRelated(f, f.asker) && unmet('opinion.related', f.clauses, { who: called(ask) });
  return { ask, said: [early, related].filter((x) => x !== false) };
}
const notHis = (a: Asked): Refusal<WordCode> =>
  a.holder
    ? refuse('opinion.handed_over', { who: called(a), name: a.holder.name }, { at: ['reviewer'] })
    : refuse('opinion.other_role', { who: called(a) }, { at: ['reviewer'] });

/** Why the asker may give no opinion now, if so. */
export function notNow(f: Reviewing): readonly Refusal<WordCode>[] {
  const [first] = own(f);
  if (!first) return [refuse('opinion.not_asked', { waiting: waiting(f) })];
  return isRelated(f, f.asker) ? [unmet('opinion.related', f.clauses, { who: called(first) })] : [];
}

/** What follows between two states of the review: whose duty begins and whose is over, and whether that was the last word. */
export function follows(f: Reviewing, to: Review<Asked>, spoken?: Asked) {
  const { begin, end } = turns(f, to);
  const still = coming(to).map((a) => a.id);
  const over = end.filter((a) => a.id !== spoken?.id).map(whoseOf);
  // a view asked for comes back to one who has still to speak, or to nobody
  const unasked = coming(f)
    .filter((a) => !still.includes(a.id))
    .flatMap((a) => a.counsel.filter((c) => c.open).map((c) => c.id));
  return { result: outcome(to), brings: { owes: begin.map(duty), lapses: [...over, ...unasked] } };
}
