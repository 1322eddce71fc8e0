/** What the page shows of an appraisal of maturity. */
export type MaturityView = {
  /** `case`: its disclosure, where the reader may see it. */
  readonly achievement: { readonly title: string; readonly case: string | null };
  readonly aspects: readonly string[];
  readonly score: string | null;
  readonly mature: boolean | null;
  readonly appraisedOn: string | null;
};
