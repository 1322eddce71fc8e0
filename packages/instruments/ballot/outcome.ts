import { admits, showLimits } from '../../kernel/limits.ts';
import { one, type Ratio, ratio, readRatio, showNumber, showPercent } from '../../kernel/ratio.ts';
import type { Bound, NumberLimit } from '../../kernel/rule-kinds.ts';
import {
  type Choice,
  type Count,
  choices,
  type Denominator,
  denominators,
  rateOf,
  tally,
  type Vote,
  type VotingUnit,
} from '../../kernel/tally.ts';

/** One clause's demand and what came of it: each refuses in its own name and counts in its own unit. */
export type Demand = {
  readonly clause: string;
  readonly of: VotingUnit;
  readonly limits: string;
  readonly rate: string;
  readonly met: boolean;
};
/** What comes out where the votes in favour are a part of this. */
export type Reckoning = { readonly denominator: Denominator; readonly demands: readonly Demand[]; readonly passed: boolean };
export type Outcome = {
  readonly passed: boolean;
  /** The rate that each clause's demand was met or missed by. Which denominator held the decision's answers say. */
  readonly rates: readonly string[];
  /** By choice, and those absent. */
  readonly heads: Readonly<Record<Choice | 'absent', string>>;
  /** As parts of all weight; absent where nobody was given a weight. */
  readonly weight?: Readonly<Record<Choice | 'absent', string>>;
  /** Under the denominator that holds, and under the others, which are shown and not used (E-08). */
  readonly reckonings: readonly Reckoning[];
};

export type Casting = { readonly weight: string | null; readonly vote: Choice | null };

/** Voters without weights weigh the same. */
export const votesOf = (voters: readonly Casting[]): Vote[] =>
  voters.map((v) => ({
    weight: v.weight === null ? ratio(1n, BigInt(voters.length)) : readRatio(v.weight)!,
    ...(v.vote ? { choice: v.vote } : {}),
  }));

/** Of a secret ballot only sums are known: as many votes of each kind as the count says, all of one weight. */
export function votesCounted(count: Readonly<Partial<Record<Choice, number>>>, voters: number): Vote[] {
  const weight = ratio(1n, BigInt(voters));
  const cast = choices.flatMap((choice) => Array.from({ length: count[choice] ?? 0 }, () => ({ weight, choice })));
  return [...cast, ...Array.from({ length: voters - cast.length }, () => ({ weight }))];
}

/** Counts the votes and weighs them by every clause that says what it takes. */
export function outcomeOf(
  votes: readonly Vote[],
  o: { readonly bounds: readonly Bound<NumberLimit>[]; readonly denominator: Denominator; readonly weighted: boolean },
): Outcome {
  const counts: Readonly<Record<VotingUnit, Count>> = { weight: tally(votes, 'weight'), heads: tally(votes, 'heads') };
  const reckonings = denominators.map((denominator): Reckoning => {
    const demands = o.bounds.map(({ limit, clause }): Demand => {
      const of = limit.of as VotingUnit;
      const rate = rateOf(counts[of], denominator);
      return { clause, of, limits: showLimits(limit.limits), rate: showPercent(rate), met: admits(limit.limits, rate) };
    });
    return { denominator, demands, passed: demands.every((d) => d.met) };
  });
  const { passed, demands } = reckonings.find((r) => r.denominator === o.denominator)!;
  const came = { passed, rates: demands.map((d) => d.rate), heads: shown(counts.heads, showNumber), reckonings };
  return o.weighted ? { ...came, weight: shown(counts.weight, showPercent) } : came;
}

const shown = (count: Count, show: (r: Ratio) => string): Record<Choice | 'absent', string> => ({
  for: show(count.for),
  against: show(count.against),
  abstain: show(count.abstain),
  blank: show(count.blank),
  invalid: show(count.invalid),
  absent: show(count.absent),
});

/** The least part that must be in favour: where the line is drawn in the picture. */
export const leastOf = (limit: NumberLimit): string => {
  const [span] = limit.limits;
  return showPercent(span?.min ?? one);
};
