import type { Owes } from '../../kernel/brings.ts';
import type { Calendar } from '../../kernel/calendar.ts';
import type { Day } from '../../kernel/day.ts';
import { divideFen, type Fen, sumFen, writeYuan } from '../../kernel/money.ts';
import { type Ending, lastDay } from '../../kernel/period.ts';
import { compare, one, type Ratio, subtract } from '../../kernel/ratio.ts';
import { occurrence } from '../../kernel/recurrence.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';

/** How a transfer or a licence is paid, as the parties put it. */
export type Terms = {
  readonly way: 'lump-sum' | 'instalments' | 'royalty' | undefined;
  readonly amount: Fen | undefined;
  readonly dueOn: Day | undefined;
  readonly instalments: readonly { readonly amount: Fen; readonly dueOn: Day }[];
  readonly base: string | undefined;
  readonly rate: Ratio | undefined;
  readonly years: number | undefined;
};
/** One payment; a share of income has no amount until the income is known. */
export type Payment = { readonly dueOn: Day; readonly provisional: boolean; readonly amount?: Fen };
type Code =
  | 'payment.no_way'
  | 'payment.no_amount'
  | 'payment.no_day'
  | 'payment.no_instalments'
  | 'payment.instalments_sum'
  | 'payment.no_base'
  | 'payment.no_rate'
  | 'payment.no_years';

const onDay = (dueOn: Day): Payment => ({ dueOn, provisional: false });

/**
 * The payments that the terms come to: one for a lump sum; instalments that sum to the fee to the fen; for a share of income one a year,
 * counted from `from` so that they do not drift. What the terms leave out is refused in the clause's name.
 */
export function paymentsOf(
  t: Terms,
  o: { readonly from: Day; readonly calendar: Calendar; readonly clauses: readonly string[] },
): readonly Payment[] | readonly Refusal<Code>[] {
  const fault = (code: Code, at: string, more: Record<string, string> = {}) => [refuse(code, more, { clause: o.clauses, at: [at] })];
  if (t.way === undefined) return fault('payment.no_way', 'way');
  if (t.way === 'royalty') {
    if (t.base === undefined) return fault('payment.no_base', 'base');
    if (t.rate === undefined) return fault('payment.no_rate', 'rate');
    if (!t.years) return fault('payment.no_years', 'years');
    return Array.from({ length: t.years }, (_, k) => yearly(o.from, k + 1, o.calendar));
  }
  if (t.amount === undefined || t.amount === 0n) return fault('payment.no_amount', 'amount');
  if (t.way === 'lump-sum') return t.dueOn === undefined ? fault('payment.no_day', 'dueOn') : [{ ...onDay(t.dueOn), amount: t.amount }];
  if (t.instalments.length === 0) return fault('payment.no_instalments', 'instalments');
  const total = sumFen(t.instalments.map((x) => x.amount));
  if (total !== t.amount) return fault('payment.instalments_sum', 'instalments', { sum: writeYuan(total), amount: writeYuan(t.amount) });
  return t.instalments.map((x) => ({ ...onDay(x.dueOn), amount: x.amount }));
}

const year = { every: { n: 1, unit: 'year' as const } };
function yearly(from: Day, k: number, calendar: Calendar): Payment {
  const by = occurrence(year, from, k, { calendar, is: 'duty' });
  return { dueOn: by.lastDay, provisional: by.provisional };
}

/** A share of income, exact; a part of a fen goes to whom the larger remainder is (K8). */
export const shareOfIncome = (rate: Ratio, income: Fen): Fen =>
  compare(rate, one) === 0 ? income : divideFen(income, [rate, subtract(one, rate)])[0]!;

/** The day until which a priority offer can be answered. */
export const offerEnds = (period: Parameters<typeof lastDay>[0], on: Day, calendar: Calendar): Ending =>
  lastDay(period, on, { calendar, is: 'duty' });

/** Each payment is owed by its own day. */
export const owed = (payments: readonly (Payment & { readonly row: string })[], clauses: readonly string[]): readonly Owes[] =>
  payments.map((p) => ({
    duty: 'payment.make',
    owner: { role: 'TT' },
    by: { lastDay: p.dueOn, provisional: p.provisional },
    metBy: ['payment.made'],
    whose: p.row,
    clause: clauses,
    force: 'must',
  }));
