import type { Brings } from './brings.ts';
import type { Calendar } from './calendar.ts';
import type { Chart, EventOf } from './chart.ts';
import type { Day, Instant } from './day.ts';
import type { Fields } from './field.ts';
import type { JsonRecord } from './json.ts';
import type { Answered } from './law.ts';
import type { Party, PartyAnswer } from './party.ts';
import type { Refusal } from './refusal.ts';
import type { AnyRule, Level, Rule } from './rule.ts';

/**
 * A row of the permission matrix and the code it must hold there: P prepare, D decide, V vote, C confirm, S sign.
 * The row `parent` is the one that the parent's procedure lends the instrument it has raised.
 */
export type Action = `${string}:${'P' | 'D' | 'V' | 'C' | 'S' | 'R'}`;

/** What then happened: an event, its data, and what it brings with it. */
export type Happened<E extends string = string> = { readonly event: E; readonly data: JsonRecord; readonly brings: Brings };
export const happened = <const E extends string>(event: E, data: JsonRecord = {}, brings: Brings = {}): Happened<E> => ({
  event,
  data,
  brings,
});
/** Everything a decision has to say: refusals of each kind beside what happens where they do not stop it. */
export type Outcome<E extends string, C extends string> = readonly (Refusal<C> | Happened<E>)[];
export const isRefusal = (x: Refusal | Happened): x is Refusal => 'refused' in x;

/** A decision made elsewhere and entered here (代录): who decided, the day, and the paper that shows it. */
export type Recorded = { readonly decidedBy: string; readonly on: Day; readonly paper?: string };

type Answerable<R> =
  R extends Rule<string, infer _One, infer V, infer _G, infer _D, infer S, infer A>
    ? A extends 'party'
      ? readonly PartyAnswer<V>[]
      : S extends 'forbidden'
        ? Answered<V>
        : Answered<V> | undefined
    : never;
/** The law a command asked for. A rule that may be silent is undefined where no adopted text answers; one about parties has an answer for each. */
export type LawFor<R extends readonly AnyRule[]> = { readonly [Q in R[number] as Q['id']]: Answerable<Q> };
/** The conditions and the days that the rules asked are answered for, and the parties whose own texts are asked. */
export type Ground<R extends readonly AnyRule[]> = {
  readonly given: { readonly [K in R[number]['given'][number]]: string | undefined };
  readonly dates: { readonly [D in R[number]['asOf']]: Day };
} & ([Extract<R[number]['about'], 'party'>] extends [never] ? unknown : { readonly parties: readonly Party[] });

export type Circumstances = {
  readonly at: Instant;
  /** The day of the fact: today, or for a recorded fact the day it happened. */
  readonly on: Day;
  readonly calendar: Calendar;
  readonly actor: { readonly person: string };
  readonly recorded?: Recorded;
  /** A new id, unique in the database. */
  readonly id: () => string;
  /** How clauses are named to people. */
  readonly cite: (clause: string) => string;
  /** The operative sentence of a clause, as its text has it; undefined where there is no such clause. */
  readonly sentence: (clause: string) => string | undefined;
  /** What a text of the shelf says of its own days; undefined where there is no such text. */
  readonly text: (id: string) => { readonly title: string; readonly level: Level; readonly from: string; readonly to?: string } | undefined;
};
export type Given<I, F, R extends readonly AnyRule[]> = Circumstances & {
  readonly input: I;
  readonly facts: F;
  readonly law: LawFor<R>;
};

/** Declares the facts' type without loading them: the loader is paired in capability.ts, so that decisions stay pure. */
declare const factsOf: unique symbol;
export type Facts<F> = { readonly [factsOf]?: F };
export const facts = <F>(): Facts<F> => ({});

type Spec<I, F, R extends readonly AnyRule[], E extends string, C extends string> = {
  readonly action: Action;
  readonly brings: readonly E[];
  readonly asks: R;
  readonly refuses: readonly C[];
  readonly input: Fields<I>;
  readonly facts: Facts<F>;
  /** The step of a route that this command fulfils waits for the steps before it. */
  readonly gated?: true;
  /** May be entered for another who decided (the matrix code E says who may). */
  readonly recordable?: true;
  /** What would come of it is not foretold: a preview of a secret ballot's end would be its count before its end. */
  readonly unforeseen?: true;
  /** Required where rules are asked. `input` is undefined in a dry run. */
  readonly ground?: (g: { readonly facts: F; readonly input: I | undefined; readonly on: Day }) => Ground<R>;
  /** Whether this very case has a use for it, a matter of what the case is about: an act that is no contribution is not valued. */
  readonly applies?: (g: { readonly facts: F }) => boolean;
  /** Refusals that need no input: they feed "what can I do now, and if not, why not". */
  readonly ready?: (g: Circumstances & { readonly facts: F; readonly law: Partial<LawFor<R>> }) => readonly Refusal<NoInfer<C>>[];
  /** What the system already knows of the input, in the form it travels in: nobody types a known figure. */
  readonly suggest?: (g: Circumstances & { readonly facts: F; readonly law: Partial<LawFor<R>> }) => JsonRecord;
  readonly decide: (g: Given<I, F, R>) => Outcome<NoInfer<E>, NoInfer<C>>;
};
export type Command<Name extends string, I, F, R extends readonly AnyRule[], E extends string, C extends string> = {
  readonly name: Name;
} & Spec<I, F, R, E, C>;

/** Declares commands on a chart: their events are checked against it. */
export const commandsOf =
  <Ch extends Chart>(_chart: Ch) =>
  <const Name extends string, I, F, const R extends readonly AnyRule[], const E extends EventOf<Ch>, const C extends string = never>(
    name: Name,
    spec: Spec<I, F, R, E, C>,
  ): Command<Name, I, F, R, E, C> => ({ name, ...spec });

/** A command of the house itself: it has a place in every case, whatever its chart. */
export const houseCommand = <
  const Name extends string,
  I,
  F,
  const R extends readonly AnyRule[],
  const E extends string,
  const C extends string = never,
>(
  name: Name,
  spec: Spec<I, F, R, E, C>,
): Command<Name, I, F, R, E, C> => ({ name, ...spec });

/** A command whose own types do not matter to the engine: what it reads is what its loader gave. */
export type AnyCommand = {
  readonly name: string;
  readonly action: Action;
  readonly brings: readonly string[];
  readonly asks: readonly AnyRule[];
  readonly refuses: readonly string[];
  readonly input: Fields<unknown>;
  readonly gated?: true;
  readonly recordable?: true;
  readonly unforeseen?: true;
  readonly ground?: (g: { facts: never; input: never; on: Day }) => {
    given: Readonly<Record<string, string | undefined>>;
    dates: Readonly<Record<string, Day>>;
    parties?: readonly Party[];
  };
  readonly applies?: (g: never) => boolean;
  readonly ready?: (g: never) => readonly Refusal[];
  readonly suggest?: (g: never) => JsonRecord;
  readonly decide: (g: never) => Outcome<string, string>;
};
