import type { ClauseId } from './clause-id.ts';
import type { Parsed } from './parsed.ts';
import type { Relation } from './relation.ts';

/** 宜 and 可 warn, offer or record; they never block (E-01). */
export type Force = 'must' | 'should' | 'may';
export const forces: readonly Force[] = ['must', 'should', 'may'];

/** From the general to the specific: a later one may say more where an earlier one leaves room. */
export const levels = ['law', 'national', 'city', 'standard', 'institution', 'agreement'] as const;
export type Level = (typeof levels)[number];
/** What institutions give themselves or agree on, where everything else is law to them. */
export const isOwnLevel = (level: Level): boolean => level === 'institution' || level === 'agreement';

/** One clause's answer to a rule, as the kind reads it. `level` is its place in `levels`. */
export type Hit<One> = { readonly value: One; readonly clause: ClauseId; readonly level: number; readonly force: Force };
/** The answer of several clauses; `by` names those that made it. A conflict names those that cannot both hold. */
export type Merged<V> = { readonly value: V; readonly by: readonly ClauseId[] } | { readonly conflict: readonly ClauseId[] };

/**
 * A kind of rule: how one clause's value is read, how the values of several clauses become one answer,
 * and how a worked example is checked against the answer (undefined: it holds; else what came out instead).
 */
export type Kind<One, V> = {
  readonly name: string;
  /** One answer, so that two clauses of one text cannot both give it; limits, periods and sets stand side by side. */
  readonly single: boolean;
  readonly read: (raw: unknown) => Parsed<One>;
  readonly merge: (hits: readonly Hit<One>[]) => Merged<V>;
  readonly example: (value: V, example: Readonly<Record<string, unknown>>) => Parsed<true>;
  /** How one clause's value stands to another's; undefined where they speak of different things. Without it they are the same or they are not. */
  readonly compare?: (own: One, above: One) => Relation | undefined;
  /** What a value says, worked out, in the terms of another rule: a split also sets shares. `raw` is how that is shown. */
  readonly implies?: { readonly rule: string; readonly of: (value: One) => readonly { readonly value: unknown; readonly raw: unknown }[] };
};

/** What the software does where no adopted text answers: asks for it, leaves it free, or refuses. It never invents. */
export type IfSilent = 'ask' | 'free' | 'forbidden';

/** Whose texts answer: those of the whole case, which are its institution's, or the own texts of each party to it. */
export type About = 'case' | 'party';

/**
 * A rule: a question with a typed answer. `asOf` names the date of the fact it is answered for, `given` the conditions
 * a clause may make (`when`).
 */
export type Rule<Id extends string, One, V, G extends string, D extends string, S extends IfSilent, A extends About = About> = {
  readonly id: Id;
  readonly about: A;
  readonly kind: Kind<One, V>;
  readonly asOf: D;
  readonly given: readonly G[];
  readonly ifSilent: S;
};

export const rule = <
  const Id extends string,
  One,
  V,
  const G extends string = never,
  const D extends string = string,
  const S extends IfSilent = IfSilent,
  const A extends About = 'case',
>(
  id: Id,
  spec: { readonly kind: Kind<One, V>; readonly asOf: D; readonly given?: readonly G[]; readonly ifSilent: S; readonly about?: A },
): Rule<Id, One, V, G, D, S, A> => ({
  id,
  about: spec.about ?? ('case' as A),
  kind: spec.kind,
  asOf: spec.asOf,
  given: spec.given ?? [],
  ifSilent: spec.ifSilent,
});

/** Any rule, where its own types do not matter. */
export type AnyRule = {
  readonly id: string;
  readonly about: About;
  readonly kind: {
    readonly name: string;
    readonly single: boolean;
    readonly read: (raw: unknown) => Parsed<unknown>;
    readonly merge: (hits: readonly Hit<never>[]) => Merged<unknown>;
    readonly example: (value: never, example: Readonly<Record<string, unknown>>) => Parsed<true>;
    readonly compare?: (own: never, above: never) => Relation | undefined;
    readonly implies?: {
      readonly rule: string;
      readonly of: (value: never) => readonly { readonly value: unknown; readonly raw: unknown }[];
    };
  };
  readonly asOf: string;
  readonly given: readonly string[];
  readonly ifSilent: IfSilent;
};
