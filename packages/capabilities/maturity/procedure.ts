import { chart } from '../../kernel/chart.ts';

/** 成熟度评价: experts of the trade appraise an achievement; the round of scoring is a case of its own, its result is this one's end. */
export const maturity = chart({
  id: 'maturity',
  opened: 'maturity.opened',
  initial: 'appraising',
  clause: '@appraisal-aspects',
  states: {
    appraising: { on: { 'maturity.found': { to: 'appraised', clause: ['@score-card', '@score-threshold'] } } },
    appraised: { settled: true },
  },
});
