import type { Calendar } from '../../kernel/calendar.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { lastDay, type Period } from '../../kernel/period.ts';
import type { Bound } from '../../kernel/rule-kinds.ts';

type Kept = { readonly from: Day; readonly bounds: readonly Bound<Period>[] };

/**
 * The last day on which a thing must still be kept: the latest that any clause gives, each counted from its own day. Research data
 * is kept five years from the end of the cooperation and, once archived, ten from the archive: both hold (E-17). Floors do not roll (K5).
 */
export function keptTo(grounds: readonly Kept[], calendar: Calendar): Day | undefined {
  const ends = grounds.flatMap(({ from, bounds }) => bounds.map((b) => lastDay(b.limit, from, { calendar, is: 'floor' }).lastDay));
  return ends.sort().at(-1);
}

/** The first day on which nothing forbids to delete it. */
export function freeFrom(grounds: readonly Kept[], calendar: Calendar): Day | undefined {
  const kept = keptTo(grounds, calendar);
  return kept === undefined ? undefined : addDays(kept, 1);
}
