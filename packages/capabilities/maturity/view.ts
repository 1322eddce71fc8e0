/** What the page shows of an appraisal of maturity. */
export type MaturityView = {
  readonly achievement: { readonly id: string; readonly title: string; readonly case: string };
  readonly aspects: readonly string[];
  readonly score: string | null;
  readonly mature: boolean | null;
  readonly appraisedOn: string | null;
};
