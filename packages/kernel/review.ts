import type { ReviewPlan, Stage } from './review-plan.ts';
import { onward } from './route.ts';

/** What a reviewer said. `returned`: the paper goes back to an earlier stage or step (退回). */
export type Word = 'agreed' | 'disagreed' | 'returned';
/** 加签: before (he speaks first), beside, or after another who is asked. */
export const places = ['before', 'beside', 'after'] as const;
export type Place = (typeof places)[number];

/** One opinion asked for. `round` counts how often its stage was begun. */
export type Ask = {
  readonly id: string;
  readonly stage: string;
  readonly reviewer: string;
  readonly round: number;
  readonly word?: Word;
  /**
   * Asked beside those whom the text names. He never counts towards the quorum and his agreement is always needed: to add somebody
   * can make a stage harder to pass, never easier.
   */
  readonly added?: { readonly place: Place; readonly to: string };
  /** 减签: asked no more. */
  readonly off?: true;
};
export type Review<A extends Ask = Ask> = { readonly plan: ReviewPlan; readonly asks: readonly A[] };
export type StageState = 'waiting' | 'open' | 'passed' | 'failed';

/** The opinions that count for a stage: those of its latest round, without those taken off. */
export function standing<A extends Ask>(r: Review<A>, stage: string): readonly A[] {
  const own = r.asks.filter((a) => a.stage === stage);
  const round = Math.max(0, ...own.map((a) => a.round));
  return own.filter((a) => a.round === round && !a.off);
}

/**
 * A stage has passed when its quorum of named reviewers and everybody added agreed; it has failed as soon as it can pass no more.
 * It is open once all stages before it have passed; a word entered earlier, from a paper, counts all the same.
 */
export function stateOf(r: Review, stage: Stage): StageState {
  const asked = standing(r, stage.id);
  const named = asked.filter((a) => !a.added);
  const added = asked.filter((a) => a.added);
  const against = (a: Ask): boolean => a.word !== undefined && a.word !== 'agreed';
  if (named.filter(against).length > named.length - stage.quorum || added.some(against)) return 'failed';
  const agreed = named.filter((a) => a.word === 'agreed').length;
  if (agreed >= stage.quorum && added.every((a) => a.word === 'agreed')) return 'passed';
  const before = r.plan.filter((s) => stage.after.includes(s.id));
  return before.every((s) => stateOf(r, s) === 'passed') ? 'open' : 'waiting';
}

/** The review as a whole: it passes with its last stage, whichever that is, and fails with any. */
export function outcome(r: Review): 'open' | 'passed' | 'failed' {
  const states = r.plan.map((s) => stateOf(r, s));
  if (states.includes('failed')) return 'failed';
  return states.every((s) => s === 'passed') ? 'passed' : 'open';
}

/** Those who may speak now: their stage is open, they have not spoken, and nobody placed before them is still to speak. */
export function speaking<A extends Ask>(r: Review<A>): readonly A[] {
  if (outcome(r) !== 'open') return [];
  return r.plan
    .filter((s) => stateOf(r, s) === 'open')
    .flatMap((s) => {
      const asked = standing(r, s.id);
      return asked.filter((a) => a.word === undefined && !isHeldBack(a, asked));
    });
}
function isHeldBack(a: Ask, asked: readonly Ask[]): boolean {
  const silent = (b: Ask): boolean => b.word === undefined;
  if (asked.some((b) => b.added?.place === 'before' && b.added.to === a.id && silent(b))) return true;
  return a.added?.place === 'after' && asked.some((b) => b.id === a.added!.to && silent(b));
}

/** Those asked who have not spoken, whether or not their word is still waited for. */
export const silent = <A extends Ask>(r: Review<A>): readonly A[] =>
  r.plan.flatMap((s) => standing(r, s.id).filter((a) => a.word === undefined));
/** Those still to speak, now or when their turn comes. */
export const coming = <A extends Ask>(r: Review<A>): readonly A[] => {
  const undecided = r.plan.filter((s) => ['open', 'waiting'].includes(stateOf(r, s))).map((s) => s.id);
  return outcome(r) === 'open' ? silent(r).filter((a) => undecided.includes(a.stage)) : [];
};

/** A review as it begins: everybody whom the plan names is asked, each in his stage. */
export const asksOf = (plan: ReviewPlan, id: (stage: Stage, reviewer: string) => string): readonly Ask[] =>
  plan.flatMap((stage) => stage.reviewers.map((reviewer) => ({ id: id(stage, reviewer), stage: stage.id, reviewer, round: 1 })));

const changed = <A extends Ask>(r: Review<A>, id: string, change: Partial<Ask>): Review<A> => ({
  ...r,
  asks: r.asks.map((a) => (a.id === id ? { ...a, ...change } : a)),
});
export const withWord = <A extends Ask>(r: Review<A>, id: string, word: Word): Review<A> => changed(r, id, { word });
export const withAdded = <A extends Ask>(r: Review<A>, ask: A): Review<A> => ({ ...r, asks: [...r.asks, ask] });
export const withoutAdded = <A extends Ask>(r: Review<A>, id: string): Review<A> => changed(r, id, { off: true });

/** A review with stages begun anew, and the asks that this begins. */
export type Again<A extends Ask> = { readonly review: Review<A>; readonly again: readonly A[] };
/**
 * A stage and all after it begin another round. Everybody who stood in them is asked again, those added too: nothing that was
 * needed before stops being needed. What was said in the rounds before stays.
 */
export function again<A extends Ask>(r: Review<A>, from: string | 'all', id: () => string): Again<A> {
  const stages = from === 'all' ? new Set(r.plan.map((s) => s.id)) : onward(r.plan, from);
  const old = r.plan.filter((s) => stages.has(s.id)).flatMap((s) => standing(r, s.id));
  const ids = new Map(old.map((a) => [a.id, id()]));
  const fresh = old.map((was): A => {
    const { word: _, ...rest } = was;
    const added = was.added && { ...was.added, to: ids.get(was.added.to) ?? was.added.to };
    return { ...(rest as A), id: ids.get(was.id)!, round: was.round + 1, ...(added ? { added } : {}) };
  });
  return { review: { ...r, asks: [...r.asks, ...fresh] }, again: fresh };
}

/** Whose turn begins and whose is over between two states of one review. */
export function turns<A extends Ask>(from: Review<A>, to: Review<A>): { readonly begin: readonly A[]; readonly end: readonly A[] } {
  const [a, b] = [speaking(from), speaking(to)];
  const lacks = (list: readonly A[], x: A): boolean => !list.some((y) => y.id === x.id);
  return { begin: b.filter((x) => lacks(a, x)), end: a.filter((x) => lacks(b, x)) };
}
