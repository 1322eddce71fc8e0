import { capability, procedure, wire } from '../../engine/procedure.ts';
import { type EventSeen, insert, type Write } from '../../engine/write.ts';
import { addLine, type DrawnLine, endSchedule, type Line, meetOccurrence, owes } from './decisions.ts';
import { schedulePanel } from './panel.ts';
import { schedule } from './procedure.ts';
import { loadSchedule } from './queries.ts';

const lineRow = (l: Line, ordinal: number): Write =>
  insert('schedule_line', {
    id: l.id,
    ordinal,
    title: l.title,
    owner_role: 'role' in l.owner ? l.owner.role : null,
    owner_person: 'person' in l.owner ? l.owner.person : null,
    recurs: l.recurs ?? null,
    within: l.within ?? null,
    anchor: l.anchor,
    until_on: l.until ?? null,
    counted_as: l.is,
    clauses: [...l.clauses],
    force: l.force,
  });
type Met = { line: string; k: number; dueOn: string; words?: string; paper?: string };

export const schedules = capability({
  id: 'schedule',
  uses: [],
  rules: [],
  procedures: [
    procedure({
      chart: schedule,
      panel: schedulePanel,
      outcomes: { done: ['schedule.ended'] },
      begins: (data) => ({ owes: (data.lines as unknown as readonly DrawnLine[]).flatMap((l) => owes(l, 1, l.first)) }),
      commands: [wire(meetOccurrence, loadSchedule), wire(addLine, loadSchedule), wire(endSchedule, loadSchedule)],
      apply: {
        'schedule.drawn': (e: EventSeen<{ lines: readonly Line[] }>) => e.data.lines.map(lineRow),
        'line.added': (e: EventSeen<{ line: Line }>) => [lineRow(e.data.line, e.seq)],
        'occurrence.met': (e: EventSeen<Met>) => [
          insert('occurrence', {
            id: e.rowId(`${e.data.line} ${e.data.k}`),
            line_id: e.data.line,
            k: e.data.k,
            due_on: e.data.dueOn,
            met_on: e.on,
            words: e.data.words ?? null,
            paper_id: e.data.paper ?? null,
          }),
        ],
      },
    }),
  ],
});
