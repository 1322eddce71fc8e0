import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type matters, voteDenominator, votePassRate } from '../../packages/instruments/ballot/rules.ts';
import { admits } from '../../packages/kernel/limits.ts';
import { isWrong } from '../../packages/kernel/parsed.ts';
import { type Ratio, ratio, readRatio, showPercent } from '../../packages/kernel/ratio.ts';
import { type Choice, rateOf, tally, type Vote, type VotingUnit, weightsOf } from '../../packages/kernel/tally.ts';
import { answered } from '../support/law.ts';

// F01–F05 of the golden vectors, answered by the rules of document 001.
const texts = ['001'];
const on = '2026-03-02';
const percent = (n: number | string): Ratio => {
  const written = String(n);
  return readRatio(written.includes('/') ? written : `${written}%`)!;
};

/** Who votes with which weight, and how. */
function decided(matter: (typeof matters)[number], votes: readonly Vote[]) {
  const given = { matter };
  const [bound] = answered(votePassRate, { on, texts, given }).value;
  const denominator = answered(voteDenominator, { on, texts, given }).value;
  const count = tally(votes, bound!.limit.of as VotingUnit);
  const passes = (rate: Ratio): string => (admits(bound!.limit.limits, rate) ? 'PASS' : 'FAIL');
  const rate = rateOf(count, denominator);
  const voting = rateOf(count, 'voting');
  return { rate: showPercent(rate), result: passes(rate), ifVotingOnly: `${showPercent(voting)} ${passes(voting)}` };
}
const yesOf = (weights: readonly (number | string)[], yes: readonly (number | string)[]): Vote[] =>
  weights.map((w) => ({ weight: percent(w), choice: yes.includes(w) ? 'for' : 'against' }));
/** The first so many of the weights vote yes: equal weights are told apart by their place. */
const firstYes = (weights: readonly string[], n: number): Vote[] =>
  weights.map((w, i) => ({ weight: percent(w), choice: i < n ? 'for' : 'against' }));

describe('001 5.1.2 b)：评审通过率≥80%（按合作方投票权重计算）视为通过', () => {
  it('F01: passes at exactly 80% of all weight and not at 79% [R1-030]', () => {
    assert.equal(decided('plan', yesOf([50, 30, 20], [50, 30])).result, 'PASS');
    assert.equal(decided('plan', yesOf([50, 29, 21], [50, 29])).result, 'FAIL');
  });
  it('F02: keeps an abstention in the denominator, and shows what the other reading gives [R1-030]', () => {
    const votes: readonly Choice[] = ['for', 'abstain', 'for'];
    const came = decided(
      'plan',
      [60, 25, 15].map((w, i) => ({ weight: percent(w), choice: votes[i]! })),
    );
    assert.deepEqual(came, { rate: '75%', result: 'FAIL', ifVotingOnly: '100% PASS' });
  });
  it('F03: cannot be opened with weights that sum to 99% [R1-030]', () => {
    const weights = weightsOf([50, 30, 19].map(percent));
    assert.ok(isWrong(weights));
    assert.deepEqual([weights.wrong.code, weights.wrong.facts.sum], ['weights.sum', '99%']);
  });
});

describe('001 5.2.2 a) 2)：经管理委员会投票通过（通过率≥2/3）后方可执行', () => {
  it('F04: passes with six of nine heads, and not with five and an abstention [R1-056]', () => {
    const heads = (yes: number, abstain: number): Vote[] =>
      Array.from({ length: 9 }, (_, i) => ({
        weight: ratio(1n, 9n),
        choice: i < yes ? 'for' : i < yes + abstain ? 'abstain' : 'against',
      }));
    assert.equal(decided('schedule', heads(6, 0)).result, 'PASS');
    assert.equal(decided('schedule', heads(5, 1)).result, 'FAIL');
  });
});

describe('001 5.2.3 b)：按合作方权重投票，赞成票≥2/3 视为通过', () => {
  it('F05: passes at 66.67% and at two thirds of equal weights, not at 66.66%', () => {
    assert.equal(decided('dispute', yesOf(['40', '26.67', '33.33'], ['40', '26.67'])).result, 'PASS');
    assert.equal(decided('dispute', yesOf(['40', '26.66', '33.34'], ['40', '26.66'])).result, 'FAIL');
    assert.equal(decided('dispute', firstYes(['1/3', '1/3', '1/3'], 2)).result, 'PASS');
  });
});
