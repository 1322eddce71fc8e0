import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Item, items, lacking } from './checklist.ts';
import { composite, type Indicators, readIndicators, scoreOf, stepModes } from './indicators.ts';
import { isWrong } from './parsed.ts';
import { add, compare, one, ratio, readRatio, showNumber, sum, zero } from './ratio.ts';

const raw = {
  rate: { title: '达标率', group: '目标', weight: '60%', atLeast: '100%', step: '10%', off: '10' },
  days: { title: '时长', group: '协同', weight: '30%', atMost: '7', step: '3', off: '10' },
  intent: { title: '意向', group: '持续', weight: '10%', yes: '100', no: '50' },
};
const read = readIndicators(raw);
const all = (isWrong(read) ? assert.fail(read.wrong.code) : read.value) as Indicators;
const [rate, days, intent] = all as [Indicators[0], Indicators[0], Indicators[0]];
const under = (i: Indicators[0], value: string): string => stepModes.map((m) => showNumber(scoreOf(i, readRatio(value)!, m))).join('/');
const fault = (changed: unknown): string => {
  const p = readIndicators(changed);
  return isWrong(p) ? `${p.wrong.code}@${(p.wrong.at ?? []).join('.')}` : 'read';
};

describe('weighted indicators', () => {
  it('have weights of exactly 100%, and a scale each [R1-135]', () => {
    assert.equal(fault({ ...raw, intent: { ...raw.intent, weight: '9%' } }), 'indicators.weights@');
    assert.equal(fault({ ...raw, intent: { ...raw.intent, weight: '11%' } }), 'indicators.weights@');
    assert.equal(fault({ ...raw, rate: { ...raw.rate, step: '0' } }), 'indicators.step@rate');
    assert.equal(fault({ ...raw, rate: { title: 'x', group: 'y', weight: '60%' } }), 'limits.empty@rate');
    assert.equal(fault({ ...raw, rate: { ...raw.rate, round: 'yes' } }), 'pack.unknown_key@rate.round');
    assert.equal(fault({ ...raw, rate: { ...raw.rate, moreThan: '90%' } }), 'pack.unknown_key@rate.moreThan');
    assert.equal(fault({ ...raw, intent: { ...raw.intent, yes: '100.01' } }), 'indicators.outside@intent.yes');
    assert.equal(fault({ ...raw, intent: { ...raw.intent, no: '101' } }), 'indicators.outside@intent.no');
    assert.equal(fault({}), 'indicators.form@');
  });
  it('take off whole steps, their proportion, or begun steps (E-24)', () => {
    assert.equal(under(rate, '91%'), '100/91/90');
    assert.equal(under(rate, '90%'), '90/90/90');
    assert.equal(under(days, '9'), '100/280/3/90');
    assert.equal(under(intent, '1'), '100/100/100');
    assert.equal(under(intent, '0'), '50/50/50');
  });
  it('never leave 0–100, agree on whole steps, and order the three readings (E-25)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), (n) => {
        const value = ratio(BigInt(n), 1000n);
        const [floor, linear, ceil] = stepModes.map((m) => scoreOf(rate, value, m)) as [typeof zero, typeof zero, typeof zero];
        assert.ok(compare(ceil, linear) <= 0 && compare(linear, floor) <= 0);
        assert.ok(compare(ceil, zero) >= 0 && compare(floor, ratio(100n)) <= 0);
        if (n % 100 === 0) assert.equal(compare(floor, ceil), 0);
        for (const m of stepModes) assert.ok(compare(scoreOf(rate, add(value, ratio(1n, 1000n)), m), scoreOf(rate, value, m)) >= 0);
      }),
    );
  });
  it('sum by weight exactly; what does not apply leaves the weights in proportion (E-27)', () => {
    const total = (scores: Readonly<Record<string, string>>) => {
      const c = composite(all, Object.fromEntries(Object.entries(scores).map(([k, v]) => [k, readRatio(v)!])));
      return c && [showNumber(c.total), c.notApplicable, compare(sum(Object.values(c.weights)), one)];
    };
    assert.deepEqual(total({ rate: '100', days: '280/3', intent: '50' }), ['93', [], 0]);
    assert.deepEqual(total({ rate: '90', intent: '50' }), [showNumber(ratio(590n, 7n)), ['days'], 0]);
    assert.equal(total({}), undefined);
  });
  it('lies between its lowest and highest score', () => {
    const score = fc.integer({ min: 0, max: 200 }).map((n) => ratio(BigInt(n), 2n));
    fc.assert(
      fc.property(fc.record({ rate: fc.option(score), days: fc.option(score), intent: score }), (given) => {
        const scores = Object.fromEntries(Object.entries(given).map(([k, v]) => [k, v ?? undefined]));
        const { total } = composite(all, scores)!;
        const known = Object.values(scores).filter((s) => s !== undefined);
        assert.ok(known.some((s) => compare(s, total) <= 0) && known.some((s) => compare(s, total) >= 0));
      }),
    );
  });
});

describe('a checklist lacks what has neither evidence nor a reason', () => {
  const list: readonly Item[] = [
    { id: 'goal', title: '合作目标', clause: 'x:1', force: 'must' },
    { id: 'risk', title: '风险分担', clause: 'x:2', force: 'may' },
  ];
  it('tells what holds it up from what only warns', () => {
    const ids = (s: Parameters<typeof lacking>[1]) => {
      const l = lacking(list, s);
      return [l.must.map((i) => i.id), l.may.map((i) => i.id)];
    };
    assert.deepEqual(ids([]), [['goal'], ['risk']]);
    assert.deepEqual(ids([{ item: 'goal', evidence: '第一条' }]), [[], ['risk']]);
    assert.deepEqual(
      ids([
        { item: 'goal', evidence: '  ' },
        { item: 'risk', notApplicable: '不涉及' },
      ]),
      [['goal'], []],
    );
  });
  it('unites what several clauses want, the stronger force first', () => {
    const hit = (clause: string, force: 'must' | 'may', value: Record<string, string>) => ({ clause, force, value, level: 0 });
    const merged = items.merge([hit('x:2', 'may', { goal: '目标', risk: '风险' }), hit('x:1', 'must', { goal: '合作目标' })]);
    if ('conflict' in merged) return assert.fail();
    return assert.deepEqual(
      merged.value.map((i) => `${i.id} ${i.clause} ${i.force}`),
      ['goal x:1 must', 'risk x:2 may'],
    );
  });
});
