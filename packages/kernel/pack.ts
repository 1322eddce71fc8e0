import type { ClauseId, Numbering } from './clause-id.ts';
import type { Day } from './day.ts';
import type { Force, Level } from './rule.ts';

/** How sure we are of a sentence or value: read in the text itself, reported by another source, or recalled and not found again. */
export type Certainty = 'read' | 'reported' | 'recalled';
/** A day the text leaves blank: it is entered with the adoption, and until then the text binds nobody. */
export type DayOrAsk = Day | 'ask';

export type Text = {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly level: Level;
  /** A draft is called a draft in every answer. */
  readonly status: 'in-force' | 'draft';
  readonly numbering: Numbering;
  readonly issuer?: string;
  readonly number?: string;
  readonly source: string;
  readonly from: DayOrAsk;
  readonly to?: DayOrAsk;
  /** What the text says of its own days where it leaves them blank. */
  readonly days?: string;
  readonly note?: string;
  /** May be shown to anybody; an institution's own text only where it says so. */
  readonly public: boolean;
};

/** A value that another reading of the same sentence gives, and why somebody reads it so. */
export type Alternative<One = unknown> = { readonly value: One; readonly raw: unknown; readonly because: string };

/** A value, where it stands in the text, and the days on which it holds (both included). */
export type Version<One = unknown> = {
  readonly from: DayOrAsk;
  readonly to?: DayOrAsk;
  readonly value: One;
  /** The value as the file writes it, for traces. */
  readonly raw: unknown;
  readonly source: string;
  readonly alternatives: readonly Alternative<One>[];
};

export type ClauseAnswer = {
  readonly rule: string;
  readonly when: Readonly<Record<string, readonly string[]>>;
  readonly force: Force;
  /** Clauses this one sets aside where both apply: a declared exception. */
  readonly overrides: readonly ClauseId[];
  readonly versions: readonly Version[];
};

/** A text that another rests on (依据), and how long it holds where that is known. */
export type Basis = { readonly title: string; readonly from?: Day; readonly to?: Day };

export type Clause = {
  readonly id: ClauseId;
  readonly title: string;
  readonly force: Force;
  readonly certainty: Certainty;
  readonly doubt?: string;
  /** The operative sentence, as the text has it. */
  readonly sentence: string;
  /** 依据: what the text says that it rests on. */
  readonly basis?: readonly Basis[];
  /** 目的: the elements that the text’s purpose names. A purpose helps its reader; it rules nothing. */
  readonly purpose?: readonly string[];
  readonly answers: readonly ClauseAnswer[];
};

/** A worked example of a clause: a question with what must come out. Its other keys belong to the rule's kind. */
export type Example = {
  readonly name: string;
  readonly rule: string;
  readonly given: Readonly<Record<string, string>>;
  readonly on: Day;
  readonly adopt: readonly { readonly text: string; readonly from: Day; readonly to?: Day }[];
  readonly silent: boolean;
  /** Answered under another reading of the clause: the first alternative is 1. */
  readonly reading?: number;
  readonly expects: Readonly<Record<string, unknown>>;
};

export type Pack = {
  readonly text: Text;
  readonly clauses: readonly Clause[];
  readonly examples: Readonly<Record<ClauseId, readonly Example[]>>;
  /** Hash of the pack's files: what we knew, beside when the law held. */
  readonly revision: string;
  /** Where it has been revised: all that the text has been, the first first; the pack itself is the last of them. */
  readonly editions?: readonly Edition[];
};

/** A text as it answers from a day to a day (both included). */
export type Edition = { readonly pack: Pack; readonly from?: Day; readonly to?: Day };

/** All packs that were read without a fault, by text id. */
export type Shelf = ReadonlyMap<string, Pack>;

/** Which text binds whom, from when, on what ground: the institution itself, or a party that its house knows. */
export type Adoption = {
  readonly text: string;
  readonly from: Day;
  readonly to?: Day;
  readonly basis?: string;
  /** The party it binds, where that is not the institution itself. */
  readonly party?: string;
  /** What the institution has made of the text since: from which day it answers by which revision. */
  readonly revisions?: readonly { readonly from: Day; readonly revision: string }[];
};
