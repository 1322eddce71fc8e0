import type { StageState } from '../../kernel/review.ts';

export type OpinionState = 'coming' | 'now' | 'agreed' | 'disagreed' | 'returned' | 'not-needed' | 'taken-off';
type Papers = readonly { readonly id: string; readonly title: string }[];

/** One opinion: of whom it is asked, who may give it, and what became of it. */
export type OpinionView = {
  readonly id: string;
  readonly stage: string;
  readonly round: number;
  readonly reviewer: string;
  /** What a reviewer who is named is called; a role has its word. */
  readonly title: string | null;
  readonly state: OpinionState;
  /** Who may give it: whom it was handed over to, else everybody who may speak for the reviewer. */
  readonly speakers: readonly string[];
  /** Who could give it instead (转办). */
  readonly successors: readonly { readonly id: string; readonly name: string }[];
  /** It waits for the reader. */
  readonly yours: boolean;
  /** What the reader may do about it, by command, as far as it is a question of whose it is; the matrix says the rest. */
  readonly verbs: readonly string[];
  readonly name: string | null;
  /** Who decided, where another entered it from a paper. */
  readonly decidedBy: string | null;
  readonly on: string | null;
  readonly words: string | null;
  /** What it says of each aspect that the text names; null where it has not spoken. */
  readonly aspects: readonly { readonly aspect: string; readonly words: string | null }[];
  readonly papers: Papers;
  /** 退回: what it went back to, in words. */
  readonly returnedTo: string | null;
  readonly added: { readonly by: string | null; readonly place: string } | null;
  readonly handedOver: readonly { readonly from: string | null; readonly to: string; readonly reason: string; readonly on: string }[];
  readonly counsel: readonly {
    readonly asker: string;
    readonly person: string;
    readonly question: string;
    readonly words: string | null;
    readonly papers: Papers;
    readonly on: string | null;
  }[];
  readonly reminded: readonly string[];
};
/** What the page shows of a review route. */
export type ReviewView = {
  readonly stages: readonly {
    readonly id: string;
    readonly title: string;
    readonly state: StageState;
    readonly quorum: number;
    /** How many the text names: without those added. */
    readonly of: number;
    readonly after: readonly string[];
    readonly opinions: readonly OpinionView[];
  }[];
  /** Opinions of rounds before, and those taken off: on file, and counting no more. */
  readonly earlier: readonly OpinionView[];
  readonly sentBy: string | null;
  readonly sentOn: string | null;
  readonly recalled: { readonly on: string; readonly because: string } | null;
  /** Where it can be sent back to. */
  readonly steps: readonly { readonly step: string; readonly title: string }[];
};
