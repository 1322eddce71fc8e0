import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Calendar, calendarOf } from './calendar.ts';
import { readCalendarYears } from './calendar-source.ts';
import { addDays, addMonths, dayAt, dayNumber, dayOf, endOfDay, readDay, weekday } from './day.ts';
import { PackSource } from './pack-source.ts';
import { isWrong } from './parsed.ts';
import { instantAfter, lastDay, readPeriod, showPeriod } from './period.ts';
import { naturalEnd, occurrence, readEvery, showEvery } from './recurrence.ts';

const file = new URL('../../packs/calendar/state-council.yaml', import.meta.url);
const source = new PackSource('state-council.yaml', readFileSync(file, 'utf8'));
const calendar: Calendar = calendarOf(readCalendarYears(source));
const duty = { calendar, is: 'duty' } as const;
const floor = { calendar, is: 'floor' } as const;
const anyDay = fc.integer({ min: dayNumber('2000-01-01'), max: dayNumber('2050-12-31') }).map(dayOf);

describe('days of the civil calendar', () => {
  it('tells a day that no calendar has from a wrong form', () => {
    const code = (raw: string): string => {
      const p = readDay(raw);
      return isWrong(p) ? p.wrong.code : p.value;
    };
    assert.equal(code('2026-02-28'), '2026-02-28');
    assert.equal(code('2026年2月28日'), '2026-02-28');
    for (const bad of ['2026-02-29', '2026-13-01', '2026-04-31', '2026-00-10']) assert.equal(code(bad), 'day.not_real', bad);
    for (const bad of ['', '20260228', '28/02/2026', 'today']) assert.equal(code(bad), 'day.form', bad);
    assert.equal(code('2024-02-29'), '2024-02-29');
  });

  it('counts days there and back, and knows the weekday', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (d, n) => {
        assert.equal(dayOf(dayNumber(d)), d);
        assert.equal(dayNumber(addDays(d, n)), dayNumber(d) + n);
        assert.equal(weekday(d), new Date(`${d}T00:00:00Z`).getUTCDay() || 7);
      }),
    );
  });

  it('ends a day at 24:00 in Shanghai', () => {
    assert.equal(endOfDay('2026-02-14'), '2026-02-14T16:00:00.000Z');
    assert.equal(dayAt('2026-02-14T15:59:59.999Z'), '2026-02-14');
    assert.equal(dayAt('2026-02-14T16:00:00.000Z'), '2026-02-15');
  });
});

describe('K4: working days are the State Council’s notice as data', () => {
  it('reads the notices without a fault', () => assert.deepEqual(source.faults, []));

  it('knows days off and make-up days of 2025 and 2026', () => {
    for (const off of ['2025-01-28', '2025-10-08', '2026-02-23', '2026-09-25', '2026-11-21'])
      assert.equal(calendar.isWorkingDay(off), false, off);
    for (const on of ['2025-01-26', '2025-10-11', '2026-02-28', '2026-09-20', '2026-11-20'])
      assert.equal(calendar.isWorkingDay(on), true, on);
  });

  it('flags a year without a notice as provisional and counts Monday to Friday there', () => {
    assert.equal(calendar.isProvisional('2026-12-31'), false);
    assert.equal(calendar.isProvisional('2027-01-01'), true);
    assert.equal(calendar.isWorkingDay('2027-01-01'), true);
    assert.equal(lastDay(readPeriod('15个工作日')!, '2026-12-25', duty).provisional, true);
  });

  it('moves as a day-by-day count does', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 90 }), (d, n) => {
        let day = d;
        for (let left = n; left > 0; ) {
          day = addDays(day, 1);
          if (calendar.isWorkingDay(day)) left -= 1;
        }
        assert.equal(calendar.addWorkingDays(d, n), day);
      }),
      { numRuns: 200 },
    );
  });

  const reference = new URL('../../../shared/realdata/holidays_cn/calendar_flat.csv', import.meta.url);
  it('agrees with an independent table of 2019–2026, day by day', {
    skip: !existsSync(reference) && 'the reference table is not on this machine',
  }, () => {
    const rows = readFileSync(reference, 'utf8').trim().split('\n').slice(1);
    for (const row of rows) {
      const [d, , works] = row.split(',') as [string, string, string];
      if (d >= '2019-01-01') assert.equal(calendar.isWorkingDay(d), works === '1', d);
    }
  });
});

describe('K3, K5–K7: how periods are counted', () => {
  const working = (n: number, from: string): string => lastDay({ n, unit: 'working-day' }, from, duty).lastDay;
  it('does not count the start day; N working days end on the N-th after it (F10–F12, F15, F16, F18)', () => {
    assert.equal(working(15, '2026-09-21'), '2026-10-19');
    assert.equal(working(15, '2026-02-09'), '2026-03-06');
    assert.equal(working(30, '2026-04-20'), '2026-06-03');
    assert.equal(working(60, '2026-01-05'), '2026-04-03');
    assert.equal(working(30, '2025-09-15'), '2025-10-31');
    assert.equal(working(30, '2025-12-19'), '2026-02-02');
    assert.equal(working(5, '2026-04-30'), '2026-05-11');
  });

  it('ends months and years on the corresponding day, else the month’s last; a duty rolls, a floor does not (F19, F23, F31, F37)', () => {
    assert.equal(lastDay(readPeriod('6个月')!, '2025-08-31', duty).lastDay, '2026-02-28');
    assert.equal(lastDay(readPeriod('3个月')!, '2026-07-01', duty).lastDay, '2026-10-08');
    assert.equal(lastDay(readPeriod('5年')!, '2028-02-29', floor).lastDay, '2033-02-28');
    assert.equal(lastDay(readPeriod('2年')!, '2026-08-31', floor).lastDay, '2028-08-31');
    assert.equal(addMonths('2024-01-31', 1), '2024-02-29');
  });

  it('counts 15日 as calendar days and does not roll a notice (F38)', () => {
    assert.deepEqual(lastDay(readPeriod('15日')!, '2026-01-30', floor), { lastDay: '2026-02-14', rolled: false, provisional: false });
  });

  it('runs hours on the clock, holidays included (F13, F14)', () => {
    assert.equal(instantAfter(readPeriod('24小时')!, '2026-02-13T09:30:00.000Z'), '2026-02-14T09:30:00.000Z');
    assert.equal(instantAfter(readPeriod('48小时')!, '2026-10-01T14:15:00.000Z'), '2026-10-03T14:15:00.000Z');
  });

  it('keeps the anchor of a recurring duty: month ends do not drift (F22)', () => {
    const month = readEvery('每1个月')!;
    assert.deepEqual(
      [1, 2, 3].map((k) => occurrence(month, '2026-01-31', k, duty).lastDay),
      ['2026-02-28', '2026-03-31', '2026-04-30'],
    );
    assert.deepEqual(
      [1, 2].map((k) => occurrence(readEvery('每2个月')!, '2026-01-15', k, duty).lastDay),
      ['2026-03-16', '2026-05-15'],
    );
    assert.equal(occurrence(readEvery('每2个月')!, '2026-01-15', 1, floor).lastDay, '2026-03-15');
  });

  it('never drifts, whatever the anchor and however many times: the k-th is counted from the anchor alone', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 60 }), (anchor, n, k) => {
        fc.pre(addMonths(anchor, n * k + 1) < '2079-12-01'); // the calendar ends with 2079
        const every = { every: { n, unit: 'month' as const } };
        const kept = occurrence(every, anchor, k, floor);
        assert.equal(kept.lastDay, addMonths(anchor, n * k));
        const owed = occurrence(every, anchor, k, duty).lastDay;
        assert.ok(owed >= kept.lastDay && calendar.isWorkingDay(owed));
        assert.ok(occurrence(every, anchor, k + 1, floor).lastDay > kept.lastDay);
      }),
    );
  });

  it('takes weeks by ISO and months, quarters and years by the calendar, each occurrence within its own', () => {
    assert.equal(naturalEnd('week', '2026-01-01'), '2026-01-04');
    assert.equal(naturalEnd('week', '2026-01-04'), '2026-01-04');
    assert.equal(naturalEnd('month', '2024-02-10'), '2024-02-29');
    assert.equal(naturalEnd('quarter', '2026-01-01'), '2026-03-31');
    assert.equal(naturalEnd('quarter', '2026-12-31'), '2026-12-31');
    assert.equal(naturalEnd('year', '2026-05-05'), '2026-12-31');
    const quarters = [1, 2, 3, 4, 5].map((k) => occurrence(readEvery('每季度')!, '2026-02-11', k, duty).lastDay);
    assert.deepEqual(quarters, ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31', '2027-03-31']);
    assert.deepEqual(
      [1, 2].map((k) => occurrence(readEvery('每周')!, '2026-12-28', k, duty).lastDay),
      ['2027-01-03', '2027-01-10'],
    );
  });

  it('reads back the recurrence it shows', () => {
    for (const e of ['每周', '每自然月', '每季度', '每年度', '每2个月', '每15日', '每5个工作日']) assert.equal(showEvery(readEvery(e)!), e);
    for (const bad of ['', '每', '季度', '2个月', '每0日', '每24小时']) assert.equal(readEvery(bad), undefined, bad);
  });

  it('reads a period in English too, and shows it as a text states it', () => {
    const read = ['1 day', '15 days', '5 working days', '48 hours', '3 months', '5 years'].map((said) => showPeriod(readPeriod(said)!));
    assert.deepEqual(read, ['1日', '15日', '5个工作日', '48小时', '3个月', '5年']);
    assert.equal(readPeriod('0 days') ?? readPeriod('days') ?? readPeriod('5 days long'), undefined);
  });
  it('reads back the period it shows', () => {
    for (const p of ['15日', '5个工作日', '48小时', '3个月', '5年']) assert.equal(showPeriod(readPeriod(p)!), p);
    for (const bad of ['', '15', '0日', '半个月', '-3日']) assert.equal(readPeriod(bad), undefined, bad);
  });
});
