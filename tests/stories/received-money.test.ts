import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DistributionView } from '../../packages/capabilities/distribution/view.ts';
import type { Founding } from '../../packages/capabilities/institution/founding.ts';
import { recheck } from '../../packages/engine/recheck.ts';
import { corrected, receiptOf } from '../support/correcting.ts';
import { accepted, clausesOf, refused } from '../support/house.ts';
import { type PlainDeal, type PlainHouse, plain, plainHouse } from '../support/plain.ts';
import { isWhole } from '../support/stored.ts';

/** 简明医院's steps and approval, and nothing of its own on the division: another text decides that. */
const divides = {
  'plain/2-split.yaml': 'clause: "plain:split"\ntitle: 收益分配\nforce: may\ntext: 另行规定。\n',
  'plain/2-split.examples.yaml': '[]\n',
};
const founding = (adoptions: Founding['adoptions']): Founding => ({
  ...plain,
  adoptions: [{ text: 'cn-conversion-law', from: '2015-10-01', basis: '测试' }, ...adoptions],
});

/** What the books of a deal say beside the bank and the income account: who or what was credited with how much. */
async function credited(d: PlainDeal): Promise<string[]> {
  const { entries } = await d.page('finance');
  return entries
    .filter((e) => ['payroll', 'unit-funds'].includes(e.account) && e.credit !== '0.00')
    .map((e) => `${e.account === 'payroll' ? 'payroll' : e.about} ${e.credit}`)
    .sort();
}
type Shares = Readonly<Record<string, string>>;
const proposing = (d: PlainDeal, shares: Shares, more: object = {}) =>
  d.try('tto', 'split.propose', d.dividing, {
    shares: Object.entries(shares).map(([part, share]) => ({ part, share })),
    remainderUse: 'rnd',
    ...more,
  });

describe('案例6 北医三院：科技成果转化到账经费收益的70%、15%、15%', () => {
  let h: PlainHouse;
  before(async () => {
    const adoptions = ['plain', 'puth'].map((text) => ({ text, from: '2025-01-01', basis: '测试' }));
    h = await plainHouse({ founding: founding(adoptions), packs: divides });
  });
  after(() => h.close());
  const shares: Shares = { team: '70%', main: '35%', department: '15%' };

  it('divides 3,000,000 received of a contract of 10,000,000 and nothing more; each later receipt adds its own [C06-R1]', async () => {
    const d = await h.deal().signed({ price: '10000000.00' });
    await d.income('3000000.00');
    accepted(await proposing(d, shares));
    await d.handedOver();
    const first = ['department 450000.00', 'hospital 450000.00', 'payroll 2100000.00'];
    assert.deepEqual(await credited(d), first);

    h.today('2026-09-01');
    assert.deepEqual(await credited(d), first, 'what has not arrived is not divided');
    await d.income('1000000.00');
    accepted(await proposing(d, shares));
    await d.handedOver();
    assert.deepEqual(await credited(d), [...first, 'department 150000.00', 'hospital 150000.00', 'payroll 700000.00'].sort());
    await isWhole(h.url);
  });
  it('takes no other division of what arrived: 70%, 15% and 15% are exact', async () => {
    const d = await h.deal().received('3000000.00');
    const others: readonly Shares[] = [{ team: '70.01%' }, { team: '69.99%' }, { department: '15.01%' }, { main: '34.999999%' }];
    for (const other of others) {
      const result = await proposing(d, { ...shares, ...other });
      assert.ok(refused(result).includes('split.outside_limits'), JSON.stringify(other));
      assert.deepEqual(clausesOf(result), ['puth:distribution']);
    }
  });
});

describe('案例13 友谊医院：将原定的“7:2:1”的转化收益分配比例修改为“7:3”', () => {
  let h: PlainHouse;
  before(async () => {
    // until the end of March the old order with 简明医院's steps, from April the new one with its three reviews
    const old = ['plain', 'friendship-721'].map((text) => ({ text, from: '2025-01-01', to: '2026-03-31', basis: '测试' }));
    const reformed = { text: 'friendship', from: '2026-04-01', basis: '测试' };
    h = await plainHouse({ founding: founding([...old, reformed]), packs: divides });
  });
  after(() => h.close());
  const before721: Shares = { team: '70%', office: '20%' };
  const after73: Shares = { team: '70%' };
  const body = { approvalBody: 'meeting' };
  const parts = async (d: PlainDeal): Promise<string[]> => {
    const panel = (await d.page()).panels[d.dividing] as DistributionView;
    return panel.lines.map((l) => `${l.part} ${l.amount}`);
  };

  it('divides by the day of the income: a million of 31 March by 7:2:1, of 1 April by 7:3 [C13-R6]', async () => {
    const d = await h.deal().signed({ price: '2000000.00' });
    h.today('2026-04-10');
    const received = async (receivedOn: string): Promise<void> => {
      const booking = { amount: '1000000.00', receivedOn, bookedTo: 'unit', budgetLine: '转化收入' };
      d.receipt = (await d.send('finance', 'income.book', d.conversion, booking)).case;
      await d.send('finance', 'net.compute', d.receipt, { deductions: [] });
      d.dividing = await d.child('distribution');
    };
    await received('2026-03-31');
    const old = d.dividing;
    assert.deepEqual(refused(await proposing(d, after73, body)), ['split.part_missing']);
    accepted(await proposing(d, before721));
    assert.deepEqual(await parts(d), ['team 700000.00', 'office 200000.00', 'hospital 100000.00']);
    await d.handedOver();

    await received('2026-04-01');
    assert.deepEqual(refused(await proposing(d, before721, body)).slice(0, 1), ['split.unknown_part']);
    accepted(await proposing(d, after73, body));
    assert.deepEqual(await parts(d), ['team 700000.00', 'office 300000.00']);

    // run again, the old payout is answered by the old rule: nothing of it would be decided otherwise today
    h.today('2027-01-15');
    assert.deepEqual((await recheck(h.url, h.engine.law)).differ, []);
    d.dividing = old;
    assert.deepEqual(await parts(d), ['team 700000.00', 'office 200000.00', 'hospital 100000.00']);
  });
  it('runs an old payout again by the old rule, however late: paid, found wrong, reversed and divided anew [C13-R6]', async () => {
    h.today('2026-03-20');
    const d = await h.deal().received('1000000.00');
    accepted(await proposing(d, before721));
    await d.handedOver();
    h.today('2027-01-15');
    await corrected(d, await receiptOf(d), '2000000.00');
    await d.send('finance', 'net.compute', d.receipt, { deductions: [] });
    assert.deepEqual(refused(await proposing(d, after73, body)), ['split.part_missing']);
    accepted(await proposing(d, before721));
    assert.deepEqual(await parts(d), ['team 1400000.00', 'office 400000.00', 'hospital 200000.00']);
    await isWhole(h.url);
  });
});
