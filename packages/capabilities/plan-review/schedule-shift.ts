import { type Day, daysBetween } from '../../kernel/day.ts';
import { admits } from '../../kernel/limits.ts';
import { compare, floor, multiply, type Ratio, ratio } from '../../kernel/ratio.ts';
import type { Bound, NumberLimit } from '../../kernel/rule-kinds.ts';

export type Span = { readonly start: Day; readonly end: Day };
/** Calendar days with both ends counted: 03-02 to 06-29 are 120. */
export const daysIn = (s: Span): number => daysBetween(s.start, s.end) + 1;

/** How far two spans lie apart: the longer way that either end has moved, earlier or later. */
const apart = (a: Span, b: Span): number => Math.max(Math.abs(daysBetween(a.start, b.start)), Math.abs(daysBetween(a.end, b.end)));

export type Shift = {
  /** Days this adjustment moves it, in whichever direction. */
  readonly days: number;
  /** As a part of the original period, exactly. */
  readonly part: Ratio;
  /** Days it then lies from the original plan, and whether that is more than one adjustment might be: shown, not forbidden (E-11). */
  readonly cumulative: number;
  readonly cumulativeBeyond: boolean;
  /** Clauses that do not allow it, each with the most days it does: it is then an amendment of the plan, not an adjustment. */
  readonly beyond: readonly { readonly clause: string; readonly mostDays: number }[];
};

/**
 * Measures one adjustment of a task against the ORIGINAL period (原周期), whatever adjustments went before. `project` is the whole
 * plan, for the reading by which 原周期 is the project's.
 */
export function shiftOf(
  o: { readonly original: Span; readonly now: Span; readonly wanted: Span; readonly project: Span },
  bounds: readonly Bound<NumberLimit>[],
): Shift {
  const days = apart(o.now, o.wanted);
  const cumulative = apart(o.original, o.wanted);
  const periodOf = (of: string): number => daysIn(of === 'project-period' ? o.project : o.original);
  const part = (n: number, of: string): Ratio => ratio(BigInt(n), BigInt(periodOf(of)));
  const outside = (n: number) => bounds.filter((b) => !admits(b.limit.limits, part(n, b.limit.of)));
  return {
    days,
    part: part(days, 'task-period'),
    cumulative,
    cumulativeBeyond: outside(cumulative).length > 0,
    beyond: outside(days).map((b) => ({ clause: b.clause, mostDays: mostDays(b.limit, periodOf(b.limit.of)) })),
  };
}

/** 10% of 125 days are 12: a part of a day is not given. */
export function mostDays(limit: NumberLimit, period: number): number {
  const caps = limit.limits.flatMap((s) => (s.max === undefined ? [] : [s.max]));
  const most = caps.reduce((a, b) => (compare(a, b) >= 0 ? a : b), ratio(0n));
  return Number(floor(multiply(most, ratio(BigInt(period)))));
}
