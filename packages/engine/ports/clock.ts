import type { Instant } from '../../kernel/day.ts';

/** What time it is. A training database may run ahead of the wall clock; a system of record never does. */
export type Clock = { readonly now: () => Instant };
export const wallClock: Clock = { now: () => new Date().toISOString() };
