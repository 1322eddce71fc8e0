import type { Choice, Denominator, VotingUnit } from '../../kernel/tally.ts';
import type { Outcome } from './outcome.ts';

/** What the page shows of a ballot. Of a secret one no vote is in it, before its end or after. */
export type BallotView = {
  readonly question: string;
  readonly secret: boolean;
  readonly openedOn: string;
  readonly closesOn: string;
  readonly closedOn: string | null;
  readonly denominator: Denominator | null;
  /** What it takes: each clause's own line. */
  readonly demands: readonly { readonly clause: string; readonly of: VotingUnit; readonly limits: string; readonly least: string }[];
  readonly voters: readonly {
    readonly id: string;
    readonly title: string;
    /** Who casts it, where a party votes. */
    readonly by: string | null;
    readonly weight: string;
    readonly votedOn: string | null;
    readonly vote: Choice | null;
    readonly recorded: boolean;
    readonly mandate: string | null;
  }[];
  readonly outcome: Outcome | null;
};
