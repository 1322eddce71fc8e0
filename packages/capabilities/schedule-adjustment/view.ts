type Span = { readonly start: string; readonly end: string };
/** What the page shows of an adjustment of the schedule. */
export type AdjustmentView = {
  readonly task: string;
  readonly cause: string;
  readonly reason: string;
  readonly impact: string;
  readonly original: Span;
  readonly now: Span;
  readonly wanted: Span;
  readonly days: number;
  readonly part: string;
  readonly cumulative: number;
  readonly appliedOn: string | null;
};
