import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { admits, admitsFen, fenSpans, type LimitText, readLimits, showLimits } from './limits.ts';
import { isWrong } from './parsed.ts';
import { ratio, readRatio } from './ratio.ts';
import { limitsOn } from './rule-kinds.ts';

const limits = (text: LimitText) => {
  const p = readLimits(text);
  if (isWrong(p)) assert.fail(p.wrong.code);
  return p.value;
};
const fault = (text: LimitText): string => {
  const p = readLimits(text);
  return isWrong(p) ? p.wrong.code : 'read';
};
const allows = (text: LimitText, value: string): boolean => admits(limits(text), readRatio(value)!);

describe('K2: 不低于 and 不超过 include the number, 超过 excludes it', () => {
  it('includes both ends of a range', () => {
    const band = { atLeast: '70%', atMost: '95%' };
    assert.deepEqual(
      ['69.99%', '70%', '95%', '95.01%'].map((v) => allows(band, v)),
      [false, true, true, false],
    );
  });
  it('excludes the number after 超过', () => {
    assert.deepEqual(
      ['1/2', '50.01%'].map((v) => allows({ moreThan: '1/2' }, v)),
      [false, true],
    );
    assert.deepEqual(
      ['80%', '79.99%'].map((v) => allows({ lessThan: '80%' }, v)),
      [false, true],
    );
  });
  it('admits nothing or at least 10%, and nothing between', () => {
    assert.deepEqual(
      ['0%', '0.01%', '9.99%', '10%'].map((v) => allows({ atLeast: '10%', orNone: 'yes' }, v)),
      [true, false, false, true],
    );
  });
});

describe('rounding is part of the limit', () => {
  it('rounds a floor up to the fen and a cap down', () => {
    const base = 10_001n;
    assert.deepEqual(fenSpans(limits({ atLeast: '70%', atMost: '95%' }), base), [{ least: 7001n, most: 9500n }]);
  });
  it('meets an exact share with either fen beside it', () => {
    const fifteen = limits({ exactly: '15%' });
    assert.deepEqual(
      [1499n, 1500n, 1501n, 1502n].map((a) => admitsFen(fifteen, a, 10_001n)),
      [false, true, true, false],
    );
  });
  it('never admits in fen what the exact share forbids', () => {
    const floor = limits({ atLeast: '70%' });
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.bigInt({ min: 0n, max: 10n ** 12n }), (base, amount) => {
        assert.equal(admitsFen(floor, amount, base), admits(floor, ratio(amount, base)));
      }),
    );
  });
});

describe('limits are read or refused, and shown', () => {
  it('says what is wrong', () => {
    assert.equal(fault({}), 'limits.empty');
    assert.equal(fault({ atLeast: '七成' }), 'limits.not_a_number');
    assert.equal(fault({ atLeast: '95%', atMost: '70%' }), 'limits.floor_above_cap');
    assert.equal(fault({ exactly: '70%', atMost: '95%' }), 'limits.two_at_one_end');
    assert.equal(fault({ atLeast: '10%', orNone: 'no' }), 'limits.or_none');
  });
  it('shows each form', () => {
    assert.deepEqual(
      [{ atLeast: '70%' }, { atMost: '97%' }, { exactly: '15%' }, { atLeast: '10%', orNone: 'yes' }, { moreThan: '1/2' }].map((t) =>
        showLimits(limits(t)),
      ),
      ['≥ 70%', '≤ 97%', '= 15%', '0 / ≥ 10%', '> 50%'],
    );
  });
});

describe('a limit on a number says what the number is of', () => {
  const kind = limitsOn('weight', 'heads');
  const bound = (value: unknown, clause: string, level: number) => {
    const read = kind.read(value);
    return isWrong(read) ? assert.fail(read.wrong.code) : { value: read.value, clause, level, force: 'must' as const };
  };
  const code = (value: unknown): string => {
    const p = kind.read(value);
    return isWrong(p) ? p.wrong.code : 'read';
  };
  it('says what is wrong with anything else', () => {
    assert.equal(code('80%'), 'limits.empty');
    assert.equal(code({ of: 'weight' }), 'limits.empty');
    assert.equal(code({ of: 'shares', atLeast: '80%' }), 'rule.not_offered');
    assert.equal(code({ of: 'weight', atLeast: '80%', rounded: 'yes' }), 'pack.unknown_key');
  });
  it('stands beside the limits of other clauses, each in its own unit and name', () => {
    const merged = kind.merge([
      bound({ of: 'weight', atLeast: '80%' }, '001:5.1.2.b', 3),
      bound({ of: 'heads', moreThan: '1/2' }, 'house:vote', 4),
    ]);
    assert.ok('value' in merged);
    assert.deepEqual(
      merged.value.map((b) => [b.clause, b.limit.of, showLimits(b.limit.limits)]),
      [
        ['001:5.1.2.b', 'weight', '≥ 80%'],
        ['house:vote', 'heads', '> 50%'],
      ],
    );
  });
  it('is checked by examples of what it admits and refuses', () => {
    const merged = kind.merge([bound({ of: 'heads', atLeast: '2/3' }, '001:5.2.2.a.2', 3)]);
    assert.ok('value' in merged);
    const holds = (example: Readonly<Record<string, unknown>>): boolean => !isWrong(kind.example(merged.value, example));
    assert.equal(holds({ of: 'heads', admits: ['6/9'], refuses: ['5/9'] }), true);
    assert.equal(holds({ of: 'heads', admits: ['5/9'] }), false);
    assert.equal(holds({ of: 'weight', admits: ['6/9'] }), false);
    assert.equal(holds({ of: 'heads', refuses: ['two thirds'] }), false);
  });
});
