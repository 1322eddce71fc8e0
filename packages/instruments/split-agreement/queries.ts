import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import { question } from '../../engine/question.ts';
import type { JsonRecord } from '../../kernel/json.ts';
import type { Pool, PoolUnit } from './decisions.ts';

const pool = question((db, about: { case: string }) =>
  db
    .selectFrom('event as e')
    .where('e.stream_id', '=', about.case)
    .where('e.seq', '=', 1)
    .select((eb) => [
      sql<string>`(e.body::jsonb) #>> '{data,pool}'`.as('pool'),
      sql<PoolUnit | null>`(e.body::jsonb) #>> '{data,unit}'`.as('unit'),
      sql<JsonRecord>`(e.body::jsonb) #> '{data,terms}'`.as('terms'),
      jsonArrayFrom(
        eb
          .selectFrom('case_member as m')
          .innerJoin('person as p', 'p.id', 'm.person_id')
          .where('m.case_id', '=', about.case)
          .where('m.role', '=', 'CT')
          // Who has no part in this pool: a leader whom a text bars from it, say.
          .where(sql<boolean>`not coalesce((e.body::jsonb) #> '{data,without}', '[]') ? m.person_id::text`)
          .orderBy('p.staff_no')
          .select(['p.id as person', 'p.name']),
      ).as('team'),
      jsonArrayFrom(
        eb
          .selectFrom('team_share as s')
          .where('s.case_id', '=', about.case)
          .orderBy('s.ordinal')
          .select([
            's.id',
            's.person_id as person',
            's.share',
            's.proposal',
            sql<boolean>`s.confirmed_on is not null`.as('confirmed'),
            's.confirmed_on as confirmedOn',
          ]),
      ).as('all'),
    ]),
);

/** The pool, its team, and the shares last proposed. */
export async function loadPool(db: Connection, about: { readonly case: string }): Promise<Pool> {
  const row = await pool.get(db, about);
  const proposal = Math.max(0, ...row.all.map((l) => l.proposal));
  return {
    pool: row.pool,
    unit: row.unit ?? 'yuan',
    terms: row.terms ?? {},
    team: row.team,
    proposal,
    lines: row.all.filter((l) => l.proposal === proposal),
  };
}
