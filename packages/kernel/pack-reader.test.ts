import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Clause } from './pack.ts';
import { readClause } from './pack-reader.ts';
import { PackSource } from './pack-source.ts';
import { type AnyRule, rule } from './rule.ts';
import { choice } from './rule-kinds.ts';

const rules = new Map([['colour', rule('colour', { kind: choice('red'), asOf: 'seenOn', ifSilent: 'free' }) as unknown as AnyRule]]);
const head = 'clause: "t:1"\ntitle: 一\nforce: may\ntext: 为贯彻《甲条例》《乙计划（2024-2027年）》，融合技术、资本。\n';
const read = (more: string): { clause: Clause | undefined; faults: string[] } => {
  const source = new PackSource('t/1.yaml', head + more);
  const clause = readClause(source, rules);
  return { clause, faults: source.faults.map((f) => `${f.line} ${f.code} ${JSON.stringify(f.facts)}`) };
};

describe('a clause may say what its text rests on and what it is for, in the words of its sentence', () => {
  it('reads the basis with the days on which it holds, and the elements of the purpose', () => {
    const { clause, faults } = read(
      'basis:\n  - { title: 甲条例 }\n  - { title: 乙计划（2024-2027年）, from: 2024-01-01, to: 2027-12-31 }\n',
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(clause?.basis, [{ title: '甲条例' }, { title: '乙计划（2024-2027年）', from: '2024-01-01', to: '2027-12-31' }]);
    assert.deepEqual(read('purpose: [技术, 资本]\n').clause?.purpose, ['技术', '资本']);
    assert.deepEqual([read('').clause?.basis, read('').clause?.purpose], [undefined, undefined]);
  });
  it('refuses what the sentence does not say, a day that is none, an end before the beginning, and a purpose that rules', () => {
    assert.deepEqual(read('basis:\n  - { title: 丙条例 }\n').faults, ['6 pack.not_in_sentence {"given":"丙条例"}']);
    assert.deepEqual(read('purpose: [技术, 人才]\n').faults, ['5 pack.not_in_sentence {"given":"人才"}']);
    assert.deepEqual(read('purpose: 技术\n').faults, ['5 pack.not_a_list {"key":"purpose"}']);
    assert.deepEqual(read('basis:\n  - { title: 甲条例, to: ask }\n').faults, ['6 day.form {"given":"ask"}']);
    assert.deepEqual(read('basis:\n  - { title: 甲条例, from: 2024-01-02, to: 2024-01-01 }\n').faults, [
      '6 pack.ends_before {"from":"2024-01-02","to":"2024-01-01"}',
    ]);
    const answers = 'answers:\n  - rule: colour\n    versions:\n      - { from: 2024-01-01, value: red, source: 一 }\n';
    assert.deepEqual(read(`purpose: [技术]\n${answers}`).faults, ['6 pack.purpose_rules {}']);
  });
});
