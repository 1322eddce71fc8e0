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

/** What is owed next while one receipt is divided. What undoes a step discharges the duty that the step began. */
export const duties = {
  propose: {
    duty: 'split.propose',
    owner: { role: 'TT' },
    metBy: ['split.proposed', 'error.found'],
    clause: ['cn-conversion-law:44', '@distribution-parts', '@reward-limits'],
    force: 'must',
  },
  check: {
    duty: 'leaders.check',
    owner: { role: 'FA' },
    metBy: ['leaders.checked', 'split.withdrawn', 'error.found'],
    clause: ['004:11.3', 'gf-2016-16:leaders'],
    force: 'must',
  },
  handOver: {
    duty: 'award.hand-over',
    owner: { role: 'FA' },
    metBy: ['award.handed-over', 'error.found'],
    clause: '@payroll-treatment',
    force: 'must',
  },
} as const;
