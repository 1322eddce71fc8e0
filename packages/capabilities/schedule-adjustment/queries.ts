import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import type { PlanContents } from '../plan-review/contents.ts';
import type { Span } from '../plan-review/schedule-shift.ts';
import type { Adjustment, InForce } from './decisions.ts';

/** The plan in force; and of each task the period it had when it was first approved (原周期), whatever was adjusted since. */
export async function loadInForce(db: Connection, about: { readonly case: string }): Promise<InForce> {
  const row = await db
    .selectFrom('plan as p')
    .where('p.case_id', '=', about.case)
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('plan_version as v')
          .whereRef('v.case_id', '=', 'p.case_id')
          .where('v.approved_on', 'is not', null)
          .orderBy('v.version')
          .select(['v.version', 'v.contents', sql<boolean>`v.version = p.in_force`.as('inForce')]),
      ).as('approved'),
      jsonArrayFrom(
        eb
          .selectFrom('plan_party as q')
          .innerJoin('party as t', 't.id', 'q.party_id')
          .innerJoin('person as n', 'n.id', 'q.committee_id')
          .whereRef('q.case_id', '=', 'p.case_id')
          .orderBy('q.ordinal')
          .select(['n.id as person', 'n.name', 't.title as party', 'q.weight']),
      ).as('committee'),
    ])
    .executeTakeFirstOrThrow();
  const approved = row.approved.map((v) => ({ ...v, contents: v.contents as unknown as PlanContents }));
  const originals: Record<string, Span> = {};
  for (const v of approved) for (const { task, start, end } of v.contents.schedule) originals[task] ??= { start, end };
  const inForce = approved.find((v) => v.inForce)?.contents;
  const none: PlanContents = { stagedGoals: [], duties: [], resources: [], schedule: [] };
  return { contents: inForce ?? none, originals, committee: row.committee };
}

export async function loadAdjustment(db: Connection, about: { readonly case: string }): Promise<Adjustment> {
  const row = await db
    .selectFrom('schedule_adjustment as a')
    .innerJoin('case_file as c', 'c.id', 'a.case_id')
    .innerJoin('plan as p', 'p.case_id', 'c.parent_id')
    .innerJoin('plan_version as v', (j) => j.onRef('v.case_id', '=', 'p.case_id').onRef('v.version', '=', 'p.in_force'))
    .where('a.case_id', '=', about.case)
    .select(['a.task', 'a.wanted_start as start', 'a.wanted_end as end', 'a.reason', 'p.version', 'v.contents'])
    .executeTakeFirstOrThrow();
  const { task, reason, start, end } = row;
  return { task, reason, wanted: { start, end }, plan: { version: row.version, contents: row.contents as unknown as PlanContents } };
}
