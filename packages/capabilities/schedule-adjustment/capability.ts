import { capability, procedure, wire } from '../../engine/procedure.ts';
import { type EventSeen, insert, update } from '../../engine/write.ts';
import { adjustSchedule, applyAdjustment } from './decisions.ts';
import { adjustmentPanel } from './panel.ts';
import { scheduleAdjustment } from './procedure.ts';
import { loadAdjustment, loadInForce } from './queries.ts';

type Span = { start: string; end: string };
type Submitted = {
  task: string;
  cause: string;
  reason: string;
  impact: string;
  original: Span;
  now: Span;
  wanted: Span;
  days: number;
  part: string;
  cumulative: number;
};

export const scheduleAdjustments = capability({
  id: 'schedule-adjustment',
  uses: ['plan-review'],
  rules: [],
  procedures: [
    procedure({
      chart: scheduleAdjustment,
      panel: adjustmentPanel,
      lends: { ballot: 'P21' },
      awaits: {
        ballot: {
          'ballot.passed': {
            event: 'adjustment.approved',
            with: () => ({
              brings: { owes: [{ duty: 'schedule.apply', owner: { role: 'PL' }, metBy: ['adjustment.applied'], force: 'must' }] },
            }),
          },
          'ballot.rejected': { event: 'adjustment.rejected' },
        },
      },
      commands: [wire(adjustSchedule, loadInForce, { opens: { under: 'plan-review' } }), wire(applyAdjustment, loadAdjustment)],
      apply: {
        'adjustment.submitted': ({ data: d, case: id, on }: EventSeen<Submitted>) => [
          insert('schedule_adjustment', {
            id,
            task: d.task,
            cause: d.cause,
            reason: d.reason,
            impact: d.impact,
            original_start: d.original.start,
            original_end: d.original.end,
            now_start: d.now.start,
            now_end: d.now.end,
            wanted_start: d.wanted.start,
            wanted_end: d.wanted.end,
            days: d.days,
            part: d.part,
            cumulative: d.cumulative,
            submitted_on: on,
          }),
        ],
        'adjustment.applied': (e: EventSeen) => [update('schedule_adjustment', e.case, { applied_on: e.on })],
      },
    }),
  ],
});
