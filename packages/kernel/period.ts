import type { Calendar } from './calendar.ts';
import { addDays, addMonths, type Day, type Instant } from './day.ts';

export type Unit = 'hour' | 'day' | 'working-day' | 'month' | 'year';
/**
 * A length of time as a text states it: 15日, 5个工作日, 48小时, 3个月, 五年 written 5年. 天 and 日 are calendar days (K7). A reader of
 * English may write 15 days, 5 working days.
 */
export type Period = { readonly n: number; readonly unit: Unit };

const units: readonly (readonly [RegExp, Unit])[] = [
  [/^(\d{1,4})(?:个?工作日|workingdays?)$/, 'working-day'],
  [/^(\d{1,4})(?:日|天|days?)$/, 'day'],
  [/^(\d{1,4})(?:个?小时|hours?)$/, 'hour'],
  [/^(\d{1,4})(?:个?月|months?)$/, 'month'],
  [/^(\d{1,4})(?:年|years?)$/, 'year'],
];

export function readPeriod(text: string): Period | undefined {
  for (const [form, unit] of units) {
    const m = form.exec(text.replaceAll(' ', ''));
    if (m && Number(m[1]) > 0) return { n: Number(m[1]), unit };
  }
  return undefined;
}

const names: Readonly<Record<Unit, string>> = { hour: '小时', day: '日', 'working-day': '个工作日', month: '个月', year: '年' };
/** '15日', '5个工作日'. Reads back to the same period. */
export const showPeriod = (p: Period): string => `${p.n}${names[p.unit]}`;

/** What a period ends on. A duty that ends on a day of rest rolls to the next working day; a floor keeps its day (K5). */
export type Ending = { readonly lastDay: Day; readonly rolled: boolean; readonly provisional: boolean };

/** The last day of a period that starts on `from`, which is not counted (K3). Hours have no last day: use `instantAfter`. */
export function lastDay(period: Period, from: Day, end: { readonly calendar: Calendar; readonly is: 'duty' | 'floor' }): Ending {
  const { calendar } = end;
  if (period.unit === 'hour') throw new RangeError('a period in hours ends at an instant, not on a day');
  if (period.unit === 'working-day') {
    const day = calendar.addWorkingDays(from, period.n);
    return { lastDay: day, rolled: false, provisional: calendar.isProvisional(from) || calendar.isProvisional(day) };
  }
  const day = period.unit === 'day' ? addDays(from, period.n) : addMonths(from, period.unit === 'year' ? period.n * 12 : period.n);
  if (end.is === 'floor') return { lastDay: day, rolled: false, provisional: false };
  const rolled = calendar.nextWorkingDay(day);
  return { lastDay: rolled, rolled: rolled !== day, provisional: calendar.isProvisional(day) || calendar.isProvisional(rolled) };
}

/** Hours run on the clock, day and night, to the second, from the event that starts them (K6). */
export function instantAfter(period: Period, from: Instant): Instant {
  if (period.unit !== 'hour') throw new RangeError('only hours end at an instant');
  return new Date(Date.parse(from) + period.n * 3_600_000).toISOString();
}
