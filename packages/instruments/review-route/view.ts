/** What the page shows of a review route. */
export type ReviewView = {
  readonly opinions: readonly {
    readonly reviewer: string;
    readonly given: boolean;
    readonly agreed: boolean | null;
    readonly words: string | null;
    readonly name: string | null;
    readonly on: string | null;
  }[];
};
