import type { Fen } from '../../kernel/money.ts';
import { multiply, type Ratio, ratio, rounded } from '../../kernel/ratio.ts';

/** Technology given for shares: what it is put in at, what it cost, what the shares are sold for, and what the sale itself costs. */
export type Investment = { readonly appraised: Fen; readonly cost: Fen; readonly sold: Fen; readonly fees: Fen; readonly rate: Ratio };

const taxed = (gain: Fen, rate: Ratio): Fen => (gain > 0n ? rounded(multiply(rate, ratio(gain))) : 0n);

/**
 * Taxed at once and again on what the shares gain, or deferred and taxed once when they are sold (财税〔2016〕101号第三条). Both come to the
 * same sum where the shares do not lose value; deferring moves it.
 */
export function investmentTax({ appraised, cost, sold, fees, rate }: Investment): {
  readonly atOnce: { readonly invested: Fen; readonly sold: Fen };
  readonly deferred: Fen;
} {
  return {
    atOnce: { invested: taxed(appraised - cost, rate), sold: taxed(sold - appraised - fees, rate) },
    deferred: taxed(sold - cost - fees, rate),
  };
}
