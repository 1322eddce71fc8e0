import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCalendarYears } from './calendar-source.ts';
import { readExamples } from './example-reader.ts';
import type { Pack } from './pack.ts';
import { checkShelf } from './pack-check.ts';
import { dataFile, type PackFile } from './pack-file.ts';
import { readClause, readText } from './pack-reader.ts';
import { type AnyRule, rule } from './rule.ts';
import { choice } from './rule-kinds.ts';

const who = rule('who', { kind: choice('team', 'unit'), asOf: 'receivedOn', given: ['mode'], ifSilent: 'ask' });
const rules = new Map<string, AnyRule>([['who', who as unknown as AnyRule]]);

/** Where and with what code a file is at fault. */
function faults(data: unknown, read: (source: PackFile) => unknown): string[] {
  const source = dataFile('f', data);
  read(source);
  return source.faults.map((x) => `${x.code}@${x.file.slice(2)}`);
}
const text = {
  text: 'house',
  title: '本院办法',
  short: '办法',
  level: 'institution',
  status: 'in-force',
  numbering: 'names',
  source: '本院',
  from: '2025-01-01',
};
const version = { from: '2025-01-01', value: 'team', source: '一条' };
const answer = { rule: 'who', versions: [version] };
const clause = { clause: 'house:who', title: '归谁', force: 'must', text: '归团队。', answers: [answer] };
const example = { name: '归团队', rule: 'who', given: { mode: 'transfer' }, on: '2026-03-02', is: 'team' };

describe('a file of a pack is at fault where it does not say what it has to', () => {
  it('says it of text.yaml', () => {
    const of = (data: unknown) => faults(data, readText);
    assert.deepEqual(of(text), []);
    assert.deepEqual(of(['house']), ['pack.not_a_record@']);
    assert.deepEqual(of({ ...text, title: ['本院办法'] }), ['pack.not_a_text@title']);
    assert.deepEqual(of({ ...text, from: undefined }), ['pack.missing_key@']);
    assert.deepEqual(of({ ...text, short: undefined }), ['pack.missing_key@']);
  });
  it('says it of a clause, its answers and their versions', () => {
    const of = (data: unknown) => faults(data, (s) => readClause(s, rules));
    const answered = (more: object) => of({ ...clause, answers: [{ ...answer, ...more }] });
    const dated = (more: object) => answered({ versions: [{ ...version, ...more }] });
    assert.deepEqual(of(clause), []);
    assert.deepEqual(of('归团队'), ['pack.not_a_record@']);
    assert.deepEqual(of({ ...clause, clause: '第一条' }), ['pack.clause_id@clause']);
    assert.deepEqual(of({ ...clause, answers: 'team' }), ['pack.not_a_list@answers']);
    assert.deepEqual(of({ ...clause, answers: ['team'] }), ['pack.not_a_record@answers.0']);
    assert.deepEqual(answered({ rule: 'whom' }), ['pack.unknown_rule@answers.0.rule']);
    assert.deepEqual(answered({ versions: [] }), ['pack.no_version@answers.0']);
    assert.deepEqual(answered({ when: 'transfer' }), ['pack.not_a_record@answers.0.when']);
    assert.deepEqual(answered({ when: { mode: {} } }), ['pack.not_a_list@answers.0.when.mode']);
    assert.deepEqual(answered({ overrides: ['第一条'] }), ['pack.clause_id@answers.0.overrides.0']);
    assert.deepEqual(dated({ value: undefined }), ['pack.missing_key@answers.0.versions.0']);
    assert.deepEqual(dated({ from: undefined }), ['pack.missing_key@answers.0.versions.0']);
    assert.deepEqual(dated({ alternatives: [{ value: 'unit' }] }), ['pack.missing_key@answers.0.versions.0.alternatives.0']);
  });
  it('says it of worked examples', () => {
    const house = readText(dataFile('f', text))!;
    const of = (data: unknown) => faults(data, (s) => readExamples(s, rules, house));
    assert.deepEqual(of([example]), []);
    assert.deepEqual(of(example), ['pack.not_a_list@']);
    assert.deepEqual(of(['归团队']), ['pack.not_a_record@0']);
    assert.deepEqual(of([{ ...example, rule: 'whom' }]), ['pack.unknown_rule@0.rule']);
    assert.deepEqual(of([{ ...example, on: undefined }]), ['pack.missing_key@0']);
    assert.deepEqual(of([{ ...example, on: 'ask' }]), ['pack.missing_key@0']);
    assert.deepEqual(of([{ ...example, reading: '0' }]), ['pack.reading_form@0.reading']);
  });
  it('says it of the days of a year', () => {
    const year = { year: '2026', notice: '国办发明电', off: ['2026-01-01..2026-01-03'], work: ['2026-01-04'] };
    const of = (data: unknown) => faults(data, readCalendarYears);
    assert.deepEqual(of([year]), []);
    assert.deepEqual(of(year), ['pack.not_a_list@']);
    assert.deepEqual(of([{ ...year, year: '26' }]), ['calendar.year_form@0']);
    assert.deepEqual(of([{ ...year, off: '2026-01-01' }]), ['pack.not_a_list@0.off']);
    assert.deepEqual(of([{ ...year, off: ['2026-01-03..2026-01-01'] }]), ['day.form@0.off.0']);
  });
});

describe('a worked example is at fault where the packs answer otherwise', () => {
  const asked = (more: object): string[] => {
    const house = readText(dataFile('f', text))!;
    const examples = readExamples(
      dataFile('f', [example, { ...example, ...more }]),
      new Map([...rules, ['whom', who as unknown as AnyRule]]),
      house,
    );
    const pack: Pack = {
      revision: '1',
      text: house,
      clauses: [readClause(dataFile('f', clause), rules)!],
      examples: { 'house:who': examples },
    };
    return checkShelf(new Map([['house', pack]]), rules).map((f) => `${f.code}@${f.at.join('.')}`);
  };
  it('names the rule, the text or the reading that is not there, and an answer where none was said to be', () => {
    assert.deepEqual(asked({}), []);
    assert.deepEqual(asked({ rule: 'whom' }), ['pack.unknown_rule@1']);
    assert.deepEqual(asked({ adopt: [{ text: 'nowhere' }] }), ['pack.adopts_unknown@1']);
    assert.deepEqual(asked({ reading: '1' }), ['example.no_reading@1']);
    assert.deepEqual(asked({ silent: 'yes' }), ['example.answered@1']);
    assert.deepEqual(asked({ on: '2024-12-31' }), ['example.unanswered@1']);
    assert.deepEqual(asked({ is: 'unit' }), ['example.differs@1']);
  });
});
