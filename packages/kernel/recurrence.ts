import type { Calendar } from './calendar.ts';
import { addDays, addMonths, type Day, weekday } from './day.ts';
import { parsed, wrong } from './parsed.ts';
import { type Ending, lastDay, type Period, readPeriod, showPeriod } from './period.ts';
import type { Kind } from './rule.ts';
import { type Bound, sideBySide } from './rule-kinds.ts';

/** Weeks are ISO weeks; months, quarters and years are those of the calendar (K11). */
export type Natural = 'week' | 'month' | 'quarter' | 'year';
/**
 * How often: `每季度` is once in each natural quarter, by its last day; `每2个月` is every two months counted from an anchor,
 * so that it does not drift.
 */
export type Every = { readonly each: Natural } | { readonly every: Period };

const naturals: Readonly<Record<string, Natural>> = { 每周: 'week', 每自然月: 'month', 每季度: 'quarter', 每年度: 'year' };
const named = Object.fromEntries(Object.entries(naturals).map(([word, each]) => [each, word]));

export function readEvery(text: string): Every | undefined {
  const each = naturals[text];
  if (each) return { each };
  const every = text.startsWith('每') ? readPeriod(text.slice(1)) : undefined;
  return every && every.unit !== 'hour' ? { every } : undefined;
}
/** Reads back to the same. */
export const showEvery = (e: Every): string => ('each' in e ? named[e.each]! : `每${showPeriod(e.every)}`);

/** The last day of the week, month, quarter or year that holds `day`. */
export function naturalEnd(each: Natural, day: Day): Day {
  if (each === 'week') return addDays(day, 7 - weekday(day));
  const month = Number(day.slice(5, 7));
  const last = each === 'month' ? month : each === 'quarter' ? Math.ceil(month / 3) * 3 : 12;
  return addDays(addMonths(`${day.slice(0, 4)}-01-01`, last), -1);
}

export type Counting = { readonly calendar: Calendar; readonly is: 'duty' | 'floor' };

/**
 * The k-th (k ≥ 1) occurrence. Counted from the anchor: month ends do not drift (K11), a duty that ends on a day of rest rolls to the next
 * working day and the next one is counted from the anchor all the same, a floor keeps its day (K5). The first natural occurrence is
 * that of the week, month, quarter or year which holds the anchor; it ends with it and does not roll into the next.
 */
export function occurrence(e: Every, anchor: Day, k: number, end: Counting): Ending {
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`occurrence ${k}`);
  if ('every' in e) return lastDay({ n: e.every.n * k, unit: e.every.unit }, anchor, end);
  const first = naturalEnd(e.each, anchor);
  const months = { month: 1, quarter: 3, year: 12 } as const;
  const day = e.each === 'week' ? addDays(first, 7 * (k - 1)) : naturalEnd(e.each, addMonths(first, months[e.each] * (k - 1)));
  return { lastDay: day, rolled: false, provisional: false };
}

/** How often something must be done: each binding clause keeps its own. */
export const recurrences: Kind<Every, readonly Bound<Every>[]> = {
  name: 'recurrences',
  single: false,
  read: (raw) => {
    const every = typeof raw === 'string' ? readEvery(raw) : undefined;
    return every ? parsed(every) : wrong('rule.not_a_recurrence', { given: String(raw) });
  },
  merge: sideBySide,
  example: (value, e) => {
    const came = value.map((b) => showEvery(b.limit)).join('; ');
    return came === e.is ? parsed(true) : wrong('example.differs', { said: String(e.is), came });
  },
};
