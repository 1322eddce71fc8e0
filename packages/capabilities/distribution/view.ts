/** A limit on a part, in whose name, and what it comes to in money. */
export type LimitView = {
  readonly clause: string;
  readonly limits: string;
  readonly of: string;
  readonly least: string | null;
  readonly most: string | null;
  readonly force: string;
  /** Binds only where something goes to what counts as this. */
  readonly onlyIf: string | null;
};
export type PartView = {
  readonly part: string;
  readonly title: string;
  readonly inside: string | null;
  readonly remainder: boolean;
  readonly chosenBy: string | null;
  readonly limits: readonly LimitView[];
};

/** What the page and the workbench show of a distribution. Money in yuan, as text. */
export type DistributionView = {
  readonly received: string;
  readonly net: string;
  readonly base: string;
  readonly baseAmount: string;
  readonly mode: string;
  readonly receivedOn: string;
  readonly parts: readonly PartView[];
  readonly schemeClauses: readonly string[];
  readonly remainderUse: string | null;
  readonly remainderReason: string | null;
  readonly lines: readonly {
    readonly part: string;
    readonly title: string;
    readonly inside: string | null;
    readonly share: string;
    readonly amount: string;
  }[];
  readonly awards: readonly {
    readonly name: string;
    readonly unit: string | null;
    readonly staffNo: string;
    readonly share: string;
    readonly amount: string;
  }[];
  /** Asked of the proposer where no text says who approves. */
  readonly asksApprovalBody: boolean;
  readonly bodies: readonly { readonly code: string; readonly title: string }[];
  readonly approvedOn: string | null;
  readonly handedOverOn: string | null;
};
