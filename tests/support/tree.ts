import type { Deal } from '../../demonstration/deal.ts';
import { lookAt } from '../../packages/engine/database.ts';

/** The latest case of a procedure in the tree of a root. */
export async function childOf(d: Deal, root: string, procedure: string): Promise<string> {
  const row = await lookAt(d.engine.database, d.who.id, (db) =>
    db
      .selectFrom('case_file')
      .where('root_id', '=', root)
      .where('procedure', '=', procedure)
      .where('withdrawn', '=', false)
      .orderBy('id', 'desc')
      .select('id')
      .executeTakeFirstOrThrow(),
  );
  return row.id;
}
