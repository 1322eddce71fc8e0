import type { Owes, Owner } from '../../kernel/brings.ts';
import type { Calendar } from '../../kernel/calendar.ts';
import { commandsOf, facts, happened } from '../../kernel/command.ts';
import type { Day } from '../../kernel/day.ts';
import { fields, optional } from '../../kernel/field.ts';
import { choice, count, day, every, note, paper, period, text } from '../../kernel/field-kinds.ts';
import type { Json } from '../../kernel/json.ts';
import { type Ending, lastDay, readPeriod, showPeriod } from '../../kernel/period.ts';
import { occurrence, readEvery, showEvery } from '../../kernel/recurrence.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Force } from '../../kernel/rule.ts';
import { schedule } from './procedure.ts';

/** One line: what is owed, by whom, how often or within what time from which day. `is`: a duty rolls off a day of rest, a floor does not. */
export type Line = {
  readonly id: string;
  readonly title: string;
  readonly owner: Owner;
  readonly recurs?: string;
  readonly within?: string;
  readonly anchor: Day;
  readonly until?: Day;
  readonly is: 'duty' | 'floor';
  readonly clauses: readonly string[];
  readonly force: Force;
};
export type Schedule = {
  readonly lines: readonly Line[];
  /** Occurrences that have been met. */
  readonly met: readonly { readonly line: string; readonly k: number }[];
};

/** The k-th occurrence of a line; undefined where the line has none: a single one has been, or its end has come. */
export function due(line: Line, k: number, calendar: Calendar): Ending | undefined {
  const end = { calendar, is: line.is };
  if (line.within !== undefined) return k === 1 ? lastDay(readPeriod(line.within)!, line.anchor, end) : undefined;
  const next = occurrence(readEvery(line.recurs!)!, line.anchor, k, end);
  return line.until !== undefined && next.lastDay > line.until ? undefined : next;
}

/** The first occurrence that nobody has met yet. */
function firstOpen(line: Line, met: Schedule['met']): number {
  const done = new Set(met.filter((m) => m.line === line.id).map((m) => m.k));
  let k = 1;
  while (done.has(k)) k += 1;
  return k;
}
const whose = (line: string, k: number): string => `${line}:${k}`;

/** The duty of the k-th occurrence; none where the line has come to its end. */
export const owes = (line: Line, k: number, by: Ending | undefined): readonly Owes[] =>
  by === undefined
    ? []
    : [
        {
          duty: 'occurrence.meet',
          owner: line.owner,
          by,
          metBy: ['occurrence.met'],
          whose: whose(line.id, k),
          clause: line.clauses,
          force: line.force,
        },
      ];

/** The opening data of a schedule: each line with the day of its first occurrence. */
export const drawn = (lines: readonly Line[], calendar: Calendar): { readonly lines: Json } => ({
  lines: lines.map((line) => ({ ...line, first: due(line, 1, calendar) })) as unknown as Json,
});
export type DrawnLine = Line & { readonly first?: Ending };

const command = commandsOf(schedule);

/** An occurrence is met: on the day, early or late. The next one is counted from the anchor all the same (K11). */
export const meetOccurrence = command('occurrence.meet', {
  action: 'T31:P',
  brings: ['occurrence.met', 'schedule.ended'],
  asks: [],
  refuses: ['schedule.unknown_line', 'schedule.no_occurrence', 'schedule.met_already', 'schedule.too_early'],
  recordable: true,
  input: fields({ line: text(60), k: count(10_000), words: optional(note(1000)), paper: optional(paper()) }),
  facts: facts<Schedule>(),
  suggest: ({ facts: f, calendar }) => {
    const open = f.lines
      .map((line) => ({ line, k: firstOpen(line, f.met), by: due(line, firstOpen(line, f.met), calendar) }))
      .filter((o) => o.by !== undefined)
      .sort((a, b) => a.by!.lastDay.localeCompare(b.by!.lastDay));
    return open[0] ? { line: open[0].line.id, k: open[0].k } : {};
  },
  decide: ({ input: i, facts: f, on, calendar }) => {
    const line = f.lines.find((l) => l.id === i.line);
    if (!line) return [refuse('schedule.unknown_line', { line: i.line }, { at: ['line'] })];
    const by = i.k < 1 ? undefined : due(line, i.k, calendar);
    if (!by) return [refuse('schedule.no_occurrence', { line: line.title, k: i.k }, { at: ['k'] })];
    if (f.met.some((m) => m.line === i.line && m.k === i.k))
      return [refuse('schedule.met_already', { line: line.title, dueOn: by.lastDay }, { at: ['k'] })];
    const open = firstOpen(line, f.met);
    const before = i.k > open ? due(line, i.k - 1, calendar)! : undefined;
    if (before && before.lastDay >= on)
      return [refuse('schedule.too_early', { line: line.title, dueOn: by.lastDay, before: before.lastDay }, { at: ['k'] })];
    const met = [...f.met, { line: i.line, k: i.k }];
    const next = firstOpen(line, met);
    const following = next === open ? [] : owes(line, next, due(line, next, calendar));
    const over = f.lines.every((l) => due(l, firstOpen(l, met), calendar) === undefined);
    const data = { title: line.title, dueOn: by.lastDay, late: on > by.lastDay, ...i };
    return [
      happened('occurrence.met', data, { whose: whose(i.line, i.k), owes: following, ...(i.paper ? { papers: [i.paper] } : {}) }),
      ...(over ? [happened('schedule.ended', { because: 'met' })] : []),
    ];
  },
});

/** A line more: a duty that recurs, or one that falls due once. */
export const addLine = command('line.add', {
  action: 'T31:P',
  brings: ['line.added'],
  asks: [],
  refuses: ['schedule.recurs_or_within', 'period.ends_before', 'schedule.hours'],
  input: fields({
    title: text(120),
    owner: choice('TT', 'FA', 'RM', 'LD', 'CT', 'LP', 'PR', 'MC', 'PL', 'EG', 'SG'),
    recurs: optional(every()),
    within: optional(period()),
    anchor: day(),
    until: optional(day()),
    countedAs: choice('duty', 'floor'),
  }),
  facts: facts<Schedule>(),
  suggest: ({ on }) => ({ anchor: on, countedAs: 'duty' }),
  decide: ({ input: i, id, calendar }) => {
    if ((i.recurs === undefined) === (i.within === undefined)) return [refuse('schedule.recurs_or_within', {}, { at: ['recurs'] })];
    if (i.within?.unit === 'hour') return [refuse('schedule.hours', {}, { at: ['within'] })];
    if (i.until !== undefined && i.until < i.anchor) return [refuse('period.ends_before', {}, { at: ['until'] })];
    const line: Line = {
      id: id(),
      title: i.title,
      owner: { role: i.owner },
      ...(i.recurs ? { recurs: showEvery(i.recurs) } : {}),
      ...(i.within ? { within: showPeriod(i.within) } : {}),
      anchor: i.anchor,
      ...(i.until ? { until: i.until } : {}),
      is: i.countedAs,
      clauses: [],
      force: 'must',
    };
    return [happened('line.added', { line: line as unknown as Json }, { owes: owes(line, 1, due(line, 1, calendar)) })];
  },
});

export const endSchedule = command('schedule.end', {
  action: 'T31:P',
  brings: ['schedule.ended'],
  asks: [],
  refuses: [],
  input: fields({ because: note(500) }),
  facts: facts<Schedule>(),
  decide: ({ input: i }) => [happened('schedule.ended', { ...i })],
});
