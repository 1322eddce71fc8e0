import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openAccountFor } from '../../packages/capabilities/institution/account.ts';
import { found } from '../../packages/capabilities/institution/founding.ts';
import type { Ask, Result } from '../../packages/engine/ask.ts';
import { signIn } from '../../packages/engine/sessions.ts';
import { accepted, anotherId, refused } from '../support/house.ts';
import { type PlainHouse, plain, plainHouse } from '../support/plain.ts';
import { changesNothing, isWhole } from '../support/stored.ts';
import { told, toldOnly } from '../support/told.ts';

let h: PlainHouse;
before(async () => {
  h = await plainHouse();
});
after(() => h.close());
const keep = (command: string, input: object, more: Partial<Ask> = {}): Promise<Result> =>
  h.send(h.who.as('admin'), command, { case: h.who.file, input, ...more });
const asks = (code: string, at: string, zh: string, en: string) => async (send: () => Promise<Result>) => {
  const t = toldOnly(await changesNothing(h.url, send));
  assert.deepEqual([t.code, t.at, t.zh, t.en], [code, at, zh, en]);
};

describe('an institution keeps its own file: people, posts, roles, bodies, partners, and the texts that bind it', () => {
  it('lets nobody but the keeper write in it', async () => {
    for (const login of ['first', 'dean', 'finance', 'stranger']) {
      const result = await h.send(h.who.as(login), 'person.list', { case: h.who.file, input: { staffNo: 'x1', name: '新人' } });
      assert.deepEqual(refused(result), [login === 'first' || login === 'stranger' ? 'case.not_found' : 'may.not'], login);
    }
  });
  it('refuses a period that ends before it begins, for a post, a role, a seat and a text', async () => {
    const days = { from: '2026-03-02', to: '2026-03-01' };
    const ends = asks('period.ends_before', 'to', '结束日早于开始日。', 'It ends before it begins.');
    const person = h.who.people.legal;
    await ends(() => keep('post.hold', { person, title: '主任', leader: 'none', ...days }));
    await ends(() => keep('role.assign', { person, role: 'TT', ...days }));
    await ends(() => keep('seat.take', { body: h.who.bodies.meeting, person, ...days }));
    await ends(() => keep('text.adopt', { text: 'gf-2016-16', basis: '同上', ...days }));
  });
  it('refuses a role that the matrix does not have', async () => {
    await asks(
      'role.unknown',
      'role',
      '权限表里没有角色“XX”。',
      'The permission matrix has no role “XX”.',
    )(() => keep('role.assign', { person: h.who.people.legal, role: 'XX', from: '2026-03-02' }));
  });
  it('gives a role from its first day to its last, and no longer', async () => {
    accepted(await keep('role.assign', { person: h.who.people.stranger, role: 'TT', from: '2026-03-03', to: '2026-03-04' }));
    const disclose = await h.deal().opened();
    const ask = () =>
      h.send(h.who.as('stranger'), 'conversion.return', { case: disclose.conversion, input: { step: 'nowhere', reason: '试' } });
    for (const [day, codes] of [
      ['2026-03-02', ['case.not_found']],
      ['2026-03-03', ['step.unknown']],
      ['2026-03-04', ['step.unknown']],
      ['2026-03-05', ['case.not_found']],
    ] as const) {
      h.today(day);
      assert.deepEqual(refused(await ask()), codes, day);
    }
    h.today('2026-03-02');
  });
  it('adopts a text that there is, not before its day, with the end it leaves blank, and not twice at a time', async () => {
    const adopt = (input: object) => keep('text.adopt', { basis: '本院办法', ...input });
    await asks(
      'text.unknown',
      'text',
      '规则库里没有“nowhere”。',
      'The library has no “nowhere”.',
    )(() => adopt({ text: 'nowhere', from: '2026-01-01' }));
    await asks(
      'text.already_adopted',
      'text',
      '《简明医院科技成果转化办法（测试用，虚构）》已经采用。',
      '“简明医院科技成果转化办法（测试用，虚构）” is adopted already.',
    )(() => adopt({ text: 'plain', from: '2026-01-01' }));
    const early = told(await adopt({ text: 'gf-2016-16', from: '2016-02-25' }));
    assert.deepEqual([early[0]?.code, early[0]?.at], ['text.before_its_day', 'from']);
    assert.match(early[0]!.zh, /自2016-02-26起施行，不能更早采用。$/);
    assert.match(early[0]!.en, /in force from 2016-02-26 on and cannot be adopted earlier\.$/);
    const other = await found(h.engine, { ...plain, title: '另一医院', short: '另一医院', adoptions: [] });
    const ask = (input: object) =>
      h.send(other.as('admin'), 'text.adopt', { case: other.file, input: { text: '004', basis: '第三条', ...input } });
    const end = toldOnly(await ask({ from: '2024-12-20' }));
    assert.deepEqual([end.code, end.at], ['text.end_missing', 'to']);
    assert.match(end.zh, /没有写明失效日，请由本单位填写。$/);
    accepted(await ask({ from: '2024-12-20', to: '2025-12-19' }));
    assert.deepEqual(refused(await ask({ from: '2025-06-01', to: '2029-12-19' })), ['text.already_adopted']);
    accepted(await ask({ from: '2025-12-20', to: '2029-12-19' }));
  });
  it('adopts no text for the party that the institution itself is', async () => {
    const made = accepted(await keep('party.list', { title: '本院', kind: 'hospital', ourselves: true }));
    const party = await partyOf(made.events[0]!.seq);
    const t = toldOnly(await keep('text.adopt', { text: 'gf-2016-16', party, from: '2026-01-01', basis: '协议' }));
    assert.deepEqual([t.code, t.at], ['text.party_is_us', 'party']);
  });
  const partyOf = async (seq: number): Promise<string> => {
    const row = await h.see(h.who.as('admin'), (db) =>
      db.selectFrom('event').where('stream_id', '=', h.who.file).where('seq', '=', seq).select('body').executeTakeFirstOrThrow(),
    );
    return (JSON.parse(row.body) as { data: { party: string } }).data.party;
  };

  it('lists a staff number once, and a body’s code once', async () => {
    const twice = asks('record.exists', '', '已有相同的记录，不能重复登记。', 'The same record is there already.');
    await twice(() => keep('person.list', { staffNo: 'dean', name: '同号的人' }));
    await twice(() => keep('body.set-up', { code: 'meeting', title: '另一个会' }));
  });
  it('refers to nobody who is not of the institution', async () => {
    const other = await found(h.engine, { ...plain, title: '邻院', short: '邻院', adoptions: [] });
    for (const person of [anotherId(), other.people.dean]) {
      await asks(
        'reference.unknown',
        'person',
        '引用的记录在本单位不存在。请重新选择。',
        'This institution has no such record. Choose again.',
      )(() => keep('role.assign', { person, role: 'TT', from: '2026-03-02' }));
    }
    const elsewhere = await h.send(other.as('admin'), 'person.list', { case: h.who.file, input: { staffNo: 'x', name: '串门' } });
    assert.deepEqual(refused(elsewhere), ['case.not_found'], 'another institution’s file is not there');
  });
  it('does in it nothing that belongs to another kind of case, and nothing that there is not', async () => {
    const elsewhere = toldOnly(await h.send(h.who.as('tto'), 'conversion.close', { case: h.who.file, input: {} }));
    assert.deepEqual(
      [elsewhere.code, elsewhere.zh, elsewhere.en],
      ['command.other_procedure', '这个操作不属于本事项。', 'This operation does not belong to this matter.'],
    );
    const nothing = toldOnly(await keep('institution.dissolve', {}));
    assert.deepEqual([nothing.code, nothing.zh], ['command.unknown', '没有“institution.dissolve”这个操作。']);
  });
  it('notes who has left; his name stays in what he did', async () => {
    const d = await h.deal().opened({ title: '离职前的成果' });
    accepted(await keep('person.leave', { person: h.who.people.first, leftOn: '2026-03-31' }));
    const page = await d.page();
    assert.equal(page.people[0]?.name, '第一完成人');
    await isWhole(h.url);
  });
  it('opens an account whose secret no event knows', async () => {
    const { id: institution, people } = h.who;
    await openAccountFor(h.engine, { institution, person: people.legal!, login: 'legal', password: 'a long enough secret' });
    assert.ok('token' in (await signIn(h.engine, { login: 'legal', password: 'a long enough secret' })));
    const bodies = await h.see(h.who.as('admin'), (db) =>
      db.selectFrom('event').where('type', '=', 'account.opened').select('body').execute(),
    );
    assert.equal(bodies.length, 1);
    assert.match(bodies[0]!.body, /"login":"legal"/);
    assert.doesNotMatch(bodies[0]!.body, /secret|argon/);
  });
});
