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

/** Whoever decides by himself to assign, license or invest decides the same of what changes in it. */
const own = ['cn-conversion-law:18.s1', '004:9.p1'] as const;

/** 补充协议: drafted beside the contract in force, which stays so until the day that the signed amendment names. */
export const contractAmendment = chart({
  id: 'contract-amendment',
  opened: 'amendment.drafted',
  initial: 'drafted',
  clause: own,
  states: {
    drafted: { on: { 'amendment.signed': { to: 'signed', clause: own }, 'amendment.dropped': { to: 'dropped', clause: own } } },
    signed: { settled: true },
    dropped: { settled: true },
  },
});
