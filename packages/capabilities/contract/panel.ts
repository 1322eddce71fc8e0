import { sql } from 'kysely';
import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import { question } from '../../engine/question.ts';
import type { ContractView } from './view.ts';

const agreed = question((db, o: { case: string }) =>
  db
    .selectFrom('agreement as a')
    .innerJoin('party as t', 't.id', 'a.counterparty_id')
    .where('a.case_id', '=', o.case)
    .select([
      'a.title',
      'a.number',
      't.title as counterparty',
      sql<string>`yuan(a.price)`.as('price'),
      'a.signed_on as signedOn',
      'a.paper_id as paper',
    ]),
);

export async function contractPanel(db: Connection, o: Viewing): Promise<ContractView> {
  return (await agreed.find(db, o)) ?? null;
}
