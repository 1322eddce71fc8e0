import type { Demand } from './majority.ts';

/** What the page shows of a resolution. */
export type ResolutionView = {
  readonly body: {
    readonly code: string;
    readonly title: string;
    readonly members: readonly { readonly id: string; readonly name: string }[];
  };
  readonly meetingOn: string | null;
  readonly minutesNumber: string | null;
  readonly minutes: string | null;
  readonly entitled: number | null;
  readonly present: readonly string[];
  readonly recused: readonly string[];
  readonly absent: readonly string[];
  readonly votes: string | null;
  readonly inFavour: number | null;
  readonly against: number | null;
  readonly abstained: number | null;
  readonly result: string | null;
  /** By what rule it was carried, where no text says and it was not the usual one. */
  readonly majority: string | null;
  /** What the texts demand of such a meeting, and what came of it. */
  readonly demands: readonly Demand[];
};
