import type { Force } from '../../kernel/rule.ts';

/** One occurrence as the page shows it. */
export type OccurrenceView = {
  readonly k: number;
  readonly dueOn: string;
  readonly provisional: boolean;
  readonly state: 'met' | 'late' | 'missed' | 'open' | 'coming';
  readonly metOn: string | null;
  readonly words: string | null;
  readonly paper: string | null;
};
/** What the page shows of a schedule: each line with what was, what is owed now, and the next two days after that. */
export type ScheduleView = {
  readonly lines: readonly {
    readonly id: string;
    readonly title: string;
    readonly ownerRole: string | null;
    readonly owner: string | null;
    readonly recurs: string | null;
    readonly within: string | null;
    readonly anchor: string;
    readonly until: string | null;
    readonly countedAs: 'duty' | 'floor';
    readonly clauses: readonly string[];
    readonly force: Force;
    readonly occurrences: readonly OccurrenceView[];
  }[];
};
