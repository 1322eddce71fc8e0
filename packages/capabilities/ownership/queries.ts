import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import type { OwnershipFile } from './decisions.ts';
import type { Side } from './determination.ts';

/** Everything on file about the ownership that this case settles. */
export async function loadOwnership(db: Connection, about: { readonly case: string }): Promise<OwnershipFile> {
  const row = await db
    .selectFrom('ownership as o')
    .innerJoin('case_file as c', 'c.id', 'o.case_id')
    .innerJoin('institution as i', 'i.id', 'o.institution_id')
    .where('o.case_id', '=', about.case)
    .select((eb) => [
      ...(['i.title as issuer', 'c.number', 'c.title', 'o.mode', 'o.proceeds_base as proceedsBase'] as const),
      jsonArrayFrom(
        eb
          .selectFrom('right_party as p')
          .innerJoin('party as t', 't.id', 'p.party_id')
          .whereRef('p.case_id', '=', 'o.case_id')
          .orderBy('p.ordinal')
          .select(['p.id as row', 't.id as party', 't.title', 'p.side', 'p.person_id as person', 'p.completing'])
          .select(['p.agreed_owner as agreedOwner', 'p.agreed_share as agreedShare', 'p.proceeds_share as proceedsShare']),
      ).as('parties'),
      jsonArrayFrom(
        eb
          .selectFrom('ownership_term as t')
          .whereRef('t.case_id', '=', 'o.case_id')
          .where('t.removed_on', 'is', null)
          .orderBy('t.ordinal')
          .orderBy('t.clause')
          .select(['t.id as row', 't.template', 't.clause', 't.effects', 't.words', 't.informative']),
      ).as('terms'),
      jsonArrayFrom(
        eb
          .selectFrom('resource_line as r')
          .innerJoin('ownership_term as t', 't.id', 'r.term_id')
          .whereRef('r.case_id', '=', 'o.case_id')
          .where('r.removed_on', 'is', null)
          .orderBy('r.ordinal')
          .orderBy('r.id')
          .select(['r.id as row', 't.clause', 'r.kind', 'r.quantity', 'r.due_on as dueOn']),
      ).as('resources'),
      jsonArrayFrom(
        eb
          .selectFrom('right_owner as w')
          .innerJoin('party as t', 't.id', 'w.party_id')
          .whereRef('w.case_id', '=', 'o.case_id')
          .where('w.to_on', 'is', null)
          .orderBy('w.ordinal')
          .select(['w.id as row', 't.id as party', 't.title', 'w.share']),
      ).as('owners'),
    ])
    .executeTakeFirstOrThrow();
  return {
    ...row,
    parties: row.parties.map((p) => ({ ...p, side: p.side as Side })),
    owners: row.owners.map(({ share, ...w }) => ({ ...w, ...(share === null ? {} : { share }) })),
  };
}
