/** What the page shows of a team's agreement on its pool. Money in yuan, as text. */
export type SplitAgreementView = {
  readonly pool: string;
  readonly team: readonly { readonly person: string; readonly name: string }[];
  readonly lines: readonly {
    readonly person: string;
    readonly name: string;
    readonly share: string;
    readonly amount: string;
    readonly confirmedOn: string | null;
  }[];
};
