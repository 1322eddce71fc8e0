import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate, evaluateEachWay, type Measured } from '../../packages/capabilities/evaluation/decisions.ts';
import {
  committeeSeats,
  evaluationGrades,
  evaluationIndicators,
  improvementPasses,
  improvementVerification,
  stepMode,
  summativeEvaluation,
} from '../../packages/capabilities/evaluation/rules.ts';
import { type Level, riskAlert, riskMatrix, riskMeasures, riskReminder, riskTracking } from '../../packages/capabilities/risk/rules.ts';
import { noticeDays } from '../../packages/instruments/public-notice/rules.ts';
import { bandOf } from '../../packages/kernel/bands.ts';
import { addDays } from '../../packages/kernel/day.ts';
import { stepModes } from '../../packages/kernel/indicators.ts';
import { admits } from '../../packages/kernel/limits.ts';
import { lastDay } from '../../packages/kernel/period.ts';
import { readRatio, showNumber } from '../../packages/kernel/ratio.ts';
import { occurrence } from '../../packages/kernel/recurrence.ts';
import { levelOf } from '../../packages/kernel/risk-matrix.ts';
import { seatsOf } from '../../packages/kernel/seats.ts';
import { answered, calendar } from '../support/law.ts';

const of001 = { texts: ['001'], given: {} } as const;
const exact = (text: string) => readRatio(text)!;
const duty = { calendar, is: 'duty' } as const;
const impact = { L: 'low', M: 'medium', H: 'high' } as const;

describe('001 6.2.1 表1：风险分级', () => {
  const cells = '30 L, 30 M, 30 H, 31 L, 50 M, 70 H, 71 L, 71 M, 100 H, 30.5 H, 70.5 M'.split(', ').map((c) => c.split(' '));
  const levelsUnder = (reading?: number): string =>
    cells
      .map(
        ([p, i]) =>
          levelOf(
            answered(riskMatrix, { ...of001, ...(reading === undefined ? {} : { reading }) }).value,
            exact(`${p}%`),
            impact[i as 'L'],
          )!.level,
      )
      .join(' ');
  it('gives every cell of the vector its level, the literal ends binding: F20 (E-31)', () => {
    assert.equal(levelsUnder(), 'low low medium low medium high medium high high high medium');
  });
  it('keeps both other readings of what lies between 30% and 31%, 70% and 71%, with the levels they give', () => {
    const levels = (p: string, i: string, reading?: number) =>
      levelOf(answered(riskMatrix, { ...of001, ...(reading === undefined ? {} : { reading }) }).value, exact(p), i)!.level;
    // rounded to the whole point first, 30.4% is low and 70.4% medium; by the ends of the middle row 30.5% is low and 70.5% high
    assert.deepEqual([levels('30.4%', 'high'), levels('30.4%', 'high', 0), levels('30.4%', 'high', 1)], ['high', 'medium', 'medium']);
    assert.deepEqual([levels('70.5%', 'medium'), levels('70.5%', 'medium', 0), levels('70.5%', 'medium', 1)], ['medium', 'high', 'high']);
  });
  it('is high and red at 75% and high impact, and asks for everything the text asks for then: F21', () => {
    const level = levelOf(answered(riskMatrix, of001).value, exact('75%'), 'high')!.level as Level;
    assert.deepEqual([level, answered(riskAlert, of001).value[level]], ['high', 'red']);
    assert.deepEqual(
      answered(riskMeasures, of001).value[level]!.map((m) => `${m.id} ${m.clause}`),
      [
        ...['group', 'plan', 'approval'].map((m) => `${m} 001:6.2.2.a`),
        ...['meeting', 'suspension', 'superiors'].map((m) => `${m} 001:6.3.c`),
      ],
    );
    assert.deepEqual(
      answered(riskTracking, of001).value[level]!.map((b) => b.limit),
      [{ every: { n: 1, unit: 'month' } }],
    );
  });
  it('tracks high monthly and medium every two months from the day the level was set, and reminds 15 days ahead: F22', () => {
    const dates = (level: Level, from: string, times: number): string[] => {
      const [tracked] = answered(riskTracking, of001).value[level]!;
      return Array.from({ length: times }, (_, k) => occurrence(tracked!.limit, from, k + 1, duty).lastDay);
    };
    assert.deepEqual(dates('high', '2026-01-31', 3), ['2026-02-28', '2026-03-31', '2026-04-30']);
    assert.deepEqual(dates('medium', '2026-01-15', 2), ['2026-03-16', '2026-05-15']);
    const before = answered(riskReminder, of001).value;
    assert.deepEqual(before, { n: 15, unit: 'day' });
    assert.equal(addDays('2026-10-15', -before.n), '2026-09-30');
  });
});

describe('001 7.1：评价的期限与评价委员会', () => {
  it('is due six months after closing, at the month’s end where there is no such day: F23', () => {
    const [within] = answered(summativeEvaluation, of001).value;
    assert.deepEqual(
      ['2025-08-31', '2026-03-31'].map((closed) => lastDay(within!.limit, closed, duty).lastDay),
      ['2026-02-28', '2026-09-30'],
    );
  });
  it('seats 50/30/20 by largest remainder, equal remainders to the experts; only multiples of ten divide evenly: F24 (E-28) [R1-134]', () => {
    const rule = answered(committeeSeats, of001).value;
    const sizes = [5, 7, 9, 10, 11, 15, 20];
    const seats = sizes.map((n) => Object.values(seatsOf(rule, n).seats));
    assert.deepEqual(seats, [
      [2, 2, 1],
      [4, 2, 1],
      [4, 3, 2],
      [5, 3, 2],
      [6, 3, 2],
      [7, 5, 3],
      [10, 6, 4],
    ]);
    assert.deepEqual(
      sizes.filter((n) => seatsOf(rule, n).even),
      [10, 20],
    );
    assert.equal(answered(committeeSeats, { ...of001, reading: 0 }).value.exact, true);
    assert.deepEqual(Object.values(seatsOf(answered(committeeSeats, { ...of001, reading: 1 }).value, 5).seats), [3, 1, 1]);
  });
});

type Vector = { tech: string; conv: string; fund: string; dev: string; days: string; duty: string; intent: boolean; talent: string };
const measured = (v: Vector): Measured => ({
  technical: exact(`${v.tech}%`),
  conversion: exact(`${v.conv}%`),
  funds: exact(`${v.fund}%`),
  equipment: exact(`${v.dev}%`),
  communication: exact(v.days),
  duties: exact(`${v.duty}%`),
  intention: exact(v.intent ? '1' : '0'),
  talents: exact(`${v.talent}%`),
});
const vectors = {
  F25: { tech: '100', conv: '80', fund: '120', dev: '80', days: '7', duty: '100', intent: true, talent: '100' },
  F26: { tech: '90', conv: '70', fund: '110', dev: '70', days: '10', duty: '95', intent: true, talent: '80' },
  F27: { tech: '85', conv: '65', fund: '105', dev: '65', days: '12', duty: '93', intent: true, talent: '85' },
  F28: { tech: '80', conv: '60', fund: '100', dev: '70', days: '10', duty: '95', intent: true, talent: '90' },
  F29: { tech: '0', conv: '0', fund: '0', dev: '0', days: '40', duty: '45', intent: false, talent: '0' },
} as const;

describe('001 7.2：加权评分与等级', () => {
  const law = { indicators: answered(evaluationIndicators, of001).value, grades: answered(evaluationGrades, of001).value };
  const mode = answered(stepMode, of001).value;
  const result = (v: Vector) => {
    const e = evaluate(law, measured(v), mode)!;
    return { scores: Object.values(e.scores).map((s) => showNumber(s!)), total: showNumber(e.total), grade: e.grade };
  };
  const each = (v: Vector) => Object.entries(evaluateEachWay(law, measured(v))).map(([m, e]) => `${m} ${showNumber(e!.total)} ${e!.grade}`);

  it('is 100 and excellent where every indicator stands exactly at its bound: F25', () => {
    assert.deepEqual(result(vectors.F25), { scores: Array(8).fill('100'), total: '100', grade: 'excellent' });
  });
  it('is 89.25 at exact steps, the same under all three readings: F26 [R1-144]', () => {
    assert.deepEqual(result(vectors.F26), {
      scores: ['90', '85', '90', '90', '90', '90', '100', '80'],
      total: '89.25',
      grade: 'excellent',
    });
    assert.deepEqual(
      each(vectors.F26),
      stepModes.map((m) => `${m} 89.25 excellent`),
    );
  });
  it('differs by the reading of a part of a step, and so does the grade: F27 (E-24)', () => {
    assert.deepEqual(each(vectors.F27), ['floor 90.25 excellent', 'linear 10237/120 excellent', 'ceil 80.5 qualified']);
    const readings = [undefined, 0, 1].map(
      (reading) => answered(stepMode, { ...of001, ...(reading === undefined ? {} : { reading }) }).value,
    );
    assert.deepEqual(readings, [...stepModes]);
  });
  it('is qualified between 84 and 85: nothing is rounded before grading: F28 (E-26) [R1-145]', () => {
    const { total, grade } = result(vectors.F28);
    assert.deepEqual([total, grade], ['84.5', 'qualified']);
    const graded = ['85', '84.99', '60', '59.99'].map((n) => bandOf(law.grades, exact(n)));
    assert.deepEqual(graded, ['excellent', 'qualified', 'qualified', 'unqualified']);
    assert.equal(bandOf(answered(evaluationGrades, { ...of001, reading: 0 }).value, exact('84.5')), 'excellent');
  });
  it('never falls below 0 nor rises above 100: F29 (E-25)', () => {
    assert.deepEqual(result(vectors.F29), { scores: ['0', '0', '0', '20', '0', '0', '50', '0'], total: '7', grade: 'unqualified' });
  });
  it('leaves out what there is nothing to measure of, brings the other weights to 100% and says so (E-27)', () => {
    const e = evaluate(law, { ...measured(vectors.F25), conversion: undefined }, mode)!;
    assert.deepEqual([showNumber(e.total), e.notApplicable, showNumber(e.weights.technical!)], ['100', ['conversion'], '4/17']);
  });
  it('is published for five working days at the least, make-up days counted: F30', () => {
    const [notice] = answered(noticeDays, { texts: ['001'], given: { about: 'evaluation', method: undefined } }).value;
    const last = lastDay(notice!.limit, '2026-04-30', { calendar, is: 'floor' }).lastDay;
    assert.deepEqual([last, addDays(last, 1)], ['2026-05-11', '2026-05-12']);
  });
});

describe('001 7.3 b)：改进效果验证', () => {
  it('is due three months after the plan was carried out and passes from 90%, exactly: F31', () => {
    const [within] = answered(improvementVerification, of001).value;
    assert.deepEqual(
      ['2026-07-01', '2025-11-30'].map((done) => lastDay(within!.limit, done, duty).lastDay),
      ['2026-10-08', '2026-02-28'],
    );
    const passes = answered(improvementPasses, of001).value;
    assert.deepEqual(
      ['90/100', '899/1000'].map((rate) => passes.every((b) => admits(b.limit.limits, exact(rate)))),
      [true, false],
    );
  });
});
