import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import type { ReviewView } from './view.ts';

export async function reviewPanel(db: Connection, o: Viewing): Promise<ReviewView> {
  const opinions = await db
    .selectFrom('opinion as x')
    .leftJoin('person as p', 'p.id', 'x.person_id')
    .where('x.case_id', '=', o.case)
    .orderBy('x.ordinal')
    .select(['x.reviewer', 'x.given', 'x.agreed', 'x.words', 'p.name', 'x.given_on as on'])
    .execute();
  return { opinions };
}
