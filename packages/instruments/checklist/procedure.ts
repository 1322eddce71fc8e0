import { chart } from '../../kernel/chart.ts';

/** 核对清单: each item has its evidence, or a reason why it does not apply. The clauses are the items' own. */
export const checklist = chart({
  id: 'checklist',
  opened: 'checklist.drawn',
  initial: 'open',
  clause: [],
  states: {
    open: { on: { 'item.settled': { to: 'open', clause: [] }, 'checklist.completed': { to: 'complete', clause: [] } } },
    complete: { settled: true },
  },
});
