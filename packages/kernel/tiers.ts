import { inOrder, uncovered } from './bands.ts';
import { type Limits, type LimitText, limitKeys, readLimitsIn } from './limits.ts';
import { isWrong, type Parsed, parsed, within, wrong } from './parsed.ts';
import { zero } from './ratio.ts';
import { isRecord } from './raw.ts';

/** Amount tiers (分级) of one figure, in yuan: every amount from 0 on belongs to exactly one. */
export type Tiers = {
  readonly by: string;
  readonly of: readonly { readonly id: string; readonly text: LimitText; readonly limits: Limits }[];
};

/** Reads `{ by: price, small: { atMost: 400万 }, large: { moreThan: 400万 } }`; a gap or an overlap between tiers is a fault. */
export function readTiers(raw: unknown, figures: readonly string[]): Parsed<Tiers> {
  if (!isRecord(raw)) return wrong('tiers.form');
  const { by, ...named } = raw;
  if (!figures.includes(String(by)))
    return within('by', wrong('rule.not_offered', { given: String(by), offered: figures.join(', ') }).wrong);
  const of: { id: string; text: LimitText; limits: Limits }[] = [];
  for (const [id, value] of Object.entries(named)) {
    if (!isRecord(value)) return within(id, wrong('tiers.form').wrong);
    const extra = Object.keys(value).find((k) => !limitKeys.has(k) || k === 'orNone' || k === 'exactly');
    if (extra)
      return within(id, within(extra, wrong('pack.unknown_key', { key: extra, known: 'atLeast, moreThan, atMost, lessThan' }).wrong).wrong);
    const limits = readLimitsIn(value) ?? wrong('limits.empty');
    if (isWrong(limits)) return within(id, limits.wrong);
    of.push({ id, text: value as LimitText, limits: limits.value });
  }
  if (of.length === 0) return wrong('tiers.form');
  const fault = uncovered(inOrder(of.map((t) => ({ id: t.id, span: t.limits[0]! }))), { min: zero });
  return fault ?? parsed({ by: String(by), of });
}
