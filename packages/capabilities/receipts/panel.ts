import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import { question } from '../../engine/question.ts';
import type { ReceiptView } from './view.ts';

const booked = question((db, o: { case: string }) =>
  db
    .selectFrom('receipt as r')
    .where('r.case_id', '=', o.case)
    .select((eb) => [
      ...(['r.id as row', 'r.received_on as receivedOn', 'r.budget_line as budgetLine', 'r.voucher'] as const),
      sql<string>`yuan(r.amount)`.as('amount'),
      sql<string | null>`yuan(r.net)`.as('net'),
      jsonArrayFrom(
        eb
          .selectFrom('deduction as d')
          .whereRef('d.case_id', '=', 'r.case_id')
          .where(
            'd.run',
            '=',
            eb
              .selectFrom('deduction as x')
              .whereRef('x.case_id', '=', 'r.case_id')
              .select((m) => m.fn.max('x.run').as('run')),
          )
          .orderBy('d.ordinal')
          .select(['d.kind', sql<string>`yuan(d.amount)`.as('amount'), 'd.ground']),
      ).as('deductions'),
    ]),
);

export const receiptPanel = (db: Connection, o: Viewing): Promise<ReceiptView> => booked.get(db, o);
