import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { admits, readLimits } from '../../kernel/limits.ts';
import { isWrong } from '../../kernel/parsed.ts';
import { ratio, readRatio } from '../../kernel/ratio.ts';
import type { Bound, NumberLimit } from '../../kernel/rule-kinds.ts';
import { type Choice, choices, denominators } from '../../kernel/tally.ts';
import { type Called, callBallot, type Elector } from './decisions.ts';
import { outcomeOf, votesCounted, votesOf } from './outcome.ts';

const bound = (of: string, atLeast: string, clause = '001:5.1.2.b'): Bound<NumberLimit> => {
  const limits = readLimits({ atLeast });
  return isWrong(limits) ? assert.fail(limits.wrong.code) : { limit: { of, limits: limits.value }, clause, force: 'must' };
};
const elector = (id: string, weight?: string, party?: string): Elector => ({
  id,
  person: `person of ${id}`,
  title: id,
  ...(weight ? { weight: readRatio(weight)! } : {}),
  ...(party ? { party: { id: party, title: party, ourselves: false } } : {}),
});
const call = (voters: readonly Elector[], more: Partial<Called> = {}, bounds = [bound('weight', '80%')]): string[] => {
  const called = {
    question: '方案',
    matter: 'plan' as const,
    secret: false,
    openedOn: '2026-03-02',
    closesOn: '2026-03-20',
    voters,
    ...more,
  };
  return callBallot(called, bounds).refusals.map((r) => r.refused);
};

describe('a ballot that could not be counted is not opened', () => {
  it('has voters, each once, and a last day that is not over', () => {
    assert.deepEqual(call([]), ['ballot.no_voters']);
    assert.deepEqual(call([elector('a', '50%', 'p'), elector('b', '50%', 'p')]), ['ballot.voter_twice']);
    assert.deepEqual(call([elector('a', '50%'), elector('b', '50%')], { closesOn: '2026-03-01' }), ['ballot.closes_before']);
    assert.deepEqual(call([elector('a', '50%'), elector('b', '50%')], { closesOn: '2026-03-02' }), []);
  });
  it('has every weight where a clause counts by weight, and none is needed where it counts heads', () => {
    assert.deepEqual(call([elector('a', '50%'), elector('b')]), ['ballot.weights_missing']);
    assert.deepEqual(call([elector('a'), elector('b')], {}, [bound('heads', '2/3')]), []);
    assert.deepEqual(call([elector('a'), elector('b')], {}, [bound('heads', '2/3'), bound('weight', '1/2')]), ['ballot.weights_missing']);
  });
  it('has weights that sum to exactly 100%, also where only heads are counted', () => {
    assert.deepEqual(call([elector('a', '50%'), elector('b', '49%')]), ['weights.sum']);
    assert.deepEqual(call([elector('a', '50%'), elector('b', '49%')], {}, [bound('heads', '2/3')]), ['weights.sum']);
    assert.deepEqual(call([elector('a', '100%'), elector('b', '0%')]), ['weights.nothing']);
  });
  it('is secret only where all weigh the same', () => {
    assert.deepEqual(call([elector('a', '50%'), elector('b', '50%')], { secret: true }), []);
    assert.deepEqual(call([elector('a', '60%'), elector('b', '40%')], { secret: true }), ['ballot.secret_weights']);
  });
});

const anyCast = fc.array(fc.option(fc.constantFrom(...choices), { nil: null }), { minLength: 1, maxLength: 25 });

describe('what comes of a ballot', () => {
  it('must meet every clause, each in its own unit and name', () => {
    const votes = votesOf([
      { weight: '80%', vote: 'for' },
      { weight: '10%', vote: 'against' },
      { weight: '10%', vote: 'against' },
    ]);
    const bounds = [bound('weight', '80%'), bound('heads', '1/2', 'house:votes')];
    const outcome = outcomeOf(votes, { bounds, denominator: 'entitled', weighted: true });
    assert.equal(outcome.passed, false);
    assert.deepEqual(outcome.rates, ['80%', '1/3']);
    assert.deepEqual(
      outcome.reckonings[0]!.demands.map((d) => [d.clause, d.of, d.limits, d.met]),
      [
        ['001:5.1.2.b', 'weight', '≥ 80%', true],
        ['house:votes', 'heads', '≥ 50%', false],
      ],
    );
  });
  it('is the same whether votes are named or only counted, where all weigh the same', () => {
    fc.assert(
      fc.property(anyCast, fc.constantFrom(...denominators), (cast, denominator) => {
        const count: Partial<Record<Choice, number>> = {};
        for (const c of cast) if (c) count[c] = (count[c] ?? 0) + 1;
        const o = { bounds: [bound('heads', '2/3')], denominator, weighted: false };
        const named = outcomeOf(votesOf(cast.map((vote) => ({ weight: null, vote }))), o);
        assert.deepEqual(outcomeOf(votesCounted(count, cast.length), o), named);
      }),
    );
  });
  it('passes exactly when 3 × yes ≥ 2 × all, whatever else was cast', () => {
    fc.assert(
      fc.property(anyCast, (cast) => {
        const votes = votesOf(cast.map((vote) => ({ weight: null, vote })));
        const { passed } = outcomeOf(votes, { bounds: [bound('heads', '2/3')], denominator: 'entitled', weighted: false });
        const yes = cast.filter((c) => c === 'for').length;
        assert.equal(passed, 3 * yes >= 2 * cast.length);
        assert.equal(admits(bound('heads', '2/3').limit.limits, ratio(BigInt(yes), BigInt(cast.length))), passed);
      }),
    );
  });
});
