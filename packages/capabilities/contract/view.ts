import type { LawFirmState, Trigger } from './law-firm.ts';

/** What the page shows of the contract. */
export type ContractView = {
  /** Null until it is signed. */
  readonly signed: {
    readonly title: string;
    readonly number: string | null;
    readonly counterparty: string;
    readonly price: string;
    readonly signedOn: string;
    readonly paper: string;
    /** As amendments have it, in the order of their days; each in force from its own. */
    readonly versions: readonly {
      readonly version: number;
      readonly price: string;
      readonly effectiveOn: string;
      readonly inForce: boolean;
    }[];
  } | null;
  /** It touches key core technology (核心技术). */
  readonly coreTechnology: boolean;
  /** Why an outside law firm reviews it, under which clauses, and where that stands; null where no text asks for it. */
  readonly lawFirm: { readonly triggers: readonly Trigger[]; readonly clauses: readonly string[]; readonly state: LawFirmState } | null;
};

/** What the page shows of an amendment: what it changes, from which day, and the price before and with it. */
export type AmendmentView = {
  readonly changes: string;
  readonly effectiveOn: string;
  readonly priceBefore: string;
  readonly price: string;
  readonly number: string | null;
  readonly signedOn: string | null;
  readonly paper: string | null;
};
