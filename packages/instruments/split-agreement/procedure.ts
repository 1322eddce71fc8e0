import { chart } from '../../kernel/chart.ts';

/** 团队内部协商: the team divides its pool itself, and every member confirms. */
export const splitAgreement = chart({
  id: 'split-agreement',
  opened: 'pool.opened',
  initial: 'proposing',
  clause: '004:11.1.s2',
  states: {
    proposing: { on: { 'shares.proposed': { to: 'confirming', clause: '004:11.1.s2' } } },
    confirming: {
      on: {
        'share.confirmed': { to: 'confirming', clause: '004:11.1.s2' },
        'shares.proposed': { to: 'confirming', clause: '004:11.1.s2' },
        'share.refused': { to: 'proposing', clause: '004:11.1.s2' },
        'agreement.reached': { to: 'agreed', clause: '004:11.1.s2' },
      },
    },
    agreed: { settled: true },
  },
});
