import type { Connection } from '../../engine/database.ts';
import { type About, capability, procedure, wire } from '../../engine/procedure.ts';
import { type EventSeen, insert, update } from '../../engine/write.ts';
import type { Item, Standing } from '../../kernel/checklist.ts';
import type { Force } from '../../kernel/rule.ts';
import { type Checklist, completeChecklist, settleItem } from './decisions.ts';
import { checklistPanel } from './panel.ts';
import { checklist } from './procedure.ts';

async function load(db: Connection, about: About<unknown>): Promise<Checklist> {
  const rows = await db
    .selectFrom('checklist_item')
    .where('case_id', '=', about.case)
    .orderBy('ordinal')
    .select(['id as row', 'item as id', 'title', 'clause', 'force', 'paper_id', 'words', 'not_applicable'])
    .execute();
  return {
    items: rows.map(({ row, id, title, clause, force }) => ({ row, id, title, clause, force: force as Force })),
    standings: rows.flatMap((r): Standing[] => {
      const evidence = r.words ?? r.paper_id;
      if (evidence !== null) return [{ item: r.id, evidence }];
      return r.not_applicable === null ? [] : [{ item: r.id, notApplicable: r.not_applicable }];
    }),
  };
}

type Settled = { row: string; paper?: string; words?: string; notApplicable?: string };

export const checklists = capability({
  id: 'checklist',
  uses: [],
  rules: [],
  procedures: [
    procedure({
      chart: checklist,
      panel: checklistPanel,
      outcomes: { done: ['checklist.completed'] },
      begins: (data) => ({
        owes: [
          {
            duty: 'checklist.complete',
            owner: { role: String(data.owner) },
            metBy: ['checklist.completed'],
            clause: [...new Set((data.items as unknown as readonly Item[]).map((i) => i.clause))],
            force: 'must',
          },
        ],
      }),
      commands: [wire(settleItem, load), wire(completeChecklist, load)],
      apply: {
        'checklist.drawn': (e: EventSeen<{ items: readonly Item[] }>) =>
          e.data.items.map((i, ordinal) =>
            insert('checklist_item', { id: e.rowId(i.id), ordinal, item: i.id, title: i.title, clause: i.clause, force: i.force }),
          ),
        'item.settled': (e: EventSeen<Settled>) => [
          update('checklist_item', e.data.row, {
            paper_id: e.data.paper ?? null,
            words: e.data.words ?? null,
            not_applicable: e.data.notApplicable ?? null,
            settled_on: e.on,
            settled_by: e.actor,
          }),
        ],
      },
    }),
  ],
});
