import type { ClauseId } from './clause-id.ts';

/**
 * The clauses that a transition, a duty or a refusal rests on; only those of adopted texts are shown. `@conversion-steps` stands for
 * every clause that answers that rule for the institution on the day: so a chart rests on rules of institutions it has never heard of.
 */
export type Cites = ClauseId | readonly ClauseId[];
export const cited = (cites: Cites | undefined): readonly ClauseId[] =>
  cites === undefined ? [] : typeof cites === 'string' ? [cites] : (cites as readonly ClauseId[]);

/**
 * What may follow what, as plain data: state → event → { to, clause }. No guards, no timers, no effects.
 * `opened` is the event that begins a case in the initial state. A settled state owes nothing; a stated event may still leave it.
 */
export type Step<S extends string> = { readonly to: S; readonly clause: Cites };
type StateDef = { readonly on?: Readonly<Record<string, { readonly to: string; readonly clause: Cites }>>; readonly settled?: true };
export type ChartDef = {
  readonly id: string;
  readonly opened: string;
  readonly initial: string;
  readonly clause: Cites;
  readonly states: Readonly<Record<string, StateDef>>;
};

type States<D extends ChartDef> = keyof D['states'] & string;
type EventsIn<D extends ChartDef> =
  | D['opened']
  | { [S in States<D>]: D['states'][S] extends { on: infer O } ? keyof O & string : never }[States<D>];
/** Checks every target against the declared states. */
type Checked<D extends ChartDef> = {
  readonly initial: States<D>;
  readonly states: {
    [S in States<D>]: D['states'][S] extends { on: infer O }
      ? { readonly on: { [E in keyof O]: Step<States<D>> } } & Omit<D['states'][S], 'on'>
      : D['states'][S];
  };
};

export type Chart<D extends ChartDef = ChartDef> = { readonly def: D };
export type EventOf<C> = C extends Chart<infer D> ? EventsIn<D> : never;

export const chart = <const D extends ChartDef>(def: D & Checked<D>): Chart<D> => ({ def });

/** Where `event` leads from `state`, if it has a place there. */
export const next = (c: Chart, state: string, event: string): Step<string> | undefined => c.def.states[state]?.on?.[event];
export const isSettled = (c: Chart, state: string): boolean => c.def.states[state]?.settled === true;

/** Faults of a chart that the types cannot see: a state nothing reaches, a state that is neither settled nor left. */
export function checkChart(c: Chart): string[] {
  const reached = new Set([c.def.initial]);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const s of [...reached]) for (const step of Object.values(c.def.states[s]?.on ?? {})) reached.add(step.to);
  }
  return Object.entries(c.def.states).flatMap(([name, state]) => [
    ...(reached.has(name) ? [] : [`${c.def.id}: nothing leads to ${name}`]),
    ...(state.settled || Object.keys(state.on ?? {}).length > 0 ? [] : [`${c.def.id}: ${name} is neither settled nor left`]),
  ]);
}
