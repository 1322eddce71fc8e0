import { callBallot } from '../../instruments/ballot/decisions.ts';
import { voteDenominator, votePassRate } from '../../instruments/ballot/rules.ts';
import { commandsOf, facts, happened } from '../../kernel/command.ts';
import type { Day } from '../../kernel/day.ts';
import { fields } from '../../kernel/field.ts';
import { choice, day, note, text, yesNo } from '../../kernel/field-kinds.ts';
import type { JsonRecord } from '../../kernel/json.ts';
import { readRatio, showPercent } from '../../kernel/ratio.ts';
import { refuse, unmet, warn } from '../../kernel/refusal.ts';
import { type PlanContents, projectSpan } from '../plan-review/contents.ts';
import { scheduleShift } from '../plan-review/rules.ts';
import { type Shift, type Span, shiftOf } from '../plan-review/schedule-shift.ts';
import { scheduleAdjustment } from './procedure.ts';

/** The plan in force, what each task's period was when it was first approved, and who sits in the committee. */
export type InForce = {
  readonly contents: PlanContents;
  readonly originals: Readonly<Record<string, Span>>;
  readonly committee: readonly { readonly person: string; readonly name: string; readonly party: string; readonly weight: string }[];
};
const command = commandsOf(scheduleAdjustment);
const tasks = (f: InForce): string[] => f.contents.schedule.map((t) => t.task);

/** Objective causes (客观原因), as the text names them. */
const causes = ['policy', 'technical', 'other-objective'] as const;

/** 《进度调整申请》: the reason, the new time, and what follows from it. Beyond the cap it is an amendment of the plan, which is reviewed anew (E-11). */
export const adjustSchedule = command('schedule.adjust', {
  action: 'P20:P',
  brings: ['adjustment.submitted'],
  asks: [scheduleShift, votePassRate, voteDenominator],
  refuses: [
    ...['schedule.no_task', 'schedule.no_shift', 'schedule.beyond_cap', 'schedule.cumulative', 'period.ends_before'],
    ...['ballot.no_voters', 'ballot.voter_twice', 'ballot.closes_before', 'ballot.weights_missing', 'ballot.secret_weights'],
  ] as const,
  input: fields({
    task: text(120),
    start: day(),
    end: day(),
    cause: choice(...causes),
    reason: note(2000),
    impact: note(2000),
    closesOn: day(),
    secret: yesNo(),
  }),
  facts: facts<InForce>(),
  ground: ({ on }) => ({ given: { matter: 'schedule' }, dates: { submittedOn: on, openedOn: on } }),
  suggest: ({ facts: f }) => ({ ...f.contents.schedule[0], secret: false }),
  decide: ({ input: i, facts: f, law, on, id }) => {
    const now = f.contents.schedule.find((t) => t.task === i.task);
    if (!now) return [refuse('schedule.no_task', { task: i.task, tasks: tasks(f) }, { at: ['task'] })];
    if (i.end < i.start) return [refuse('period.ends_before', {}, { at: ['end'] })];
    const rule = law['schedule-shift'];
    const original = f.originals[i.task] ?? now;
    const shift = shiftOf({ original, now, wanted: i, project: projectSpan(f.contents) ?? original }, rule?.value ?? []);
    if (shift.days === 0) return [refuse('schedule.no_shift', {}, { at: ['end'] })];
    const { refusals, raise } = callBallot(
      {
        question: i.task,
        matter: 'schedule',
        secret: i.secret,
        openedOn: on,
        closesOn: i.closesOn,
        voters: f.committee.map((m) => ({
          id: id(),
          person: m.person,
          title: `${m.name}（${m.party}）`,
          // the weights of their parties serve the reading by which the committee votes by weight; in a secret vote they would tell
          ...(i.secret ? {} : { weight: readRatio(m.weight)! }),
        })),
      },
      law['vote-pass-rate'].value,
    );
    return [
      ...beyond(shift),
      ...(shift.cumulativeBeyond ? [warn('schedule.cumulative', rule?.clauses, { days: shift.cumulative })] : []),
      ...refusals,
      happened('adjustment.submitted', { title: i.task, ...submitted(i, now, original, shift) }, { raises: [raise] }),
    ];
  },
});
type Asked = { task: string; start: Day; end: Day; cause: string; reason: string; impact: string };
const submitted = (i: Asked, now: Span, original: Span, shift: Shift): JsonRecord => ({
  task: i.task,
  cause: i.cause,
  reason: i.reason,
  impact: i.impact,
  now: { start: now.start, end: now.end },
  wanted: { start: i.start, end: i.end },
  original: { start: original.start, end: original.end },
  days: shift.days,
  part: showPercent(shift.part),
  cumulative: shift.cumulative,
});
const beyond = (shift: Shift) =>
  shift.beyond.map((b) => unmet('schedule.beyond_cap', b.clause, { days: shift.days, most: b.mostDays }, ['end']));

export type Adjustment = {
  readonly plan: { readonly version: number; readonly contents: PlanContents };
  readonly task: string;
  readonly wanted: Span;
  readonly reason: string;
};
/** Carries out what the committee has passed: the plan's next version, in force at once. Before, no new day can be used. */
export const applyAdjustment = command('schedule.apply', {
  action: 'P20:P',
  brings: ['adjustment.applied'],
  asks: [],
  refuses: ['schedule.no_task'],
  input: fields({}),
  facts: facts<Adjustment>(),
  decide: ({ facts: f }) => {
    const { contents, version } = f.plan;
    if (!contents.schedule.some((t) => t.task === f.task))
      return [refuse('schedule.no_task', { task: f.task, tasks: contents.schedule.map((t) => t.task) })];
    const schedule = contents.schedule.map((t) => (t.task === f.task ? { task: t.task, ...f.wanted } : t));
    const next = { ...contents, schedule } as unknown as JsonRecord;
    return [happened('adjustment.applied', { version: version + 1, contents: next, reason: f.reason })];
  },
});
