/** What the page shows of the contract; null until it is signed. */
export type ContractView = {
  readonly title: string;
  readonly number: string | null;
  readonly counterparty: string;
  readonly price: string;
  readonly signedOn: string;
  readonly paper: string;
} | null;
