import { chart } from '../../kernel/chart.ts';

const cap = '@schedule-shift';

/** 进度调整: within the cap it is voted on by the committee, and carried out only when that has passed it. */
export const scheduleAdjustment = chart({
  id: 'schedule-adjustment',
  opened: 'adjustment.submitted',
  initial: 'voting',
  clause: cap,
  states: {
    voting: {
      on: {
        'adjustment.approved': { to: 'approved', clause: [] },
        'adjustment.rejected': { to: 'rejected', clause: [] },
      },
    },
    approved: { on: { 'adjustment.applied': { to: 'applied', clause: [] } } },
    applied: { settled: true },
    rejected: { settled: true },
  },
});
