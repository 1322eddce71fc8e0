import { type Parsed, parsed, wrong } from '../../kernel/parsed.ts';
import { type Ratio, readRatio, showPercent } from '../../kernel/ratio.ts';
import { rule } from '../../kernel/rule.ts';
import { periods, union, whole } from '../../kernel/rule-kinds.ts';
import { readBasicDeduction, readTable, showBasicDeduction, showTable } from './withholding.ts';

const paid = { asOf: 'paidOn', ifSilent: 'free' } as const;
const rate = whole(
  'rate',
  (raw: unknown): Parsed<Ratio> => {
    const value = readRatio(String(raw));
    return value === undefined ? wrong('limits.not_a_number', { given: String(raw) }) : parsed(value);
  },
  showPercent,
);

/** 预扣率表一: the brackets of cumulative withholding on wages. */
export const withholdingTable = rule('withholding-table', { kind: whole('table', readTable, showTable), ...paid });

/** 减除费用: what is deducted from everybody; for those who earned little in the year before, at once. */
export const basicDeduction = rule('basic-deduction', {
  kind: whole('basic-deduction', readBasicDeduction, showBasicDeduction),
  ...paid,
  given: ['priorYear'],
});

/** How much of a cash award for conversion counts as that month's wages. */
export const awardCounted = rule('award-counted', { kind: rate, ...paid, given: ['mode'] });

export const reliefConditions = [
  'payer',
  'contributor',
  'published',
  'contract-registered',
  'separate-accounts',
  'not-ordinary-pay',
  'within-window',
  'filed',
] as const;
export type ReliefCondition = (typeof reliefConditions)[number];
/** What must all hold for the relief (58号). */
export const awardReliefConditions = rule('award-relief-conditions', { kind: union(...reliefConditions), ...paid });
/** Within how long after each receipt the award must be paid. */
export const awardReliefWindow = rule('award-relief-window', { kind: periods, ...paid });

/** A day of the month after: 次月15日. */
export type DayOfNextMonth = { readonly day: number };
const dayOfNextMonth = whole(
  'day-of-next-month',
  (raw: unknown): Parsed<DayOfNextMonth> => {
    const m = /^次月(\d{1,2})日$/.exec(String(raw));
    return m && Number(m[1]) >= 1 && Number(m[1]) <= 28
      ? parsed({ day: Number(m[1]) })
      : wrong('tax.day_of_next_month', { given: String(raw) });
  },
  (v) => `次月${v.day}日`,
);
/** By when the payer files for the relief. */
export const awardReliefFiling = rule('award-relief-filing', { kind: dayOfNextMonth, ...paid });

const equityTreatments = ['none-on-receipt', 'dividend-taxed', 'sale-taxed', 'deferral-by-choice'] as const;
/** How shares awarded for a conversion, or given for technology, are taxed; each text names what it says. */
export const equityTax = rule('equity-tax', { kind: union(...equityTreatments), ...paid });
/** The rate on the gain when they are sold. */
export const equitySaleRate = rule('equity-sale-rate', { kind: rate, ...paid });

/** What decides the tax on a cash award. */
export const cashTaxRules = [
  withholdingTable,
  basicDeduction,
  awardCounted,
  awardReliefConditions,
  awardReliefWindow,
  awardReliefFiling,
] as const;
/** What decides the tax on awarded shares. */
export const equityTaxRules = [equityTax, equitySaleRate] as const;
/** Everything the texts on tax answer. They bind everybody, whatever an institution adopts. */
export const taxRules = [...cashTaxRules, ...equityTaxRules] as const;
