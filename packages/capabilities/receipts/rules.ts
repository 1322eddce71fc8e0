import { rule } from '../../kernel/rule.ts';
import { allowList, choice } from '../../kernel/rule-kinds.ts';

/** With whom conversion income stays. */
export const incomeStays = rule('income-stays', { kind: choice('unit'), asOf: 'receivedOn', ifSilent: 'free' });

/** What may be taken off income to reach net income (净收入). Where no text says, each deduction states its own ground. */
export const deductionKinds = ['taxes', 'maintenance', 'service-fees', 'direct-costs'] as const;
export const netIncomeDeductions = rule('net-income-deductions', {
  kind: allowList(...deductionKinds),
  asOf: 'receivedOn',
  given: ['mode'],
  ifSilent: 'ask',
});
