import { chart } from '../../kernel/chart.ts';

const route = ['004:5', '@conversion-steps', '@award-approval'] as const;
const stays = { to: 'reviewing', clause: route } as const;

/**
 * 会签与审批: reviewers give their opinions stage by stage. It passes with the quorum of its last stage, is returned when a stage can
 * pass no more, or goes back to an earlier step of its parent's route; until the final word, who sent it may recall it.
 */
export const reviewRoute = chart({
  id: 'review-route',
  opened: 'review.opened',
  initial: 'reviewing',
  clause: route,
  states: {
    reviewing: {
      on: {
        'opinion.given': stays,
        'stage.passed': stays,
        'stage.returned': stays,
        'opinion.handed-over': stays,
        'counsel.asked': stays,
        'counsel.given': stays,
        'reviewer.added': stays,
        'reviewer.taken-off': stays,
        'review.reminded': stays,
        'review.recalled': { to: 'recalled', clause: route },
        'review.passed': { to: 'passed', clause: route },
        'review.returned': { to: 'returned', clause: route },
        'review.sent-back': { to: 'sent-back', clause: route },
      },
    },
    recalled: { on: { 'review.sent': stays } },
    passed: { settled: true },
    returned: { settled: true },
    'sent-back': { settled: true },
  },
});
