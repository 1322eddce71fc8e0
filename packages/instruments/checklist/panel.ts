import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import type { Force } from '../../kernel/rule.ts';
import type { ChecklistView } from './view.ts';

export async function checklistPanel(db: Connection, o: Viewing): Promise<ChecklistView> {
  const items = await db
    .selectFrom('checklist_item as i')
    .leftJoin('person as p', 'p.id', 'i.settled_by')
    .where('i.case_id', '=', o.case)
    .orderBy('i.ordinal')
    .select(['i.item', 'i.title', 'i.clause', 'i.force', 'i.paper_id as paper', 'i.words'])
    .select(['i.not_applicable as notApplicable', 'i.settled_on as settledOn', 'p.name as settledBy'])
    .execute();
  return { items: items.map((i) => ({ ...i, force: i.force as Force })) };
}
