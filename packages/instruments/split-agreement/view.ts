import type { PoolUnit } from './decisions.ts';

/** What the page shows of a team's agreement on its pool, in money or in percent of a company. */
export type SplitAgreementView = {
  readonly pool: string;
  readonly unit: PoolUnit;
  readonly team: readonly { readonly person: string; readonly name: string }[];
  readonly lines: readonly {
    readonly person: string;
    readonly name: string;
    readonly share: string;
    readonly amount: string;
    readonly confirmedOn: string | null;
  }[];
};
