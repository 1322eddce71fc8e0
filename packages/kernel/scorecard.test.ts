import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isWrong } from './parsed.ts';
import { add, compare, type Ratio, ratio, readRatio, showNumber } from './ratio.ts';
import { meanOf, readScorecard, type Scorecard, type Sheet, scored, sheetFaults } from './scorecard.ts';

const raw = {
  total: '20',
  step: '0.5',
  groups: {
    work: { title: '工作', most: '15', items: { new: { title: '新', most: '10' }, good: { title: '好', most: '5', evidence: ['专利'] } } },
    danger: { title: '风险', most: '5', risk: 'yes', items: { harm: { title: '害', most: '5', notes: { how: '如何' } } } },
  },
};
const fault = (changed: unknown): string => {
  const p = readScorecard(changed);
  return isWrong(p) ? `${p.wrong.code}@${(p.wrong.at ?? []).join('.')}` : 'read';
};
const read = readScorecard(raw);
const card = (isWrong(read) ? assert.fail(read.wrong.code) : read.value) as Scorecard;
const sheet = (points: Readonly<Record<string, string>>): Sheet =>
  Object.fromEntries(Object.entries(points).map(([k, v]) => [k, readRatio(v)!]));
const plain = { aggregation: 'mean', riskPoints: 'higher-is-lower-risk' } as const;
const ofHalves = (most: number) => fc.integer({ min: 0, max: most * 2 }).map((n) => ratio(BigInt(n), 2n));
const anySheet = fc.record({ new: ofHalves(10), good: ofHalves(5), harm: ofHalves(5) });

describe('a scorecard: items with maxima, in groups whose maxima add up', () => {
  it('is read, and says where it does not add up', () => {
    assert.deepEqual(
      card.items.map((i) => `${i.group}.${i.id} ${showNumber(i.most)}`),
      ['work.new 10', 'work.good 5', 'danger.harm 5'],
    );
    assert.equal(fault({ ...raw, total: '21' }), 'card.sum@total');
    assert.equal(fault({ ...raw, groups: { ...raw.groups, work: { ...raw.groups.work, most: '16' } } }), 'card.sum@groups.work.most');
    assert.equal(fault({ ...raw, groups: { ...raw.groups, more: { ...raw.groups.danger } } }), 'card.item_twice@groups.more');
    assert.equal(fault({ ...raw, step: '0' }), 'limits.not_a_number@step');
    assert.equal(fault({ ...raw, rounded: 'yes' }), 'pack.unknown_key@rounded');
    assert.equal(fault({}), 'card.form@');
  });

  it('takes half points and refuses what lies above a maximum, below zero, between steps, what is missing and what the card has not', () => {
    assert.deepEqual(sheetFaults(card, sheet({ new: '9.5', good: '0', harm: '5' })), []);
    const faults = (points: Readonly<Record<string, string>>) => sheetFaults(card, sheet(points)).map((f) => `${f.item} ${f.fault}`);
    assert.deepEqual(faults({ new: '10.5', good: '-0.5', harm: '0.25' }), ['new above', 'good below', 'harm step']);
    assert.deepEqual(faults({ new: '1', good: '1' }), ['harm missing']);
    assert.deepEqual(faults({ new: '1', good: '1', harm: '1', luck: '1' }), ['luck unknown']);
  });

  it('means exactly: a third stays a third', () => {
    const sheets = ['1', '1', '2'].map((n) => sheet({ new: n, good: '0', harm: '0' }));
    assert.equal(showNumber(scored(card, sheets, plain).total), '4/3');
    assert.throws(() => meanOf([]), RangeError);
  });

  it('sums items to groups and groups to the total, and lies between the lowest and the highest sheet', () => {
    fc.assert(
      fc.property(fc.array(anySheet, { minLength: 1, maxLength: 9 }), fc.boolean(), (sheets, inverted) => {
        const riskPoints = inverted ? 'higher-is-higher-risk' : 'higher-is-lower-risk';
        const r = scored(card, sheets, { aggregation: 'mean', riskPoints });
        const total = Object.values(r.items).reduce(add);
        assert.equal(compare(total, r.total), 0);
        assert.equal(compare(Object.values(r.groups).reduce(add), r.total), 0);
        assert.equal(compare(meanOf(r.totals), r.total), 0);
        assert.ok(r.totals.some((t) => compare(t, r.total) <= 0) && r.totals.some((t) => compare(t, r.total) >= 0));
      }),
    );
  });

  it('does not depend on the order of the sheets, and one sheet more equal to the mean leaves it where it is', () => {
    fc.assert(
      fc.property(fc.array(anySheet, { minLength: 1, maxLength: 7 }), (sheets) => {
        const r = scored(card, sheets, plain);
        assert.equal(compare(scored(card, [...sheets].reverse(), plain).total, r.total), 0);
        assert.equal(compare(scored(card, [...sheets, r.items], plain).total, r.total), 0);
      }),
    );
  });

  it('leaves out one highest and one lowest where that is asked and three are there', () => {
    const sheets = ['10', '1', '4', '5'].map((n) => sheet({ new: n, good: '0', harm: '0' }));
    const total = (s: readonly Sheet[]): string => showNumber(scored(card, s, { ...plain, aggregation: 'trimmed-mean' }).total);
    assert.equal(total(sheets), '4.5');
    assert.equal(total(sheets.slice(0, 2)), '5.5');
  });

  it('counts points of a risk the other way round where they mean more of it', () => {
    const all: Record<string, Ratio> = sheet({ new: '10', good: '5', harm: '5' });
    assert.equal(showNumber(scored(card, [all], plain).total), '20');
    assert.equal(showNumber(scored(card, [all], { ...plain, riskPoints: 'higher-is-higher-risk' }).total), '15');
  });
});
