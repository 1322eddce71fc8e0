import type { Force } from '../../kernel/rule.ts';

/** What the page shows of a checklist. */
export type ChecklistView = {
  readonly items: readonly {
    readonly item: string;
    readonly title: string;
    readonly clause: string;
    readonly force: Force;
    readonly paper: string | null;
    readonly words: string | null;
    readonly notApplicable: string | null;
    readonly settledOn: string | null;
    readonly settledBy: string | null;
  }[];
};
