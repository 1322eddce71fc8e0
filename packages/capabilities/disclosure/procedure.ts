import { chart } from '../../kernel/chart.ts';

/** 成果披露与备案: the contributors disclose, the transfer office registers or returns. */
export const disclosure = chart({
  id: 'disclosure',
  opened: 'achievement.disclosed',
  initial: 'disclosed',
  clause: ['004:6', '@conversion-steps'],
  states: {
    disclosed: {
      on: {
        'achievement.registered': { to: 'registered', clause: ['004:6', '@conversion-steps'] },
        'disclosure.returned': { to: 'returned', clause: '004:6' },
      },
    },
    returned: { on: { 'achievement.amended': { to: 'disclosed', clause: '004:6' } } },
    registered: { settled: true },
  },
});
