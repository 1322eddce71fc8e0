import type { Chart } from '../../kernel/chart.ts';
import type { Recorded } from '../../kernel/command.ts';
import type { Day, Instant } from '../../kernel/day.ts';
import type { JsonRecord } from '../../kernel/json.ts';
import type { CaseRow, Context } from '../context.ts';
import type { Procedure } from '../procedure.ts';
import type { Write } from '../write.ts';

/** An event ready to be appended; `closing` marks the one that carries the digest of all rows written with it. */
export type PlannedEvent = {
  readonly stream: string;
  readonly seq: number;
  readonly type: string;
  readonly body: string;
  readonly bodyHash: string;
  readonly prev: string;
  hash: string;
  readonly clauses: readonly string[];
  closing: boolean;
};
/** A line of the index: what (an event, a duty, a finding…) mentions which subject, party or clause. */
export type Mention = {
  readonly kind: 'subject' | 'party' | 'clause';
  readonly about: string;
  readonly what: string;
  readonly ref: string;
  readonly case: string;
};
export type PlannedJob = { readonly queue: 'document-render'; readonly data: JsonRecord };

export type PlanOptions = {
  readonly context: Context;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly chartHashes: ReadonlyMap<string, string>;
  readonly charts: ReadonlyMap<string, Chart>;
  readonly institution: string;
  readonly actor: string | null;
  readonly command: string;
  readonly at: Instant;
  readonly on: Day;
  readonly recorded?: Recorded;
  readonly newId: () => string;
  /** The clauses that a citation names: of texts the institution has adopted, and those by which a party's own texts answered. */
  readonly adopted: (cites: readonly string[]) => readonly string[];
};

/** Where every part of a plan puts what is to be written. */
export type Ink = {
  readonly options: PlanOptions;
  readonly writes: Write[];
  readonly mentions: Mention[];
  readonly jobs: PlannedJob[];
};

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
/** A case while it is planned: its row moves with its events. */
export type CaseState = Mutable<CaseRow> & { fresh: boolean };
