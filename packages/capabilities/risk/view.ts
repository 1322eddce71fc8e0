/** What the page shows of a risk: its place in the matrix that graded it. */
export type RiskView = {
  readonly class: string;
  readonly description: string;
  readonly matrix: {
    readonly rows: readonly { readonly id: string; readonly span: string; readonly cells: readonly string[] }[];
    readonly columns: readonly { readonly id: string; readonly title: string }[];
  } | null;
  readonly clauses: readonly string[];
  readonly probability: string | null;
  readonly row: string | null;
  readonly impact: string | null;
  readonly level: string | null;
  readonly alert: string | null;
  readonly assessedOn: string | null;
  /** What the other readings of the matrix would have made of it, where they make something else. */
  readonly readings: readonly { readonly clause: string; readonly because: string; readonly level: string }[];
};
