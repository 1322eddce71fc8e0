import { chart } from '../../kernel/chart.ts';

const assessed = ['@risk-matrix', '@risk-alert'] as const;

/** 风险: found, graded by the matrix, answered by the measures that its level asks for, looked at again until it is dealt with. */
export const risk = chart({
  id: 'risk',
  opened: 'risk.identified',
  initial: 'identified',
  clause: '@risk-classes',
  states: {
    identified: {
      on: { 'risk.assessed': { to: 'assessed', clause: assessed }, 'risk.closed': { to: 'closed', clause: '@risk-measures' } },
    },
    assessed: { on: { 'risk.assessed': { to: 'assessed', clause: assessed }, 'risk.closed': { to: 'closed', clause: '@risk-measures' } } },
    closed: { settled: true },
  },
});
