import { chart } from '../../kernel/chart.ts';

const lawFirm = { to: 'drafting', clause: '@law-firm-review' } as const;

/** 签订转化合同. What a text sends to an outside law firm is reviewed by one before it is signed. */
export const contract = chart({
  id: 'contract',
  opened: 'contract.begun',
  initial: 'drafting',
  clause: '@conversion-steps',
  states: {
    drafting: {
      on: {
        'law-firm.commissioned': lawFirm,
        'law-firm.cleared': lawFirm,
        'law-firm.objected': lawFirm,
        'contract.signed': { to: 'signed', clause: ['cn-conversion-law:18.s1', '004:9.p1', '@conversion-steps'] },
      },
    },
    signed: { settled: true },
  },
});
