import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import type { PlanContents } from './contents.ts';
import type { Expert, Opinion, Plan } from './plan.ts';

type Asked = { readonly case: string; readonly person: string | null };

/** The plan in the version at work, with its parties, the experts of the round, and every opinion. */
export async function loadPlan(db: Connection, about: Asked): Promise<Plan> {
  const row = await db
    .selectFrom('plan as p')
    .innerJoin('case_file as c', 'c.id', 'p.case_id')
    .innerJoin('institution as i', 'i.id', 'p.institution_id')
    .innerJoin('plan_version as v', (j) => j.onRef('v.case_id', '=', 'p.case_id').onRef('v.version', '=', 'p.version'))
    .where('p.case_id', '=', about.case)
    .select((eb) => [
      ...([
        'i.title as issuer',
        'c.number',
        'p.title',
        'p.version',
        'p.round',
        'c.opened_on as openedOn',
        'v.contents',
        'v.id as versionId',
        'v.signed_on as signedOn',
      ] as const),
      ...(['p.rate', 'p.voted_on as votedOn'] as const),
      jsonArrayFrom(
        eb
          .selectFrom('plan_party as q')
          .innerJoin('party as t', 't.id', 'q.party_id')
          .innerJoin('person as r', 'r.id', 'q.representative_id')
          .whereRef('q.case_id', '=', 'p.case_id')
          .orderBy('q.ordinal')
          .select([
            ...([
              't.id',
              't.title',
              'q.weight',
              'q.lead',
              'q.id as row',
              'r.id as representative',
              'r.name as representativeName',
            ] as const),
            sql<boolean>`coalesce(t.ourselves, false)`.as('ourselves'),
          ]),
      ).as('parties'),
      jsonArrayFrom(
        eb
          .selectFrom('plan_expert as x')
          .innerJoin('person as n', 'n.id', 'x.person_id')
          .whereRef('x.case_id', '=', 'p.case_id')
          .whereRef('x.round', '=', 'p.round')
          .orderBy('x.ordinal')
          .select(['x.id', 'n.id as person', 'n.name', 'x.kind', 'x.party_id as namedBy', 'x.conclusion']),
      ).as('experts'),
      jsonArrayFrom(
        eb
          .selectFrom('plan_opinion as o')
          .innerJoin('person as n', 'n.id', 'o.person_id')
          .whereRef('o.case_id', '=', 'p.case_id')
          .orderBy('o.ordinal')
          .select(['o.id', 'o.ordinal', 'n.name as by', 'o.words', 'o.disposition', 'o.answer', 'o.version']),
      ).as('opinions'),
    ])
    .executeTakeFirstOrThrow();
  const { rate, votedOn, contents, experts, opinions, ...rest } = row;
  return {
    ...rest,
    contents: contents as unknown as PlanContents,
    experts: experts as readonly Expert[],
    opinions: opinions as readonly Opinion[],
    ballot: rate !== null && votedOn !== null ? { rate, on: votedOn } : null,
    asker: about.person,
  };
}
