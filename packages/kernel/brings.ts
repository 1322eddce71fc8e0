import type { Cites } from './chart.ts';
import type { Day } from './day.ts';
import type { DocumentModel } from './document.ts';
import type { JsonRecord } from './json.ts';
import type { Fen } from './money.ts';
import type { RouteStep } from './route.ts';
import type { Force } from './rule.ts';

/** Who owes something: a role of the institution or of the case, or one person. */
export type Owner = { readonly role: string } | { readonly person: string };

/**
 * A duty declared beside the event that starts it: discharged when one of `metBy` happens in its case.
 * Without `by` the text gives no day. `moves` names the command that the passing of the day runs. `whose`: where several owe the same
 * (会签, 各自确认), an event that says whose it meets meets only his.
 */
export type Owes = {
  readonly duty: string;
  readonly owner: Owner;
  readonly by?: { readonly lastDay: Day; readonly provisional: boolean };
  readonly metBy: readonly string[];
  readonly whose?: string;
  readonly moves?: string;
  readonly clause?: Cites;
  readonly force: Force;
};

/** A child case: an instrument or a procedure, raised with its opening data. `secret`: those who take part in the parent do not see it. */
export type Raise = {
  readonly procedure: string;
  readonly data: JsonRecord;
  readonly title: string;
  readonly members?: readonly Member[];
  readonly secret?: true;
};
/** The steps of a route, each a child case; `key` tells several routes of one case apart. */
export type OpenRoute = {
  readonly key: string;
  readonly steps: readonly RouteStep[];
  readonly clause: Cites;
  /** Steps that an earlier case has fulfilled: it is linked, not raised anew. */
  readonly fulfilled?: Readonly<Record<string, { readonly case: string; readonly on: Day }>>;
  /** Figures already known: steps outside their tier are passed by at once. */
  readonly figures?: Readonly<Record<string, Fen>>;
};
/** A case goes on by another chart (its hash), in the state that corresponds to its own. */
export type ChartMove = { readonly case: string; readonly chart: string; readonly state: string };
/** A figure that tiers of a route go by is now known, or another: steps of its tier are required, the others passed by. */
export type Measures = { readonly key: string; readonly by: string; readonly amount: Fen };
/**
 * Steps sent back (退回): their cases are withdrawn and raised anew. `step`: that step and everything after it;
 * `afterCase`: everything after the step that this case is.
 */
export type Reopen = { readonly key: string; readonly because: string } & ({ readonly step: string } | { readonly afterCase: string });

/** One side of a booking; the lines of one event balance. */
export type Posting = { readonly account: string; readonly debit?: Fen; readonly credit?: Fen; readonly about?: string };
export type Subject = { readonly register: string; readonly record: string; readonly role: string };
export type Member = { readonly person: string; readonly role: string };
/** A claim on a record that outlives the command: a second case that claims the same is refused. */
export type Hold = { readonly register: string; readonly record: string; readonly claim: string };
/**
 * What somebody said in secret (a ballot's choice), kept apart from the event that says he said it: `about` tells whose it is, so that
 * he may change it. Nothing that people or pages can read holds it; a door of the database tells sums of it.
 */
export type Seal = { readonly about: string; readonly says: string };
export type Issue = { readonly kind: string; readonly title: string; readonly model: DocumentModel };

/** What an event brings with it, in the same transaction. */
export type Brings = {
  readonly owes?: readonly Owes[];
  /** Whose duty this meets, where several owe the same. */
  readonly whose?: string;
  /** Whose duties are over without being met: another owes them now, or nobody. */
  readonly lapses?: readonly string[];
  readonly raises?: readonly Raise[];
  readonly route?: OpenRoute;
  readonly reopens?: Reopen;
  readonly measures?: Measures;
  /** Cases of the tree that go over to another chart. */
  readonly moves?: readonly ChartMove[];
  /** Running children of these procedures are withdrawn. */
  readonly withdraws?: readonly string[];
  readonly posts?: readonly Posting[];
  /** Reverses every booking of this case that is not yet reversed. */
  readonly reverses?: true;
  readonly subjects?: readonly Subject[];
  readonly members?: readonly Member[];
  readonly holds?: readonly Hold[];
  readonly releases?: readonly Hold[];
  readonly issues?: readonly Issue[];
  readonly seals?: readonly Seal[];
  /** Papers this event rests on: each is linked to it. */
  readonly papers?: readonly string[];
  /** Parties and persons the event is about, for the index. */
  readonly about?: readonly string[];
};
