import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import type { AdjustmentView } from './view.ts';

export async function adjustmentPanel(db: Connection, o: Viewing): Promise<AdjustmentView> {
  const a = await db.selectFrom('schedule_adjustment').where('case_id', '=', o.case).selectAll().executeTakeFirstOrThrow();
  return {
    task: a.task,
    cause: a.cause,
    reason: a.reason,
    impact: a.impact,
    original: { start: a.original_start, end: a.original_end },
    now: { start: a.now_start, end: a.now_end },
    wanted: { start: a.wanted_start, end: a.wanted_end },
    days: a.days,
    part: a.part,
    cumulative: a.cumulative,
    appliedOn: a.applied_on,
  };
}
