import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { LeaderClass } from '../../packages/capabilities/institution/decisions.ts';
import { lookAt } from '../../packages/engine/database.ts';
import { accepted, clausesOf, refused } from '../support/house.ts';
import { plainPack } from '../support/packs.ts';
import { type PlainHouse, plainHouse } from '../support/plain.ts';
import { StakeDeal, stakePack } from '../support/stake.ts';
import { isWhole } from '../support/stored.ts';
import { tell, toldOnly } from '../support/told.ts';

let h: PlainHouse;
before(async () => {
  h = await plainHouse({ packs: { ...plainPack(), ...stakePack() } });
  // 院长 is chief until 2026-06-30; the others hold what their posts say.
  const posts: readonly (readonly [string, LeaderClass])[] = [
    ['second', 'chief-of-subordinate'],
    ['third', 'deputy'],
    ['fourth', 'chief-of-unit'],
  ];
  for (const [person, leader] of posts)
    accepted(
      await h.send(h.who.as('admin'), 'post.hold', {
        case: h.who.file,
        input: { person: h.who.people[person], title: leader, leader, from: '2020-01-01' },
      }),
    );
});
after(() => h.close());
beforeEach(() => h.today('2026-03-02'));

const withTeam = async (team: readonly string[], title?: string): Promise<StakeDeal> =>
  await new StakeDeal(h, h.who).acquired({ team, ...(title ? { title } : {}) });
const seventy = { contributors: '70%' };

describe('004 第十一条（三）：正职领导……不得获取股权激励', () => {
  it('refuses shares to a chief on the day of the allocation, and lets him hold them once he has left, with a note [R4-039]', async () => {
    const d = await withTeam(['first', 'dean']);
    const offered = accepted(await d.offer(seventy));
    assert.deepEqual(
      offered.warnings.map((w) => w.refused),
      ['stake.leader_barred'],
      'before that day he is told of',
    );
    await d.confirmed({ first: '60%', dean: '40%' });
    await d.send('finance', 'holders.check', d.stake, {});
    await d.send('finance', 'opinion.give', await d.step('finance', d.stake), { reviewer: 'FA', agreed: true });
    h.today('2026-06-30');
    const barred = await d.allocate();
    assert.deepEqual([refused(barred), clausesOf(barred)], [['stake.leader_barred'], ['004:11.3']]);
    assert.deepEqual(toldOnly(barred).zh, '院长在2026-06-30任本单位正职，不得获取股权激励。请改为现金奖励，或把这一份留给其他人。');
    assert.deepEqual((await d.view()).holdings, []);
    h.today('2026-07-01');
    const allocated = accepted(await d.allocate());
    assert.deepEqual(
      tell(allocated.warnings)[0]!.zh,
      '院长曾任本单位正职，已于2026-06-30离任；按分配当日2026-07-01的职务，可以持股。请留存离任的证明。',
    );
    assert.deepEqual((await d.table())[1], '院长 11.20% 2800000.00');
    await isWhole(h.url);
  });
  it('refuses shares to the chief of a subordinate legal person, in the team and through the staff’s line [R4-039]', async () => {
    const d = await (await withTeam(['first', 'second'])).approved(seventy, { first: '99%', second: '1%' });
    assert.deepEqual([refused(await d.allocate()), clausesOf(await d.allocate())], [['stake.leader_barred'], ['004:11.3']]);
    const other = await withTeam(['first'], '另一项');
    const staff = [{ person: h.who.people.second, share: '1%' }];
    const offered = await other.offer(seventy, { staff });
    assert.deepEqual([refused(offered), clausesOf(offered)], [['stake.leader_barred'], ['004:11.3']]);
  });
  it('does not cover a deputy, nor the head of an internal unit [R4-039]', async () => {
    const d = await (await withTeam(['third', 'fourth', 'first'])).approved(seventy, { third: '40%', fourth: '30%', first: '30%' });
    const allocated = accepted(await d.allocate());
    assert.deepEqual(allocated.warnings, []);
    assert.deepEqual(
      (await d.view()).holdings.map((x) => [x.leader, x.company]),
      [
        ['deputy', '11.20%'],
        ['chief-of-unit', '8.40%'],
        ['none', '8.40%'],
        ['none', '12.00%'],
      ],
    );
  });
  it('stands as a finding where shares of a chief were allocated on paper, and is entered here', async () => {
    const d = await (await withTeam(['first', 'dean'])).approved(seventy, { first: '60%', dean: '40%' });
    const paper = await d.paper('tto', d.stake, 'minutes', '股东会决议');
    const recorded = { decidedBy: '院长', on: '2026-03-02', paper };
    const entered = accepted(await d.allocate('tto', { recorded }));
    assert.deepEqual(entered.findings, ['stake.leader_barred']);
    assert.equal((await d.view()).holdings.length, 3);
  });
  it('lets who decides allocate, and the transfer office only enter it for him', async () => {
    const d = await (await withTeam(['first'])).approved(seventy, { first: '100%' });
    for (const who of ['tto', 'finance', 'first', 'legal']) assert.deepEqual(refused(await d.allocate(who)), ['may.not'], who);
    accepted(await d.allocate('dean'));
  });
});

describe('004 第十一条（三）：正职领导……可以按照国家有关规定和单位制定的具体办法给予现金奖励', () => {
  const cash = (d: StakeDeal, person: string, more: object = {}) => ({
    apart: [{ person: d.who.people[person], amount: '500000.00', ...more }],
  });
  it('allows a chief cash with the unit’s measure and an approval of its own, and refuses it without either [R4-038]', async () => {
    const d = await withTeam(['first', 'dean']);
    const approval = await d.paper('audit', d.stake, 'scan', '正职现金奖励批准文件');
    const measure = '医院〔2025〕12号';
    const none = await d.offer(seventy, cash(d, 'dean'));
    assert.deepEqual([refused(none), clausesOf(none)], [['leader.measure_missing', 'leader.approval_missing'], ['004:11.3']]);
    const without = toldOnly(await d.offer(seventy, cash(d, 'dean', { measure })));
    assert.deepEqual(
      [without.code, without.at, without.zh],
      ['leader.approval_missing', 'apart.0.approval', '院长是正职领导，现金奖励须另行批准，请附上批准文件。'],
    );
    assert.deepEqual(refused(await d.offer(seventy, cash(d, 'dean', { approval }))), ['leader.measure_missing']);
    await d.approved(seventy, { first: '100%' }, cash(d, 'dean', { measure, approval }));
    assert.deepEqual(accepted(await d.allocate()).warnings, []);
    assert.deepEqual(await d.table(), ['第一完成人 28.00% 7000000.00', '医院持股 12.00% 3000000.00']);
    const booked = await lookAt(h.engine.database, h.who.id, (db) =>
      db
        .selectFrom('ledger_entry')
        .where('case_id', '=', d.stake)
        .orderBy('debit', 'desc')
        .select(['account', 'about', 'debit', 'credit'])
        .execute(),
    );
    assert.deepEqual(
      booked.map((l) => [l.account, l.about, l.debit - l.credit]),
      [
        ['unit-funds', 'leader-cash', 50_000_000n],
        ['payroll', h.who.people.dean, -50_000_000n],
      ],
    );
    await isWhole(h.url);
  });
  it('lets a chief stand apart with nothing, and nobody else', async () => {
    const d = await withTeam(['first', 'second', 'third']);
    const apart = (who: string) => ({ apart: [{ person: d.who.people[who] }] });
    const deputy = toldOnly(await d.offer(seventy, apart('third')));
    assert.deepEqual([deputy.code, deputy.clauses, deputy.at], ['stake.apart_not_barred', ['004:11.3'], 'apart.0.person']);
    assert.deepEqual(refused(await d.offer(seventy, apart('stranger'))), ['shares.not_a_contributor']);
    accepted(await d.offer(seventy, apart('second')));
    const agreement = await d.child('split-agreement');
    const all = ['first', 'second', 'third'].map((p, i) => ({ person: d.who.people[p], share: ['50%', '20%', '30%'][i] }));
    assert.deepEqual(refused(await d.try('first', 'shares.propose', agreement, { shares: all })), ['shares.not_a_contributor']);
    await d.confirmed({ first: '60%', third: '40%' });
  });
  it('leaves somebody in the team', async () => {
    const d = await withTeam(['second'], '独一项');
    assert.deepEqual(refused(await d.offer(seventy, { apart: [{ person: d.who.people.second }] })), ['stake.nobody_left']);
  });
});
