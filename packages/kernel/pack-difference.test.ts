import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { byRevision, onDay, withRevisions } from './edition.ts';
import { lawOf } from './law.ts';
import type { Clause, Pack, Version } from './pack.ts';
import { differenceOf, exampleChanges } from './pack-difference.ts';
import { type AnyRule, rule } from './rule.ts';
import { choice } from './rule-kinds.ts';

const who = rule('who', { kind: choice('team', 'unit', 'house'), asOf: 'on', ifSilent: 'free' });
const rules = new Map<string, AnyRule>([[who.id, who as unknown as AnyRule]]);
const version = (value: string, more: Partial<Version> = {}): Version => ({
  from: '2025-01-01',
  value,
  raw: value,
  source: 'here',
  alternatives: [],
  ...more,
});
const clause = (id: string, versions: readonly Version[], more: Partial<Clause> = {}): Clause => ({
  id,
  title: id,
  force: 'must',
  certainty: 'read',
  sentence: '…',
  answers: versions.length === 0 ? [] : [{ rule: 'who', when: {}, force: 'must', overrides: [], versions }],
  ...more,
});
const pack = (revision: string, ...clauses: readonly Clause[]): Pack => ({
  text: {
    id: 'own',
    title: 'own',
    short: 'own',
    level: 'institution',
    status: 'in-force',
    numbering: 'names',
    source: '',
    from: 'ask',
    public: true,
  },
  clauses,
  examples: {
    'own:a': [
      {
        name: 'who it is',
        rule: 'who',
        given: {},
        on: '2026-03-02',
        adopt: [{ text: 'own', from: '2025-01-01' }],
        silent: false,
        expects: {},
      },
    ],
  },
  revision,
});

const issued = pack('1', clause('own:a', [version('team')]), clause('own:b', []));
const first = pack('2', clause('own:a', [version('unit')]), clause('own:c', []));
const secondly = pack('3', clause('own:a', [version('house')]));
const text = withRevisions(issued, [
  { from: '2026-03-01', pack: first },
  { from: '2026-06-01', pack: secondly },
]);

describe('a text that was revised answers by the edition of the day', () => {
  it('answers on the last day of one edition and the first of the next, and names only the one that speaks', () => {
    const law = lawOf(new Map([['own', text]]), [{ text: 'own', from: '2025-06-01' }]);
    const said = (on: string) => {
      const { trace, ...answer } = law.answer(who, { given: {}, on });
      return ['value' in answer ? answer.value : 'silent', ...trace.considered.map((c) => c.revision)];
    };
    assert.deepEqual(['2025-05-31', '2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01'].map(said), [
      ['silent', '1'],
      ['team', '1'],
      ['unit', '2'],
      ['unit', '2'],
      ['house', '3'],
    ]);
    assert.deepEqual([law.cited(['@who', 'own:b'], '2026-04-01'), onDay(text, '2026-04-01').revision], [['own:a', 'own:b'], '2']);
  });
  it('lets a later revision from the same day take the place of the one before', () => {
    const twice = withRevisions(issued, [
      { from: '2026-03-01', pack: first },
      { from: '2026-03-01', pack: secondly },
    ]);
    assert.deepEqual([onDay(twice, '2026-02-28').revision, onDay(twice, '2026-03-01').revision], ['1', '3']);
    assert.equal(byRevision(twice, '2'), first);
  });
  it('is the text itself where there is no revision', () => assert.equal(withRevisions(issued, []), issued));
});

describe('what a revision says otherwise', () => {
  it('is nothing between a text and itself', () => assert.deepEqual(differenceOf(issued, issued), { text: [], clauses: [] }));
  it('names words, values and dates that are other, clauses that come and go', () => {
    const after = pack(
      '2',
      clause('own:a', [version('team', { to: '2026-12-31' }), version('unit', { from: '2027-01-01' })], { sentence: '!' }),
      clause('own:c', []),
    );
    const { clauses } = differenceOf(issued, after);
    assert.deepEqual(
      clauses.map((c) => [c.clause, c.change]),
      [
        ['own:a', 'changed'],
        ['own:c', 'added'],
        ['own:b', 'removed'],
      ],
    );
    assert.deepEqual(clauses[0]!.words, [{ what: 'sentence', before: '…', after: '!' }]);
    assert.deepEqual(
      clauses[0]!.answers.map((a) => [a.before?.value ?? null, a.after?.value ?? null, a.before ? a.what : 'new']),
      [
        ['team', 'team', ['to']],
        [null, 'unit', 'new'],
      ],
    );
    assert.deepEqual(
      differenceOf(after, issued)
        .clauses.find((c) => c.clause === 'own:a')!
        .answers.at(-1)!.after,
      null,
    );
  });
  it('asks every worked example anew and tells the answers apart', () => {
    const shelves = { before: new Map([['own', issued]]), after: new Map([['own', first]]) };
    const [change, ...others] = exampleChanges('own', shelves, rules);
    assert.deepEqual([change!.before[0]!.value, change!.after[0]!.value, others], ['team', 'unit', []]);
    assert.deepEqual(exampleChanges('own', { before: shelves.before, after: shelves.before }, rules), []);
  });
});
