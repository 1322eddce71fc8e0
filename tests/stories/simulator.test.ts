import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { firstQuestion, type Question } from '../../packages/capabilities/simulator/question.ts';
import { simulate } from '../../packages/capabilities/simulator/simulation.ts';
import { lookAt } from '../../packages/engine/database.ts';
import { previewCommand } from '../../packages/engine/run-command.ts';
import { writeYuan } from '../../packages/kernel/money.ts';
import { accepted } from '../support/house.ts';
import { type PlainDeal, type PlainHouse, plainHouse } from '../support/plain.ts';

let h: PlainHouse;
before(async () => {
  h = await plainHouse();
});
after(() => h.close());

const law = ['cn-conversion-law@2015-10-01', '004@2024-12-20..2029-12-19', 'plain@2025-01-01'];
const supposed = (more: Partial<Question>) =>
  simulate({ ...firstQuestion('2026-03-02'), law, ...more }, { shelf: h.engine.law.shelf, calendar: h.engine.law.calendar }).result;
type Deal = { readonly amount: string; readonly costs: readonly { kind: string; amount: string }[] };
const deals: readonly Deal[] = [
  { amount: '297000.00', costs: [] },
  { amount: '100.01', costs: [{ kind: 'taxes', amount: '0.07' }] },
  {
    amount: '10000000.03',
    costs: [
      { kind: 'maintenance', amount: '333333.33' },
      { kind: 'direct-costs', amount: '0.01' },
    ],
  },
];
const hundredths = fc.integer({ min: 0, max: 10_000 }).map((n) => `${n / 100}%`);
const shares = fc.record({ contributors: hundredths, tto: hundredths, 'tto-staff': hundredths });

async function previewed(d: PlainDeal, of: Readonly<Record<string, string>>) {
  const input = { shares: Object.entries(of).map(([part, share]) => ({ part, share })), remainderUse: 'rnd' };
  const preview = await previewCommand(h.engine, h.who.as('tto'), { command: 'split.propose', case: d.dividing, input });
  const data = preview.happens[0]?.data as { lines: readonly { part: string; amount: string }[] } | undefined;
  return { lines: (data?.lines ?? []).map((l) => [l.part, l.amount]), refused: preview.refusals.map((r) => r.refused) };
}

describe('the simulator says what the house would say of the same proposal', () => {
  for (const [n, { amount, costs }] of deals.entries()) {
    it(`has the same amounts and refusals as the server, for 40 proposals of ${amount} received`, async () => {
      const d = await h.deal().received(amount, costs, { title: `成果${n}` });
      for (const of of fc.sample(shares, { numRuns: 40, seed: 1998 + n })) {
        const server = await previewed(d, of);
        const own = supposed({ amount, costs, shares: of });
        assert.deepEqual(
          own.lines.map((l) => [l.part, writeYuan(l.amount)]),
          server.lines,
          JSON.stringify(of),
        );
        assert.deepEqual(
          own.standing.map((r) => r.refused).filter((r) => !r.startsWith('leader.')),
          server.refused,
          JSON.stringify(of),
        );
      }
    });
  }
  it('names the very fen that payroll is handed for each of the team [C04-R5]', async () => {
    const d = await h
      .deal()
      .received('1000000.01', [{ kind: 'taxes', amount: '60000.10' }], { team: ['first', 'second', 'third'], title: '手交' });
    accepted(await d.propose({ contributors: '71.37%', tto: '10%', 'tto-staff': '3%' }));
    await d.handedOver({ first: '1/3', second: '1/3', third: '1/3' });
    const paid = await lookAt(h.engine.database, h.who.id, (db) =>
      db
        .selectFrom('ledger_entry')
        .where('case_id', '=', d.dividing)
        .where('account', '=', 'payroll')
        .orderBy('about')
        .select(['about', 'credit'])
        .execute(),
    );
    const own = supposed({
      amount: '1000000.01',
      costs: [{ kind: 'taxes', amount: '60000.10' }],
      shares: { contributors: '71.37%', tto: '10%', 'tto-staff': '3%' },
      team: ['甲', '乙', '丙'].map((name) => ({ name, share: '1/3', leader: 'none' })),
    });
    const people = ['first', 'second', 'third'].map((p) => h.who.people[p]!);
    assert.deepEqual(
      people.map((p) => paid.find((e) => e.about === p)!.credit),
      own.people.map((p) => p.amount),
    );
  });
});
