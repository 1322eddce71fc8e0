import { type Limits, type LimitText, limitKeys, readLimitsIn, type Span } from './limits.ts';
import { isWrong, type Parsed, parsed, within, wrong } from './parsed.ts';
import { compare, showNumber, zero } from './ratio.ts';

/** Amount tiers (分级) of one figure, in yuan: every amount from 0 on belongs to exactly one. */
export type Tiers = {
  readonly by: string;
  readonly of: readonly { readonly id: string; readonly text: LimitText; readonly limits: Limits }[];
};

type Raw = Readonly<Record<string, unknown>>;
const isRecord = (raw: unknown): raw is Raw => typeof raw === 'object' && raw !== null && !Array.isArray(raw);

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
  const fault = uncovered(of.map((t) => ({ id: t.id, span: t.limits[0]! })));
  return fault ?? parsed({ by: String(by), of });
}

/** The first place where the tiers leave an amount to none, or give one to two. */
function uncovered(tiers: readonly { readonly id: string; readonly span: Span }[]): ReturnType<typeof wrong> | undefined {
  const sorted = [...tiers].sort(
    (a, b) => compare(a.span.min, b.span.min) || Number(a.span.above ?? false) - Number(b.span.above ?? false),
  );
  const [first] = sorted;
  if (!first) return wrong('tiers.form');
  if (compare(first.span.min, zero) !== 0 || first.span.above) return within(first.id, wrong('tiers.gap', { at: '0' }).wrong);
  for (const [i, { span }] of sorted.entries()) {
    const next = sorted[i + 1];
    if (span.max === undefined) return next ? within(next.id, wrong('tiers.overlap', { at: showNumber(next.span.min) }).wrong) : undefined;
    const at = showNumber(span.max);
    if (!next) return within(sorted[i]!.id, wrong('tiers.gap', { at }).wrong);
    const order = compare(next.span.min, span.max);
    // Where one ends and the next begins, exactly one of the two holds the amount itself.
    const holders = (span.below ? 0 : 1) + (next.span.above ? 0 : 1);
    if (order > 0 || (order === 0 && holders === 0)) return within(next.id, wrong('tiers.gap', { at }).wrong);
    if (order < 0 || holders === 2) return within(next.id, wrong('tiers.overlap', { at: showNumber(next.span.min) }).wrong);
  }
  return undefined;
}
