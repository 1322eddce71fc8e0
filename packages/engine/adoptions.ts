import { sql } from 'kysely';
import type { Day } from '../kernel/day.ts';
import type { Adoption } from '../kernel/pack.ts';
import { asAdoption } from '../kernel/party.ts';
import type { Connection } from './database.ts';

/** An adoption as the view `adopted` tells it; of the columns of a view the types know only that they might be null. */
export const adoptionColumns = [
  sql<string>`text_id`.as('text'),
  sql<Day>`from_on`.as('from'),
  'to_on as to',
  'basis',
  'party_id as party',
  sql<Adoption['revisions'] | null>`revisions`.as('revisions'),
] as const;

/** What the institution of this connection and its parties have adopted, in order. */
export const adoptionsIn = async (db: Connection): Promise<readonly Adoption[]> =>
  (await db.selectFrom('adopted').orderBy('from_on').orderBy('id').select(adoptionColumns).execute()).map(asAdoption);
