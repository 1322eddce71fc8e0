import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { rules } from '../../apps/server/open-house.ts';
import { cookieName } from '../../apps/server/routes/context.ts';
import { buildServer } from '../../apps/server/server.ts';
import { found } from '../../packages/capabilities/institution/founding.ts';
import type { Result } from '../../packages/engine/ask.ts';
import { lookAt } from '../../packages/engine/database.ts';
import { LawShelf } from '../../packages/engine/law-shelf.ts';
import { recheck } from '../../packages/engine/recheck.ts';
import { giveAccount, signIn } from '../../packages/engine/sessions.ts';
import { accepted, refused, type TestHouse, testHouse } from '../support/house.ts';
import { Packs } from '../support/packs.ts';
import { PlainDeal, type PlainHouse, plain, plainHouse } from '../support/plain.ts';
import { asOwner, changesNothing, isWhole } from '../support/stored.ts';
import { told, toldOnly } from '../support/told.ts';

const file = '2-split.yaml';
const from = '2026-04-01';
const reward = 'counts: contributor-reward }';

let h: PlainHouse;
/** Another institution of the same house, bound by the same text; and another process over the same database. */
let other: PlainHouse['who'];
let second: TestHouse;
let split = '';
before(async () => {
  h = await plainHouse();
  other = await found(h.engine, { ...plain, title: '另一医院（测试）', short: '另一医院' });
  second = await testHouse({ url: h.url, packs: h.packs.folder });
  split = fileOf(file);
});
after(async () => {
  await second.close();
  await h.close();
});

const fileOf = (name: string): string => h.engine.law.filesOf('plain', []).get(name)!;
const floor = (share: string): string => split.replace(reward, `counts: contributor-reward, atLeast: ${share} }`);
type Input = {
  text?: string;
  from?: string;
  basis?: string;
  files?: readonly { file: string; content: string }[];
  without?: readonly string[];
};
const input = (more: Input = {}): Input => ({
  text: 'plain',
  from,
  basis: '院办公会2026年第3次会议',
  files: [{ file, content: floor('80%') }],
  without: [],
  ...more,
});
const revise = (more: Input = {}): Promise<Result> => h.send(h.who.as('admin'), 'text.revise', { case: h.who.file, input: input(more) });
const asks = async (code: string, at: string, more: Input): Promise<void> => {
  const t = toldOnly(await changesNothing(h.url, () => revise(more)));
  assert.deepEqual([t.code, t.at], [code, at]);
};
const decided = (house: TestHouse, who: PlainHouse['who'], on: string) =>
  lookAt(house.engine.database, who.id, (db) =>
    db.selectFrom('decision').where('case_id', '=', on).where('command', '=', 'split.propose').orderBy('id').select('revisions').execute(),
  );
const hashOf = async (): Promise<string[]> =>
  (await asOwner(h.url, (db) => db.query<{ revision: string }>('select revision from text_revision order by id'))).rows.map(
    (r) => r.revision,
  );

describe('a revision that is not right changes nothing', () => {
  it('is for texts of the institution’s own, while it has adopted them, from a day it may begin on', async () => {
    await asks('text.unknown', 'text', { text: 'no-such-text' });
    await asks('text.not_own', 'text', { text: 'cn-conversion-law', files: [] });
    await asks('text.not_adopted_then', 'from', { text: 'chaoyang', files: [] });
    await asks('text.not_adopted_then', 'from', { from: '2024-12-31' });
    await asks('text.revision_same', 'files', { files: [{ file, content: split }] });
    await asks('text.revision_same', 'files', { files: [] });
    await asks('text.file_name', 'files.0.file', { files: [{ file: '../2-split.yaml', content: split }] });
    await asks('text.file_unknown', 'without.0', { without: ['9-none.yaml'] });
    const later = fileOf('text.yaml').replace('from: 2025-01-01', 'from: 2026-02-01');
    await asks('text.before_its_day', 'from', { from: '2026-01-31', files: [{ file: 'text.yaml', content: later }] });
  });
  it('is for whoever keeps the adoptions', async () => {
    for (const login of ['dean', 'finance']) {
      const result = await h.send(h.who.as(login), 'text.revise', { case: h.who.file, input: input() });
      assert.deepEqual(refused(result), ['may.not'], login);
    }
  });
  it('names every fault at its file, line and column, and says what to write instead', async () => {
    const faulty = floor('八成').replace('to: institution', 'to: hospital');
    const process = fileOf('1-process.yaml').replace('after: [disclosure]', 'after: [disclosed]').replace('force: must', 'force: shall');
    const files = [
      { file, content: faulty },
      { file: '1-process.yaml', content: process },
    ];
    const all = told(await changesNothing(h.url, () => revise({ files })));
    assert.deepEqual([...new Set(all.map((t) => t.code))], ['text.fault']);
    assert.deepEqual(
      all.map((t) => t.zh),
      [
        'plain/1-process.yaml第3行第1列：“force”不能写作“shall”。可以写：must, should, may。',
        'plain/1-process.yaml第12行第48列：等待的步骤“disclosed”不在流程里。',
        'plain/2-split.yaml第14行第83列：“八成”不是数。请写作 70%、2/3、1000万。',
      ],
    );
  });
  it('runs every worked example, also those of other clauses, and those that lie beside no clause are a fault', async () => {
    const two = split.replace('hospital: { title: 医院留存', 'house: { title: 医院留存');
    const [t] = told(await changesNothing(h.url, () => revise({ files: [{ file, content: two }] })));
    assert.match(t!.zh, /^plain\/2-split\.examples\.yaml第1行第\d+列：算例“三部分”：写的是contributors/);
    const alone = toldOnly(await revise({ files: [{ file: '9-none.examples.yaml', content: '[]' }] }));
    assert.match(alone.zh, /^plain\/9-none\.examples\.yaml第1行第1列：“9-none\.examples\.yaml”旁边没有/);
    const none = told(await revise({ files: [], without: ['2-split.examples.yaml'] }));
    assert.match(none[0]!.zh, /没有算例/);
  });
  it('does not change what text it is, nor how far it binds', async () => {
    const level = fileOf('text.yaml').replace('level: institution', 'level: law');
    assert.match(
      toldOnly(await revise({ files: [{ file: 'text.yaml', content: level }] })).zh,
      /修订不能改变文本的“level”。请写回：institution/,
    );
    const text = fileOf('text.yaml').replace('text: plain', 'text: simple');
    assert.ok(told(await revise({ files: [{ file: 'text.yaml', content: text }] })).every((t) => t.code === 'text.fault'));
  });
});

describe('a revision answers from its day on, for the institution that has adopted it', () => {
  const propose = (d: PlainDeal, share: string) => d.propose({ contributors: share });
  let early: PlainDeal;
  let original = '';
  let revision = '';

  it('is adopted with its ground, and every process answers by it, whichever took it in', async () => {
    original = h.engine.law.shelf.get('plain')!.revision;
    early = await h.deal().received('100000.00');
    accepted(await propose(early, '70%'));
    accepted(await revise());
    [revision] = (await hashOf()) as [string];
    assert.notEqual(revision, original);
    await isWhole(h.url);
    for (const house of [h, second]) {
      house.today('2026-04-02');
      const d = await new PlainDeal(house, h.who).received('100000.00');
      const t = toldOnly(await propose(d, '70%'));
      assert.deepEqual([t.code, t.clauses], ['split.outside_limits', ['plain:split']]);
      assert.match(t.zh, /≥ 80%/);
      accepted(await propose(d, '80%'));
      assert.equal(((await decided(house, h.who, d.dividing))[0]!.revisions as Record<string, string>).plain, revision);
    }
  });
  it('answers a fact of an earlier day as the text was then, and keeps which edition that was', async () => {
    await early.send('tto', 'split.withdraw', early.dividing, { reason: '重拟' });
    accepted(await propose(early, '70%'));
    const kept = await decided(h, h.who, early.dividing);
    assert.deepEqual(
      kept.map((d) => (d.revisions as Record<string, string>).plain),
      [original, original],
    );
  });
  it('leaves the other institution with the text as it was issued', async () => {
    for (const house of [h, second]) {
      const d = await new PlainDeal(house, other).received('100000.00');
      accepted(await propose(d, '70%'));
      assert.equal(((await decided(house, other, d.dividing))[0]!.revisions as Record<string, string>).plain, original);
    }
  });
  it('is there after a restart, and when the packs are read anew', async () => {
    assert.deepEqual(h.engine.law.reload(), []);
    const third = await testHouse({ url: h.url, packs: h.packs.folder, on: '2026-04-03' });
    try {
      for (const house of [h, third]) {
        const d = await new PlainDeal(house, h.who).received('100000.00');
        assert.deepEqual(refused(await propose(d, '70%')), ['split.outside_limits']);
        accepted(await propose(d, '80%'));
      }
    } finally {
      await third.close();
    }
  });
  it('lets what was decided be asked again: nothing differs', async () => {
    const { decisions, differ } = await recheck(h.url, new LawShelf(h.packs.folder, rules));
    assert.ok(decisions > 10);
    assert.deepEqual(differ, []);
  });
  it('goes on from the last revision, never before it, and what it takes out is gone from that day', async () => {
    await asks('text.revised_later', 'from', { from: '2026-03-31' });
    await asks('text.revision_same', 'files', {});
    const clause = `clause: "plain:use"\ntitle: 余额用途\nforce: must\ntext: 余额主要用于研发。\nanswers:\n  - rule: remainder-use\n    versions:\n      - { from: 2026-05-01, value: [rnd], source: 余额一条 }\n`;
    const example = '- { name: 用于研发, rule: remainder-use, on: 2026-05-02, has: [rnd] }\n';
    const files = [
      { file: '4-use.yaml', content: clause },
      { file: '4-use.examples.yaml', content: example },
    ];
    accepted(await revise({ from: '2026-05-01', files, without: [] }));
    assert.equal((await hashOf()).length, 2);
    h.today('2026-05-02');
    const d = await h.deal().received('100000.00');
    const t = toldOnly(await propose(d, '70%'));
    assert.match(t.zh, /≥ 80%/, 'the first revision’s floor stands in the second');
    accepted(await propose(d, '80%'));
    accepted(await revise({ from: '2026-06-01', files: [], without: files.map((f) => f.file) }));
    assert.deepEqual((await hashOf())[2], revision, 'what is taken out again leaves the text as it was before');
    await isWhole(h.url);
  });
  it('is refused by every reader where its files are not those that were adopted', async () => {
    await asOwner(h.url, (db) =>
      db.query(`update text_revision set files = jsonb_set(files, '{${file}}', to_jsonb($1::text)) where revision = $2`, [
        floor('60%'),
        revision,
      ]),
    );
    const third = await testHouse({ url: h.url, packs: h.packs.folder, on: '2026-06-02' });
    try {
      await assert.rejects(new PlainDeal(third, h.who).opened(), /have the hash/);
    } finally {
      await third.close();
    }
    await asOwner(h.url, (db) =>
      db.query(`update text_revision set files = jsonb_set(files, '{${file}}', to_jsonb($1::text)) where revision = $2`, [
        floor('80%'),
        revision,
      ]),
    );
    await isWhole(h.url);
  });
});

describe('the pages read and check a text as the institution has it', () => {
  let sites = 0;
  async function site(house: TestHouse, who: PlainHouse['who']) {
    const app = await buildServer({ engine: house.engine, settings: { origin: undefined } });
    const cookies = new Map<string, string>();
    sites += 1;
    for (const login of ['admin', 'dean']) {
      const account = { login: `${who.id}-${login}-${sites}`, password: 'a password of the tests' };
      await giveAccount(house.engine, { institution: who.id, person: who.people[login]!, ...account });
      const signed = await signIn(house.engine, account);
      assert.ok('token' in signed);
      cookies.set(login, `${cookieName(undefined)}=${signed.token}`);
    }
    const ask = async (as: string, url: string, body?: object) => {
      const headers = { cookie: cookies.get(as)! };
      const answer = await app.inject({ method: body ? 'POST' : 'GET', url, headers, ...(body ? { payload: body } : {}) });
      return { status: answer.statusCode, body: JSON.parse(answer.body) };
    };
    return { ask, close: () => app.close() };
  }
  it('shows which edition holds today, since when, and every other by its hash', async () => {
    h.today('2026-04-10');
    const [ours, theirs] = [await site(h, h.who), await site(h, other)];
    const { body: page } = await ours.ask('dean', '/api/texts/plain');
    const hashes = await hashOf();
    assert.deepEqual([page.text.revision, page.revise], [hashes[0], null]);
    assert.deepEqual(
      page.text.revisions.map((r: { from: string; revision: string }) => [r.from, r.revision]),
      hashes.map((hash, i) => [[from, '2026-05-01', '2026-06-01'][i], hash]),
    );
    const next = await ours.ask('dean', `/api/texts/plain?revision=${hashes[1]}`);
    assert.ok(next.body.clauses.some((c: { id: string; cite: string }) => c.id === 'plain:use' && c.cite === '《简明医院办法》余额用途'));
    const issued = await ours.ask('dean', `/api/texts/plain?revision=${page.text.issued}`);
    assert.ok(!JSON.stringify(issued.body.clauses).includes('80%'));
    const { body: untouched } = await theirs.ask('dean', '/api/texts/plain');
    assert.deepEqual([untouched.text.revision, untouched.text.revisions], [page.text.issued, []]);
    const law = await ours.ask('dean', '/api/public-law');
    assert.deepEqual(
      law.body.revisions.map((r: { from: string; pack: { revision: string } }) => [r.from, r.pack.revision]),
      page.text.revisions.map((r: { from: string; revision: string }) => [r.from, r.revision]),
    );
    assert.deepEqual((await theirs.ask('dean', '/api/public-law')).body.revisions, []);
    await ours.close();
    await theirs.close();
  });
  it('gives the keeper the files and says what a change would be, clause by clause, before anything is adopted', async () => {
    const { ask, close } = await site(second, h.who);
    assert.equal((await ask('dean', '/api/texts/plain/files')).status, 403);
    assert.equal((await ask('dean', '/api/texts/plain/check', { files: [], without: [] })).status, 403);
    assert.equal((await ask('admin', '/api/texts/004/files')).status, 422);
    const { body: given } = await ask('admin', '/api/texts/plain/files');
    assert.deepEqual([given.case, given.last], [h.who.file, '2026-06-01']);
    const content: string = given.files.find((f: { file: string }) => f.file === file).content;
    assert.equal(content, floor('80%'));
    const check = async (files: object[], without: string[] = []) =>
      (await changesNothing(h.url, () => ask('admin', '/api/texts/plain/check', { files, without }))).body;
    const changed = content.replace('80%', '90%').replace('净收入分为', '净收入按下列分为');
    const said = await check([{ file, content: changed }]);
    assert.deepEqual([said.faults, said.unchanged, said.clauses.length], [[], false, 1]);
    const [clause] = said.clauses;
    assert.deepEqual(
      [clause.clause, clause.change, clause.words.map((w: { what: string }) => w.what)],
      ['plain:split', 'changed', ['sentence']],
    );
    assert.deepEqual(clause.answers[0].what, ['value']);
    assert.deepEqual(
      said.examples.map((e: { clause: string; name: string }) => [e.clause, e.name]),
      [['plain:split', '三部分']],
    );
    const faulty = await check([{ file, content: content.replace('80%', '八成') }]);
    assert.deepEqual(
      faulty.faults.map((f: { file: string; line: number; column: number }) => [f.file, f.line, f.column]),
      [['plain/2-split.yaml', 14, 83]],
    );
    const approval = ['3-approval.yaml', '3-approval.examples.yaml'];
    const gone = await check([], approval);
    assert.deepEqual(
      gone.clauses.map((c: { clause: string; change: string }) => [c.clause, c.change]),
      [['plain:approval', 'removed']],
    );
    assert.deepEqual(gone.examples[0].after, []);
    assert.equal((await check([])).unchanged, true);
    await close();
  });
});

describe('packs check', () => {
  it('finds worked examples that lie beside no clause', () => {
    const packs = new Packs({ 'chaoyang/9-none.examples.yaml': '[]' });
    try {
      assert.throws(() => new LawShelf(packs.folder, rules), /chaoyang\/9-none\.examples\.yaml:1:1 pack\.examples_alone/);
    } finally {
      packs.remove();
    }
  });
});
