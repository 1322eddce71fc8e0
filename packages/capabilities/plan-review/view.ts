import type { PlanContents } from './contents.ts';
import type { Expert, Opinion } from './plan.ts';

/** What the page shows of a plan under review. */
export type PlanView = {
  readonly version: number;
  readonly inForce: number | null;
  readonly round: number;
  readonly contents: PlanContents;
  readonly parties: readonly {
    readonly id: string;
    readonly title: string;
    readonly weight: string;
    readonly lead: boolean;
    readonly representative: string;
    /** Texts that bind this party by its own adoption, what they want of a plan that it lacks, and by which clauses. */
    readonly texts: readonly string[];
    readonly lacks: readonly string[];
    readonly clauses: readonly string[];
  }[];
  readonly experts: readonly Expert[];
  readonly opinions: readonly Opinion[];
  readonly versions: readonly {
    readonly version: number;
    readonly madeOn: string;
    readonly because: string | null;
    readonly approvedOn: string | null;
    /** The agreement was signed on this version: when, and its paper. */
    readonly signedOn: string | null;
    readonly agreement: string | null;
  }[];
  readonly ballot: { readonly rate: string; readonly on: string } | null;
};
