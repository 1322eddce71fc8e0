import type { Cites } from './chart.ts';
import type { JsonRecord } from './json.ts';
import type { Wrong } from './parsed.ts';
import type { Force } from './rule.ts';

/**
 * Why something is refused, as data: a code (the catalogue has its sentence), the clauses it rests on, the facts, the field.
 *  - impossible: contradicts itself or the record (a sum that is not 100%); always refused.
 *  - unmet: a clause's condition is not fulfilled; an act is refused, a recorded fact stands and opens a finding.
 *  - warning: a clause of force 宜 or 可; never blocks.
 */
export type Refusal<C extends string = string> = {
  readonly refused: C;
  readonly how: 'impossible' | 'unmet' | 'warning';
  readonly clause?: Cites;
  readonly facts: JsonRecord;
  readonly at?: readonly (string | number)[];
};

type More = { readonly clause?: Cites; readonly at?: readonly (string | number)[] };

export const refuse = <const C extends string>(refused: C, facts: JsonRecord = {}, more: More = {}): Refusal<C> => ({
  refused,
  how: 'impossible',
  facts,
  ...more,
});
export const unmet = <const C extends string>(
  refused: C,
  clause: Cites | undefined,
  facts: JsonRecord = {},
  at?: More['at'],
): Refusal<C> => ({
  refused,
  how: 'unmet',
  facts,
  ...(clause === undefined ? {} : { clause }),
  ...(at === undefined ? {} : { at }),
});
export const warn = <const C extends string>(refused: C, clause: Cites | undefined, facts: JsonRecord = {}): Refusal<C> => ({
  refused,
  how: 'warning',
  facts,
  ...(clause === undefined ? {} : { clause }),
});

/** What a clause demands and is not so: under 应 it is unmet, under 宜 and 可 only said. */
export const byForce = <const C extends string>(
  refused: C,
  o: { readonly force: Force; readonly clause: Cites; readonly at?: More['at'] },
  facts: JsonRecord = {},
): Refusal<C> => (o.force === 'must' ? unmet(refused, o.clause, facts, o.at) : warn(refused, o.clause, facts));

/** A fault in the input, at its field. Any command may bring one, so its code needs no declaring. */
export const refuseField = (w: Wrong): Refusal<never> =>
  ({ refused: w.code, how: 'impossible', facts: w.facts, ...(w.at ? { at: w.at } : {}) }) as Refusal as Refusal<never>;
