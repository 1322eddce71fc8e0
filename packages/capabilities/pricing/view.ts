/** What the page shows of pricing. Money in yuan, as text. */
export type PricingView = {
  readonly row: string;
  readonly flags: readonly string[];
  readonly approval: string | null;
  readonly appraise: boolean | null;
  readonly appraisalBy: string | null;
  readonly appraisalValue: string | null;
  /** Why no appraisal was decided on, where a text lets it be left out. */
  readonly appraisalWaived: string | null;
  /** Whether a text lets it be left out towards this counterparty, and which clauses say so; null where none speaks of it. */
  readonly appraisalRule: { readonly answer: string; readonly counterparty: string; readonly clauses: readonly string[] } | null;
  readonly method: string | null;
  readonly reason: string | null;
  readonly price: string | null;
  readonly grounds: string | null;
  readonly pricedOn: string | null;
};
