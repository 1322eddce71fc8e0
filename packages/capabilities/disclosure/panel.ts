import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import { question } from '../../engine/question.ts';
import type { DisclosureView } from './view.ts';

const disclosed = question((db, o: { case: string }) =>
  db
    .selectFrom('achievement as a')
    .where('a.case_id', '=', o.case)
    .select((eb) => [
      ...(['a.id', 'a.title', 'a.kind', 'a.summary', 'a.formed_on as formedOn', 'a.state', 'a.registered_on as registeredOn'] as const),
      jsonArrayFrom(
        eb
          .selectFrom('contributor as c')
          .innerJoin('person as p', 'p.id', 'c.person_id')
          .whereRef('c.achievement_id', '=', 'a.id')
          .orderBy('c.rank')
          .select(['p.name', 'p.unit', 'c.main', 'c.contribution']),
      ).as('contributors'),
      jsonArrayFrom(
        eb
          .selectFrom('achievement_right as r')
          .whereRef('r.achievement_id', '=', 'a.id')
          .orderBy('r.ordinal')
          .select(['r.kind', 'r.number', 'r.title']),
      ).as('rights'),
    ]),
);

export async function disclosurePanel(db: Connection, o: Viewing): Promise<DisclosureView> {
  const { contributors, rights, ...achievement } = await disclosed.get(db, o);
  return { achievement, contributors, rights };
}
