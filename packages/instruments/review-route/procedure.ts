import { chart } from '../../kernel/chart.ts';

/** 会签: each reviewer named gives an opinion; all must agree, any may send it back. */
export const reviewRoute = chart({
  id: 'review-route',
  opened: 'review.opened',
  initial: 'reviewing',
  clause: '004:5',
  states: {
    reviewing: {
      on: {
        'opinion.given': { to: 'reviewing', clause: '004:5' },
        'reviewer.added': { to: 'reviewing', clause: '004:5' },
        'review.passed': { to: 'passed', clause: '004:5' },
        'review.returned': { to: 'returned', clause: '004:5' },
      },
    },
    passed: { settled: true },
    returned: { settled: true },
  },
});
