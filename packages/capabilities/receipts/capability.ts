import { sql } from 'kysely';
import type { CorrectedData } from '../../engine/house/correction.ts';
import { anyRules, capability, procedure, wire } from '../../engine/procedure.ts';
import { question } from '../../engine/question.ts';
import { type EventSeen, insert, update } from '../../engine/write.ts';
import { fenOf } from '../../kernel/money.ts';
import { bookIncome, computeNet, type Income, incomePosts, toCompute } from './decisions.ts';
import { receiptPanel } from './panel.ts';
import { receipt } from './procedure.ts';
import { incomeStays, netIncomeDeductions } from './rules.ts';

const contracted = question((db, about: { case: string; today: string }) =>
  db
    .selectFrom('conversion as v')
    .innerJoin('case_file as c', 'c.id', 'v.case_id')
    .where('v.case_id', '=', about.case)
    .select([
      'v.case_id as conversion',
      'c.title',
      // Of the version in force today: an amendment with a later day does not count yet.
      sql<
        string | null
      >`(select yuan(w.price) from agreement_version w where w.conversion_id = v.case_id and w.effective_on <= ${about.today}::date
        order by w.version desc limit 1)`.as('price'),
    ]),
);
const income = question((db, about: { case: string }) =>
  db
    .selectFrom('receipt as r')
    .innerJoin('conversion as v', 'v.case_id', 'r.conversion_id')
    .innerJoin('case_file as c', 'c.id', 'v.case_id')
    .leftJoin('distribution as d', 'd.receipt_id', 'r.id')
    .where('r.case_id', '=', about.case)
    .select([
      'r.id as receipt',
      'r.conversion_id as conversion',
      sql<string>`yuan(r.amount)`.as('amount'),
      'r.received_on as receivedOn',
      'v.mode',
      'c.title',
      'd.id as distribution',
    ]),
);

type Booked = { receipt: string; conversion: string; amount: string; receivedOn: string; budgetLine: string; voucher?: string };
type Netted = { receipt: string; net: string; deductions: readonly { kind: string; amount: string; ground?: string; paper?: string }[] };

export const receipts = capability({
  id: 'receipts',
  uses: ['conversion', 'contract'],
  rules: anyRules(incomeStays, netIncomeDeductions),
  procedures: [
    procedure({
      chart: receipt,
      panel: receiptPanel,
      commands: [
        wire(bookIncome, (db, about) => contracted.get(db, about), { opens: { under: 'conversion' } }),
        wire(computeNet, (db, about): Promise<Income> => income.get(db, about)),
      ],
      correctable: {
        receipt: {
          amount: {
            is: 'money',
            documents: ['award-approval', 'payroll-list'],
            impossible: (amount) => (amount === '0.00' ? 'income.nothing' : undefined),
          },
          received_on: {
            is: 'day',
            documents: ['award-approval', 'payroll-list'],
            impossible: (day, today) => (day > today ? 'income.later' : undefined),
          },
        },
      },
      follows: {
        // The wrong booking is reversed line for line and the right one made; net income has to be computed anew.
        'record.corrected': {
          event: 'income.rebooked',
          when: (e: EventSeen<CorrectedData>, self) => e.data.table === 'receipt' && e.case === self.id,
          with: (e: EventSeen<CorrectedData>) => ({
            data: { receipt: e.data.row, field: e.data.field, old: e.data.old, new: e.data.new },
            brings: {
              reverses: true,
              posts: incomePosts(fenOf(e.data.values.amount!)),
              owes: [toCompute],
            },
          }),
        },
      },
      apply: {
        'income.booked': (e: EventSeen<Booked>) => [
          insert('receipt', {
            id: e.data.receipt,
            conversion_id: e.data.conversion,
            amount: fenOf(e.data.amount),
            received_on: e.data.receivedOn,
            budget_line: e.data.budgetLine,
            voucher: e.data.voucher ?? null,
          }),
        ],
        'net.computed': (e: EventSeen<Netted>) => [
          update('receipt', e.data.receipt, { net: fenOf(e.data.net), computed_on: e.on }),
          ...e.data.deductions.map((d, i) =>
            insert('deduction', {
              id: e.rowId(`deduction ${i}`),
              ordinal: i,
              kind: d.kind,
              amount: fenOf(d.amount),
              ground: d.ground ?? null,
              paper_id: d.paper ?? null,
              run: e.seq,
            }),
          ),
        ],
        'income.rebooked': (e: EventSeen<{ receipt: string }>) => [update('receipt', e.data.receipt, { net: null, computed_on: null })],
      },
    }),
  ],
});
