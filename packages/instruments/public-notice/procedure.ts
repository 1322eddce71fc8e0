import { chart } from '../../kernel/chart.ts';

const price = ['cn-conversion-law:18.s2', '004:10.p1.s2', 'gf-2016-16:price-notice'] as const;

/** 公示: put up in a place for a period; objections are received and answered; it is over when the period has run and none is open. */
export const publicNotice = chart({
  id: 'public-notice',
  opened: 'notice.drafted',
  initial: 'drafted',
  clause: price,
  states: {
    drafted: { on: { 'notice.published': { to: 'running', clause: price } } },
    running: {
      on: {
        'objection.received': { to: 'running', clause: price },
        'objection.answered': { to: 'running', clause: price },
        'notice.ended': { to: 'over', clause: price },
        'notice.held': { to: 'held', clause: price },
        'notice.stopped': { to: 'stopped', clause: price },
      },
    },
    held: {
      on: {
        'objection.answered': { to: 'held', clause: price },
        'notice.ended': { to: 'over', clause: price },
        'notice.stopped': { to: 'stopped', clause: price },
      },
    },
    over: { settled: true },
    stopped: { settled: true },
  },
});

/** Who objected: kept where the team does not look. */
export const objectorKept = chart({
  id: 'objector',
  opened: 'objector.named',
  initial: 'kept',
  clause: 'gf-2016-16:price-notice',
  states: { kept: { settled: true } },
});
