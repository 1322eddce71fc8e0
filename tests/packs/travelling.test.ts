import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { packFolder, rules } from '../../apps/server/open-house.ts';
import { rewardLimits } from '../../packages/capabilities/distribution/rules.ts';
import { loadPacks } from '../../packages/engine/pack-folder.ts';
import { calendarOf } from '../../packages/kernel/calendar.ts';
import { readCalendarYears } from '../../packages/kernel/calendar-source.ts';
import { lawOf } from '../../packages/kernel/law.ts';
import { type PackData, shelfOf } from '../../packages/kernel/pack-assembly.ts';
import { dataFile } from '../../packages/kernel/pack-file.ts';
import { Packs } from '../support/packs.ts';

const loaded = loadPacks(packFolder, rules);
/** As it goes over the wire. */
const sent = JSON.parse(JSON.stringify({ texts: [...loaded.data.texts.values()], calendar: loaded.data.calendar })) as {
  texts: readonly PackData[];
  calendar: readonly unknown[];
};

describe('a page that answers from the texts itself has the texts the server has', () => {
  it('reads every clause to the same values, under the same revision', () => {
    const { shelf, faults } = shelfOf(sent.texts, rules);
    assert.deepEqual(faults, []);
    assert.deepEqual([...shelf.keys()].sort(), [...loaded.shelf.keys()].sort());
    for (const [id, pack] of loaded.shelf) assert.deepEqual(shelf.get(id), { ...pack, examples: {} });
  });
  it('reads the answers to the rules it asks, and leaves out the others without a fault', () => {
    const { shelf, faults } = shelfOf(sent.texts, new Map([[rewardLimits.id, rewardLimits as never]]));
    assert.deepEqual(faults, []);
    const asked = [...shelf.values()].flatMap((p) => p.clauses.flatMap((c) => c.answers.map((a) => a.rule)));
    assert.deepEqual([...new Set(asked)], ['reward-limits']);
    const ask = { given: { mode: 'transfer' }, on: '2026-06-01' };
    const adopted = ['004', 'cn-conversion-law'].map((text) => ({ text, from: '2016-01-01', to: '2031-01-01' }));
    assert.deepEqual(lawOf(shelf, adopted).answer(rewardLimits, ask), lawOf(loaded.shelf, adopted).answer(rewardLimits, ask));
  });
  it('reads the same working days', () => {
    const [own, server] = [calendarOf(readCalendarYears(dataFile('calendar', sent.calendar))), calendarOf(loaded.calendar)];
    for (const day of ['2026-02-13', '2026-02-28', '2025-09-30', '2027-01-04']) {
      assert.equal(own.addWorkingDays(day, 7), server.addWorkingDays(day, 7));
      assert.equal(own.isProvisional(day), server.isProvisional(day));
    }
  });
  it('says where a value cannot be read', () => {
    const [head, ...clauses] = sent.texts.find((t) => t.folder === 'chaoyang')!.files;
    const wrong = clauses.map((f) => (f.file === '5-reward.yaml' ? { ...f, data: { ...(f.data as object), force: 'perhaps' } } : f));
    const { faults } = shelfOf([{ folder: 'chaoyang', revision: '', files: [head!, ...wrong] }], rules);
    assert.deepEqual(
      faults.map((f) => [f.file, f.code]),
      [['chaoyang/5-reward.yaml.force', 'pack.not_offered']],
    );
  });
});

describe('`public` in text.yaml says whether a text may be shown without an account', () => {
  const publicOf = (texts: Readonly<Record<string, string>>) => {
    const packs = new Packs(texts);
    try {
      return loadPacks(packs.folder, rules);
    } finally {
      packs.remove();
    }
  };
  const text = (id: string, level: string, more = ''): Record<string, string> => ({
    [`${id}/text.yaml`]: `text: ${id}\ntitle: ${id}\nshort: ${id}\nlevel: ${level}\nstatus: in-force\nnumbering: names\nsource: 测试\n${more}from: 2025-01-01\n`,
  });
  it('is yes for law, national, city and standard texts, and no for those of institutions and agreements', () => {
    const levels = ['law', 'national', 'city', 'standard', 'institution', 'agreement'];
    const { shelf, faults } = publicOf(Object.assign({}, ...levels.map((l) => text(`a-${l}`, l))));
    assert.deepEqual(faults, []);
    assert.deepEqual(
      levels.map((l) => shelf.get(`a-${l}`)!.text.public),
      [true, true, true, true, false, false],
    );
  });
  it('is what the file says, where it says it, and a fault where it says neither yes nor no', () => {
    const said = { ...text('shown', 'institution', 'public: yes\n'), ...text('kept', 'national', 'public: no\n') };
    const { shelf } = publicOf(said);
    assert.deepEqual([shelf.get('shown')!.text.public, shelf.get('kept')!.text.public], [true, false]);
    const { faults } = publicOf(text('unclear', 'institution', 'public: maybe\n'));
    assert.deepEqual(
      faults.map((f) => [f.file, f.code, f.facts.offered]),
      [['unclear/text.yaml', 'pack.not_offered', 'yes, no']],
    );
  });
  it('is yes for the institutions of the published case book', () => {
    for (const id of ['pku', 'tsinghua', 'bjtu', 'bit', 'imm', 'puth', 'jishuitan', 'friendship', 'chaoyang'])
      assert.ok(loaded.shelf.get(id)!.text.public, id);
  });
});
