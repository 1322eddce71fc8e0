import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import { due, type Line } from './decisions.ts';
import { loadSchedule } from './queries.ts';
import type { OccurrenceView, ScheduleView } from './view.ts';

const ahead = 2;
/** A schedule of many years is shown by its last occurrences. */
const most = 24;

export async function schedulePanel(db: Connection, o: Viewing): Promise<ScheduleView> {
  const { lines, found } = await loadSchedule(db, o);
  const people = lines.flatMap((l) => ('person' in l.owner ? [l.owner.person] : []));
  const names = people.length === 0 ? [] : await db.selectFrom('person').where('id', 'in', people).select(['id', 'name']).execute();
  return {
    lines: lines.map((l) => ({
      id: l.id,
      title: l.title,
      ownerRole: 'role' in l.owner ? l.owner.role : null,
      owner: 'person' in l.owner ? (names.find((n) => 'person' in l.owner && n.id === l.owner.person)?.name ?? null) : null,
      recurs: l.recurs ?? null,
      within: l.within ?? null,
      anchor: l.anchor,
      until: l.until ?? null,
      countedAs: l.is,
      clauses: l.clauses,
      force: l.force,
      occurrences: occurrences(
        l,
        found.filter((m) => m.line === l.id),
        o,
      ),
    })),
  };
}

type Met = Awaited<ReturnType<typeof loadSchedule>>['found'];
function occurrences(line: Line, met: Met, o: Viewing): OccurrenceView[] {
  const all: OccurrenceView[] = [];
  for (let k = 1, coming = 0; coming <= ahead; k += 1) {
    const by = due(line, k, o.calendar);
    if (!by) break;
    const done = met.find((m) => m.k === k);
    const later = done === undefined && by.lastDay >= o.today;
    const state = done ? (done.metOn > by.lastDay ? 'late' : 'met') : later ? (coming === 0 ? 'open' : 'coming') : 'missed';
    if (later) coming += 1;
    const said = { metOn: done?.metOn ?? null, words: done?.words ?? null, paper: done?.paper ?? null };
    all.push({ k, dueOn: by.lastDay, provisional: by.provisional, state, ...said });
  }
  return all.slice(-most);
}
