import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { added, anyShare, both, covers, leftOver, merged } from './limit-sets.ts';
import { admits, type Limits, type LimitText, readLimits, type Span, showLimits } from './limits.ts';
import { isWrong } from './parsed.ts';
import { add, one, ratio, subtract } from './ratio.ts';

const limits = (text: LimitText): Limits => {
  const p = readLimits(text);
  if (isWrong(p)) assert.fail(p.wrong.code);
  return p.value;
};
const tenths = (n: number) => ratio(BigInt(n), 10n);
/** Spans on tenths; every boundary and every gap between boundaries is met by a twentieth. */
const spans: fc.Arbitrary<Limits> = fc.array(
  fc
    .record({ a: fc.integer({ min: 0, max: 10 }), b: fc.option(fc.integer({ min: 0, max: 10 })), above: fc.boolean(), below: fc.boolean() })
    .map(({ a, b, above, below }): Span => {
      const [min, max] = b === null ? [a, undefined] : [Math.min(a, b), Math.max(a, b)];
      return {
        min: tenths(min),
        ...(max === undefined ? {} : { max: tenths(max) }),
        ...(above ? { above: true as const } : {}),
        ...(below && max !== undefined ? { below: true as const } : {}),
      };
    }),
  { maxLength: 4 },
);
const points = Array.from({ length: 45 }, (_, i) => ratio(BigInt(i), 20n));

describe('limits as sets of numbers', () => {
  it('admits the same numbers in fewer spans', () => {
    fc.assert(
      fc.property(spans, (a) => {
        const m = merged(a);
        assert.ok(m.length <= a.length);
        for (const v of points) assert.equal(admits(m, v), admits(a, v));
      }),
    );
  });
  it('covers exactly where every number of the one is a number of the other', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        assert.equal(
          covers(a, b),
          points.every((v) => !admits(b, v) || admits(a, v)),
          `${showLimits(a)} and ${showLimits(b)}`,
        );
      }),
    );
  });
  it('admits what both admit, and no more', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const c = both(a, b);
        for (const v of points) assert.equal(admits(c, v), admits(a, v) && admits(b, v));
      }),
    );
  });
  it('admits each sum of a number of the one and a number of the other', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const c = added(a, b);
        for (const x of points) for (const y of points) if (admits(a, x) && admits(b, y)) assert.ok(admits(c, add(x, y)));
      }),
    );
  });
  it('leaves of a whole what the others do not take', () => {
    fc.assert(
      fc.property(spans, (a) => {
        const left = leftOver(a);
        for (const v of points) assert.equal(admits(left, v), admits(anyShare, v) && admits(a, subtract(one, v)));
      }),
    );
    assert.equal(showLimits(leftOver(limits({ moreThan: '30%', atMost: '60%' }))), '40%–< 70%');
  });
  it('takes two spans that meet at a number one of them admits for one, and at one that neither admits for two', () => {
    const below = limits({ lessThan: '50%' });
    assert.equal(merged([...below, ...limits({ atLeast: '50%' })]).length, 1);
    assert.equal(merged([...below, ...limits({ moreThan: '50%' })]).length, 2);
  });
});
