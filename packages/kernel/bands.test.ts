import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { apportion } from './apportion.ts';
import { bandOf, readBands } from './bands.ts';
import { grades } from './grades.ts';
import { admits } from './limits.ts';
import { isWrong } from './parsed.ts';
import { compare, multiply, one, ratio, readRatio, subtract, zero } from './ratio.ts';
import { levelOf, matrix } from './risk-matrix.ts';
import { readSeatShares, seatShares, seatsOf } from './seats.ts';

const hundred = { min: zero, max: ratio(100n) };
const fault = (raw: unknown, range: Parameters<typeof readBands>[1] = hundred): string => {
  const p = readBands(raw, range);
  return isWrong(p) ? `${p.wrong.code}@${(p.wrong.at ?? []).join('.')}` : p.value.map((b) => b.id).join(' < ');
};

describe('bands cover their range exactly once', () => {
  it('reads bands in any order', () => {
    assert.equal(fault({ top: { atLeast: '85' }, low: { lessThan: '60' }, mid: { atLeast: '60', lessThan: '85' } }), 'low < mid < top');
    assert.equal(fault({ small: { atMost: '400万' }, big: { moreThan: '400万' } }, { min: zero }), 'small < big');
  });
  it('says where a gap is', () => {
    assert.equal(fault({ top: { atLeast: '85' }, low: { lessThan: '60' }, mid: { atLeast: '60', atMost: '84' } }), 'bands.gap@top');
    assert.equal(fault({ top: { moreThan: '60' }, low: { lessThan: '60' } }), 'bands.gap@top');
    assert.equal(fault({ top: { atLeast: '60' }, low: { atLeast: '1', lessThan: '60' } }), 'bands.gap@low');
    assert.equal(fault({ top: { atLeast: '60', lessThan: '100' }, low: { lessThan: '60' } }), 'bands.gap@top');
    assert.equal(fault({ all: { atMost: '800万' } }, { min: zero }), 'bands.gap_above@all');
  });
  it('says where two bands hold the same value', () => {
    assert.equal(fault({ top: { atLeast: '60' }, low: { atMost: '60' } }), 'bands.overlap@top');
    assert.equal(fault({ top: { atLeast: '50' }, low: { atMost: '60' } }), 'bands.overlap@top');
    assert.equal(fault({ a: { atLeast: '0' }, b: { atLeast: '0' } }), 'bands.overlap@b');
  });
  it('refuses a band that is no single span', () => {
    assert.equal(fault({ odd: { atLeast: '10', orNone: 'yes' } }), 'bands.one_span@odd');
    assert.equal(fault({ odd: {} }), 'limits.empty@odd');
    assert.equal(fault({}), 'bands.empty@');
  });
  it('gives every value of the range one band and no value two, wherever it is cut and whichever side holds the cut', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 6 }).map((c) => c.sort((a, b) => a - b));
    fc.assert(
      fc.property(cuts, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), fc.integer({ min: 0, max: 400 }), (at, below, n) => {
        const ends = [...at, undefined];
        const raw = Object.fromEntries(
          ends.map((end, i) => {
            const start = at[i - 1];
            const low = start === undefined ? {} : below[i - 1] ? { moreThan: String(start) } : { atLeast: String(start) };
            const high = end === undefined ? {} : below[i] ? { atMost: String(end) } : { lessThan: String(end) };
            return [`b${i}`, { ...low, ...high }];
          }),
        );
        const read = readBands(raw, hundred);
        if (isWrong(read)) return assert.fail(read.wrong.code);
        const value = ratio(BigInt(n), 4n);
        const holding = read.value.filter((b) => admits([b.span], value));
        assert.equal(holding.length, 1);
        return assert.equal(bandOf(read.value, value), holding[0]!.id);
      }),
    );
  });
  it('is a kind of rule whose examples are checked', () => {
    const bands = grades.read({ top: { atLeast: '85' }, rest: { lessThan: '85' } });
    if (isWrong(bands)) assert.fail(bands.wrong.code);
    assert.ok(!isWrong(grades.example(bands.value, { has: ['84.99 → rest', '85 → top'] })));
    assert.ok(isWrong(grades.example(bands.value, { has: ['84.99 → top'] })));
    assert.ok(isWrong(grades.example(bands.value, {})));
  });
});

describe('a risk matrix has one level for every probability and class of impact', () => {
  const kind = matrix('low', 'medium', 'high');
  const raw = {
    probability: { low: { atMost: '30%' }, medium: { moreThan: '30%', lessThan: '71%' }, high: { atLeast: '71%' } },
    impact: { low: '低影响', high: '高影响' },
    cells: { low: { low: 'low', high: 'medium' }, medium: { low: 'low', high: 'high' }, high: { low: 'medium', high: 'high' } },
  };
  const code = (changed: unknown): string => {
    const p = kind.read(changed);
    return isWrong(p) ? `${p.wrong.code}@${(p.wrong.at ?? []).join('.')}` : 'read';
  };
  it('refuses a cell too few, a class or level it does not know, and bands with a gap', () => {
    assert.equal(code(raw), 'read');
    assert.equal(code({ ...raw, cells: { ...raw.cells, low: { low: 'low' } } }), 'matrix.cell_missing@cells.low');
    assert.equal(code({ ...raw, cells: { ...raw.cells, low: { low: 'low', high: 'huge' } } }), 'rule.not_offered@cells.low.high');
    assert.equal(
      code({ ...raw, cells: { ...raw.cells, low: { low: 'low', high: 'low', other: 'low' } } }),
      'rule.not_offered@cells.low.other',
    );
    assert.equal(code({ ...raw, cells: { ...raw.cells, never: {} } }), 'rule.not_offered@cells.never');
    const gap = { ...raw.probability, medium: { atLeast: '31%', atMost: '70%' } };
    assert.equal(code({ ...raw, probability: gap }), 'bands.gap@probability.medium');
  });
  it('answers every probability from 0 to 100% and none outside', () => {
    const read = kind.read(raw);
    if (isWrong(read)) return assert.fail(read.wrong.code);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.constantFrom('low', 'high'), (n, impact) => {
        const found = levelOf(read.value, ratio(BigInt(n), 1000n), impact)!;
        assert.equal(found.level, raw.cells[found.row as 'low'][impact as 'low']);
      }),
    );
    assert.equal(levelOf(read.value, readRatio('100.1%')!, 'low'), undefined);
    assert.equal(levelOf(read.value, readRatio('50%')!, 'none'), undefined);
    return assert.ok(isWrong(kind.example(read.value, { has: ['30% low → medium'] })));
  });
});

describe('whole things are divided by largest remainder, with a declared tie rule', () => {
  const anyShares = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 6 }).filter((w) => w.some((x) => x > 0));
  it('sums to the total, each part within one of its exact share, whatever the tie rule', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), anyShares, fc.boolean(), (total, weights, reversed) => {
        const all = BigInt(weights.reduce((a, b) => a + b, 0));
        const shares = weights.map((w) => ratio(BigInt(w), all));
        const listed = shares.map((_, i) => i);
        const parts = apportion(BigInt(total), shares, reversed ? listed.reverse() : listed);
        assert.equal(
          parts.reduce((a, b) => a + b, 0n),
          BigInt(total),
        );
        for (const [i, p] of parts.entries()) {
          const off = subtract(ratio(p), multiply(shares[i]!, ratio(BigInt(total))));
          assert.ok(compare(off, one) < 0 && compare(off, ratio(-1n)) > 0);
        }
      }),
    );
  });
  it('gives the odd one of equal remainders to whom the rule names first', () => {
    const halves = [ratio(1n, 2n), ratio(1n, 2n)];
    assert.deepEqual(apportion(3n, halves), [2n, 1n]);
    assert.deepEqual(apportion(3n, halves, [1, 0]), [1n, 2n]);
  });
  it('refuses seats that do not sum to 100% and ties that leave a group out', () => {
    const code = (raw: unknown): string => {
      const p = readSeatShares(raw);
      return isWrong(p) ? p.wrong.code : JSON.stringify(seatsOf(p.value, 5));
    };
    assert.equal(code({ shares: { a: '50%', b: '50%' }, ties: ['b', 'a'] }), '{"seats":{"a":2,"b":3},"even":false}');
    assert.equal(code({ shares: { a: '50%', b: '49%' } }), 'indicators.weights');
    assert.equal(code({ shares: { a: '50%', b: '50%' }, ties: ['b'] }), 'seats.ties');
  });
  it('finds a worked example at fault that names no number of seats', () => {
    const all = { shares: [{ group: 'a', share: one }], ties: ['a'], exact: false };
    const code = (line: string): string => {
      const held = seatShares.example(all, { has: [line] });
      return isWrong(held) ? held.wrong.code : 'holds';
    };
    assert.deepEqual(['5 → 5', '5 → 4', '五 → 5', '5'].map(code), ['holds', 'example.differs', 'example.differs', 'example.differs']);
  });
});
