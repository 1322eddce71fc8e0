import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { statusOf } from '../../apps/server/problem.ts';
import { lookAt } from '../../packages/engine/database.ts';
import { balances, entriesOf } from '../support/books.ts';
import { accepted, clausesOf, refused } from '../support/house.ts';
import { type PlainDeal, type PlainHouse, plainHouse } from '../support/plain.ts';

let h: PlainHouse;
before(async () => {
  h = await plainHouse();
});
after(() => h.close());

const four = [
  { kind: 'taxes', amount: '600000.00' },
  { kind: 'maintenance', amount: '150000.00' },
  { kind: 'service-fees', amount: '500000.00' },
  { kind: 'direct-costs', amount: '50000.00' },
];
type Line = { part: string; amount: string };
const linesOf = (d: PlainDeal): Promise<Line[]> =>
  lookAt(h.engine.database, d.who.id, async (db) =>
    (
      await db
        .selectFrom('part_line as l')
        .innerJoin('distribution as x', (j) => j.onRef('x.case_id', '=', 'l.case_id').onRef('x.proposal', '=', 'l.proposal'))
        .where('l.case_id', '=', d.dividing)
        .orderBy('l.ordinal')
        .select(['l.part', 'l.amount'])
        .execute()
    ).map((l) => ({ part: l.part, amount: `${l.amount}` })),
  );
const fen = (lines: readonly Line[]): Record<string, number> => Object.fromEntries(lines.map((l) => [l.part, Number(l.amount)]));
const booksOf = async (d: PlainDeal, cases: readonly string[]): Promise<Record<string, bigint>> =>
  balances((await entriesOf(d)).filter((e) => cases.includes(e.case)));

describe('004 第十一条第一款：所获得的收入全部留归单位，纳入单位预算，不上缴国库', () => {
  const booking = { amount: '100000.00', receivedOn: '2026-03-02', bookedTo: 'unit', budgetLine: '成果转化收入' };
  it('books 100,000 wholly to the institution and nothing to the treasury [R4-029]', async () => {
    const d = await h.deal().signed();
    const booked = await d.send('finance', 'income.book', d.conversion, booking);
    assert.deepEqual(await booksOf(d, [booked.case]), { bank: 10_000_000n, 'conversion-income': -10_000_000n });
  });
  it('refuses to book to the treasury, and without a budget line [R4-029]', async () => {
    const d = await h.deal().signed();
    const treasury = await d.try('finance', 'income.book', d.conversion, { ...booking, bookedTo: 'treasury' });
    assert.deepEqual(refused(treasury), ['income.to_treasury']);
    assert.equal(statusOf('income.to_treasury'), 422);
    assert.ok(clausesOf(treasury).includes('004:11.p1.s1'));
    const { budgetLine: _, ...without } = booking;
    const missing = await d.try('finance', 'income.book', d.conversion, without);
    assert.deepEqual(refused(missing), ['field.required']);
    assert.deepEqual(!missing.accepted && missing.refusals[0]?.at, ['budgetLine']);
    const cases = (await d.page()).cases;
    assert.ok(!cases.some((c) => c.procedure === 'receipt'), 'nothing is half booked');
  });
  it('books neither nothing nor money that has not come yet', async () => {
    const d = await h.deal().signed();
    assert.deepEqual(refused(await d.try('finance', 'income.book', d.conversion, { ...booking, amount: '0' })), ['income.nothing']);
    assert.deepEqual(refused(await d.try('finance', 'income.book', d.conversion, { ...booking, receivedOn: '2026-03-03' })), [
      'income.later',
    ]);
  });
});

describe('004 第十一条末款：净收入是收入扣除相关税费、维护费用、第三方服务费用以及评估、鉴定等直接费用后的余额', () => {
  it('leaves 8,700,000 of 10,000,000 after the four deductions [R4-041]', async () => {
    const d = await h.deal().received('10000000.00', four);
    const panel = (await d.page()).panels[d.receipt] as { net: string };
    assert.equal(panel.net, '8700000.00');
    assert.deepEqual(await booksOf(d, [d.receipt]), {
      bank: 1_000_000_000n,
      'conversion-income': -870_000_000n,
      'conversion-costs': -130_000_000n,
    });
  });
  it('does not take off a line of research costs [R4-041]', async () => {
    const d = await h.deal().signed();
    const booked = await d.send('finance', 'income.book', d.conversion, {
      amount: '10000000.00',
      receivedOn: '2026-03-02',
      bookedTo: 'unit',
      budgetLine: '成果转化收入',
    });
    const lines = [...four, { kind: 'rnd-costs', amount: '1.00' }];
    const result = await d.try('finance', 'net.compute', booked.case, { deductions: lines });
    assert.deepEqual(refused(result), ['deduction.not_allowed']);
    assert.deepEqual(!result.accepted && [result.refusals[0]?.clause, result.refusals[0]?.at], [['004:11.end'], ['deductions', 4, 'kind']]);
    assert.deepEqual(refused(await d.try('finance', 'net.compute', booked.case, { deductions: [{ kind: 'taxes', amount: '0' }] })), [
      'deduction.nothing',
    ]);
  });
  it('distributes nothing where the costs exceed the income [R4-041]', async () => {
    const d = await h.deal().signed();
    const booked = await d.send('finance', 'income.book', d.conversion, {
      amount: '1000.00',
      receivedOn: '2026-03-02',
      bookedTo: 'unit',
      budgetLine: '成果转化收入',
    });
    const result = accepted(
      await d.try('finance', 'net.compute', booked.case, { deductions: [{ kind: 'service-fees', amount: '1000.01' }] }),
    );
    assert.deepEqual(
      result.events.map((e) => e.type),
      ['net.computed'],
    );
    const panel = (await d.page()).panels[booked.case] as { net: string };
    assert.equal(panel.net, '0.00');
  });
});

describe('004 第十一条第一款：合理的收益分配，分配后余额主要用于技术研发与成果转化', () => {
  it('leaves 1,740,000 of 8,700,000 for research and conversion after 70% and 10%: F33 [R4-030]', async () => {
    const d = await h.deal().received('10000000.00', four);
    accepted(await d.propose({ contributors: '70%', tto: '10%', 'tto-staff': '3%' }));
    assert.deepEqual(fen(await linesOf(d)), { contributors: 609_000_000, tto: 87_000_000, 'tto-staff': 26_100_000, hospital: 174_000_000 });
    await d.handedOver();
    const books = await booksOf(d, [d.receipt, d.dividing]);
    assert.deepEqual(books, {
      bank: 1_000_000_000n,
      'conversion-income': 0n,
      'conversion-costs': -130_000_000n,
      payroll: -609_000_000n,
      'unit-funds': -261_000_000n,
    });
  });
  it('keeps that the other reading of 3% changes nothing of a proposal of 3%, and refuses 0.3% of it', async () => {
    const d = await h.deal().received('10000000.00', four);
    accepted(await d.propose({ contributors: '70%', tto: '10%', 'tto-staff': '3%' }));
    const decision = await lookAt(h.engine.database, d.who.id, (db) =>
      db
        .selectFrom('decision')
        .where('case_id', '=', d.dividing)
        .where('command', '=', 'split.propose')
        .selectAll()
        .executeTakeFirstOrThrow(),
    );
    const readings = decision.readings as unknown as { clause: string; differs: boolean }[];
    assert.deepEqual(
      readings.filter((r) => r.clause === '004:11.2').map((r) => r.differs),
      [false],
    );
    const low = { contributors: '70%', tto: '10%', 'tto-staff': '0.3%' };
    const result = await d.propose(low);
    assert.deepEqual(refused(result), ['chart.no_place']); // a proposal stands: take it back first
    await d.send('tto', 'split.withdraw', d.dividing, { reason: '换一种读法' });
    const again = await d.propose(low);
    assert.deepEqual(refused(again), ['split.outside_limits']);
    assert.deepEqual(!again.accepted && again.refusals[0]?.clause, ['004:11.2']);
  });
  it('asks for the reason where the remainder is for something else [R4-030]', async () => {
    const d = await h.deal().received('10000000.00', four);
    const shares = { contributors: '70%', tto: '10%', 'tto-staff': '3%' };
    const result = await d.propose(shares, { remainderUse: 'other' });
    assert.deepEqual(refused(result), ['remainder.reason_missing']);
    assert.equal(statusOf('remainder.reason_missing'), 422);
    assert.deepEqual(!result.accepted && [result.refusals[0]?.clause, result.refusals[0]?.at], [
      ['cn-conversion-law:43', '004:11.p1.s2'],
      ['remainderReason'],
    ]);
    assert.deepEqual(refused(await d.propose(shares, { remainderUse: 'other', remainderReason: '  ' })), ['field.required']);
    accepted(await d.propose(shares, { remainderUse: 'other', remainderReason: '行政楼维修，院长办公会另行议定' }));
  });
});

describe('004 第十一条（一）：应当从净收入中提取不低于70%的比例用于奖励', () => {
  for (const [shares, outcome] of [
    [{ contributors: '90%', tto: '10%', 'tto-staff': '3%' }, 'balance 0'],
    [{ contributors: '91%', tto: '10%', 'tto-staff': '3%' }, 'split.sum'],
    [{ contributors: '95%' }, 'balance 1485000'],
    [{ contributors: '80%', tto: '9.99%', 'tto-staff': '3%' }, 'split.outside_limits 004:11.2'],
    [{ contributors: '69.99%' }, 'split.outside_limits 004:11.1'],
  ] as const) {
    it(`answers ${Object.values(shares).join(' / ')} of 297,000 with ${outcome}: F34 [R4-032]`, async () => {
      const d = await h.deal().received('297000.00');
      const result = await d.propose(shares);
      if (outcome.startsWith('balance')) {
        accepted(result);
        assert.equal(fen(await linesOf(d)).hospital, Number(outcome.slice(8)));
        return;
      }
      const [code, ...clauses] = outcome.split(' ');
      assert.ok(!result.accepted);
      assert.deepEqual([...new Set(result.refusals.map((r) => r.refused))], [code]);
      if (clauses.length > 0) assert.equal(result.refusals.map((r) => r.clause).join(','), clauses[0]);
    });
  }
  it('gives the team of 8,700,000 no less than 6,090,000: 70% exactly, and says so where it is less [R4-032]', async () => {
    const d = await h.deal().received('8700000.00');
    const less = await d.propose({ contributors: '69.99%' });
    assert.deepEqual(refused(less), ['split.outside_limits']);
    const facts = !less.accepted && less.refusals[0]!.facts;
    assert.deepEqual(facts && [facts.amount, facts.share, facts.least, facts.base], [
      '6,089,130.00',
      '69.99%',
      '6,090,000.00',
      '8,700,000.00',
    ]);
    accepted(await d.propose({ contributors: '70%' }));
    assert.equal(fen(await linesOf(d)).contributors, 609_000_000);
  });
  it('rounds every floor up to the fen: 70.01 of 100.01: F35 [R4-032]', async () => {
    const d = await h.deal().received('100.01');
    accepted(await d.propose({ contributors: '70%', tto: '10%', 'tto-staff': '3%' }));
    assert.deepEqual(fen(await linesOf(d)), { contributors: 7001, tto: 1001, 'tto-staff': 301, hospital: 1999 });
  });
});

describe('004 第十一条（一）：奖励分配由项目团队内部自行协商确定', () => {
  const team = ['first', 'second', 'third', 'fourth'];
  const shares = (of: Readonly<Record<string, string>>) => Object.entries(of).map(([p, share]) => ({ person: h.who.people[p], share }));
  const dividing = async (): Promise<{ d: PlainDeal; agreement: string }> => {
    const d = await h.deal().received('10000000.00', four, { team });
    accepted(await d.propose({ contributors: '70%', tto: '10%', 'tto-staff': '3%' }));
    return { d, agreement: await d.child('split-agreement') };
  };
  const fair = { first: '40%', second: '30%', third: '20%', fourth: '10%' };

  it('is valid when the shares sum to 100% and every member has confirmed; one missing holds the payment [R4-034]', async () => {
    const { d, agreement } = await dividing();
    await d.send('first', 'shares.propose', agreement, { shares: shares(fair) });
    for (const p of ['first', 'second', 'third']) await d.send(p, 'share.confirm', agreement, {});
    assert.deepEqual(refused(await d.try('finance', 'leaders.check', d.dividing, { measures: [] })), ['chart.no_place']);
    assert.deepEqual(refused(await d.try('finance', 'award.hand-over', d.dividing, {})), ['chart.no_place']);
    const owed = (await d.page()).duties.filter((x) => x.duty === 'share.confirm');
    assert.deepEqual(
      owed.map((x) => x.owner),
      ['第四完成人'],
    );
    await d.send('fourth', 'share.confirm', agreement, {});
    accepted(await d.try('finance', 'leaders.check', d.dividing, { measures: [] }));
    const awards = await lookAt(h.engine.database, d.who.id, (db) =>
      db.selectFrom('award_line').where('case_id', '=', d.dividing).orderBy('amount', 'desc').select('amount').execute(),
    );
    assert.deepEqual(
      awards.map((a) => a.amount),
      [243_600_000n, 182_700_000n, 121_800_000n, 60_900_000n],
    );
  });
  for (const last of ['9.99%', '10.01%']) {
    it(`refuses shares that sum to ${last === '9.99%' ? '99.99%' : '100.01%'} [R4-034]`, async () => {
      const { d, agreement } = await dividing();
      const result = await d.try('first', 'shares.propose', agreement, { shares: shares({ ...fair, fourth: last }) });
      assert.deepEqual(refused(result), ['shares.sum']);
      assert.deepEqual(!result.accepted && result.refusals[0]?.facts, { sum: last === '9.99%' ? '99.99%' : '100.01%' });
    });
  }
  it('lets nobody of the institution edit the shares [R4-034]', async () => {
    const { d, agreement } = await dividing();
    const input = { shares: shares(fair) };
    for (const login of ['dean', 'tto', 'finance', 'admin', 'secretary']) {
      assert.deepEqual(refused(await d.try(login, 'shares.propose', agreement, input)), ['may.not'], login);
      assert.deepEqual(refused(await d.try(login, 'share.confirm', agreement, {})), ['may.not'], login);
    }
    assert.deepEqual(refused(await d.try('stranger', 'shares.propose', agreement, input)), ['case.not_found']);
  });
  it('takes a signed sheet entered by the office as the member’s word, and names both [R4-034]', async () => {
    const { d, agreement } = await dividing();
    await d.send('first', 'shares.propose', agreement, { shares: shares(fair) });
    for (const p of ['first', 'second', 'third']) await d.send(p, 'share.confirm', agreement, {});
    const sheet = await d.paper('tto', agreement, 'scan', '第四完成人签字确认书');
    const recorded = { decidedBy: '第四完成人', on: '2026-03-02', paper: sheet };
    assert.deepEqual(refused(await d.try('tto', 'share.confirm', agreement, {}, { recorded })), ['shares.name_member']);
    accepted(await d.try('tto', 'share.confirm', agreement, { member: h.who.people.fourth }, { recorded }));
    const line = (await d.page()).history.find((e) => e.type === 'agreement.reached')!;
    assert.deepEqual([line.actor, line.decidedBy], ['技术经理人', '第四完成人']);
  });
  it('leaves nobody out, takes nobody in, and asks again after a refusal [R4-034]', async () => {
    const { d, agreement } = await dividing();
    assert.deepEqual(refused(await d.try('first', 'share.confirm', agreement, {})), ['chart.no_place']);
    const three = shares({ first: '40%', second: '30%', third: '30%' });
    assert.deepEqual(refused(await d.try('first', 'shares.propose', agreement, { shares: three })), ['shares.somebody_missing']);
    const other = shares({ ...fair, fourth: '5%', stranger: '5%' });
    assert.deepEqual(refused(await d.try('first', 'shares.propose', agreement, { shares: other })), ['shares.not_a_contributor']);
    await d.send('first', 'shares.propose', agreement, { shares: shares(fair) });
    await d.send('first', 'share.confirm', agreement, {});
    assert.deepEqual(refused(await d.try('first', 'share.confirm', agreement, {})), ['shares.already_confirmed']);
    await d.send('fourth', 'share.refuse', agreement, { words: '我的贡献不止一成' });
    assert.deepEqual(refused(await d.try('first', 'share.confirm', agreement, {})), ['chart.no_place']);
    await d.send('second', 'shares.propose', agreement, { shares: shares({ ...fair, first: '35%', fourth: '15%' }) });
    // a new proposal while the first is being confirmed: everybody confirms anew
    await d.send('first', 'share.confirm', agreement, {});
    await d.send('second', 'shares.propose', agreement, { shares: shares(fair) });
    for (const p of team) await d.send(p, 'share.confirm', agreement, {});
    const page = await d.page();
    assert.equal(page.cases.find((c) => c.id === agreement)?.state, 'agreed');
    assert.deepEqual(
      page.duties.filter((x) => x.case === agreement),
      [],
    );
  });
});
