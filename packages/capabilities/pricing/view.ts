/** What the page shows of pricing. Money in yuan, as text. */
export type PricingView = {
  readonly row: string;
  readonly flags: readonly string[];
  readonly approval: string | null;
  readonly appraise: boolean | null;
  readonly appraisalBy: string | null;
  readonly appraisalValue: string | null;
  readonly method: string | null;
  readonly reason: string | null;
  readonly price: string | null;
  readonly grounds: string | null;
  readonly pricedOn: string | null;
};
