import { chart } from '../../kernel/chart.ts';

const consent = '@act-consent';
const payment = '@payment-ways';

/** 对权益的处置: one act on rights (to implement, license, transfer, contribute them): asked of those who must agree, carried out, paid. */
export const rightsAct = chart({
  id: 'rights-act',
  opened: 'act.proposed',
  initial: 'proposed',
  clause: consent,
  states: {
    proposed: {
      on: {
        'consent.answered': { to: 'proposed', clause: consent },
        'priority.answered': { to: 'proposed', clause: '@priority-right' },
        'payment.agreed': { to: 'proposed', clause: payment },
        'equity.valued': { to: 'proposed', clause: '@equity-terms' },
        'act.carried-out': { to: 'running', clause: consent },
        'act.dropped': { to: 'dropped', clause: consent },
      },
    },
    running: {
      on: {
        'payment.agreed': { to: 'running', clause: payment },
        'income.reported': { to: 'running', clause: payment },
        'payment.made': { to: 'running', clause: payment },
        'equity.registered': { to: 'running', clause: '@equity-terms' },
        'act.ended': { to: 'ended', clause: consent },
      },
    },
    ended: { settled: true },
    dropped: { settled: true },
  },
});
