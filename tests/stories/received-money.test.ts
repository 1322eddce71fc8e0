import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { DistributionView } from '../../packages/capabilities/distribution/view.ts';
import { recheck } from '../../packages/engine/recheck.ts';
import { corrected, receiptOf } from '../support/correcting.ts';
import { accepted, clausesOf, refused } from '../support/house.ts';
import { adopting, type Shares, type SplitDeal, type SplitHouse, splitHouse } from '../support/other-splits.ts';
import { isWhole } from '../support/stored.ts';

let h: SplitHouse;
before(async () => {
  h = await splitHouse();
});
beforeEach(() => h.today('2026-03-02'));
after(() => h.close());

/** What the books of a deal say beside the bank and the income account: who or what was credited with how much. */
async function credited(d: SplitDeal): Promise<string[]> {
  const { entries } = await d.page('finance');
  return entries
    .filter((e) => ['payroll', 'unit-funds'].includes(e.account) && e.credit !== '0.00')
    .map((e) => `${e.account === 'payroll' ? 'payroll' : e.about} ${e.credit}`)
    .sort();
}
describe('案例6 北医三院：科技成果转化到账经费收益的70%、15%、15%', () => {
  const deal = () => h.at('puth', adopting('cn-conversion-law', 'plain', 'puth'));
  const shares: Shares = { team: '70%', main: '35%', department: '15%' };

  it('divides 3,000,000 received of a contract of 10,000,000 and nothing more; each later receipt adds its own [C06-R1]', async () => {
    const d = await (await deal()).signed({ price: '10000000.00' });
    await d.income('3000000.00');
    accepted(await d.propose(shares));
    await d.handedOver();
    const first = ['department 450000.00', 'hospital 450000.00', 'payroll 2100000.00'];
    assert.deepEqual(await credited(d), first);

    h.today('2026-09-01');
    assert.deepEqual(await credited(d), first, 'what has not arrived is not divided');
    await d.income('1000000.00');
    accepted(await d.propose(shares));
    await d.handedOver();
    assert.deepEqual(await credited(d), [...first, 'department 150000.00', 'hospital 150000.00', 'payroll 700000.00'].sort());
    await isWhole(h.url);
  });
  it('takes no other division of what arrived: 70%, 15% and 15% are exact', async () => {
    const d = await (await deal()).received('3000000.00');
    const others: readonly Shares[] = [{ team: '70.01%' }, { team: '69.99%' }, { department: '15.01%' }, { main: '34.999999%' }];
    for (const other of others) {
      const result = await d.propose({ ...shares, ...other });
      assert.ok(refused(result).includes('split.outside_limits'), JSON.stringify(other));
      assert.deepEqual(clausesOf(result), ['puth:distribution']);
    }
  });
  it('refuses a plan that gives the main completers 349,999.99 of 1,000,000 received, and takes 350,000.00 [C06-R2]', async () => {
    const d = await (await deal()).received('1000000.00');
    const low = await d.propose({ ...shares, main: '34.999999%' });
    assert.deepEqual([refused(low), clausesOf(low)], [['split.outside_limits'], ['puth:distribution']]);
    const { amount, least } = (low.accepted ? {} : low.refusals[0]!.facts) as { amount: string; least: string };
    assert.deepEqual([amount, least], ['349,999.99', '350,000.00']);
    accepted(await d.propose(shares));
  });
});

describe('案例13 友谊医院：将原定的“7:2:1”的转化收益分配比例修改为“7:3”', () => {
  // until the end of March the old order with 简明医院's steps, from April the new one with its three reviews
  const old = adopting('plain', 'friendship-721').map((a) => ({ ...a, to: '2026-03-31' }));
  const reformed = { text: 'friendship', from: '2026-04-01', basis: '测试' };
  const deal = () => h.at('friendship', [...adopting('cn-conversion-law'), ...old, reformed]);
  const before721: Shares = { team: '70%', office: '20%' };
  const after73: Shares = { team: '70%' };
  const body = { approvalBody: 'meeting' };
  const parts = async (d: SplitDeal): Promise<string[]> => {
    const panel = (await d.page()).panels[d.dividing] as DistributionView;
    return panel.lines.map((l) => `${l.part} ${l.amount}`);
  };

  it('divides by the day of the income: a million of 31 March by 7:2:1, of 1 April by 7:3 [C13-R6]', async () => {
    const d = await (await deal()).signed({ price: '2000000.00' });
    h.today('2026-04-10');
    const received = async (receivedOn: string): Promise<void> => {
      const booking = { amount: '1000000.00', receivedOn, bookedTo: 'unit', budgetLine: '转化收入' };
      d.receipt = (await d.send('finance', 'income.book', d.conversion, booking)).case;
      await d.send('finance', 'net.compute', d.receipt, { deductions: [] });
      d.dividing = await d.child('distribution');
    };
    await received('2026-03-31');
    const first = d.dividing;
    assert.deepEqual(refused(await d.propose(after73, body)), ['split.part_missing']);
    accepted(await d.propose(before721));
    assert.deepEqual(await parts(d), ['team 700000.00', 'office 200000.00', 'hospital 100000.00']);
    await d.handedOver();

    await received('2026-04-01');
    assert.deepEqual(refused(await d.propose(before721, body)).slice(0, 1), ['split.unknown_part']);
    accepted(await d.propose(after73, body));
    assert.deepEqual(await parts(d), ['team 700000.00', 'office 300000.00']);

    // run again, the old payout is answered by the old rule: nothing of it would be decided otherwise today
    h.today('2027-01-15');
    assert.deepEqual((await recheck(h.url, h.engine.law)).differ, []);
    d.dividing = first;
    assert.deepEqual(await parts(d), ['team 700000.00', 'office 200000.00', 'hospital 100000.00']);
  });
  it('runs an old payout again by the old rule, however late: paid, found wrong, reversed and divided anew [C13-R6]', async () => {
    h.today('2026-03-20');
    const d = await (await deal()).received('1000000.00');
    accepted(await d.propose(before721));
    await d.handedOver();
    h.today('2027-01-15');
    await corrected(d, await receiptOf(d), '2000000.00');
    await d.send('finance', 'net.compute', d.receipt, { deductions: [] });
    assert.deepEqual(refused(await d.propose(after73, body)), ['split.part_missing']);
    accepted(await d.propose(before721));
    assert.deepEqual(await parts(d), ['team 1400000.00', 'office 400000.00', 'hospital 200000.00']);
    await isWhole(h.url);
  });
});

describe('案例4 北京交通大学：最高可以将科技成果转化现金收益的97%奖励给科研人员', () => {
  it('lets the team choose up to 97.00% and refuses 97.01% [C04-R2]', async () => {
    const d = await (await h.at('bjtu', adopting('cn-conversion-law', 'plain', 'bjtu'))).received('1000000.00');
    const high = await d.tried({ contributors: '97.01%' });
    assert.deepEqual([refused(high), clausesOf(high)], [['split.outside_limits'], ['bjtu:cash-award']]);
    accepted(await d.tried({ contributors: '60%' }));
    accepted(await d.propose({ contributors: '97%' }));
    await d.handedOver();
    assert.deepEqual(await credited(d), ['payroll 970000.00', 'university 30000.00']);
  });
});

describe('案例5 药物研究所：所内提留比例根据课题经费和个人奖励的总比例进行调整，最低只收取10%', () => {
  it('lets the team choose project money and awards; what is kept follows, and never below 10% [C05-R1]', async () => {
    const d = await (await h.at('imm', adopting('plain', 'imm'))).received('1000000.00');
    const low = await d.tried({ project: '60%', personal: '35%', fund: '1%' });
    assert.deepEqual([refused(low), clausesOf(low)], [['split.outside_limits'], ['imm:distribution']]);
    assert.deepEqual(refused(await d.tried({ project: '60%', personal: '41%', fund: '1%' })), ['split.sum']);
    accepted(await d.tried({ project: '30%', personal: '30%', fund: '1%' }));
    accepted(await d.propose({ project: '60%', personal: '30%', fund: '1%' }));
    await d.handedOver();
    assert.deepEqual(await credited(d), ['payroll 300000.00', 'project 600000.00', 'retention 100000.00']);
    await isWhole(h.url);
  });
});
