import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { balances, entriesOf } from '../support/books.ts';
import { corrected, noticed, noticeHouse, receiptOf } from '../support/correcting.ts';
import { accepted } from '../support/house.ts';
import type { PlainDeal, PlainHouse } from '../support/plain.ts';
import { isWhole } from '../support/stored.ts';

let h: PlainHouse;
before(async () => {
  h = await noticeHouse();
});
after(() => h.close());

describe('money that was booked is corrected by reversing entries alone', () => {
  const shares = { contributors: '70%', tto: '10%', 'tto-staff': '3%' };
  const costs = [{ kind: 'taxes', amount: '10000.00' }];
  async function contracted(): Promise<PlainDeal> {
    const d = await noticed(h, '110000.00');
    h.today('2026-03-18');
    await d.sign('110000.00');
    return d;
  }
  /** A deal whose money was booked wrongly, driven to each stage that a distribution knows. */
  const stages: readonly (readonly [state: string, drive: (d: PlainDeal) => Promise<unknown>])[] = [
    ['computed', async () => undefined],
    ['proposed', async (d) => accepted(await d.propose(shares))],
    [
      'confirmed',
      async (d) => {
        accepted(await d.propose(shares));
        await d.confirmed({ first: '100%' });
      },
    ],
    [
      'deciding',
      async (d) => {
        accepted(await d.propose(shares));
        await d.confirmed({ first: '100%' });
        await d.send('finance', 'leaders.check', d.dividing, { measures: [] });
      },
    ],
    [
      'approved',
      async (d) => {
        await stages[3]![1](d);
        await d.send('finance', 'opinion.give', await d.step('finance', d.dividing), { reviewer: 'FA', agreed: true });
      },
    ],
    [
      'handed-over',
      async (d) => {
        await stages[4]![1](d);
        await d.send('finance', 'award.hand-over', d.dividing, {});
      },
    ],
    [
      'correcting',
      async (d) => {
        await stages[5]![1](d);
        await corrected(d, await receiptOf(d), '90000.00');
      },
    ],
  ];
  let right: Record<string, bigint>;
  before(async () => {
    const d = await (await contracted()).income('110000.00', costs);
    accepted(await d.propose(shares));
    await d.handedOver();
    right = balances(await entriesOf(d));
    assert.deepEqual(right, {
      bank: 11_000_000n,
      'conversion-income': 0n,
      'conversion-costs': -1_000_000n,
      payroll: -7_000_000n,
      'unit-funds': -3_000_000n,
    });
  });

  for (const [state, drive] of stages) {
    it(`comes to the books of a deal that was right from the start where an error is found while ${state}`, async () => {
      const d = await (await contracted()).income('101000.00', costs);
      await drive(d);
      assert.equal(await d.state(d.dividing), state);
      const before = await entriesOf(d);
      await corrected(d, await receiptOf(d), '110000.00');
      assert.equal(await d.state(d.dividing), 'correcting');
      const owed = (await d.page()).duties.map((x) => x.duty);
      assert.deepEqual(owed, ['net.compute'], 'what comes next is owed, once, and nothing else');
      await d.send('finance', 'net.compute', d.receipt, { deductions: costs });
      assert.equal(await d.state(d.dividing), 'computed');
      accepted(await d.propose(shares));
      await d.handedOver();

      const after = await entriesOf(d);
      assert.deepEqual(balances(after), right);
      for (const line of before)
        assert.deepEqual(
          after.find((l) => l.id === line.id),
          line,
          'no line is ever changed',
        );
      for (const line of after.filter((l) => l.reverses !== null)) {
        const one = after.find((l) => l.id === line.reverses)!;
        assert.deepEqual([line.account, line.amount, one.reverses], [one.account, -one.amount, null]);
      }
      const reversed = after.flatMap((l) => l.reverses ?? []);
      assert.equal(new Set(reversed).size, reversed.length, 'a line is reversed once');
      const page = await d.page();
      assert.deepEqual(page.documents.filter((x) => x.kind === 'payroll-list' && x.state === 'issued').length, 1);
      assert.deepEqual(page.duties, []);
      await isWhole(h.url);
    });
  }
  it('books anew what was booked wrongly before net income was computed', async () => {
    const d = await contracted();
    const booked = await d.send('finance', 'income.book', d.conversion, {
      amount: '101000.00',
      receivedOn: '2026-03-18',
      bookedTo: 'unit',
      budgetLine: '收入',
    });
    d.receipt = booked.case;
    const t = await receiptOf(d);
    await corrected(d, t, '100000.00');
    await corrected(d, t, '110000.00');
    assert.deepEqual(balances(await entriesOf(d)), { bank: 11_000_000n, 'conversion-income': -11_000_000n });
    assert.equal((await entriesOf(d)).length, 10);
    assert.deepEqual(
      (await d.page()).duties.map((x) => x.duty),
      ['net.compute'],
    );
  });
  it('dates the money anew where the day of receipt was wrong, to the same amounts', async () => {
    const d = await (await contracted()).income('110000.00', costs);
    accepted(await d.propose(shares));
    await d.handedOver();
    await corrected(d, await receiptOf(d, 'received_on'), '2026-03-17');
    await d.send('finance', 'net.compute', d.receipt, { deductions: costs });
    accepted(await d.propose(shares));
    await d.handedOver();
    assert.deepEqual(balances(await entriesOf(d)), right);
    const panel = (await d.page()).panels[d.receipt] as { receivedOn: string };
    assert.equal(panel.receivedOn, '2026-03-17');
  });
  it('takes back one receipt of several, and leaves the others of the same contract as they were', async () => {
    const d = await (await contracted()).income('60000.00', costs);
    accepted(await d.propose(shares));
    await d.handedOver();
    const [other, first] = [await entriesOf(d), { receipt: d.receipt, dividing: d.dividing }];
    await d.income('50000.00', []);
    accepted(await d.propose(shares));
    await d.handedOver();
    await corrected(d, await receiptOf(d), '40000.00');
    assert.deepEqual(
      [await d.state(first.receipt), await d.state(first.dividing), await d.state(d.receipt), await d.state(d.dividing)],
      ['netted', 'handed-over', 'booked', 'correcting'],
    );
    assert.deepEqual(
      (await entriesOf(d)).filter((l) => other.some((o) => o.id === l.id || o.id === l.reverses)),
      other,
    );
    await d.send('finance', 'net.compute', d.receipt, { deductions: [] });
    accepted(await d.propose(shares));
    await d.handedOver();
    assert.deepEqual(balances(await entriesOf(d)), {
      bank: 10_000_000n,
      'conversion-income': 0n,
      'conversion-costs': -1_000_000n,
      payroll: -6_300_000n,
      'unit-funds': -2_700_000n,
    });
    await isWhole(h.url);
  });
  it('withdraws a proposal that the team has confirmed, and one that was refused, without a booking', async () => {
    const d = await (await contracted()).income('110000.00', costs);
    accepted(await d.propose(shares));
    await d.confirmed({ first: '100%' });
    accepted(await d.try('tto', 'split.withdraw', d.dividing, { reason: '重拟' }));
    assert.deepEqual(
      (await d.page()).duties.map((x) => x.duty),
      ['split.propose'],
    );
    accepted(await d.propose(shares));
    await d.confirmed({ first: '100%' });
    await d.send('finance', 'leaders.check', d.dividing, { measures: [] });
    const step = await d.step('finance', d.dividing);
    accepted(await d.try('finance', 'opinion.give', step, { reviewer: 'FA', agreed: false, words: '依据不足' }));
    assert.equal(await d.state(d.dividing), 'computed');
    assert.deepEqual(
      (await d.page()).duties.map((x) => x.duty),
      ['split.propose'],
    );
    accepted(await d.propose(shares));
    await d.handedOver();
    assert.deepEqual(balances(await entriesOf(d)), right);
    assert.deepEqual((await d.page()).duties, []);
  });
});
