import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { actConsent, priorityRight, rightsDefault } from '../../packages/capabilities/ownership/rules.ts';
import { riskPoints, scoreAggregation, scoreCard, scoreThreshold } from '../../packages/instruments/scorecard/rules.ts';
import { admits } from '../../packages/kernel/limits.ts';
import { type Ratio, readRatio, showNumber } from '../../packages/kernel/ratio.ts';
import { meanOf, scored } from '../../packages/kernel/scorecard.ts';
import { answered } from '../support/law.ts';

const of000 = { texts: ['000'], given: { about: 'maturity' } } as const;
const exact = (n: number | string): Ratio => readRatio(String(n))!;

describe('000 8.2：80分及以上为具备成熟度', () => {
  const card = answered(scoreCard, of000).value;
  const threshold = answered(scoreThreshold, of000).value;
  const isMature = (points: Ratio): boolean => threshold.every((b) => admits(b.limit.limits, points));
  it('is mature at exactly 80 and not at 79.8: F32', () => {
    const points = [12, 13, 8, 7, 12, 12, 4, 4, 4, 4];
    const sheet = Object.fromEntries(card.items.map((i, n) => [i.id, exact(points[n]!)]));
    const how = { aggregation: answered(scoreAggregation, of000).value, riskPoints: answered(riskPoints, of000).value };
    const { total, groups } = scored(card, [sheet], how);
    assert.deepEqual([showNumber(total), ...Object.values(groups).map(showNumber), isMature(total)], ['80', '40', '28', '12', true]);
    const means = [
      [82, 79, 78, 81, 80],
      [82, 79, 78, 81, 79],
    ].map((experts) => meanOf(experts.map(exact)));
    assert.deepEqual(
      means.map((m) => [showNumber(m), isMature(m)]),
      [
        ['80', true],
        ['79.8', false],
      ],
    );
  });
});

describe('000 6.2.3、附录A：权益归属', () => {
  const owner = (mode: string, newInvention: string) => answered(rightsDefault, { texts: ['000'], given: { mode, newInvention } }).value;
  it('answers for every vector that has no agreement, and wants everybody’s consent to a transfer alone: F39 (E-34)', () => {
    assert.equal(owner('cooperative', 'made'), 'all-parties-jointly');
    assert.equal(owner('cooperative', 'none'), 'completing-unit');
    assert.equal(owner('commissioned', 'made'), 'researcher');
    assert.equal(answered(priorityRight, { texts: ['000'], given: { mode: 'commissioned' } }).value, 'enterprise');
    const consent = (act: string) => answered(actConsent, { texts: ['000'], given: { act } });
    assert.deepEqual([consent('transfer').value, consent('implement').value], ['all-parties', 'each-alone']);
    assert.deepEqual(consent('implement').clauses, ['000:6.2.3.c']);
    assert.deepEqual(consent('transfer').clauses, ['000:6.2.3.c', '000:a.1.1.s2']);
  });
  it('lets the law of conversion and the guide agree where both speak', () => {
    const both = answered(rightsDefault, { texts: ['cn-conversion-law', '000'], given: { mode: 'cooperative', newInvention: 'made' } });
    const law = answered(rightsDefault, { texts: ['cn-conversion-law'], given: { mode: 'cooperative', newInvention: 'made' } });
    assert.deepEqual([both.value, law.value, law.clauses], ['all-parties-jointly', 'all-parties-jointly', ['cn-conversion-law:40.2']]);
  });
});
