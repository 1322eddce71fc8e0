import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toLawFirm } from '../../packages/capabilities/contract/law-firm.ts';
import { attainment, goalsReached, missedInRow } from '../../packages/capabilities/cooperation/attainment.ts';
import { freeFrom, keptTo } from '../../packages/capabilities/cooperation/keeping.ts';
import * as rules from '../../packages/capabilities/cooperation/rules.ts';
import { scheduleShift } from '../../packages/capabilities/plan-review/rules.ts';
import { daysIn, mostDays, shiftOf } from '../../packages/capabilities/plan-review/schedule-shift.ts';
import { addDays, type Day } from '../../packages/kernel/day.ts';
import { admits } from '../../packages/kernel/limits.ts';
import { divideFen, fenOf, writeYuan } from '../../packages/kernel/money.ts';
import { instantAfter, lastDay, type Period } from '../../packages/kernel/period.ts';
import { ratio, readRatio, showPercent } from '../../packages/kernel/ratio.ts';

import { occurrence } from '../../packages/kernel/recurrence.ts';
import type { IfSilent, Rule } from '../../packages/kernel/rule.ts';
import type { Bound } from '../../packages/kernel/rule-kinds.ts';
import { answered, calendar } from '../support/law.ts';

// F06–F19, F22, F23, F30, F31 and F40 of the golden vectors, as far as document 001's rules for the course of a cooperation answer them.
const texts = ['001'];
const on = '2026-03-02';
const part = (n: number, of: number) => ratio(BigInt(n), BigInt(of));
const only = (bounds: readonly Bound<Period>[]): Period => {
  assert.equal(bounds.length, 1);
  return bounds[0]!.limit;
};
type PeriodRule = Rule<string, Period, readonly Bound<Period>[], never, string, IfSilent>;
/** The last day of a duty whose length a rule gives. */
const dutyEnd = (rule: PeriodRule, from: Day): Day =>
  lastDay(only(answered(rule, { on: from, texts }).value), from, { calendar, is: 'duty' }).lastDay;

describe('001 5.1.3 b)：重大资金（≥1000 万元）或核心技术的协议，应委托第三方律师事务所', () => {
  it('F06: counts ten million and not a fen less; core technology alone sends it there', () => {
    const law = {
      majorFunds: answered(rules.majorFunds, { on, texts }).value,
      triggers: answered(rules.lawFirmReview, { on, texts }).value,
    };
    const required = (amount: string, coreTechnology: boolean): boolean =>
      toLawFirm({ amount: fenOf(amount), coreTechnology }, law).length > 0;
    assert.deepEqual([required('9999999.99', false), required('10000000.00', false), required('5000000.00', true)], [false, true, true]);
  });
});

describe('K8: shares of an amount by largest remainder', () => {
  it('F07: divides 100.01 as 60.01 / 30.00 / 10.00, and refuses shares of 99%', () => {
    const shares = ['60%', '30%', '10%'].map((s) => readRatio(s)!);
    const divided = (amount: string): string[] => divideFen(fenOf(amount), shares).map(writeYuan);
    assert.deepEqual(divided('1000000.00'), ['600000.00', '300000.00', '100000.00']);
    assert.deepEqual(divided('100.01'), ['60.01', '30.00', '10.00']);
    assert.throws(() => divideFen(fenOf('100.01'), [...shares.slice(0, 2), readRatio('9%')!]));
  });
});

describe('001 5.1.2 a) 4)：单次调整不超过原周期的 10%', () => {
  const bounds = answered(scheduleShift, { on, texts }).value;
  const original = { start: '2026-03-02', end: '2026-06-29' };
  const shifted = (now: Day, wanted: Day) =>
    shiftOf({ original, now: { ...original, end: now }, wanted: { ...original, end: wanted }, project: original }, bounds);
  it('F08: lets 12 of 120 days pass to 2026-07-11, and sends 13 to an amendment of the plan [R1-028]', () => {
    assert.equal(daysIn(original), 120);
    assert.deepEqual(shifted(original.end, '2026-07-11').beyond, []);
    assert.equal(addDays(original.end, 12), '2026-07-11');
    assert.deepEqual(shifted(original.end, '2026-07-12').beyond, [{ clause: '001:5.1.2.a.4', mostDays: 12 }]);
  });
  it('F08: gives 12 days of 125, never 12 and a half [R1-028]', () => {
    assert.equal(mostDays(bounds[0]!.limit, 125), 12);
    const task = { start: '2026-03-02', end: addDays('2026-03-02', 124) };
    const move = (n: number) =>
      shiftOf({ original: task, now: task, wanted: { ...task, end: addDays(task.end, n) }, project: task }, bounds);
    assert.deepEqual([move(12).beyond.length, move(13).beyond.length], [0, 1]);
  });
  it('F08: measures a second adjustment by the original 120 days again, and shows the 24 they come to [R1-028]', () => {
    const second = shifted('2026-07-11', '2026-07-23');
    assert.deepEqual([second.days, second.beyond, second.cumulative, second.cumulativeBeyond], [12, [], 24, true]);
    assert.equal(shifted('2026-07-11', '2026-07-24').beyond.length, 1);
    assert.equal(shifted(original.end, '2026-07-11').cumulativeBeyond, false);
  });
  it('measures shortening as it measures lengthening [R1-028]', () => {
    assert.deepEqual([shifted(original.end, '2026-06-17').days, shifted(original.end, '2026-06-17').beyond], [12, []]);
    assert.deepEqual([shifted(original.end, '2026-06-16').days, shifted(original.end, '2026-06-16').beyond.length], [13, 1]);
  });
});

describe('001 5.2.2 a) 1)：达成率＜80% 时需制定整改计划', () => {
  it('F09: owes a plan at 79.9% and not at 80%, and has no rate where nothing was planned', () => {
    const [bound] = answered(rules.attainmentRectification, { on, texts }).value;
    const cases = [
      [8, 10],
      [799, 1000],
      [79, 100],
      [0, 0],
    ].map(([done, planned]) => attainment({ done: done!, planned: planned! }));
    assert.deepEqual(
      cases.map((r) => (r ? showPercent(r) : 'N/A')),
      ['80%', '79.9%', '79%', 'N/A'],
    );
    assert.deepEqual(
      cases.map((r) => r !== undefined && admits(bound!.limit.limits, r)),
      [false, true, true, false],
    );
  });
});

describe('001 5.2 and 5.3: periods by the working-day calendar, make-up days included', () => {
  it('F10, F11: fifteen working days over the national day, and over the spring festival', () => {
    assert.equal(dutyEnd(rules.resourceRemedy, '2026-09-21'), '2026-10-19');
    assert.equal(dutyEnd(rules.resourceRemedy, '2026-02-09'), '2026-03-06');
  });
  it('F12: a stage may be given until 06-03 and not a day longer', () => {
    const latest = dutyEnd(rules.stageRectification, '2026-04-20');
    assert.equal(latest, '2026-06-03');
    assert.equal('2026-06-04' <= latest, false);
  });
  it('F15: an appraisal may be put right until 04-03; the next working day is too late', () => {
    const due = dutyEnd(rules.appraisalRectification, '2026-01-05');
    assert.deepEqual([due, calendar.addWorkingDays(due, 1)], ['2026-04-03', '2026-04-07']);
  });
  it('F16: rights are applied for within thirty working days', () => {
    assert.equal(dutyEnd(rules.rightsStart, '2025-09-15'), '2025-10-31');
  });
  it('F30: a notice of five working days ends on 05-11, and the report comes from 05-12', () => {
    const ends = lastDay({ n: 5, unit: 'working-day' }, '2026-04-30', { calendar, is: 'floor' }).lastDay;
    assert.deepEqual([ends, addDays(ends, 1)], ['2026-05-11', '2026-05-12']);
  });
});

describe('001 5.2.3 a): hours run on the clock, day and night, to the second', () => {
  const due = (rule: PeriodRule, from: string): string =>
    instantAfter(only(answered(rule, { on, texts }).value), new Date(from).toISOString());
  const at = (written: string): string => new Date(written).toISOString();
  it('F13: an answer at 17:30:00 of the next day is in time, a second later is not', () => {
    const until = due(rules.topicResponse, '2026-02-13T17:30:00+08:00');
    assert.equal(until, at('2026-02-14T17:30:00+08:00'));
    assert.deepEqual([at('2026-02-14T17:30:00+08:00') <= until, at('2026-02-14T17:30:01+08:00') <= until], [true, false]);
  });
  it('F14: two hours and forty-eight from what happened, through the national day', () => {
    assert.equal(due(rules.emergencyNotice, '2026-10-01T22:15:00+08:00'), at('2026-10-02T00:15:00+08:00'));
    assert.equal(due(rules.emergencySolution, '2026-10-01T22:15:00+08:00'), at('2026-10-03T22:15:00+08:00'));
  });
});

describe('001 5.3.2 b) 2)：攻关周期不超过原转化计划的 15%', () => {
  it('F17: 30 of 200 days and 28 of 190, not 31 and not 29', () => {
    const [bound] = answered(rules.attackCap, { on, texts }).value;
    const ok = (n: number, of: number): boolean => admits(bound!.limit.limits, part(n, of));
    assert.deepEqual([ok(30, 200), ok(31, 200), ok(28, 190), ok(29, 190)], [true, false, true, false]);
  });
});

describe('001 5.3.3 b), 5.1.3 a) 4), 5.2.2 c) 1): floors keep their day', () => {
  it('F18: the report is due on 2026-02-02; the archive may go on 2036-02-03', () => {
    assert.equal(dutyEnd(rules.closingReport, '2025-12-19'), '2026-02-02');
    const bounds = answered(rules.archiveRetention, { on: '2026-02-02', texts }).value;
    assert.equal(freeFrom([{ from: '2026-02-02', bounds }], calendar), '2036-02-03');
  });
  it('F19: confidences are kept to 2028-08-31, research data may go on 2031-09-01', () => {
    const ended = '2026-08-31';
    const term = answered(rules.confidentialityTerm, { on: ended, texts }).value;
    const floor = keptTo([{ from: ended, bounds: term }], calendar)!;
    assert.equal(floor, '2028-08-31');
    assert.equal('2028-08-30' >= floor, false);
    const data = answered(rules.dataRetention, { on: ended, texts }).value;
    assert.equal(freeFrom([{ from: ended, bounds: data }], calendar), '2031-09-01');
  });
  it('keeps research data in an archive as long as both clauses ask (E-17)', () => {
    const data = answered(rules.dataRetention, { on: '2026-08-31', texts }).value;
    const archive = answered(rules.archiveRetention, { on: '2026-10-15', texts }).value;
    const grounds = [
      { from: '2026-08-31', bounds: data },
      { from: '2026-10-15', bounds: archive },
    ];
    assert.equal(keptTo(grounds, calendar), '2036-10-15');
    assert.equal(keptTo([], calendar), undefined);
  });
});

describe('K5, K11: months have their corresponding day or the last; anchors do not drift', () => {
  const monthly = (n: number, anchor: Day, k: number): Day =>
    occurrence({ every: { n, unit: 'month' } }, anchor, k, { calendar, is: 'duty' }).lastDay;
  it('F22: monthly from 01-31, every two months from 01-15, and fifteen days ahead of 10-15', () => {
    assert.deepEqual(
      [1, 2, 3].map((k) => monthly(1, '2026-01-31', k)),
      ['2026-02-28', '2026-03-31', '2026-04-30'],
    );
    assert.deepEqual(
      [1, 2].map((k) => monthly(2, '2026-01-15', k)),
      ['2026-03-16', '2026-05-15'],
    );
    assert.equal(addDays('2026-10-15', -15), '2026-09-30');
  });
  it('F23: six months after closing; a make-up Saturday does not roll', () => {
    assert.deepEqual(
      ['2025-08-31', '2026-03-31'].map((d) => monthly(6, d, 1)),
      ['2026-02-28', '2026-09-30'],
    );
  });
  it('F31: three months after the plan was carried out; 90% verifies and 89.9% does not', () => {
    assert.deepEqual(
      ['2026-07-01', '2025-11-30'].map((d) => monthly(3, d, 1)),
      ['2026-10-08', '2026-02-28'],
    );
    const atLeast = [{ min: readRatio('90%')! }];
    assert.deepEqual([admits(atLeast, part(90, 100)), admits(atLeast, part(899, 1000))], [true, false]);
  });
});

describe('001 5.1.3 a) 3), 5.3.3 a): consecutive means in a row; all goals means all', () => {
  it('F40: exit is raised at the sixth check, after a met one began the count anew', () => {
    const [bound] = answered(rules.exitMissedChecks, { on, texts }).value;
    const checks = ['missed', 'missed', 'met', 'missed', 'missed', 'missed'] as const;
    const raised = checks.map((_, i) => admits(bound!.limit.limits, ratio(BigInt(missedInRow(checks.slice(0, i + 1))))));
    assert.deepEqual(raised, [false, false, false, false, false, true]);
  });
  it('F40: 19 of 20 trainees do not reach the goal, 20 do [R1-101]', () => {
    assert.ok(answered(rules.closingConditions, { on, texts }).value.includes('goals-reached'));
    const trainees = (n: number) => [{ reached: ratio(BigInt(n)), agreed: ratio(20n) }];
    assert.deepEqual([goalsReached(trainees(19)), goalsReached(trainees(20)), goalsReached([])], [false, true, false]);
  });
});
