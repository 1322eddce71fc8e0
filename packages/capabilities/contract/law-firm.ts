import { admits } from '../../kernel/limits.ts';
import type { Fen } from '../../kernel/money.ts';
import { ratio } from '../../kernel/ratio.ts';
import type { Bound, NumberLimit } from '../../kernel/rule-kinds.ts';

const triggers = ['major-funds', 'core-technology'] as const;
export type Trigger = (typeof triggers)[number];
/** What the adopted texts say of it: how much money is 重大资金, and which matters go to a law firm. */
export type LawFirmLaw = {
  readonly majorFunds: readonly Bound<NumberLimit>[];
  readonly triggers: readonly string[];
};

/** Why an agreement of that whole amount goes to an outside law firm before it is signed; nothing where it need not. Either is enough by itself. */
export function toLawFirm(a: { readonly amount: Fen | null; readonly coreTechnology: boolean }, law: LawFirmLaw): readonly Trigger[] {
  const { amount } = a;
  const major = amount !== null && law.majorFunds.some((b) => admits(b.limit.limits, ratio(amount, 100n)));
  const met: Readonly<Record<Trigger, boolean>> = { 'major-funds': major, 'core-technology': a.coreTechnology };
  return triggers.filter((t) => law.triggers.includes(t) && met[t]);
}

/** A review of the law firm for this agreement: none yet, under way, or one that found nothing against it. */
export type LawFirmState = 'none' | 'asked' | 'cleared';
