import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import type { RightsActView } from './view.ts';

const yuan = (column: 'amount' | 'income' | 'value' | 'post_money', table: string) =>
  sql<string | null>`yuan(${sql.ref(`${table}.${column}`)})`;

export async function rightsActPanel(db: Connection, o: Viewing): Promise<RightsActView> {
  const row = await db
    .selectFrom('rights_act as a')
    .innerJoin('party as b', 'b.id', 'a.by_party')
    .leftJoin('party as t', 't.id', 'a.to_party')
    .where('a.case_id', '=', o.case)
    .select((eb) => [
      ...(['a.act', 'b.title as by', 't.title as to', 'a.purpose', 'a.licence_kind as licenceKind', 'a.from_on as from'] as const),
      ...(['a.until_on as until', 'a.scope', 'a.priority_until as priorityUntil', 'a.way', 'a.base', 'a.rate', 'a.stake'] as const),
      ...(['a.report_id as report', 'a.carried_out_on as carriedOutOn', 'a.ended_on as endedOn'] as const),
      yuan('amount', 'a').as('amount'),
      yuan('value', 'a').as('value'),
      yuan('post_money', 'a').as('postMoney'),
      jsonArrayFrom(
        eb
          .selectFrom('act_consent as c')
          .innerJoin('party as p', 'p.id', 'c.party_id')
          .whereRef('c.case_id', '=', 'a.case_id')
          .orderBy('c.ordinal')
          .select(['p.title', 'c.asked', 'c.answer', 'c.words', 'c.answered_on as on']),
      ).as('answers'),
      jsonArrayFrom(
        eb
          .selectFrom('act_payment as m')
          .whereRef('m.case_id', '=', 'a.case_id')
          .orderBy('m.ordinal')
          .select(['m.ordinal', 'm.due_on as dueOn', 'm.paid_on as paidOn'])
          .select([yuan('income', 'm').as('income'), yuan('amount', 'm').as('amount')]),
      ).as('payments'),
    ])
    .executeTakeFirstOrThrow();
  return { ...row, answers: row.answers as unknown as RightsActView['answers'] };
}
