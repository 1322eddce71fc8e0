import { chart } from '../../kernel/chart.ts';

/** 时间安排: duties that recur, or fall due once, each on days that a rule or an agreement gives. The clauses are the lines' own. */
export const schedule = chart({
  id: 'schedule',
  opened: 'schedule.drawn',
  initial: 'running',
  clause: [],
  states: {
    running: {
      on: {
        'line.added': { to: 'running', clause: [] },
        'occurrence.met': { to: 'running', clause: [] },
        'schedule.ended': { to: 'ended', clause: [] },
      },
    },
    ended: { settled: true },
  },
});
