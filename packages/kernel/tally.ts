import { type Parsed, parsed, within, wrong } from './parsed.ts';
import { add, compare, divide, one, type Ratio, showPercent, sum, zero } from './ratio.ts';

/** What a ballot says. A blank or spoiled one was cast and is present, but speaks for nothing. */
export const choices = ['for', 'against', 'abstain', 'blank', 'invalid'] as const;
export type Choice = (typeof choices)[number];

/** What a pass rate is a part of: all who may vote, those who cast a ballot, or those who spoke for or against (K9, E-08). */
export const denominators = ['entitled', 'present', 'voting'] as const;
export type Denominator = (typeof denominators)[number];

/** What is counted: the voters' weight, or their heads. */
export const votingUnits = ['weight', 'heads'] as const;
export type VotingUnit = (typeof votingUnits)[number];

/** One who may vote, without his name: his weight, and what he chose; nothing where he has not voted. */
export type Vote = { readonly weight: Ratio; readonly choice?: Choice };

/** Votes counted in one unit, exactly; `absent` are those who cast none. All of it together is `entitled`. */
export type Count = Readonly<Record<Choice | 'absent' | 'entitled', Ratio>>;

/**
 * Weights that can be voted by: each above nothing, together exactly 1. A sum of 99% or 101% is refused and never brought to 1,
 * because nobody has agreed to the weights that would come of it (K9, E-52).
 */
export function weightsOf(weights: readonly Ratio[]): Parsed<readonly Ratio[]> {
  const nothing = weights.findIndex((w) => compare(w, zero) <= 0);
  if (nothing >= 0) return within(nothing, wrong('weights.nothing').wrong);
  const total = sum(weights);
  return compare(total, one) === 0 ? parsed(weights) : wrong('weights.sum', { sum: showPercent(total) });
}

/** Counts by weight or by heads: in heads everybody weighs 1. */
export function tally(votes: readonly Vote[], unit: VotingUnit): Count {
  const of = (keep: (v: Vote) => boolean): Ratio => sum(votes.filter(keep).map((v) => (unit === 'heads' ? one : v.weight)));
  const chose = (choice: Choice): Ratio => of((v) => v.choice === choice);
  return {
    for: chose('for'),
    against: chose('against'),
    abstain: chose('abstain'),
    blank: chose('blank'),
    invalid: chose('invalid'),
    absent: of((v) => v.choice === undefined),
    entitled: of(() => true),
  };
}

/** What the votes in favour are a part of. */
export function baseOf(count: Count, denominator: Denominator): Ratio {
  if (denominator === 'voting') return add(count.for, count.against);
  return denominator === 'entitled' ? count.entitled : sum([count.for, count.against, count.abstain, count.blank, count.invalid]);
}

/** The part in favour; zero where nobody counts. Whoever abstains, is absent, blank or invalid is not in favour, whatever the denominator. */
export function rateOf(count: Count, denominator: Denominator): Ratio {
  const base = baseOf(count, denominator);
  return compare(base, zero) === 0 ? zero : divide(count.for, base);
}
