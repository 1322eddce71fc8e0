import { type Fen, sumFen } from '../../kernel/money.ts';
import { multiply, type Ratio, ratio, rounded } from '../../kernel/ratio.ts';
import { type PayMonth, taxOn, type Withholding, withheld } from './withholding.ts';

/** What somebody is paid in every month of the year beside the award, and what is deducted of it beside the basic deduction. */
export type Payee = { readonly wage: Fen; readonly deducted: Fen };
export type AwardAsked = {
  readonly withholding: Withholding;
  readonly award: Fen;
  /** The part of the award that counts as wages; all of it without relief. */
  readonly counted: Ratio;
  /** The month of payment, 1–12. */
  readonly month: number;
  /** Left out where nobody has said what he earns. */
  readonly payee?: Payee;
};
/**
 * What one award costs in tax. Where the payee's pay is known: what is withheld more in the month of payment, and over the year. Where it is
 * not: what it would come to if the award were the year's only income, and if every fen of it fell into the highest bracket.
 */
export type AwardTax = {
  readonly counted: Fen;
  readonly exempt: Fen;
  readonly alone: Fen;
  readonly highest: Fen;
  readonly known?: { readonly inMonth: Fen; readonly overYear: Fen };
};

export function awardTax(a: AwardAsked): AwardTax {
  const { table, basic } = a.withholding;
  const counted = rounded(multiply(a.counted, ratio(a.award)));
  const exempt = a.award - counted;
  const yearly = basic.per === 'year' ? basic.amount : basic.amount * 12n;
  const highest = rounded(multiply(table.at(-1)!.rate, ratio(counted)));
  const base = { counted, exempt, alone: taxOn(table, counted - yearly), highest };
  if (a.payee === undefined) return base;
  const without = withheld(a.withholding, yearOf(a.payee));
  const paid = withheld(a.withholding, yearOf(a.payee, { month: a.month, award: a.award, exempt }));
  const inMonth = paid[a.month - 1]! - without[a.month - 1]!;
  return { ...base, known: { inMonth, overYear: sumFen(paid) - sumFen(without) } };
}

type Paid = { readonly month: number; readonly award: Fen; readonly exempt: Fen };
/** The same pay twelve times, with the award in its month: 全额计入收入额, the exempt part 计入免税所得 (公告2018年第30号). */
function yearOf({ wage, deducted }: Payee, award?: Paid): PayMonth[] {
  return Array.from({ length: 12 }, (_, i) =>
    award && i + 1 === award.month
      ? { income: wage + award.award, exempt: award.exempt, deducted }
      : { income: wage, exempt: 0n, deducted },
  );
}
