import { chart } from '../../kernel/chart.ts';

/** 会议议决: a body decides on a matter. The minutes' result stands; the texts say what it takes. */
export const resolution = chart({
  id: 'resolution',
  opened: 'resolution.tabled',
  initial: 'tabled',
  clause: '004:5',
  states: {
    tabled: {
      on: {
        'resolution.passed': { to: 'passed', clause: '004:5' },
        'resolution.rejected': { to: 'rejected', clause: '004:5' },
        'resolution.deferred': { to: 'tabled', clause: '004:5' },
      },
    },
    passed: { settled: true },
    rejected: { settled: true },
  },
});
