import type { PartView } from '../distribution/view.ts';

/** One line of the cap table. Parts of a whole in percent, as text: of the company, of our side's stake, and of the pool he shares in. */
export type HoldingView = {
  readonly holder: string;
  readonly staffNo: string | null;
  readonly as: string;
  readonly part: string;
  readonly leader: string;
  /** '28.00%' */
  readonly company: string;
  readonly stake: string;
  /** Of the team's pool; null for who is not of the team. */
  readonly pool: string | null;
  /** Its part of what the achievement was put in at, in yuan. */
  readonly value: string;
};
export type SharerView = {
  readonly person: string;
  readonly staffNo: string;
  readonly name: string;
  readonly unit: string | null;
  readonly share: string;
  /** What his post makes of him today. */
  readonly leader: string;
  /** '11.20%' of the company */
  readonly company: string;
};
/** What the page shows of a stake that has come and of how it is allocated. Money in yuan, parts of the company in percent, as text. */
export type StakeView = {
  readonly row: string;
  readonly company: string;
  readonly value: string;
  readonly units: string;
  readonly acquiredOn: string;
  readonly paper: string;
  readonly mode: string;
  readonly parts: readonly PartView[];
  /** Those that say how it is divided, and who may not hold. */
  readonly clauses: readonly string[];
  readonly lines: readonly {
    readonly part: string;
    readonly title: string;
    readonly inside: string | null;
    readonly destination: string;
    readonly share: string;
    readonly units: string;
  }[];
  readonly team: readonly SharerView[];
  readonly staff: readonly SharerView[];
  readonly apart: readonly { readonly name: string; readonly amount: string; readonly measure: string | null }[];
  /** The cap table; empty until the stake is allocated. */
  readonly holdings: readonly HoldingView[];
  /** What it would be as proposed and agreed so far; empty once it is allocated. */
  readonly planned: readonly HoldingView[];
  /** Contributors whom a text bars from shares today. */
  readonly contributors: readonly { readonly person: string; readonly name: string; readonly barred: boolean }[];
  readonly asksApprovalBody: boolean;
  readonly bodies: readonly { readonly code: string; readonly title: string }[];
  readonly approvedOn: string | null;
  readonly allocatedOn: string | null;
};
