import { chart } from '../../kernel/chart.ts';

const contents = '@plan-contents';
const review = ['@plan-experts', '@plan-voters'] as const;
const answers = '@opinion-answers';
const signature = ['001:5.1.3.b', answers] as const;

/**
 * 方案评审: drafted, reviewed by experts, voted on by the parties, its opinions answered, approved. Voted down it is drafted anew; approved it
 * may be amended and goes the same way again, while the version in force stays in force. Only an approved plan is signed on.
 */
export const planReview = chart({
  id: 'plan-review',
  opened: 'plan.drafted',
  initial: 'drafted',
  clause: contents,
  states: {
    drafted: {
      on: {
        'plan.revised': { to: 'drafted', clause: contents },
        'weights.agreed': { to: 'drafted', clause: review },
        'opinion.adopted': { to: 'drafted', clause: answers },
        'opinion.explained': { to: 'drafted', clause: answers },
        'plan.submitted': { to: 'reviewing', clause: review },
      },
    },
    reviewing: {
      on: {
        'plan.reviewed': { to: 'reviewing', clause: review },
        'weights.agreed': { to: 'reviewing', clause: review },
        'voting.opened': { to: 'voting', clause: review },
      },
    },
    voting: {
      on: {
        'plan.passed': { to: 'answering', clause: review },
        'plan.rejected': { to: 'drafted', clause: review },
      },
    },
    answering: {
      on: {
        'opinion.adopted': { to: 'answering', clause: answers },
        'opinion.explained': { to: 'answering', clause: answers },
        'plan.approved': { to: 'approved', clause: answers },
      },
    },
    approved: {
      settled: true,
      on: {
        'plan.amended': { to: 'drafted', clause: '@plan-amendment' },
        'adjustment.begun': { to: 'approved', clause: '@schedule-shift' },
        'schedule.adjusted': { to: 'approved', clause: '@schedule-shift' },
        'cooperation.signed': { to: 'approved', clause: signature },
      },
    },
  },
});
