import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Answer, isAnswered, lawOf } from './law.ts';
import type { Clause, ClauseAnswer, Pack, Shelf, Text } from './pack.ts';
import { isWrong } from './parsed.ts';
import { type AnyRule, rule } from './rule.ts';
import { allowList, choice, shareLimits, union } from './rule-kinds.ts';

const floorRule = rule('floor', {
  kind: shareLimits({ counts: ['reward'], bases: ['net'] }),
  asOf: 'receivedOn',
  given: ['mode'],
  ifSilent: 'free',
});
const whoRule = rule('who', { kind: choice('team', 'unit'), asOf: 'receivedOn', ifSilent: 'ask' });
const paperRule = rule('papers', { kind: union('a', 'b', 'c'), asOf: 'receivedOn', ifSilent: 'free' });
const deductRule = rule('deduct', { kind: allowList('tax', 'fee', 'rnd'), asOf: 'receivedOn', ifSilent: 'ask' });
const on = '2026-06-01';

type Draft = Partial<Omit<ClauseAnswer, 'versions'>> & {
  readonly rule: string;
  readonly raw: unknown;
  readonly from?: string;
  readonly to?: string;
  readonly other?: unknown;
};
const rules = new Map<string, AnyRule>([floorRule, whoRule, paperRule, deductRule].map((r) => [r.id, r as unknown as AnyRule]));

function clause(id: string, ...drafts: readonly Draft[]): Clause {
  const read = (r: string, raw: unknown): unknown => {
    const p = rules.get(r)!.kind.read(raw);
    if (isWrong(p)) assert.fail(p.wrong.code);
    return p.value;
  };
  const answers = drafts.map((d) => ({
    rule: d.rule,
    when: d.when ?? {},
    force: d.force ?? ('must' as const),
    overrides: d.overrides ?? [],
    versions: [
      {
        from: d.from ?? '2000-01-01',
        ...(d.to ? { to: d.to } : {}),
        value: read(d.rule, d.raw),
        raw: d.raw,
        source: 'here',
        alternatives: d.other === undefined ? [] : [{ value: read(d.rule, d.other), raw: d.other, because: 'another reading' }],
      },
    ],
  }));
  return { id, title: id, force: 'must', certainty: 'read', sentence: '…', answers };
}
function pack(id: string, level: Text['level'], ...clauses: readonly Clause[]): [string, Pack] {
  const text: Text = {
    id,
    title: id,
    short: id,
    level,
    status: 'in-force',
    numbering: 'names',
    source: 'a test',
    from: '2000-01-01',
    public: true,
  };
  return [id, { text, clauses, examples: {}, revision: `r-${id}` }];
}
const adopt = (...texts: readonly string[]) => texts.map((text) => ({ text, from: '2000-01-01' }));
const why = (a: Answer<unknown>): Record<string, string> => Object.fromEntries(a.trace.considered.map((c) => [c.clause, c.because]));

describe('limits are never merged into one number', () => {
  const shelf: Shelf = new Map([
    pack(
      'law',
      'law',
      clause('law:45', { rule: 'floor', when: { mode: ['transfer'] }, raw: { counts: 'reward', of: 'net', atLeast: '50%' } }),
    ),
    pack(
      'city',
      'city',
      clause('city:11', { rule: 'floor', when: { mode: ['transfer'] }, raw: { counts: 'reward', of: 'net', atLeast: '70%' } }),
    ),
  ]);
  it('gives every binding clause its own bound', () => {
    const a = lawOf(shelf, adopt('law', 'city')).answer(floorRule, { given: { mode: 'transfer' }, on });
    assert.ok(isAnswered(a));
    assert.deepEqual(
      a.value.map((b) => b.clause),
      ['law:45', 'city:11'],
    );
  });
  it('does not count a text that is not adopted, nor a condition that is not met', () => {
    const a = lawOf(shelf, adopt('law')).answer(floorRule, { given: { mode: 'equity' }, on });
    assert.ok('silent' in a);
    assert.deepEqual(why(a), { 'law:45': 'condition' });
  });
  it('says which condition it cannot decide when it is not told', () => {
    const a = lawOf(shelf, adopt('law')).answer(floorRule, { given: { mode: undefined }, on });
    assert.deepEqual('open' in a && a.open, ['mode']);
  });
});

describe('one answer: the most specific adopted text', () => {
  const shelf: Shelf = new Map([
    pack('law', 'law', clause('law:44', { rule: 'who', raw: 'unit' })),
    pack('house', 'institution', clause('house:3', { rule: 'who', raw: 'team', from: '2026-01-01', to: '2026-12-31' })),
    pack('rival', 'institution', clause('rival:1', { rule: 'who', raw: 'unit' })),
    pack('heir', 'institution', clause('heir:1', { rule: 'who', raw: 'unit', overrides: ['house:3'] })),
  ]);
  const ask = (texts: readonly string[], day = on) => lawOf(shelf, adopt(...texts)).answer(whoRule, { given: {}, on: day });
  it('lets the institution speak where the law leaves room, and names the clause that gave way', () => {
    const a = ask(['law', 'house']);
    assert.ok(isAnswered(a));
    assert.equal(a.value, 'team');
    assert.deepEqual(why(a), { 'law:44': 'less-specific', 'house:3': 'applies' });
  });
  it('answers for the date of the fact', () => {
    const before = ask(['law', 'house'], '2025-12-31');
    const after = ask(['law', 'house'], '2027-01-01');
    assert.ok(isAnswered(before) && isAnswered(after));
    assert.deepEqual([before.value, after.value], ['unit', 'unit']);
    assert.deepEqual([why(before)['house:3'], why(after)['house:3']], ['not-yet-in-force', 'no-longer-in-force']);
  });
  it('calls two at one level a conflict, unless one overrides the other', () => {
    const both = ask(['house', 'rival']);
    assert.deepEqual('conflict' in both && both.conflict, ['house:3', 'rival:1']);
    const declared = ask(['house', 'heir']);
    assert.ok(isAnswered(declared));
    assert.equal(why(declared)['house:3'], 'overridden');
  });
  it('is silent, and does not invent, where nobody speaks', () => assert.ok('silent' in ask([])));
});

describe('sets and allow-lists', () => {
  const shelf: Shelf = new Map([
    pack('law', 'law', clause('law:1', { rule: 'papers', raw: ['a'] }, { rule: 'deduct', raw: ['tax', 'fee'] })),
    pack('house', 'institution', clause('house:1', { rule: 'papers', raw: ['b'] }, { rule: 'deduct', raw: ['fee', 'rnd'] })),
  ]);
  const law = lawOf(shelf, adopt('law', 'house'));
  it('unites what must be filed and keeps of what is allowed only what every text allows', () => {
    const papers = law.answer(paperRule, { given: {}, on });
    const deductions = law.answer(deductRule, { given: {}, on });
    assert.ok(isAnswered(papers) && isAnswered(deductions));
    assert.deepEqual(papers.value, ['a', 'b']);
    assert.deepEqual(deductions.value, ['fee']);
  });
});

describe('K12: readings have machine values', () => {
  const shelf: Shelf = new Map([
    pack(
      'city',
      'city',
      clause('city:2', {
        rule: 'floor',
        raw: { counts: 'reward', of: 'net', atLeast: '3%' },
        other: { counts: 'reward', of: 'net', atLeast: '0.3%' },
      }),
    ),
  ]);
  const law = lawOf(shelf, adopt('city'));
  it('lists the readings that could change an answer and gives the answer under each', () => {
    assert.deepEqual(law.readings(floorRule, on), [{ clause: 'city:2', rule: 'floor', index: 0, because: 'another reading' }]);
    const [reading] = law.readings(floorRule, on);
    const a = law.answer(floorRule, { given: { mode: 'transfer' }, on, reading: reading! });
    assert.deepEqual(a.trace.considered[0]!.value, { counts: 'reward', of: 'net', atLeast: '0.3%' });
  });
});

describe('a text whose days are blank', () => {
  const shelf: Shelf = new Map([pack('draft', 'city', clause('draft:1', { rule: 'who', raw: 'team', from: 'ask', to: 'ask' }))]);
  it('holds only between the days that the adoption enters', () => {
    const law = lawOf(shelf, [{ text: 'draft', from: '2026-06-01', to: '2026-06-30' }]);
    const at = (day: string): boolean => isAnswered(law.answer(whoRule, { given: {}, on: day }));
    assert.deepEqual(['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'].map(at), [false, true, true, false]);
  });
});

describe('a citation names clauses, or the rule they answer', () => {
  const shelf: Shelf = new Map([
    pack('nation', 'law', clause('nation:1', { rule: 'floor', raw: { counts: 'reward', of: 'net', atLeast: '50%' } })),
    pack(
      'house',
      'institution',
      clause('house:1', { rule: 'floor', raw: { counts: 'reward', of: 'net', atLeast: '70%' }, to: '2026-05-31' }),
    ),
  ]);
  it('shows the clauses of adopted texts only, and for a rule those in force that answer it', () => {
    const law = lawOf(shelf, adopt('nation', 'house'));
    assert.deepEqual(law.cited(['@floor', 'nation:1', 'city:2'], '2026-05-31'), ['nation:1', 'house:1']);
    assert.deepEqual(law.cited(['@floor', '@who'], on), ['nation:1']);
    assert.deepEqual(lawOf(shelf, adopt('house')).cited(['nation:1', '@floor'], on), []);
  });
});
