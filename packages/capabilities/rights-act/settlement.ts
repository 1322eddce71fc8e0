import { commandsOf, facts, happened } from '../../kernel/command.ts';
import type { Day } from '../../kernel/day.ts';
import { fields, group, list, optional } from '../../kernel/field.ts';
import { choice, count, day, money, paper, share } from '../../kernel/field-kinds.ts';
import { shareOf, writeYuan } from '../../kernel/money.ts';
import { readRatio, showPercent } from '../../kernel/ratio.ts';
import { type Refusal, refuse, unmet, warn } from '../../kernel/refusal.ts';
import { equityTerms, paymentWays, waysOfPayment } from '../ownership/rules.ts';
import { owed, type Payment, paymentsOf, shareOfIncome } from './payment.ts';
import { rightsAct } from './procedure.ts';

export type Due = {
  readonly row: string;
  readonly ordinal: number;
  readonly dueOn: Day;
  readonly amount: string | null;
  readonly paid: boolean;
};
/** What has been agreed on paying for an act, or on contributing it as equity. */
export type Settlement = {
  readonly act: string;
  readonly to: string | null;
  readonly from: Day | null;
  readonly way: string | null;
  readonly rate: string | null;
  readonly payments: readonly Due[];
  readonly valued: boolean;
  readonly owners: readonly { readonly row: string }[];
  readonly state: string;
};

const command = commandsOf(rightsAct);
const action = 'T35:P';
const isRefused = (x: readonly Payment[] | readonly Refusal[]): x is readonly Refusal[] => x.length > 0 && 'refused' in x[0]!;

/** How the transfer or licence is paid: every payment with its day and, where it is known, its amount. */
export const agreePayment = command('payment.agree', {
  action,
  brings: ['payment.agreed'],
  asks: [waysOfPayment],
  refuses: [
    'payment.not_sold',
    'payment.agreed_already',
    'payment.way_unusual',
    'payment.no_way',
    'payment.no_amount',
    'payment.no_day',
    'payment.no_instalments',
    'payment.instalments_sum',
    'payment.no_base',
    'payment.no_rate',
    'payment.no_years',
  ],
  input: fields({
    way: optional(choice(...paymentWays)),
    amount: optional(money()),
    dueOn: optional(day()),
    instalments: list(group({ amount: money(), dueOn: day() }), { most: 100 }),
    base: optional(choice('sales', 'profit', 'net-income', 'received')),
    rate: optional(share()),
    years: optional(count(50)),
  }),
  facts: facts<Settlement>(),
  ground: ({ facts: f, on }) => ({ given: { act: f.act }, dates: { actedOn: on } }),
  applies: ({ facts: f }) => payable(f).length === 0,
  decide: ({ input: i, facts: f, law, on, calendar, id }) => {
    const not = payable(f);
    if (not.length > 0) return not;
    const usual = law['payment-ways'];
    const clauses = usual?.clauses ?? [];
    const payments = paymentsOf(i, { from: f.from ?? on, calendar, clauses });
    if (isRefused(payments)) return payments;
    const rows = payments.map((p) => ({ ...p, row: id() }));
    const data = {
      way: i.way!,
      ...(i.way === 'royalty' ? { base: i.base, rate: showPercent(i.rate!) } : { amount: writeYuan(i.amount!) }),
      payments: rows.map((p) => ({ row: p.row, dueOn: p.dueOn, ...(p.amount === undefined ? {} : { amount: writeYuan(p.amount) }) })),
    };
    return [
      ...(usual && !usual.value.includes(i.way!) ? [warn('payment.way_unusual', usual.clauses, { way: i.way! })] : []),
      happened('payment.agreed', data, { owes: owed(rows, clauses) }),
    ];
  },
});
function payable(f: Settlement): Refusal<'payment.not_sold' | 'payment.agreed_already'>[] {
  if (f.act !== 'transfer' && f.act !== 'license') return [refuse('payment.not_sold')];
  return f.way === null ? [] : [refuse('payment.agreed_already')];
}

const notByIncome = (f: Settlement): Refusal<'payment.not_by_income'>[] => (f.way === 'royalty' ? [] : [refuse('payment.not_by_income')]);
const notInvested = (f: Settlement): Refusal<'equity.not_invested'>[] => (f.act === 'invest' ? [] : [refuse('equity.not_invested')]);
const dueOf = (f: Settlement, ordinal: number): Due | undefined => f.payments.find((p) => p.ordinal === ordinal);

/** The income of a year, of which the agreed share is due. */
export const reportIncome = command('income.report', {
  action,
  brings: ['income.reported'],
  asks: [],
  refuses: ['payment.not_by_income', 'payment.unknown', 'payment.reported_already'],
  recordable: true,
  input: fields({ ordinal: count(1000), income: money() }),
  facts: facts<Settlement>(),
  applies: ({ facts: f }) => f.way === 'royalty',
  suggest: ({ facts: f }) => ({ ordinal: f.payments.find((p) => p.amount === null)?.ordinal }),
  decide: ({ input: i, facts: f }) => {
    const not = notByIncome(f);
    if (not.length > 0) return not;
    const due = dueOf(f, i.ordinal);
    if (!due) return [refuse('payment.unknown', { ordinal: i.ordinal }, { at: ['ordinal'] })];
    if (due.amount !== null) return [refuse('payment.reported_already', { ordinal: i.ordinal }, { at: ['ordinal'] })];
    const amount = shareOfIncome(readRatio(f.rate!)!, i.income);
    return [happened('income.reported', { row: due.row, ordinal: i.ordinal, income: writeYuan(i.income), amount: writeYuan(amount) })];
  },
});

/** A payment came in on its day, early or late. The last one ends the act. */
export const recordPayment = command('payment.record', {
  action,
  brings: ['payment.made', 'act.ended'],
  asks: [],
  refuses: ['payment.unknown', 'payment.paid_already', 'payment.income_unknown'],
  recordable: true,
  input: fields({ ordinal: count(1000), paper: optional(paper()) }),
  facts: facts<Settlement>(),
  applies: ({ facts: f }) => f.way !== null,
  suggest: ({ facts: f }) => ({ ordinal: f.payments.find((p) => !p.paid)?.ordinal }),
  decide: ({ input: i, facts: f }) => {
    const due = dueOf(f, i.ordinal);
    if (!due) return [refuse('payment.unknown', { ordinal: i.ordinal }, { at: ['ordinal'] })];
    if (due.paid) return [refuse('payment.paid_already', { ordinal: i.ordinal }, { at: ['ordinal'] })];
    if (due.amount === null) return [refuse('payment.income_unknown', { ordinal: i.ordinal }, { at: ['ordinal'] })];
    const last = f.payments.every((p) => p.paid || p.row === due.row);
    const paid = happened(
      'payment.made',
      { row: due.row, ordinal: i.ordinal, amount: due.amount },
      { whose: due.row, ...(i.paper ? { papers: [i.paper] } : {}) },
    );
    return [paid, ...(last ? [happened('act.ended', { because: 'paid' })] : [])];
  },
});

/** What the rights are worth as a contribution: the appraised value, and the part of the company that it is. */
export const valueEquity = command('equity.value', {
  action,
  brings: ['equity.valued'],
  asks: [equityTerms],
  refuses: ['equity.not_invested', 'equity.appraisal_missing', 'equity.more_than_whole'],
  input: fields({ value: money(), postMoney: money(), report: optional(paper()) }),
  facts: facts<Settlement>(),
  ground: ({ on }) => ({ given: {}, dates: { actedOn: on } }),
  applies: ({ facts: f }) => f.act === 'invest',
  decide: ({ input: i, facts: f, law }) => {
    const not = notInvested(f);
    if (not.length > 0) return not;
    const terms = law['equity-terms'];
    const appraised = terms?.value.includes('appraised-fair-value') && i.report === undefined;
    if (i.postMoney === 0n || i.value > i.postMoney)
      return [refuse('equity.more_than_whole', { value: writeYuan(i.value), postMoney: writeYuan(i.postMoney) }, { at: ['postMoney'] })];
    const stake = showPercent(shareOf(i.value, i.postMoney));
    const data = { value: writeYuan(i.value), postMoney: writeYuan(i.postMoney), stake, report: i.report };
    return [
      ...(appraised ? [unmet('equity.appraisal_missing', terms!.clauses, {}, ['report'])] : []),
      happened('equity.valued', data, i.report ? { papers: [i.report] } : {}),
    ];
  },
});

/** The contribution is registered: from this day the rights are the company's, and not before. */
export const registerEquity = command('equity.register', {
  action,
  brings: ['equity.registered', 'act.ended'],
  asks: [],
  refuses: ['equity.not_invested'],
  recordable: true,
  input: fields({ paper: paper() }),
  facts: facts<Settlement>(),
  applies: ({ facts: f }) => f.act === 'invest',
  decide: ({ input: i, facts: f }) => {
    const not = notInvested(f);
    if (not.length > 0) return not;
    const data = { act: f.act, to: f.to, closes: f.owners.map((w) => w.row) };
    return [happened('equity.registered', data, { papers: [i.paper] }), happened('act.ended', { because: 'registered' })];
  },
});
