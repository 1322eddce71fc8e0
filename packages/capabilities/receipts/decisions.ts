import type { Posting } from '../../kernel/brings.ts';
import { commandsOf, facts, happened } from '../../kernel/command.ts';
import { fields, group, list, optional } from '../../kernel/field.ts';
import { choice, day, money, paper, text } from '../../kernel/field-kinds.ts';
import { type Fen, fenOf, sumFen, writeYuan } from '../../kernel/money.ts';
import { refuse, unmet } from '../../kernel/refusal.ts';
import { receipt } from './procedure.ts';
import { deductionKinds, incomeStays, netIncomeDeductions } from './rules.ts';

export const accounts = { bank: 'bank', income: 'conversion-income', costs: 'conversion-costs' } as const;
const command = commandsOf(receipt);

/** The two sides of money coming in: all of it is the unit’s income. */
export const incomePosts = (amount: Fen): readonly Posting[] => [
  { account: accounts.bank, debit: amount },
  { account: accounts.income, credit: amount },
];

/** Net income is owed for every booking, and anew for the one that takes its place. */
export const toCompute = {
  duty: 'net.compute',
  owner: { role: 'FA' },
  metBy: ['net.computed', 'income.rebooked'],
  clause: '004:11.end',
  force: 'must',
} as const;

/** Books money that came in for a conversion: wholly the unit’s, in its budget. */
export const bookIncome = command('income.book', {
  action: 'T08:P',
  brings: ['income.booked'],
  asks: [incomeStays],
  refuses: ['income.to_treasury', 'income.nothing', 'income.later'],
  input: fields({
    amount: money(),
    receivedOn: day(),
    bookedTo: choice('unit', 'treasury'),
    budgetLine: text(60),
    voucher: optional(text(60)),
  }),
  facts: facts<{ readonly conversion: string; readonly price: string | null; readonly title: string }>(),
  ground: ({ input, on }) => ({ given: {}, dates: { receivedOn: input?.receivedOn ?? on } }),
  suggest: ({ facts: f, on }) => ({ amount: f.price ?? undefined, receivedOn: on, bookedTo: 'unit' }),
  decide: ({ input: i, facts: f, law, on, id }) => {
    if (i.amount === 0n) return [refuse('income.nothing', {}, { at: ['amount'] })];
    if (i.receivedOn > on) return [refuse('income.later', {}, { at: ['receivedOn'] })];
    const amount = writeYuan(i.amount);
    const { receivedOn, budgetLine, voucher } = i;
    return [
      ...(i.bookedTo === 'treasury' ? [unmet('income.to_treasury', law['income-stays']?.clauses, { amount }, ['bookedTo'])] : []),
      happened(
        'income.booked',
        { receipt: id(), conversion: f.conversion, title: f.title, amount, receivedOn, budgetLine, voucher },
        {
          posts: incomePosts(i.amount),
          owes: [toCompute],
        },
      ),
    ];
  },
});

export type Income = {
  readonly receipt: string;
  readonly conversion: string;
  readonly amount: string;
  readonly receivedOn: string;
  readonly mode: string;
  readonly title: string;
  /** A distribution of this receipt that is under way already. */
  readonly distribution: string | null;
};
export const lineKinds = [...deductionKinds, 'rnd-costs', 'other'] as const;

/** Net income: what came in, less what may be taken off it. Nothing is distributed where nothing is left. */
export const computeNet = command('net.compute', {
  action: 'P66:P',
  brings: ['net.computed'],
  asks: [netIncomeDeductions],
  refuses: ['deduction.not_allowed', 'deduction.ground_missing', 'deduction.nothing'],
  input: fields({
    deductions: list(group({ kind: choice(...lineKinds), amount: money(), ground: optional(text(200)), paper: optional(paper()) }), {
      most: 50,
    }),
  }),
  facts: facts<Income>(),
  ground: ({ facts: f }) => ({ given: { mode: f.mode }, dates: { receivedOn: f.receivedOn } }),
  suggest: () => ({ deductions: [] }),
  decide: ({ input: i, facts: f, law }) => {
    const allowed = law['net-income-deductions'];
    const received = fenOf(f.amount);
    const left = received - sumFen(i.deductions.map((d) => d.amount));
    const net = left < 0n ? 0n : left;
    const faults = i.deductions.flatMap((d, n) => [
      ...(d.amount === 0n ? [refuse('deduction.nothing', {}, { at: ['deductions', n, 'amount'] })] : []),
      ...(allowed && !allowed.value.includes(d.kind)
        ? [unmet('deduction.not_allowed', allowed.clauses, { kind: d.kind }, ['deductions', n, 'kind'])]
        : []),
      // Where no text says what may be taken off, each line says on what ground it is.
      ...(!allowed && !d.ground ? [unmet('deduction.ground_missing', undefined, { kind: d.kind }, ['deductions', n, 'ground'])] : []),
    ]);
    const costs = i.deductions.flatMap((d): Posting[] => [
      { account: accounts.income, debit: d.amount },
      { account: accounts.costs, credit: d.amount, about: d.kind },
    ]);
    const deductions = i.deductions.map(({ amount, ...d }) => ({ ...d, amount: writeYuan(amount) }));
    const data = { receipt: f.receipt, received: f.amount, net: writeYuan(net), deductions };
    const opening = { receipt: f.receipt, conversion: f.conversion, received: f.amount, net: data.net, title: f.title };
    return [
      ...faults,
      happened('net.computed', data, {
        posts: costs,
        papers: i.deductions.flatMap((d) => (d.paper ? [d.paper] : [])),
        raises: net > 0n && f.distribution === null ? [{ procedure: 'distribution', title: f.title, data: opening }] : [],
      }),
    ];
  },
});
