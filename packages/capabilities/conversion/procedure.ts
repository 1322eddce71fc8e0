import { chart } from '../../kernel/chart.ts';

const way = ['cn-conversion-law:16', '@conversion-steps'] as const;
const care = { clause: ['004:19.s1', 'gf-2016-16:diligence'] } as const;

/** A conversion from opening to its end. Which steps it takes, and in what order, is its institution's text. */
export const conversion = chart({
  id: 'conversion',
  opened: 'conversion.opened',
  initial: 'approving',
  clause: way,
  states: {
    approving: {
      on: {
        'price.known': { to: 'approving', clause: way },
        'conversion.contracted': { to: 'contracted', clause: way },
        'conversion.stalled': { to: 'stalled', clause: way },
        'conversion.returned': { to: 'approving', clause: way },
        'conversion.abandoned': { to: 'abandoned', clause: way },
        'care.filed': { to: 'approving', ...care },
      },
    },
    stalled: {
      on: {
        'price.known': { to: 'stalled', clause: way },
        'conversion.stalled': { to: 'stalled', clause: way },
        'conversion.returned': { to: 'approving', clause: way },
        'conversion.abandoned': { to: 'abandoned', clause: way },
        'care.filed': { to: 'stalled', ...care },
      },
    },
    contracted: {
      on: {
        'income.received': { to: 'contracted', clause: '@income-stays' },
        'conversion.closed': { to: 'closed', clause: way },
        'care.filed': { to: 'contracted', ...care },
      },
    },
    closed: { settled: true, on: { 'care.filed': { to: 'closed', ...care } } },
    abandoned: { settled: true },
  },
});

/** A step was refused: somebody has to say how it goes on. */
export const steer = {
  duty: 'conversion.steer',
  owner: { role: 'TT' },
  metBy: ['conversion.returned', 'conversion.abandoned', 'conversion.stalled'],
  clause: '@conversion-steps',
  force: 'must',
} as const;
