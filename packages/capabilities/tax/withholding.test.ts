import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Fen, sumFen, writeYuan } from '../../kernel/money.ts';
import { isWrong } from '../../kernel/parsed.ts';
import { one, ratio } from '../../kernel/ratio.ts';
import { awardTax } from './estimate.ts';
import { awardCounted, awardReliefFiling } from './rules.ts';
import { type PayMonth, readBasicDeduction, readTable, taxOn, type Withholding, withheld } from './withholding.ts';

const brackets = [
  { upTo: '36000', rate: '3%', quick: '0' },
  { upTo: '144000', rate: '10%', quick: '2520' },
  { upTo: '300000', rate: '20%', quick: '16920' },
  { upTo: '420000', rate: '25%', quick: '31920' },
  { upTo: '660000', rate: '30%', quick: '52920' },
  { upTo: '960000', rate: '35%', quick: '85920' },
  { rate: '45%', quick: '181920' },
];
const read = readTable(brackets);
if (isWrong(read)) throw new Error(JSON.stringify(read.wrong));
const table = read.value;
const yuan = (n: number): Fen => BigInt(Math.round(n * 100));
const house: Withholding = { table, basic: { per: 'month', amount: yuan(5000) } };
const month = (income: number, deducted: number, more: Partial<PayMonth> = {}): PayMonth => ({
  income: yuan(income),
  exempt: 0n,
  deducted: yuan(deducted),
  ...more,
});
const year = (m: PayMonth): PayMonth[] => Array.from({ length: 12 }, () => m);
const shown = (fen: readonly Fen[]): string => fen.map((f) => writeYuan(f).replace('.00', '')).join(' ');
const half = ratio(1n, 2n);

describe('公告2018年第61号第六条：按累计预扣法计算预扣税款', () => {
  it('T1: 30,000 a month less 5000, 4500 and 2000 is withheld 555, 625, 1,850', () => {
    assert.equal(shown(withheld(house, year(month(30_000, 6500))).slice(0, 3)), '555 625 1850');
  });
  it('T2: 8,000 a month less 5000, 1000 and 1000 is withheld 30 every month', () => {
    assert.equal(shown(withheld(house, year(month(8000, 2000))).slice(0, 3)), '30 30 30');
  });
  it('D4: 25,000 a month less 1000 and 2000 comes to 23,880 over the year', () => {
    const paid = withheld(house, year(month(25_000, 3000)));
    assert.equal(shown(paid), '510 510 1560 1700 1700 1700 1700 1700 2600 3400 3400 3400');
    assert.equal(sumFen(paid), yuan(23_880));
  });
  it('D5: the brackets meet at their ends', () => {
    const ends = [36_000, 144_000, 300_000, 420_000, 660_000, 960_000];
    assert.equal(shown(ends.map((e) => taxOn(table, yuan(e)))), '1080 11880 43080 73080 145080 250080');
    for (const e of ends) assert.ok(taxOn(table, yuan(e) + 1n) - taxOn(table, yuan(e)) <= 1n, `${e}`);
  });
  it('takes no tax off nothing, and does not pay back within the year', () => {
    assert.equal(taxOn(table, 0n), 0n);
    assert.equal(taxOn(table, -1n), 0n);
    const falling = [month(30_000, 0), month(0, 0), month(0, 0)];
    assert.equal(shown(withheld(house, falling)), '750 0 0');
  });
  it('rounds to the fen, halves up', () => {
    assert.equal(taxOn(table, 50n), 2n); // 1.5 fen
    assert.equal(taxOn(table, 49n), 1n); // 1.47 fen
    assert.equal(taxOn(table, 16n), 0n); // 0.48 fen
    assert.equal(taxOn(table, 17n), 1n); // 0.51 fen
  });
  it('withholds over any year of steady months what the whole year owes', () => {
    const amounts = fc.record({ income: fc.bigInt(0n, 10n ** 9n), deducted: fc.bigInt(0n, 10n ** 6n) });
    fc.assert(
      fc.property(amounts, (a) => {
        const months = year({ ...a, exempt: 0n });
        const taxable = (a.income - a.deducted) * 12n - yuan(60_000);
        assert.equal(sumFen(withheld(house, months)), taxOn(table, taxable));
      }),
    );
  });
  it('never falls as income rises, and never takes more than its highest rate', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 11n), fc.bigInt(0n, 10n ** 9n), (income, more) => {
        const [less, greater] = [taxOn(table, income), taxOn(table, income + more)];
        assert.ok(less <= greater && greater - less <= (more * 45n) / 100n + 1n);
      }),
    );
  });
});

describe('公告2020年第19号：上年不超过6万元的，自1月份起直接按照全年6万元扣除', () => {
  it('withholds nothing until the year has brought more than 60,000', () => {
    const months = year(month(8000, 0));
    const paid = withheld({ table, basic: { per: 'year', amount: yuan(60_000) } }, months);
    assert.equal(shown(paid), '0 0 0 0 0 0 0 120 240 240 240 240');
    assert.equal(sumFen(paid), sumFen(withheld(house, months)), 'the year comes to the same');
  });
});

describe('财税〔2018〕58号第一条：现金奖励可减按50%计入科技人员当月工资、薪金所得', () => {
  const d1 = { wage: yuan(20_000), deducted: yuan(5000) };
  const t1 = { wage: yuan(30_000), deducted: yuan(6500) };
  it('D1: an award of 200,000 in March makes March 9,880, and 28,480 without the relief', () => {
    const months = year(month(20_000, 5000));
    const award = (exempt: number) => withheld(house, months.with(2, month(220_000, 5000, { exempt: yuan(exempt) })));
    assert.equal(shown(award(100_000).slice(0, 4)), '300 300 9880 1000');
    assert.equal(shown(award(0).slice(2, 3)), '28480');
    const asked = { withholding: house, award: yuan(200_000), month: 3, payee: d1 };
    const without = withheld(house, months)[2]!;
    assert.equal(awardTax({ ...asked, counted: half }).known!.inMonth, yuan(9880) - without);
    assert.equal(awardTax({ ...asked, counted: one }).known!.inMonth, yuan(28_480) - without);
  });
  it('D2: an award of 1,000,000 in January makes January 102,630, and 276,405 without; the year 166,780', () => {
    const months = year(month(30_000, 6500));
    const award = (exempt: number) => withheld(house, months.with(0, month(1_030_000, 6500, { exempt: yuan(exempt) })));
    assert.equal(shown(award(500_000).slice(0, 1)), '102630');
    assert.equal(shown(award(0).slice(0, 1)), '276405');
    assert.equal(sumFen(award(500_000)), yuan(166_780));
  });
  it('D3: in December it makes December 143,000; the month of payment does not change the year', () => {
    const months = year(month(30_000, 6500));
    const paid = withheld(house, months.with(11, month(1_030_000, 6500, { exempt: yuan(500_000) })));
    assert.equal(shown(paid.slice(11)), '143000');
    assert.equal(sumFen(paid), yuan(166_780));
    const asked = { withholding: house, award: yuan(1_000_000), counted: half, payee: t1 };
    const yearly = [1, 6, 12].map((m) => awardTax({ ...asked, month: m }).known!.overYear);
    assert.deepEqual(yearly, Array(3).fill(yuan(166_780) - sumFen(withheld(house, months))));
  });
  it('shows what is known where nobody says what the payee earns: alone in the year, and all in the highest bracket', () => {
    const tax = awardTax({ withholding: house, award: yuan(200_000), counted: half, month: 3 });
    assert.deepEqual(tax, { counted: yuan(100_000), exempt: yuan(100_000), alone: yuan(1480), highest: yuan(45_000) });
  });
  it('divides an odd fen so that both halves sum to the award', () => {
    const { counted, exempt } = awardTax({ withholding: house, award: 101n, counted: half, month: 1 });
    assert.deepEqual([counted, exempt], [51n, 50n]);
  });
  it('never costs more with the relief than without, whatever the pay and the month', () => {
    const cases = fc.record({
      award: fc.bigInt(0n, 10n ** 10n),
      month: fc.integer({ min: 1, max: 12 }),
      wage: fc.bigInt(0n, 10n ** 8n),
      deducted: fc.bigInt(0n, 10n ** 6n),
    });
    fc.assert(
      fc.property(cases, ({ award, month: m, ...payee }) => {
        const asked = { withholding: house, award, month: m, payee };
        const [relieved, plain] = [awardTax({ ...asked, counted: half }), awardTax({ ...asked, counted: one })];
        assert.ok(relieved.known!.overYear <= plain.known!.overYear && plain.known!.overYear <= plain.highest + 1n);
        assert.equal(relieved.counted + relieved.exempt, award);
      }),
    );
  });
});

/** Tables as published, and taxes on a month that others have worked out at the ends of its brackets. */
const vectors = new URL('vectors/', import.meta.url);
describe('public tables and vectors of others', () => {
  const rows = (file: string): string[][] =>
    readFileSync(new URL(file, vectors), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((l) => l.split(','));
  const tableOf = (name: string) =>
    readTable(
      rows('pit_brackets.csv')
        .filter(([t]) => t === name)
        .map(([, upTo, rate, quick]) => ({ ...(upTo ? { upTo } : {}), rate: `${rate}%`, quick })),
    );
  it('agree with the yearly table', () => {
    assert.deepEqual(tableOf('annual'), read);
  });
  it('agree with 20 taxes on a month at the ends of its brackets', () => {
    const monthly = tableOf('monthly/bonus');
    assert.ok(!isWrong(monthly));
    const all = rows('pit_monthly_vectors.csv');
    assert.equal(all.length, 20);
    for (const [taxable, tax] of all) assert.equal(taxOn(monthly.value, yuan(Number(taxable))), yuan(Number(tax)), taxable);
  });
});

describe('the other values of the texts on tax are read or refused', () => {
  const wrongOf = (made: { readonly wrong?: { readonly code: string } } | object): unknown =>
    'wrong' in made ? (made.wrong as { readonly code: string }).code : undefined;
  it('a deduction is so much a month or a year', () => {
    assert.deepEqual(readBasicDeduction({ monthly: '5000' }), { value: { per: 'month', amount: yuan(5000) } });
    assert.deepEqual(readBasicDeduction({ yearly: '6万' }), { value: { per: 'year', amount: yuan(60_000) } });
    assert.equal(wrongOf(readBasicDeduction({ weekly: '1' })), 'tax.deduction_form');
    assert.equal(wrongOf(readBasicDeduction({ monthly: '5000', yearly: '60000' })), 'tax.deduction_form');
    assert.equal(wrongOf(readBasicDeduction('5000')), 'tax.deduction_form');
  });
  it('a filing is due on a day of the month after', () => {
    assert.deepEqual(awardReliefFiling.kind.read('次月15日'), { value: { day: 15 } });
    for (const raw of ['15日', '次月31日', '次月0日'])
      assert.equal(wrongOf(awardReliefFiling.kind.read(raw)), 'tax.day_of_next_month', raw);
  });
  it('a rate is a share', () => {
    assert.equal(wrongOf(awardCounted.kind.read('half')), 'limits.not_a_number');
  });
});

describe('a table that does not fit is a fault in the pack', () => {
  const faultOf = (raw: unknown): unknown => {
    const made = readTable(raw);
    return isWrong(made) ? [made.wrong.code, made.wrong.at] : 'no fault';
  };
  it('where its tax jumps, its ends do not rise, or a key is missing', () => {
    assert.deepEqual(faultOf(brackets.with(1, { upTo: '144000', rate: '10%', quick: '2521' })), ['tax.table_jumps', [1]]);
    assert.deepEqual(faultOf(brackets.with(1, { upTo: '36000', rate: '10%', quick: '2520' })), ['tax.table_order', [1]]);
    assert.deepEqual(faultOf([{ upTo: '36000', rate: '3%', quick: '0', to: '1' }, brackets[6]]), ['pack.unknown_key', [0, 'to']]);
    assert.deepEqual(faultOf([{ rate: '3', quick: 'x' }]), ['money.not_a_number', [0, 'quick']]);
    assert.deepEqual(faultOf('3%'), ['tax.table_form', undefined]);
  });
});
