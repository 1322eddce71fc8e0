import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import type { OwnershipView } from './view.ts';

export async function ownershipPanel(db: Connection, o: Viewing): Promise<OwnershipView> {
  return await db
    .selectFrom('ownership as w')
    .where('w.case_id', '=', o.case)
    .select((eb) => [
      ...(['w.mode', 'w.new_invention as newInvention', 'w.determined_by as by', 'w.kind', 'w.clauses'] as const),
      ...(['w.application_right as applicationRight', 'w.use_right as useRight', 'w.proceeds_base as proceedsBase'] as const),
      'w.determined_on as determinedOn',
      jsonObjectFrom(
        eb.selectFrom('achievement as a').whereRef('a.id', '=', 'w.achievement_id').select(['a.title', 'a.case_id as case']),
      ).as('achievement'),
      jsonArrayFrom(
        eb
          .selectFrom('right_party as p')
          .innerJoin('party as t', 't.id', 'p.party_id')
          .leftJoin('person as q', 'q.id', 'p.person_id')
          .whereRef('p.case_id', '=', 'w.case_id')
          .orderBy('p.ordinal')
          .select(['t.id as party', 't.title', 'p.side', 'q.name as representative', 'p.completing', 'p.proceeds_share as proceedsShare']),
      ).as('parties'),
      jsonArrayFrom(
        eb
          .selectFrom('ownership_term as t')
          .whereRef('t.case_id', '=', 'w.case_id')
          .where('t.removed_on', 'is', null)
          .orderBy('t.ordinal')
          .orderBy('t.clause')
          .select(['t.id', 't.clause', 't.effects', 't.words', 't.informative', 't.edited']),
      ).as('terms'),
      jsonArrayFrom(
        eb
          .selectFrom('resource_line as r')
          .whereRef('r.case_id', '=', 'w.case_id')
          .where('r.removed_on', 'is', null)
          .orderBy('r.ordinal')
          .orderBy('r.id')
          .select(['r.id', 'r.kind', 'r.quantity', 'r.due_on as dueOn']),
      ).as('resources'),
      jsonArrayFrom(
        eb
          .selectFrom('right_owner as h')
          .innerJoin('party as t', 't.id', 'h.party_id')
          .whereRef('h.case_id', '=', 'w.case_id')
          .orderBy('h.to_on', (x) => x.desc().nullsFirst())
          .orderBy('h.ordinal')
          .select(['t.title', 'h.share', 'h.from_on as from', 'h.to_on as to']),
      ).as('owners'),
    ])
    .executeTakeFirstOrThrow();
}
