import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { add, ceiling, compare, floor, multiply, ratio, readRatio, showNumber, showPercent, subtract } from './ratio.ts';

const anyRatio = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([n, d]) => ratio(n, d));

describe('K1: thresholds are compared with exact rationals', () => {
  it('reads a number as a text writes it, never through a float', () => {
    assert.deepEqual(readRatio('70%'), ratio(7n, 10n));
    assert.deepEqual(readRatio('2/3'), ratio(2n, 3n));
    assert.deepEqual(readRatio('1000万'), ratio(10_000_000n));
    assert.deepEqual(readRatio('0.14%'), ratio(14n, 10_000n));
    assert.deepEqual(readRatio('100.01'), ratio(10_001n, 100n));
    assert.deepEqual(readRatio('0.1'), ratio(1n, 10n));
    for (const bad of ['', '七成', '70 %%', '1e3', '1/0', '.5', 'NaN']) assert.equal(readRatio(bad), undefined, bad);
  });

  it('shows what reads back to the same ratio', () => {
    fc.assert(fc.property(anyRatio, (r) => compare(readRatio(showPercent(r).replace(/^-(\d+)\/(\d+)$/, '-$1/$2')) ?? ratio(0n), r) === 0));
    assert.equal(showPercent(ratio(2n, 3n)), '2/3');
    assert.equal(showPercent(ratio(6999n, 10_000n)), '69.99%');
    assert.equal(showNumber(ratio(399n, 5n)), '79.8');
  });

  it('adds, subtracts and orders without loss', () => {
    fc.assert(
      fc.property(anyRatio, anyRatio, anyRatio, (a, b, c) => {
        assert.deepEqual(subtract(add(a, b), b), a);
        assert.deepEqual(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)));
        assert.equal(compare(a, b), -compare(b, a) as number);
      }),
    );
  });

  it('rounds down and up around the number itself', () => {
    fc.assert(
      fc.property(anyRatio, (r) => {
        assert.ok(compare(ratio(floor(r)), r) <= 0 && compare(r, ratio(floor(r) + 1n)) < 0);
        assert.ok(compare(ratio(ceiling(r)), r) >= 0 && compare(ratio(ceiling(r) - 1n), r) < 0);
      }),
    );
  });
});
