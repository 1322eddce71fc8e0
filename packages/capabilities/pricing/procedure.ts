import { chart } from '../../kernel/chart.ts';

const exceptions = ['004:9.p1', 'gf-2016-16:self-decision'] as const;
const methods = ['@price-methods', '@conversion-steps'] as const;

/** 处置审查与定价 */
export const pricing = chart({
  id: 'pricing',
  opened: 'pricing.begun',
  initial: 'checking',
  clause: exceptions,
  states: {
    checking: { on: { 'disposal.cleared': { to: 'open', clause: exceptions }, 'disposal.flagged': { to: 'blocked', clause: exceptions } } },
    blocked: { on: { 'disposal.approved': { to: 'open', clause: exceptions } } },
    open: { on: { 'appraisal.decided': { to: 'open', clause: '004:10.p2' }, 'price.set': { to: 'priced', clause: methods } } },
    priced: { settled: true },
  },
});
