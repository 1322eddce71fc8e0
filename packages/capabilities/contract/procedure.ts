import { chart } from '../../kernel/chart.ts';

/** 签订转化合同 */
export const contract = chart({
  id: 'contract',
  opened: 'contract.begun',
  initial: 'drafting',
  clause: '@conversion-steps',
  states: {
    drafting: { on: { 'contract.signed': { to: 'signed', clause: ['cn-conversion-law:18.s1', '004:9.p1', '@conversion-steps'] } } },
    signed: { settled: true },
  },
});
