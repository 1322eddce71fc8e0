import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fenSpans } from './limits.ts';
import { atMostFen, divideFen, mostFen, readYuan, showYuan, sumFen, writeYuan } from './money.ts';
import { isWrong } from './parsed.ts';
import { ceiling, multiply, ratio } from './ratio.ts';

const code = (raw: string): string => {
  const p = readYuan(raw);
  return isWrong(p) ? p.wrong.code : `${p.value}`;
};
const anyFen = fc.bigInt({ min: 0n, max: mostFen });
const anyShares = fc
  .array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 12 })
  .filter((w) => w.some((x) => x > 0n))
  .map((w) =>
    w.map((x) =>
      ratio(
        x,
        w.reduce((a, b) => a + b, 0n),
      ),
    ),
  );

describe('K8: money is integer fen', () => {
  it('reads yuan exactly and says what is wrong with anything else', () => {
    assert.equal(code('297000.00'), '29700000');
    assert.equal(code('297,000'), '29700000');
    assert.equal(code('29.7万'), '29700000');
    assert.equal(code('100.10'), '10010');
    assert.equal(code('0.100'), '10');
    assert.equal(code('1.005'), 'money.decimals');
    assert.equal(code('-1'), 'money.negative');
    assert.equal(code('NaN'), 'money.not_a_number');
    assert.equal(code('1e5'), 'money.not_a_number');
    assert.equal(code('１００'), 'money.not_a_number');
    assert.equal(code('1000000000000000.00'), mostFen.toString());
    assert.equal(code('1000000000000000.01'), 'money.too_large');
    assert.equal(code('9'.repeat(400)), 'money.too_large');
  });

  it('writes what it reads back', () => {
    fc.assert(fc.property(anyFen, (fen) => code(writeYuan(fen)) === fen.toString() && code(showYuan(fen)) === fen.toString()));
    assert.equal(showYuan(28_215_000n), '282,150.00');
    assert.equal(writeYuan(-5n), '-0.05');
  });
});

describe('K8: remainders by largest remainder, ties in listed order; a protected floor rounds up', () => {
  it('sums every division to its total, each part within one fen of its exact share', () => {
    fc.assert(
      fc.property(anyFen, anyShares, (total, shares) => {
        const parts = divideFen(total, shares);
        assert.equal(sumFen(parts), total);
        for (const [i, p] of parts.entries())
          assert.ok(p >= atMostFen(shares[i]!, total) && p <= ceiling(multiply(shares[i]!, ratio(total))));
      }),
    );
  });

  it('gives the odd fen to the largest remainder: 100.01 at 60/30/10', () => {
    assert.deepEqual(divideFen(10_001n, [ratio(6n, 10n), ratio(3n, 10n), ratio(1n, 10n)]), [6001n, 3000n, 1000n]);
  });

  it('breaks ties in listed order', () => {
    assert.deepEqual(divideFen(1n, [ratio(1n, 3n), ratio(1n, 3n), ratio(1n, 3n)]), [1n, 0n, 0n]);
  });

  it('refuses shares that do not sum to exactly 1', () => {
    assert.throws(() => divideFen(100n, [ratio(9999n, 10_000n)]), RangeError);
  });

  it('rounds the floor 70% of 100.01 up to 70.01', () => {
    assert.equal(fenSpans([{ min: ratio(7n, 10n) }], 10_001n)[0]!.least, 7001n);
    assert.equal(atMostFen(ratio(7n, 10n), 10_001n), 7000n);
  });
});
