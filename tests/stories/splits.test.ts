import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DistributionView } from '../../packages/capabilities/distribution/view.ts';
import { found } from '../../packages/capabilities/institution/founding.ts';
import { lookAt } from '../../packages/engine/database.ts';
import { cited } from '../../packages/kernel/chart.ts';
import { accepted, refused } from '../support/house.ts';
import { plainPack } from '../support/packs.ts';
import { PlainDeal, type PlainHouse, plain, plainHouse } from '../support/plain.ts';
import { changesNothing, isWhole } from '../support/stored.ts';
import { toldOnly } from '../support/told.ts';

/** 毛额医院 divides what came in; it says nothing of costs, and has adopted no text that does. */
const gross = plainPack({ id: 'gross' });
const divides = {
  ...gross,
  'gross/2-split.yaml': gross['gross/2-split.yaml']!.replace('base: net-income', 'base: received'),
};
let h: PlainHouse;
let who: PlainDeal['who'];
before(async () => {
  h = await plainHouse({ packs: { ...plainPack(), ...divides } });
  who = await found(h.engine, {
    ...plain,
    title: '毛额医院',
    short: '毛额',
    adoptions: [{ text: 'gross', from: '2025-01-01', basis: '本院办法' }],
  });
});
after(() => h.close());

const signed = async (d: PlainDeal): Promise<PlainDeal> => {
  await d.opened();
  const pricing = await d.step('pricing');
  await d.send('tto', 'disposal.check', pricing, { stateSecret: false, nationalSecurity: false, keyCoreTechnology: false });
  await d.send('tto', 'price.set', pricing, { method: 'listed', price: '100000.00', grounds: '挂牌' });
  return await d.sign('100000.00');
};
const cost = { kind: 'taxes', amount: '10000.00', ground: '完税凭证' };

describe('what may be taken off and what is divided follows the texts; where they say nothing, each line says its ground', () => {
  it('asks each deduction for its ground where no text names what may be taken off', async () => {
    const d = await signed(new PlainDeal(h, who));
    const booking = { amount: '100000.00', receivedOn: '2026-03-02', bookedTo: 'unit', budgetLine: '收入' };
    const { case: receipt } = await d.send('finance', 'income.book', d.conversion, booking);
    const without = { kind: 'rnd-costs', amount: '1.00' };
    const t = toldOnly(await changesNothing(h.url, () => d.try('finance', 'net.compute', receipt, { deductions: [cost, without] })));
    assert.deepEqual(
      [t.code, t.at, t.zh],
      ['deduction.ground_missing', 'deductions.1.ground', '本单位采用的文本没有规定可扣除的费用，每一笔扣除都须写明依据。'],
    );
    assert.equal(t.en, 'No adopted text says what may be taken off, so each line states its ground.');
    accepted(await d.try('finance', 'net.compute', receipt, { deductions: [cost, { ...without, ground: '课题合同第3条' }] }));
  });
  it('leaves enough of money received to bear its costs, and the books close to nothing', async () => {
    const d = await (await signed(new PlainDeal(h, who))).income('100000.00', [cost]);
    const t = toldOnly(await d.propose({ contributors: '90.01%' }));
    assert.deepEqual(
      [t.code, t.clauses, t.zh],
      ['split.costs_unborne', ['gross:split'], '按到账分配的，余额9990.00元不足以承担成本10000.00元。'],
    );
    assert.equal(t.en, 'Dividing what came in, the remainder of 9990.00 does not bear the costs of 10000.00.');
    accepted(await d.propose({ contributors: '85%' }));
    await d.handedOver();
    const lines = await lookAt(h.engine.database, who.id, (db) =>
      db
        .selectFrom('ledger_entry as l')
        .innerJoin('case_file as c', 'c.id', 'l.case_id')
        .where('c.root_id', '=', d.conversion)
        .select(['l.account', 'l.debit', 'l.credit'])
        .execute(),
    );
    const sums: Record<string, bigint> = {};
    for (const l of lines) sums[l.account] = (sums[l.account] ?? 0n) + l.debit - l.credit;
    assert.deepEqual(sums, {
      bank: 10_000_000n,
      'conversion-income': 0n,
      'conversion-costs': -1_000_000n,
      payroll: -8_500_000n,
      'unit-funds': -500_000n,
    });
    await isWhole(h.url);
  });
  it('gives inside a part no more than the part', async () => {
    const d = await h.deal().received('100000.00');
    const t = toldOnly(await d.propose({ contributors: '70%', tto: '10%', 'tto-staff': '10.01%' }));
    assert.deepEqual([t.code, t.at, t.zh], ['split.inner_sum', 'shares', '“技术转移部门经费”之中列出的10010.00元多于它本身的10000.00元。']);
    assert.equal(t.en, 'Inside “技术转移部门经费” 10010.00 yuan are listed, more than its 10000.00 yuan.');
    accepted(await d.propose({ contributors: '70%', tto: '10%', 'tto-staff': '10%' }));
  });
});

describe('004 第十一条（二）：可提取不低于10%用于保障技术转移部门运行，其中应提取不低于3%用于专职人员奖励和人才培养', () => {
  /** Proposes and takes it back: the amounts of the parts, or what refuses it. */
  async function tried(d: PlainDeal, contributors: string, tto: string, staff: string): Promise<string[]> {
    const result = await d.propose({ contributors, tto, 'tto-staff': staff });
    if (!result.accepted) return result.refusals.map((r) => `${r.refused} ${cited(r.clause).join('+')}`.trim());
    const { lines } = (await d.page()).panels[d.dividing] as DistributionView;
    await d.send('tto', 'split.withdraw', d.dividing, { reason: '另拟' });
    return lines.map((l) => `${l.part} ${l.amount}`);
  }
  it('takes nothing or 10% for the office, and not 9.99%; with 90% to the team nothing is left, 91% is too much [R4-035]', async () => {
    const d = await h.deal().received('8700000.00');
    assert.deepEqual((await tried(d, '70%', '0%', '0%')).slice(0, 2), ['contributors 6090000.00', 'tto 0.00']);
    assert.deepEqual(await tried(d, '70%', '9.99%', '3%'), ['split.outside_limits 004:11.2']);
    assert.deepEqual(await tried(d, '70%', '10%', '3%'), [
      'contributors 6090000.00',
      'tto 870000.00',
      'tto-staff 261000.00',
      'hospital 1740000.00',
    ]);
    assert.equal((await tried(d, '90%', '10%', '3%')).at(-1), 'hospital 0.00');
    assert.deepEqual(await tried(d, '91%', '10%', '3%'), ['split.sum plain:split']);
  });
  it('wants 3% of the net income for staff once the office gets anything: 2.9% is refused, 261,000 of 8,700,000 is not [R4-036]', async () => {
    const d = await h.deal().received('8700000.00');
    assert.deepEqual(await tried(d, '70%', '10%', '2.9%'), ['split.outside_limits 004:11.2']);
    assert.ok((await tried(d, '70%', '10%', '3%')).includes('tto-staff 261000.00'));
    assert.ok((await tried(d, '70%', '0%', '0%')).includes('tto-staff 0.00'), 'without the office the row does not apply');
    // 3% of the ten would be 26,100: the other reading is kept with the decision
    const last = await h.see(d.who.as('tto'), (db) =>
      db
        .selectFrom('decision')
        .where('case_id', '=', d.dividing)
        .where('command', '=', 'split.propose')
        .orderBy('id')
        .select('readings')
        .execute(),
    );
    const readings = last[0]!.readings as unknown as { clause: string; rule: string }[];
    assert.ok(readings.some((r) => r.clause === '004:11.2' && r.rule === 'reward-limits'));
  });
});

describe('004 第十一条（一）：奖励分配由项目团队内部自行协商确定', () => {
  it('hears only who is of the team, though he may divide elsewhere, and confirms only for a member [R4-034]', async () => {
    accepted(
      await h.send(h.who.as('admin'), 'role.assign', {
        case: h.who.file,
        input: { person: h.who.people.dean, role: 'CT', from: '2026-01-01' },
      }),
    );
    const d = await h.deal().received('100000.00', [], { team: ['first', 'second'] });
    accepted(await d.propose({ contributors: '70%' }));
    const on = await d.child('split-agreement');
    const shares = [
      { person: d.who.people.first, share: '50%' },
      { person: d.who.people.second, share: '50%' },
    ];
    const outside = toldOnly(await d.try('dean', 'shares.propose', on, { shares }));
    assert.deepEqual(
      [outside.code, outside.zh, outside.en],
      [
        'shares.not_of_team',
        '团队内部分配由项目团队自行协商确定，您不是团队成员。',
        'The team divides its pool itself; you are not of the team.',
      ],
    );
    await d.send('first', 'shares.propose', on, { shares });
    const notMine = toldOnly(await d.try('dean', 'share.confirm', on, {}));
    assert.deepEqual(
      [notMine.code, notMine.zh, notMine.en],
      ['shares.not_yours', '这份分配中没有您的份额。', 'You have no share in this division.'],
    );
    assert.deepEqual(refused(await d.try('dean', 'share.refuse', on, { words: '不同意' })), ['shares.not_yours']);
    const paper = await d.paper('tto', on, 'scan', '签字件');
    const recorded = { decidedBy: '院长', on: '2026-03-02', paper };
    assert.deepEqual(refused(await d.try('tto', 'share.confirm', on, { member: d.who.people.dean }, { recorded })), ['shares.not_yours']);
  });
});
