import { chart } from '../../kernel/chart.ts';

const reward = ['@distribution-parts', '@reward-limits'] as const;
const leaders = ['@leader-equity', '@leader-cash'] as const;
const decided = ['004:5', '@award-approval'] as const;
const invested = 'cn-conversion-law:16';
const wrong = { 'error.found': { to: 'entered', clause: reward } } as const;
const back = { 'stake.withdrawn': { to: 'entered', clause: reward } } as const;

/** 作价投资持股分配: what our side is to hold of a company, from the contract over the day it came to who holds it. */
export const stake = chart({
  id: 'stake',
  opened: 'stake.awaited',
  initial: 'awaited',
  clause: invested,
  states: {
    awaited: { on: { 'stake.entered': { to: 'entered', clause: invested }, 'stake.forgone': { to: 'forgone', clause: invested } } },
    entered: { on: { 'stake.proposed': { to: 'proposed', clause: reward }, ...wrong } },
    proposed: { on: { 'team.confirmed': { to: 'confirmed', clause: '004:11.1.s2' }, ...back, ...wrong } },
    confirmed: { on: { 'holders.checked': { to: 'deciding', clause: leaders }, ...back, ...wrong } },
    deciding: {
      on: {
        'stake.approved': { to: 'approved', clause: decided },
        'approval.returned': { to: 'deciding', clause: decided },
        'stake.rejected': { to: 'entered', clause: decided },
        ...back,
        ...wrong,
      },
    },
    approved: { on: { 'stake.allocated': { to: 'allocated', clause: [...reward, ...leaders] }, ...back, ...wrong } },
    allocated: { settled: true, on: wrong },
    forgone: { settled: true },
  },
});

/** What is owed next while a stake is allocated. What undoes a step discharges the duty that the step began. */
export const duties = {
  enter: {
    duty: 'stake.enter',
    owner: { role: 'FA' },
    metBy: ['stake.entered', 'stake.forgone'],
    clause: invested,
    force: 'must',
  },
  propose: {
    duty: 'stake.propose',
    owner: { role: 'TT' },
    metBy: ['stake.proposed', 'error.found'],
    clause: ['cn-conversion-law:44', ...reward],
    force: 'must',
  },
  check: {
    duty: 'holders.check',
    owner: { role: 'FA' },
    metBy: ['holders.checked', 'stake.withdrawn', 'error.found'],
    clause: leaders,
    force: 'must',
  },
  allocate: {
    duty: 'stake.allocate',
    owner: { role: 'DM' },
    metBy: ['stake.allocated', 'stake.withdrawn', 'error.found'],
    clause: reward,
    force: 'must',
  },
} as const;
