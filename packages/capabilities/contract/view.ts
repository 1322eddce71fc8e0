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
  } | null;
  /** It touches key core technology (核心技术). */
  readonly coreTechnology: boolean;
  /** Why an outside law firm reviews it, under which clauses, and where that stands; null where no text asks for it. */
  readonly lawFirm: { readonly triggers: readonly Trigger[]; readonly clauses: readonly string[]; readonly state: LawFirmState } | null;
};
