import type { Fen } from '../../kernel/money.ts';
import { readYuan, showYuan, sumFen } from '../../kernel/money.ts';
import { isWrong, type Parsed, parsed, within, wrong } from '../../kernel/parsed.ts';
import { compare, multiply, type Ratio, ratio, readRatio, rounded, showPercent, subtract } from '../../kernel/ratio.ts';
import { isRecord, unknownKey } from '../../kernel/raw.ts';

/** One bracket of a table: cumulative taxable income up to `upTo` (without: no end), its rate, and the quick deduction the table prints. */
export type Bracket = { readonly upTo?: Fen; readonly rate: Ratio; readonly quick: Fen };
export type Table = readonly Bracket[];

/**
 * Reads `[{ upTo: 36000, rate: 3%, quick: 0 }, …, { rate: 45%, quick: 181920 }]` as the text prints it. A table whose ends do not rise, or
 * whose tax would jump at an end (a quick deduction that does not fit the rates), is at fault.
 */
export function readTable(raw: unknown): Parsed<Table> {
  if (!Array.isArray(raw) || raw.length === 0) return wrong('tax.table_form');
  const table: Bracket[] = [];
  for (const [i, line] of raw.entries()) {
    const read = readBracket(line, i === raw.length - 1);
    if (isWrong(read)) return within(i, read.wrong);
    const before = table.at(-1);
    const fault = before && jump(before, read.value);
    if (fault) return within(i, fault.wrong);
    table.push(read.value);
  }
  return parsed(table);
}

function readBracket(raw: unknown, last: boolean): Parsed<Bracket> {
  if (!isRecord(raw)) return wrong('tax.table_form');
  const known = last ? ['rate', 'quick'] : ['upTo', 'rate', 'quick'];
  const extra = unknownKey(raw, known);
  if (extra) return extra;
  const rate = readRatio(String(raw.rate));
  if (rate === undefined) return within('rate', wrong('limits.not_a_number', { given: String(raw.rate) }).wrong);
  const quick = readYuan(String(raw.quick));
  if (isWrong(quick)) return within('quick', quick.wrong);
  if (last) return parsed({ rate, quick: quick.value });
  const upTo = readYuan(String(raw.upTo));
  return isWrong(upTo) ? within('upTo', upTo.wrong) : parsed({ upTo: upTo.value, rate, quick: quick.value });
}

function jump(a: Bracket, b: Bracket): Faulty | undefined {
  const end = a.upTo!;
  if (b.upTo !== undefined && b.upTo <= end) return wrong('tax.table_order', { upTo: showYuan(b.upTo), before: showYuan(end) });
  const taxAt = (x: Bracket): Ratio => subtract(multiply(x.rate, ratio(end)), ratio(x.quick));
  return compare(taxAt(a), taxAt(b)) === 0 ? undefined : wrong('tax.table_jumps', { at: showYuan(end) });
}
type Faulty = ReturnType<typeof wrong>;

export const showTable = (table: Table): string =>
  table.map((b) => `${b.upTo === undefined ? '∞' : showYuan(b.upTo)} ${showPercent(b.rate)} ${showYuan(b.quick)}`).join('; ');

/** taxable × rate − quick deduction, in the bracket that holds it; rounded to the fen, halves up (四舍五入). Nothing below zero is taxed. */
export function taxOn(table: Table, taxable: Fen): Fen {
  if (taxable <= 0n) return 0n;
  const bracket = table.find((b) => b.upTo === undefined || taxable <= b.upTo)!;
  return rounded(subtract(multiply(bracket.rate, ratio(taxable)), ratio(bracket.quick)));
}

/** What is deducted from everybody's wages: so much a month of employment, or the year's whole from January on. */
export type BasicDeduction = { readonly per: 'month' | 'year'; readonly amount: Fen };
export function readBasicDeduction(raw: unknown): Parsed<BasicDeduction> {
  if (!isRecord(raw) || Object.keys(raw).length !== 1) return wrong('tax.deduction_form');
  const [[key, given] = ['', '']] = Object.entries(raw);
  const per = key === 'monthly' ? 'month' : key === 'yearly' ? 'year' : undefined;
  if (per === undefined) return wrong('tax.deduction_form');
  const amount = readYuan(String(given));
  return isWrong(amount) ? within(key, amount.wrong) : parsed({ per, amount: amount.value });
}
export const showBasicDeduction = (d: BasicDeduction): string => `${showYuan(d.amount)}/${d.per}`;

/** What one month brings: pay, what of it is exempt, and the three kinds of deduction. */
export type PayMonth = {
  readonly income: Fen;
  readonly exempt: Fen;
  /** 专项扣除, 专项附加扣除, 依法确定的其他扣除, together. */
  readonly deducted: Fen;
};
export type Withholding = { readonly table: Table; readonly basic: BasicDeduction };

/**
 * 累计预扣法: what is withheld in each month. Each time the tax on all the year so far, less what was withheld; a negative rest is not paid
 * back in the year. So the months sum to the tax on the year wherever the cumulative tax never falls.
 */
export function withheld({ table, basic }: Withholding, months: readonly PayMonth[]): Fen[] {
  const paid: Fen[] = [];
  let taxable = basic.per === 'year' ? -basic.amount : 0n;
  for (const m of months) {
    taxable += m.income - m.exempt - m.deducted - (basic.per === 'month' ? basic.amount : 0n);
    const due = taxOn(table, taxable) - sumFen(paid);
    paid.push(due > 0n ? due : 0n);
  }
  return paid;
}
