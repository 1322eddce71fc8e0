import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { packFolder, rules } from '../../apps/server/open-house.ts';
import { investmentTax } from '../../packages/capabilities/tax/equity.ts';
import { awardTax } from '../../packages/capabilities/tax/estimate.ts';
import { checkRelief, type ReliefFacts, reliefStands } from '../../packages/capabilities/tax/relief.ts';
import {
  awardCounted,
  awardReliefConditions,
  awardReliefFiling,
  awardReliefWindow,
  basicDeduction,
  equitySaleRate,
  equityTax,
  withholdingTable,
} from '../../packages/capabilities/tax/rules.ts';
import { loadPacks } from '../../packages/engine/pack-folder.ts';
import { calendarOf } from '../../packages/kernel/calendar.ts';
import { type Answer, isAnswered, lawOf } from '../../packages/kernel/law.ts';
import { one } from '../../packages/kernel/ratio.ts';

const loaded = loadPacks(packFolder, rules);
const calendar = calendarOf(loaded.calendar);
const texts = ['cn-withholding', 'sat-2020-19', 'cs-2018-58', 'sat-2018-30', 'cs-2016-101', 'csz-1999-45'];
const law = lawOf(
  loaded.shelf,
  texts.map((text) => ({ text, from: loaded.shelf.get(text)!.text.from })),
);
const on = '2026-03-20';
const answered = <V>(a: Answer<V>) => (isAnswered(a) ? a : assert.fail('silent'));
const reliefLaw = {
  'award-relief-conditions': answered(law.answer(awardReliefConditions, { given: {}, on })),
  'award-relief-window': answered(law.answer(awardReliefWindow, { given: {}, on })),
  'award-relief-filing': answered(law.answer(awardReliefFiling, { given: {}, on })),
};
const all: ReliefFacts = {
  payer: 'state-set',
  contributor: true,
  published: true,
  contractRegistered: true,
  separateAccounts: true,
  notOrdinaryPay: true,
  receivedOn: '2026-01-15',
  paidOn: on,
  filedOn: '2026-04-10',
};
const standing = (facts: ReliefFacts): string => reliefStands(checkRelief(facts, reliefLaw, calendar));
const checkedFor = (facts: ReliefFacts, condition: string) =>
  checkRelief(facts, reliefLaw, calendar).find((c) => c.condition === condition)!;

describe('财税〔2018〕58号 三、四：国家设立的和民办非营利的科研机构和高校', () => {
  it('names who may pay the award in two clauses, both from the first day', () => {
    const adopted = lawOf(loaded.shelf, [{ text: 'cs-2018-58', from: '2018-07-01' }]);
    const clauses = (clause: string): boolean =>
      answered(adopted.answer(awardReliefConditions, { given: {}, on: '2018-07-01' })).clauses.includes(clause);
    assert.deepEqual(['cs-2018-58:3', 'cs-2018-58:4'].map(clauses), [true, true]);
  });
});

describe('财税〔2018〕58号：现金奖励减按50%计入，须同时符合各项条件', () => {
  it('stands only where every condition is met, and is unknown as long as one is not known', () => {
    assert.equal(standing(all), 'yes');
    for (const key of [
      'payer',
      'contributor',
      'published',
      'contractRegistered',
      'separateAccounts',
      'notOrdinaryPay',
      'filedOn',
    ] as const) {
      const { [key]: _, ...unknown } = all;
      assert.equal(standing(unknown), 'unknown', key);
      if (key !== 'payer' && key !== 'filedOn') assert.equal(standing({ ...all, [key]: false }), 'no', key);
    }
    assert.equal(standing({ ...all, payer: 'other' }), 'no');
  });
  it('leaves open whether a hospital is such a payer, until somebody has found that it is', () => {
    assert.equal(checkedFor({ ...all, payer: 'hospital' }, 'payer').met, 'unknown');
    assert.equal(standing({ ...all, payer: 'hospital-qualified' }), 'yes');
    assert.deepEqual(checkedFor(all, 'payer').clauses, ['cs-2018-58:3', 'cs-2018-58:4']);
  });
  it('counts 36 months from each actual receipt: the last day still counts, the next does not', () => {
    const paid = (paidOn: string) => checkedFor({ ...all, receivedOn: '2023-02-28', paidOn, filedOn: '2026-03-01' }, 'within-window');
    assert.equal(paid('2026-02-28').met, 'yes');
    assert.equal(paid('2026-03-01').met, 'no');
    assert.deepEqual(paid('2026-03-01').facts, {
      receivedOn: '2023-02-28',
      paidOn: '2026-03-01',
      until: '2026-02-28',
      period: '36个月',
    });
    assert.deepEqual(paid('2026-03-01').clauses, ['cs-2018-58:5.3']);
  });
  it('wants the filing by the 15th of the month after the payment, and rolls a day of rest', () => {
    const filed = (filedOn: string, paidOn = on) => checkedFor({ ...all, paidOn, filedOn }, 'filed');
    assert.deepEqual([filed('2026-04-15').met, filed('2026-04-16').met], ['yes', 'no']);
    // 2026-02-15 is a Sunday of the Spring Festival.
    assert.equal(filed('2026-02-15', '2026-01-20').facts.named, '2026-02-15');
    assert.deepEqual([filed('2026-02-24', '2026-01-20').met, filed('2026-02-25', '2026-01-20').met], ['yes', 'no']);
    assert.equal(filed('2027-01-15', '2026-12-31').facts.by, '2027-01-15');
  });
  it('is 9,580.00 with the relief and 28,180.00 without; filed late there is no relief', () => {
    const withholding = {
      table: answered(law.answer(withholdingTable, { given: {}, on })).value,
      basic: answered(law.answer(basicDeduction, { given: { priorYear: 'more' }, on })).value,
    };
    const half = answered(law.answer(awardCounted, { given: { mode: 'transfer' }, on })).value;
    const asked = { withholding, award: 20_000_000n, month: 3, payee: { wage: 2_000_000n, deducted: 500_000n } };
    const taxOf = (facts: ReliefFacts): bigint => awardTax({ ...asked, counted: standing(facts) === 'yes' ? half : one }).known!.inMonth;
    assert.deepEqual([taxOf(all), taxOf({ ...all, filedOn: '2026-05-01' })], [958_000n, 2_818_000n]);
  });
  it('speaks of transfers and licences only', () => {
    assert.ok(!isAnswered(law.answer(awardCounted, { given: { mode: 'equity' }, on })));
  });
});

describe('财税〔2016〕101号第三条：技术成果投资入股可选择递延至转让股权时纳税', () => {
  it('T8: put in at 10,000,000 and sold at 12,000,000, it is 2,000,000 + 400,000 at once, or 2,400,000 deferred', () => {
    const rate = answered(law.answer(equitySaleRate, { given: {}, on })).value;
    const tax = investmentTax({ appraised: 1_000_000_000n, cost: 0n, sold: 1_200_000_000n, fees: 0n, rate });
    assert.deepEqual(tax, { atOnce: { invested: 200_000_000n, sold: 40_000_000n }, deferred: 240_000_000n });
  });
  it('takes nothing off a loss', () => {
    const rate = answered(law.answer(equitySaleRate, { given: {}, on })).value;
    const tax = investmentTax({ appraised: 1_000_000_000n, cost: 0n, sold: 0n, fees: 0n, rate });
    assert.deepEqual(tax, { atOnce: { invested: 200_000_000n, sold: 0n }, deferred: 0n });
  });
  it('stands beside the older text: not taxed on receipt, then on dividends and on the sale', () => {
    assert.deepEqual(answered(law.answer(equityTax, { given: {}, on })).value, [
      'deferral-by-choice',
      'none-on-receipt',
      'dividend-taxed',
      'sale-taxed',
    ]);
  });
});
