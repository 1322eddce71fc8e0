import { type Parsed, parsed, wrong } from './parsed.ts';

/** A civil day in Asia/Shanghai, written '2026-11-21'. Days compare as strings. */
export type Day = string;
/** A moment, ISO 8601 in UTC with milliseconds: '2026-11-21T03:52:00.000Z'. */
export type Instant = string;

/** Days since 1970-01-01, by the proleptic Gregorian calendar (no Date, no time zone). */
export function dayNumber(day: Day): number {
  const [y, m, d] = parts(day);
  const year = m <= 2 ? y - 1 : y;
  const era = Math.floor(year / 400);
  const yoe = year - era * 400;
  const doy = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  return era * 146_097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719_468;
}

export function dayOf(number: number): Day {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return write(year, month, doy - Math.floor((153 * mp + 2) / 5) + 1);
}

const write = (y: number, m: number, d: number): Day =>
  `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
const parts = (day: Day): [number, number, number] => [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];

const isLeap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
const lastOfMonth = (y: number, m: number): number => (m === 2 ? (isLeap(y) ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31);

/** '2026-11-21', also '2026/11/21' and '2026年11月21日'. A day that no calendar has (2026-02-30) is told from a wrong form. */
export function readDay(raw: string): Parsed<Day> {
  const m = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/.exec(raw.trim());
  if (!m) return wrong('day.form', { given: raw.slice(0, 40) });
  const [y, mo, d] = [Number(m[1]), Number(m[2]), Number(m[3])];
  if (y < 1900 || mo < 1 || mo > 12 || d < 1 || d > lastOfMonth(y, mo)) return wrong('day.not_real', { given: raw.slice(0, 40) });
  return parsed(write(y, mo, d));
}

export const addDays = (day: Day, n: number): Day => dayOf(dayNumber(day) + n);
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);
/** Monday 1 … Sunday 7. */
export const weekday = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

/** The corresponding day n months on, else the last day of that month (K5; Civil Code art. 202). */
export function addMonths(day: Day, n: number): Day {
  const [y, m, d] = parts(day);
  const index = y * 12 + (m - 1) + n;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return write(year, month, Math.min(d, lastOfMonth(year, month)));
}

const shanghai = 8 * 3_600_000;
/** The day it is in Shanghai at that moment. */
export const dayAt = (at: Instant): Day => dayOf(Math.floor((Date.parse(at) + shanghai) / 86_400_000));
/** 24:00 Asia/Shanghai of that day, when a period that ends on it is over (K3). */
export const endOfDay = (day: Day): Instant => new Date((dayNumber(day) + 1) * 86_400_000 - shanghai).toISOString();
/** 2026年11月21日 */
export const showDay = (day: Day): string => {
  const [y, m, d] = parts(day);
  return `${y}年${m}月${d}日`;
};
