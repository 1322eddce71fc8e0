import type { Brings } from '../kernel/brings.ts';
import type { Calendar } from '../kernel/calendar.ts';
import type { Chart } from '../kernel/chart.ts';
import type { AnyCommand, Command } from '../kernel/command.ts';
import type { Day } from '../kernel/day.ts';
import type { JsonRecord } from '../kernel/json.ts';
import type { Law } from '../kernel/law.ts';
import type { Party } from '../kernel/party.ts';
import type { AnyRule } from '../kernel/rule.ts';
import type { Connection } from './database.ts';
import type { LawShelf } from './law-shelf.ts';
import type { Apply, EventSeen } from './write.ts';

/** What a loader is told: the case, whose it is, who asks, and the input (undefined in a dry run). */
export type About<I> = {
  readonly case: string;
  readonly institution: string;
  readonly person: string | null;
  readonly today: Day;
  readonly input: I | undefined;
  readonly law: LawShelf;
};
/** Loads the facts of a command in one statement. */
export type Load<I, F> = (db: Connection, about: About<I>) => Promise<F>;

/**
 * A command with its loader. `opens`: it begins a case of its procedure, on its own ('root') or under a case of the named procedure.
 * `system`: no person runs it, only a passed deadline, a job or a tool. `afterwards`: done even in a case that was sent back.
 * `unrouted`: it has a route of its own, which adds what no client may say.
 */
export type Wired = {
  readonly command: AnyCommand;
  readonly load: Load<never, unknown>;
  readonly opens?: 'root' | { readonly under: string };
  readonly system?: true;
  readonly afterwards?: true;
  readonly unrouted?: true;
};
type Opening = Pick<Wired, 'opens' | 'system' | 'afterwards' | 'unrouted'>;

/** Pairs a pure command with the query that loads its facts; facts of a wrong shape are a type error here. */
export const wire = <Name extends string, I, F, R extends readonly AnyRule[], E extends string, C extends string>(
  command: Command<Name, I, F, R, E, C>,
  load: Load<I, NoInfer<F>>,
  opening: Opening = {},
): Wired => ({ command: command as unknown as AnyCommand, load: load as Load<never, unknown>, ...opening });

/** What a correctable field holds, so that a new value is read and refused like any input. */
export type Correctable = {
  /** A share is kept in hundredths of a percent, in which money's two decimals are its own. */
  readonly is: 'money' | 'day' | 'text' | 'share';
  readonly documents: readonly string[];
  /** The code of its refusal, where a value that reads well cannot be a fact all the same: money of nothing, a day to come. */
  readonly impossible?: (value: string, today: Day) => string | undefined;
};

/** What then happens in a case because of an event elsewhere in its tree. */
export type Reaction = {
  readonly event: string;
  /** Where it depends on more than the event's name: the event's data and case, and the reacting case's own place and state. */
  readonly when?: (e: EventSeen<never>, self: { readonly id: string; readonly parent: string | null; readonly state: string }) => boolean;
  readonly with?: (e: EventSeen<never>) => { readonly data?: JsonRecord; readonly brings?: Brings };
};
/** What a parent does when a child of the named procedure has the named event. A parent never reads a child's state. */
export type Awaits = Readonly<Record<string, Readonly<Record<string, Reaction>>>>;
export type RouteEnd = { readonly event: string; readonly brings?: Brings };
/** What a case does about an event anywhere in its tree, itself included (a correction, say). */
export type Follows = Readonly<Record<string, Reaction>>;

/** What a panel is told: whose case, the law that binds it, the day it is. */
export type Viewing = {
  readonly case: string;
  readonly law: Law;
  /** The law that binds one party of the case by itself. */
  readonly lawOf: (party: Party) => Law;
  readonly today: Day;
  readonly calendar: Calendar;
};

export type Guest = { readonly case: string; readonly person: string; readonly today: Day };

export type Procedure = {
  readonly chart: Chart;
  /** The word before the number of a case that stands alone: 转化〔2026〕3号. */
  readonly numbered?: string;
  readonly commands: readonly Wired[];
  readonly apply: Apply;
  /** What its opening brings when a parent raises it: its first duty, say. */
  readonly begins?: (data: JsonRecord) => Brings;
  /** Events that fulfil, or refuse, the step of a route that this case is. */
  readonly outcomes?: { readonly done: readonly string[]; readonly refused?: readonly string[] };
  /** What happens in this case when all steps of its route are done, or one is refused. */
  readonly routes?: Readonly<Record<string, { readonly done?: RouteEnd; readonly refused?: RouteEnd }>>;
  readonly awaits?: Awaits;
  /** Rows of the permission matrix under which the instruments it raises are acted on: a ballot on a plan is cast under P07. */
  readonly lends?: Readonly<Record<string, string>>;
  readonly follows?: Follows;
  /**
   * The SQL function (case, person, day) of the roles that somebody has in such a case beside those he holds or takes part with: whose
   * opinion is asked for, say.
   */
  readonly guests?: string;
  /** States that an earlier release called by another name: old → new. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** What the case page shows of such a case, in one question. */
  readonly panel?: (db: Connection, o: Viewing) => Promise<unknown>;
  /** Fields of records that people may correct, and the kinds of document that depend on each: table → field. */
  readonly correctable?: Readonly<Record<string, Readonly<Record<string, Correctable>>>>;
};
export const procedure = (p: Procedure): Procedure => p;

/** A capability or an instrument: its procedures, its rules, and whose records and queries it uses. */
export type Capability = {
  readonly id: string;
  readonly uses: readonly string[];
  readonly rules: readonly AnyRule[];
  readonly procedures: readonly Procedure[];
};
/** Rules are declared with their own types; the engine keeps them without. */
export const anyRules = (...rules: readonly unknown[]): readonly AnyRule[] => rules as readonly AnyRule[];
export const capability = (c: Capability): Capability => c;
