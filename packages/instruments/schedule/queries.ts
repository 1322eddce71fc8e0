import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import type { Force } from '../../kernel/rule.ts';
import type { Line, Schedule } from './decisions.ts';

/** The lines of a schedule and the occurrences that have been met. */
export async function loadSchedule(db: Connection, about: { readonly case: string }): Promise<Schedule & { readonly found: Found }> {
  const row = await db
    .selectNoFrom((eb) => [
      jsonArrayFrom(eb.selectFrom('schedule_line').where('case_id', '=', about.case).orderBy('ordinal').orderBy('id').selectAll()).as(
        'lines',
      ),
      jsonArrayFrom(
        eb
          .selectFrom('occurrence as o')
          .where('o.case_id', '=', about.case)
          .orderBy('o.due_on')
          .orderBy('o.id')
          .select(['o.line_id as line', 'o.k', 'o.due_on as dueOn', 'o.met_on as metOn', 'o.words', 'o.paper_id as paper']),
      ).as('met'),
    ])
    .executeTakeFirstOrThrow();
  const lines = row.lines.map(
    (l): Line => ({
      id: l.id,
      title: l.title,
      owner: l.owner_person === null ? { role: l.owner_role! } : { person: l.owner_person },
      ...(l.recurs === null ? {} : { recurs: l.recurs }),
      ...(l.within === null ? {} : { within: l.within }),
      anchor: l.anchor,
      ...(l.until_on === null ? {} : { until: l.until_on }),
      is: l.counted_as as Line['is'],
      clauses: l.clauses,
      force: l.force as Force,
    }),
  );
  return { lines, met: row.met, found: row.met };
}
type Found = readonly {
  readonly line: string;
  readonly k: number;
  readonly dueOn: string;
  readonly metOn: string;
  readonly words: string | null;
  readonly paper: string | null;
}[];
