import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareText } from './comparison.ts';
import { keyed } from './keyed.ts';
import type { Clause, Pack } from './pack.ts';
import { isWrong } from './parsed.ts';
import { periodsRelation, together } from './relation.ts';
import { type AnyRule, type Level, rule } from './rule.ts';
import { allowList, choice, limitsOn, periods, shareLimits, union } from './rule-kinds.ts';

const free = { asOf: 'on', ifSilent: 'free' } as const;
const shares = shareLimits({ counts: ['reward', 'staff'], bases: ['net', 'received'] });
const rules = new Map<string, AnyRule>(
  [
    rule('shares', { kind: shares, given: ['mode'], ...free }),
    rule('rate', { kind: limitsOn('weight', 'heads'), ...free }),
    rule('allowed', { kind: allowList('tax', 'fee', 'rnd'), ...free }),
    rule('papers', { kind: union('a', 'b', 'c'), ...free }),
    rule('term', { kind: periods, ...free }),
    rule('who', { kind: choice('team', 'unit'), ...free }),
    rule('measures', { kind: keyed(['high', 'low'], periods), ...free }),
    rule('split', { kind: { ...choice('7:3'), implies: { rule: 'shares', of: () => [{ value: exactly70, raw: '70%' }] } }, ...free }),
  ].map((r) => [r.id, r as unknown as AnyRule]),
);
const read = (id: string, raw: unknown): unknown => {
  const p = rules.get(id)!.kind.read(raw);
  if (isWrong(p)) assert.fail(`${id} ${JSON.stringify(raw)}: ${p.wrong.code}`);
  return p.value;
};
const exactly70 = read('shares', { counts: 'reward', of: 'net', exactly: '70%' });

type Answer = {
  readonly rule: string;
  readonly raw: unknown;
  readonly when?: Record<string, string[]>;
  readonly from?: string;
  readonly to?: string;
};
const pack = (id: string, level: Level, ...answers: readonly Answer[]): Pack => ({
  text: { id, title: id, short: id, level, status: 'in-force', numbering: 'names', source: '', from: 'ask', public: true },
  clauses: answers.map(
    (a, i): Clause => ({
      id: `${id}:${i}`,
      title: '',
      force: 'must',
      certainty: 'read',
      sentence: '',
      answers: [
        {
          rule: a.rule,
          when: a.when ?? {},
          force: 'must',
          overrides: [],
          versions: [
            { from: a.from ?? 'ask', ...(a.to ? { to: a.to } : {}), value: read(a.rule, a.raw), raw: a.raw, source: '', alternatives: [] },
          ],
        },
      ],
    }),
  ),
  examples: {},
  revision: '',
});
const adopted = (p: Pack) => ({ pack: p, adoption: { text: p.text.id, from: '2020-01-01' } });
const beside = (own: readonly Answer[], ...above: readonly Answer[]) =>
  compareText(adopted(pack('own', 'institution', ...own)), [adopted(pack('law', 'law', ...above))], { rules, on: '2026-03-02' });
const marks = (id: string, own: unknown, above: unknown) => beside([{ rule: id, raw: own }], { rule: id, raw: above })[0]!.marks;
const share = (limits: object, of = 'net', counts = 'reward') => ({ counts, of, ...limits });

describe('a text beside the texts above it: each rule by its own kind', () => {
  it('calls a share stricter where it admits less, wider where it admits more, and other where it does both', () => {
    const floor = share({ atLeast: '50%' });
    assert.deepEqual(marks('shares', share({ atLeast: '70%' }), floor), ['stricter']);
    assert.deepEqual(marks('shares', share({ atLeast: '50.00%' }), floor), ['same']);
    assert.deepEqual(marks('shares', share({ moreThan: '50%' }), floor), ['stricter']);
    assert.deepEqual(marks('shares', share({ atLeast: '49.99%' }), floor), ['wider']);
    assert.deepEqual(marks('shares', share({ atLeast: '10%', atMost: '60%' }), floor), ['other']);
    assert.deepEqual(marks('shares', share({ atLeast: '50%', orNone: 'yes' }), floor), ['wider']);
  });
  it('does not compare shares of different bases, and says so', () => {
    assert.deepEqual(marks('shares', share({ atLeast: '70%' }, 'received'), share({ atLeast: '50%' })), ['apart']);
    assert.deepEqual(marks('shares', share({ atLeast: '70%' }, 'net', 'staff'), share({ atLeast: '50%' })), ['beside']);
    assert.deepEqual(marks('rate', { of: 'heads', atLeast: '2/3' }, { of: 'weight', atLeast: '80%' }), ['beside']);
    assert.deepEqual(marks('rate', { of: 'weight', atLeast: '2/3' }, { of: 'weight', atLeast: '80%' }), ['wider']);
  });
  it('compares what can be allowed, what must be named, and how long', () => {
    assert.deepEqual(marks('allowed', ['tax'], ['tax', 'fee']), ['stricter']);
    assert.deepEqual(marks('allowed', ['tax', 'fee', 'rnd'], ['tax', 'fee']), ['wider']);
    assert.deepEqual(marks('papers', ['a', 'b'], ['a']), ['more']);
    assert.deepEqual(marks('papers', ['a'], ['b', 'a']), ['fewer']);
    assert.deepEqual(marks('papers', ['a', 'c'], ['a', 'b']), ['other']);
    assert.deepEqual(marks('term', '30日', '15日'), ['longer']);
    assert.deepEqual(marks('term', '2年', '24个月'), ['same']);
    assert.deepEqual(marks('term', '15个工作日', '15日'), ['apart']);
    assert.deepEqual(marks('who', 'team', 'unit'), ['other']);
    assert.deepEqual(marks('measures', { high: '3日', low: '9日' }, { high: '5日' }), ['shorter']);
    assert.deepEqual(marks('measures', { high: '3日', low: '9日' }, { high: '5日', low: '5日' }), ['other']);
    assert.deepEqual(marks('measures', { high: '3日' }, { low: '5日' }), ['beside']);
  });
  it('says what only one of them answers, the texts above last', () => {
    const seen = beside(
      [
        { rule: 'term', raw: '5日' },
        { rule: 'who', raw: 'team' },
      ],
      { rule: 'papers', raw: 'a' },
      { rule: 'who', raw: 'team' },
    );
    assert.deepEqual(
      seen.map((c) => [c.rule, ...c.marks]),
      [
        ['who', 'same'],
        ['term', 'only-here'],
        ['papers', 'absent'],
      ],
    );
  });
  it('compares only what can hold of the same thing, and what stands on the day', () => {
    const when = (mode: string) => ({ mode: [mode] });
    const own: Answer = { rule: 'shares', raw: share({ atLeast: '70%' }), when: when('license') };
    const license = { rule: 'shares', raw: share({ atLeast: '80%' }), when: when('license') };
    const invest = { rule: 'shares', raw: share({ atLeast: '10%' }), when: when('invest') };
    const [seen] = beside([own], license, invest);
    assert.deepEqual(seen!.pairs, [{ own: 0, above: 0, relation: 'wider' }]);
    assert.equal(seen!.above.length, 2);
    const past = { rule: 'shares', raw: share({ atLeast: '20%' }), to: '2026-03-01' };
    const later = { rule: 'shares', raw: share({ atLeast: '60%' }), from: '2026-03-03' };
    assert.deepEqual(beside([own], past, later)[0]!.marks, ['only-here']);
  });
  it('holds what follows from one answer against the rule that it follows for', () => {
    const seen = beside([{ rule: 'split', raw: '7:3' }], { rule: 'shares', raw: share({ atLeast: '50%' }) });
    const shown = seen.find((c) => c.rule === 'shares')!;
    assert.deepEqual([shown.marks, shown.own[0]!.by, shown.own[0]!.value], [['stricter'], 'split', '70%']);
  });
  it('does not measure days in working days or hours', () => {
    assert.equal(periodsRelation({ n: 48, unit: 'hour' }, { n: 2, unit: 'day' }), 'apart');
    assert.deepEqual([together(['same', 'stricter']), together(['stricter', 'wider']), together([])], ['stricter', 'other', undefined]);
  });
});
