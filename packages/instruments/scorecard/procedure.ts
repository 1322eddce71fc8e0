import { chart } from '../../kernel/chart.ts';

/** 专家评分: each expert scores every item of the card; those with a conflict of interest do not count; the result is exact. */
export const scorecardRound = chart({
  id: 'scorecard',
  opened: 'round.opened',
  initial: 'scoring',
  clause: '@score-card',
  states: {
    scoring: {
      on: {
        'sheet.given': { to: 'scoring', clause: '@score-card' },
        'conflict.declared': { to: 'scoring', clause: '@score-card' },
        'round.concluded': { to: 'concluded', clause: ['@score-card', '@score-threshold'] },
      },
    },
    concluded: { settled: true },
  },
});
