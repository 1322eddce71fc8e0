import { sql } from 'kysely';
import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import type { ContractView } from './view.ts';

export async function contractPanel(db: Connection, o: Viewing): Promise<ContractView> {
  const row = await db
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
    ])
    .executeTakeFirst();
  return row ?? null;
}
