/** What the page shows of an ownership: the parties, the agreement's clauses, whose the rights are and on what ground. */
export type OwnershipView = {
  readonly mode: string;
  readonly achievement: { readonly title: string; readonly case: string } | null;
  readonly parties: readonly {
    readonly party: string;
    readonly title: string;
    readonly side: string;
    readonly representative: string | null;
    readonly completing: boolean;
    readonly proceedsShare: string | null;
  }[];
  readonly terms: readonly {
    readonly id: string;
    readonly clause: string;
    readonly effects: readonly string[];
    readonly words: string;
    readonly informative: boolean;
    readonly edited: boolean;
  }[];
  readonly resources: readonly {
    readonly id: string;
    readonly kind: string;
    readonly quantity: string | null;
    readonly dueOn: string | null;
  }[];
  readonly newInvention: string | null;
  readonly by: string | null;
  readonly kind: string | null;
  readonly applicationRight: string | null;
  readonly useRight: string | null;
  readonly clauses: readonly string[];
  readonly determinedOn: string | null;
  /** Owners now, and those before them with their days. */
  readonly owners: readonly {
    readonly title: string;
    readonly share: string | null;
    readonly from: string;
    readonly to: string | null;
  }[];
  readonly proceedsBase: string | null;
};
