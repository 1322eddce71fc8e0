import { chart } from '../../kernel/chart.ts';

const stays = '@income-stays';

/** 到账与净收入: money that came in, and what of it is net. */
export const receipt = chart({
  id: 'receipt',
  opened: 'income.booked',
  initial: 'booked',
  clause: stays,
  states: {
    booked: { on: { 'net.computed': { to: 'netted', clause: '004:11.end' }, 'income.rebooked': { to: 'booked', clause: stays } } },
    netted: { settled: true, on: { 'income.rebooked': { to: 'booked', clause: stays } } },
  },
});
