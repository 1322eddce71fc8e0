import { chart } from '../../kernel/chart.ts';

const reward = ['@distribution-parts', '@reward-limits'] as const;
const leaders = ['004:11.3', 'gf-2016-16:leaders'] as const;
const pay = ['cn-conversion-law:45.p3', '004:11.p1.s3'] as const;
const wrong = { 'error.found': { to: 'correcting', clause: reward } } as const;

/** 收益分配: one receipt's net income, from the split to the list for payroll. */
export const distribution = chart({
  id: 'distribution',
  opened: 'distribution.opened',
  initial: 'computed',
  clause: reward,
  states: {
    computed: { on: { 'split.proposed': { to: 'proposed', clause: reward }, ...wrong } },
    proposed: {
      on: { 'team.confirmed': { to: 'confirmed', clause: '004:11.1.s2' }, 'split.withdrawn': { to: 'computed', clause: reward }, ...wrong },
    },
    confirmed: {
      on: { 'leaders.checked': { to: 'deciding', clause: leaders }, 'split.withdrawn': { to: 'computed', clause: reward }, ...wrong },
    },
    deciding: {
      on: {
        'split.approved': { to: 'approved', clause: ['004:5', '@award-approval'] },
        'approval.returned': { to: 'deciding', clause: ['004:5', '@award-approval'] },
        'split.rejected': { to: 'computed', clause: ['004:5', '@award-approval'] },
        ...wrong,
      },
    },
    approved: { on: { 'award.handed-over': { to: 'handed-over', clause: pay }, ...wrong } },
    'handed-over': { settled: true, on: wrong },
    correcting: { on: { 'income.restated': { to: 'computed', clause: reward }, 'error.found': { to: 'correcting', clause: reward } } },
  },
});
