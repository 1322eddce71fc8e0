import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { admits, readLimits } from './limits.ts';
import { isWrong } from './parsed.ts';
import { compare, divide, one, type Ratio, ratio, readRatio, showPercent, sum, zero } from './ratio.ts';
import { baseOf, type Choice, choices, denominators, rateOf, tally, type Vote, votingUnits, weightsOf } from './tally.ts';

const weigh = (...written: readonly string[]): string => {
  const p = weightsOf(written.map((w) => readRatio(w)!));
  return isWrong(p) ? `${p.wrong.code} ${p.wrong.facts.sum ?? p.wrong.at}` : 'read';
};
const vote = (weight: string, choice?: Choice): Vote => ({ weight: readRatio(weight)!, ...(choice ? { choice } : {}) });

const anyVotes = fc.array(
  fc.record({ n: fc.bigInt({ min: 1n, max: 1000n }), choice: fc.option(fc.constantFrom(...choices), { nil: undefined }) }),
  { minLength: 1, maxLength: 30 },
);
type Drawn = readonly { readonly n: bigint; readonly choice: Choice | undefined }[];
const votesOf = (drawn: Drawn): Vote[] => {
  const all = drawn.reduce((a, d) => a + d.n, 0n);
  return drawn.map((d) => ({ weight: ratio(d.n, all), ...(d.choice ? { choice: d.choice } : {}) }));
};
const limitOf = (text: string) => {
  const p = readLimits({ atLeast: text });
  return isWrong(p) ? assert.fail(p.wrong.code) : p.value;
};

describe('K9: weights must sum to exactly 100%, and are never brought to it', () => {
  it('takes weights that sum to 1, fractions included', () => {
    assert.equal(weigh('50%', '30%', '20%'), 'read');
    assert.equal(weigh('1/3', '1/3', '1/3'), 'read');
    assert.equal(weigh('40%', '26.67%', '33.33%'), 'read');
  });
  it('refuses 99%, 101%, a third written 33.33%, and a weight of nothing', () => {
    assert.equal(weigh('50%', '30%', '19%'), 'weights.sum 99%');
    assert.equal(weigh('50%', '30%', '21%'), 'weights.sum 101%');
    assert.equal(weigh('33.33%', '33.33%', '33.33%'), 'weights.sum 99.99%');
    assert.equal(weigh('100%', '0%'), 'weights.nothing 1');
    assert.equal(weigh(), 'weights.sum 0%');
  });
  it('takes any weights divided by their own sum, and refuses them with the least more', () => {
    fc.assert(
      fc.property(anyVotes, (drawn) => {
        const weights = votesOf(drawn).map((v) => v.weight);
        assert.ok(!isWrong(weightsOf(weights)));
        const more = [...weights, ratio(1n, 10n ** 30n)];
        assert.ok(isWrong(weightsOf(more)));
      }),
    );
  });
});

describe('K9: the denominator is all who may vote; who abstains, is absent, blank or invalid is not in favour', () => {
  const votes = [vote('60%', 'for'), vote('25%', 'abstain'), vote('15%', 'for')];
  it('counts an abstention among the entitled and the present, not among those voting', () => {
    const count = tally(votes, 'weight');
    assert.deepEqual(
      denominators.map((d) => showPercent(rateOf(count, d))),
      ['75%', '75%', '100%'],
    );
  });
  it('leaves out of the present only who cast no ballot', () => {
    const count = tally([vote('50%', 'for'), vote('20%', 'blank'), vote('10%', 'invalid'), vote('20%')], 'weight');
    assert.deepEqual(
      denominators.map((d) => showPercent(rateOf(count, d))),
      ['50%', '62.5%', '100%'],
    );
    assert.equal(showPercent(count.absent), '20%');
  });
  it('is zero where nobody votes', () => {
    const count = tally([vote('50%'), vote('50%')], 'heads');
    assert.deepEqual(
      denominators.map((d) => rateOf(count, d)),
      [zero, zero, zero],
    );
  });
});

describe('K1: rates are compared as exact rationals', () => {
  const passes = (votes: readonly Vote[], limit: string): boolean => admits(limitOf(limit), rateOf(tally(votes, 'weight'), 'entitled'));
  it('passes 2/3 at exactly two thirds and at no less', () => {
    const three = (second: string, third: string): Vote[] => [vote('40%', 'for'), vote(second, 'for'), vote(third, 'against')];
    assert.equal(passes(three('26.67%', '33.33%'), '2/3'), true);
    assert.equal(passes(three('26.66%', '33.34%'), '2/3'), false);
    assert.equal(passes([vote('1/3', 'for'), vote('1/3', 'for'), vote('1/3', 'against')], '2/3'), true);
  });
  it('agrees with integer cross-multiplication for any heads', () => {
    fc.assert(
      fc.property(anyVotes, fc.bigInt({ min: 0n, max: 9n }), fc.bigInt({ min: 1n, max: 9n }), (drawn, n, d) => {
        fc.pre(n <= d);
        const count = tally(votesOf(drawn), 'heads');
        const yes = BigInt(drawn.filter((v) => v.choice === 'for').length);
        assert.equal(admits(limitOf(`${n}/${d}`), rateOf(count, 'entitled')), d * yes >= n * BigInt(drawn.length));
      }),
    );
  });
});

describe('a count loses nobody', () => {
  const parts = (c: ReturnType<typeof tally>): Ratio => sum([...choices.map((x) => c[x]), c.absent]);
  it('has parts that sum to all who may vote, in either unit', () => {
    fc.assert(
      fc.property(anyVotes, fc.constantFrom(...votingUnits), (drawn, unit) => {
        const count = tally(votesOf(drawn), unit);
        assert.deepEqual(parts(count), count.entitled);
        assert.deepEqual(count.entitled, unit === 'weight' ? one : ratio(BigInt(drawn.length)));
      }),
    );
  });
  it('never gives a lower rate to a smaller denominator', () => {
    fc.assert(
      fc.property(anyVotes, fc.constantFrom(...votingUnits), (drawn, unit) => {
        const count = tally(votesOf(drawn), unit);
        const [entitled, present, voting] = denominators.map((d) => rateOf(count, d));
        assert.ok(compare(entitled!, present!) <= 0 && compare(present!, voting!) <= 0);
        assert.ok(compare(baseOf(count, 'entitled'), baseOf(count, 'present')) >= 0);
      }),
    );
  });
  it('never falls when one who was not in favour turns in favour', () => {
    fc.assert(
      fc.property(anyVotes, fc.nat(), fc.constantFrom(...denominators), (drawn, at, denominator) => {
        const turned = drawn.map((v, i) => (i === at % drawn.length ? { ...v, choice: 'for' as const } : v));
        const rate = (d: Drawn): Ratio => rateOf(tally(votesOf(d), 'weight'), denominator);
        assert.ok(compare(rate(turned), rate(drawn)) >= 0);
      }),
    );
  });
  it('counts equal weights as it counts heads', () => {
    fc.assert(
      fc.property(anyVotes, fc.constantFrom(...denominators), (drawn, denominator) => {
        const equal = drawn.map((d) => ({ ...d, n: 1n }));
        assert.deepEqual(rateOf(tally(votesOf(equal), 'weight'), denominator), rateOf(tally(votesOf(equal), 'heads'), denominator));
        assert.deepEqual(divide(tally(votesOf(equal), 'heads').for, ratio(BigInt(equal.length))), tally(votesOf(equal), 'weight').for);
      }),
    );
  });
});
