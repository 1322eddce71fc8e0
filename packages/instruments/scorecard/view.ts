/** What the page shows of a round of scoring. Sheets are shown once it is concluded: before that each expert scores by himself. */
export type ScorecardView = {
  readonly about: string;
  readonly openedOn: string;
  readonly clauses: readonly string[];
  readonly threshold: readonly string[];
  readonly groups: readonly {
    readonly group: string;
    readonly title: string;
    readonly most: string;
    readonly risk: boolean;
    /** The result of the group; null before the end. */
    readonly points: string | null;
    readonly items: readonly {
      readonly item: string;
      readonly title: string;
      readonly most: string;
      readonly looksAt: string | null;
      readonly evidence: readonly string[];
      readonly notes: readonly { readonly id: string; readonly title: string }[];
      readonly points: string | null;
      /** Each counting expert's points, in the order of `experts`. */
      readonly each: readonly string[];
    }[];
  }[];
  readonly experts: readonly {
    readonly name: string;
    readonly given: boolean;
    readonly conflict: string | null;
    readonly total: string | null;
  }[];
  readonly aggregation: string;
  readonly riskPoints: string;
  readonly total: string | null;
  readonly reached: boolean | null;
  /** The total and the outcome under the other readings of the clauses, where they differ. */
  readonly readings: readonly { readonly clause: string; readonly value: string; readonly total: string; readonly reached: boolean }[];
};
