import { type Fen, mostFen } from './money.ts';
import { type Parsed, parsed, within, wrong } from './parsed.ts';
import { ceiling, compare, floor, multiply, type Ratio, ratio, readRatio, showPercent, zero } from './ratio.ts';

/** Values a text admits, from `min` to `max` (no `max`: without end). Ends belong to the span unless `above` or `below` excludes them (K2). */
export type Span = { readonly min: Ratio; readonly max?: Ratio; readonly above?: true; readonly below?: true };
/** A union of spans: a floor, a cap, a range, a fixed share, and "0 or at least 10%" are all this. */
export type Limits = readonly Span[];

/** Whether the span holds the value; its ends belong to it unless excluded. */
export const includes = (s: Span, v: Ratio): boolean => {
  const low = compare(v, s.min);
  if (low < 0 || (low === 0 && s.above)) return false;
  if (s.max === undefined) return true;
  const high = compare(v, s.max);
  return high < 0 || (high === 0 && !s.below);
};
export const admits = (limits: Limits, v: Ratio): boolean => limits.some((s) => includes(s, v));

const keys = ['atLeast', 'moreThan', 'atMost', 'lessThan', 'exactly', 'orNone'] as const;
export type LimitText = Partial<Record<(typeof keys)[number], string>>;
export const limitKeys: ReadonlySet<string> = new Set(keys);

/** Reads `{ atLeast: 70% }`, `{ atLeast: 70%, atMost: 95% }`, `{ exactly: 15% }`, `{ atLeast: 10%, orNone: yes }`, `{ moreThan: 3万 }`. */
export function readLimits(text: LimitText): Parsed<Limits> {
  const numbers: Partial<Record<(typeof keys)[number], Ratio>> = {};
  for (const key of keys) {
    const given = text[key];
    if (given === undefined || key === 'orNone') continue;
    const value = typeof given === 'string' ? readRatio(given) : undefined;
    if (value === undefined) return within(key, wrong('limits.not_a_number', { given: String(given) }).wrong);
    numbers[key] = value;
  }
  if (text.orNone !== undefined && text.orNone !== 'yes') return within('orNone', wrong('limits.or_none', { given: text.orNone }).wrong);
  if (Object.keys(numbers).length === 0) return wrong('limits.empty');
  const alone = numbers.exactly !== undefined && Object.keys(numbers).length > 1;
  if (alone || (numbers.atLeast && numbers.moreThan) || (numbers.atMost && numbers.lessThan)) return wrong('limits.two_at_one_end');
  const min = numbers.exactly ?? numbers.atLeast ?? numbers.moreThan ?? zero;
  const max = numbers.exactly ?? numbers.atMost ?? numbers.lessThan;
  if (max !== undefined && compare(min, max) > 0)
    return wrong('limits.floor_above_cap', { floor: showPercent(min), cap: showPercent(max) });
  const span: Span = {
    min,
    ...(max === undefined ? {} : { max }),
    ...(numbers.moreThan ? { above: true as const } : {}),
    ...(numbers.lessThan ? { below: true as const } : {}),
  };
  return parsed(text.orNone ? [{ min: zero, max: zero }, span] : [span]);
}

/** Reads the limit keys out of a larger record; undefined where it has none. */
export function readLimitsIn(text: Readonly<Record<string, unknown>>): Parsed<Limits> | undefined {
  const own = Object.entries(text).filter(([k]) => limitKeys.has(k));
  return own.length === 0 ? undefined : readLimits(Object.fromEntries(own) as LimitText);
}

/** Amounts in fen from `least` to `most`, both included. */
export type FenSpan = { readonly least: Fen; readonly most: Fen };

/**
 * What the limits admit of `base`, in fen. Rounding is part of the limit: a floor rounds up, a cap down;
 * an exact share is met by either fen next to it, because the largest remainder may give it either.
 */
export function fenSpans(limits: Limits, base: Fen): readonly FenSpan[] {
  return limits.map((s) => {
    const low = multiply(s.min, ratio(base));
    if (s.max === undefined) return { least: s.above ? floor(low) + 1n : ceiling(low), most: mostFen };
    const high = multiply(s.max, ratio(base));
    if (compare(s.min, s.max) === 0) return { least: floor(low), most: ceiling(high) };
    return { least: s.above ? floor(low) + 1n : ceiling(low), most: s.below ? ceiling(high) - 1n : floor(high) };
  });
}
export const admitsFen = (limits: Limits, amount: Fen, base: Fen): boolean =>
  fenSpans(limits, base).some((s) => s.least <= amount && amount <= s.most);

/** The sign of each key that bounds. */
export const limitSigns = { atLeast: '≥', moreThan: '>', atMost: '≤', lessThan: '<', exactly: '=' } as const;

/** '≥ 70% ≤ 95%': limits as a text writes their numbers, not yet read. */
export const showLimitText = (text: Readonly<Record<string, unknown>>): string =>
  Object.entries(limitSigns)
    .flatMap(([key, sign]) => (text[key] ? [`${sign} ${text[key]}`] : []))
    .join(' ');

/** '≥ 70%', '70%–95%', '= 15%', '0 / ≥ 10%', '> 30000'. */
export function showLimits(limits: Limits, show: (r: Ratio) => string = showPercent): string {
  const { atLeast, moreThan, atMost, lessThan, exactly } = limitSigns;
  const one = (s: Span): string => {
    if (s.max === undefined) return `${s.above ? moreThan : atLeast} ${show(s.min)}`;
    if (compare(s.min, s.max) === 0) return s.min.n === 0n ? '0' : `${exactly} ${show(s.min)}`;
    if (s.min.n === 0n && !s.above) return `${s.below ? lessThan : atMost} ${show(s.max)}`;
    return `${s.above ? `${moreThan} ` : ''}${show(s.min)}–${s.below ? `${lessThan} ` : ''}${show(s.max)}`;
  };
  return limits.map(one).join(' / ');
}
