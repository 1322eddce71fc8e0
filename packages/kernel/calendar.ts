import { addDays, type Day, dayNumber, dayOf, weekday } from './day.ts';

/** One year of the State Council's notice: rest days that fall on weekdays or weekends, and weekend days worked instead (K4). */
export type CalendarYear = { readonly year: number; readonly notice: string; readonly off: readonly Day[]; readonly work: readonly Day[] };

/** The working-day calendar. A year without a notice counts Monday to Friday and says so: its results are provisional. */
export type Calendar = {
  readonly isWorkingDay: (day: Day) => boolean;
  readonly isProvisional: (day: Day) => boolean;
  /** The n-th working day after `day` (n ≥ 1): the start day is not counted (K3). */
  readonly addWorkingDays: (day: Day, n: number) => Day;
  /** `day` itself where it is a working day, else the next one. */
  readonly nextWorkingDay: (day: Day) => Day;
};

const first = dayNumber('1990-01-01');
const last = dayNumber('2079-12-31');

/** Builds the prefix tables once (about 33,000 days); each question after that is two look-ups. */
export function calendarOf(years: readonly CalendarYear[]): Calendar {
  const noticed = new Set(years.map((y) => y.year));
  const off = new Set(years.flatMap((y) => y.off));
  const work = new Set(years.flatMap((y) => y.work));
  const works = (day: Day): boolean => work.has(day) || (weekday(day) <= 5 && !off.has(day));

  // rank[i]: working days among the first i+1 days; nth[k]: the day on which the (k+1)-th working day falls.
  const rank = new Int32Array(last - first + 1);
  const nth: number[] = [];
  for (let i = 0; i < rank.length; i += 1) {
    if (works(dayOf(first + i))) nth.push(first + i);
    rank[i] = nth.length;
  }
  const within = (day: Day): number => {
    const i = dayNumber(day) - first;
    if (i < 0 || i >= rank.length) throw new RangeError(`the calendar runs from 1990 to 2079: ${day}`);
    return i;
  };
  const addWorkingDays = (day: Day, n: number): Day => {
    const found = nth[rank[within(day)]! + n - 1];
    if (found === undefined) throw new RangeError(`${n} working days after ${day} lie beyond 2079`);
    return dayOf(found);
  };
  const isWorkingDay = (day: Day): boolean => {
    const i = within(day);
    return rank[i]! > (i === 0 ? 0 : rank[i - 1]!);
  };
  return {
    isWorkingDay,
    addWorkingDays,
    isProvisional: (day) => !noticed.has(Number(day.slice(0, 4))),
    nextWorkingDay: (day) => (isWorkingDay(day) ? day : addWorkingDays(addDays(day, -1), 1)),
  };
}
