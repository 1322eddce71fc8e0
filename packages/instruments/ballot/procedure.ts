import { chart } from '../../kernel/chart.ts';

/** 表决: opened by what it decides for, cast until its last day, closed by a count. Its clauses are those that answer what it takes to pass. */
export const ballot = chart({
  id: 'ballot',
  opened: 'ballot.opened',
  initial: 'voting',
  clause: [],
  states: {
    voting: {
      on: {
        'vote.cast': { to: 'voting', clause: [] },
        'ballot.passed': { to: 'passed', clause: [] },
        'ballot.rejected': { to: 'rejected', clause: [] },
      },
    },
    passed: { settled: true },
    rejected: { settled: true },
  },
});
