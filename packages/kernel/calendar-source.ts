import type { CalendarYear } from './calendar.ts';
import { addDays, type Day, readDay } from './day.ts';
import type { PackFile } from './pack-file.ts';
import { isWrong } from './parsed.ts';
import { isRecord } from './raw.ts';

/** Reads a list of `{ year, notice, off: [2026-01-01..2026-01-03], work: [2026-01-04] }`. */
export function readCalendarYears(source: PackFile): readonly CalendarYear[] {
  if (!Array.isArray(source.data)) {
    if (source.faults.length === 0) source.fault([], 'pack.not_a_list', { key: 'years' });
    return [];
  }
  return source.data.flatMap((raw, i): CalendarYear[] => {
    if (!isRecord(raw) || !/^\d{4}$/.test(String(raw.year)) || typeof raw.notice !== 'string') {
      source.fault([i], 'calendar.year_form');
      return [];
    }
    return [
      {
        year: Number(raw.year),
        notice: raw.notice,
        off: readDays(source, raw.off, [i, 'off']),
        work: readDays(source, raw.work, [i, 'work']),
      },
    ];
  });
}

function readDays(source: PackFile, raw: unknown, path: readonly (string | number)[]): readonly Day[] {
  if (!Array.isArray(raw)) {
    source.fault(path, 'pack.not_a_list', { key: String(path.at(-1)) });
    return [];
  }
  return raw.flatMap((item, i): Day[] => {
    const [from = '', to = from] = String(item).split('..');
    const [first, last] = [readDay(from), readDay(to)];
    if (isWrong(first) || isWrong(last) || first.value > last.value) {
      source.fault([...path, i], 'day.form', { given: String(item) });
      return [];
    }
    const days: Day[] = [];
    for (let d = first.value; d <= last.value; d = addDays(d, 1)) days.push(d);
    return days;
  });
}
