import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import type { JsonRecord } from '../../kernel/json.ts';
import type { Expert, Round } from './decisions.ts';

/** A round with its experts and the sheets they have given. */
export async function loadRound(db: Connection, about: { readonly case: string }): Promise<Round> {
  const row = await db
    .selectFrom('score_round as r')
    .where('r.case_id', '=', about.case)
    .select((eb) => [
      'r.about',
      'r.opened_on as openedOn',
      sql<JsonRecord>`(select (e.body::jsonb) #> '{data,terms}' from event e where e.stream_id = r.case_id and e.seq = 1)`.as('terms'),
      jsonArrayFrom(
        eb
          .selectFrom('score_expert as x')
          .innerJoin('person as p', 'p.id', 'x.person_id')
          .whereRef('x.case_id', '=', 'r.case_id')
          .orderBy('x.ordinal')
          .select(['x.id as row', 'p.id as person', 'p.name', 'x.conflict'])
          .select([
            sql<boolean>`x.given_on is not null`.as('given'),
            sql<Expert['sheet']>`coalesce((select jsonb_object_agg(l.item, l.points) from score_line l where l.expert_id = x.id), '{}')`.as(
              'sheet',
            ),
          ]),
      ).as('experts'),
    ])
    .executeTakeFirstOrThrow();
  return row;
}
