/** An exact rational number in lowest terms; `d` is positive. Rates, weights and shares are ratios, never floats (K1). */
export type Ratio = { readonly n: bigint; readonly d: bigint };

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

/** n/d in lowest terms. A zero denominator is our bug, not a user's: it throws. */
export function ratio(n: bigint, d: bigint = 1n): Ratio {
  if (d === 0n) throw new RangeError('a ratio with denominator 0');
  const g = gcd(n, d) * (d < 0n ? -1n : 1n);
  return { n: n / g, d: d / g };
}

export const zero = ratio(0n);
export const one = ratio(1n);

export const add = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.n, a.d * b.d);
export const divide = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d, a.d * b.n);
export const sum = (all: Iterable<Ratio>): Ratio => [...all].reduce(add, zero);

/** Negative, zero or positive, by integer cross-multiplication. */
export function compare(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const x = a.n * b.d - b.n * a.d;
  return x < 0n ? -1 : x > 0n ? 1 : 0;
}

export const floor = (r: Ratio): bigint => (r.n >= 0n ? r.n / r.d : -((-r.n + r.d - 1n) / r.d));
export const ceiling = (r: Ratio): bigint => -floor({ n: -r.n, d: r.d });
/** To the nearest whole number, halves up (四舍五入). */
export const rounded = (r: Ratio): bigint => floor({ n: r.n * 2n + r.d, d: r.d * 2n });

const written = /^(-?)(\d{1,18})(?:\.(\d{1,18}))?(?:\/(\d{1,18}))?(%|‰|万|亿)?$/;
const units: Readonly<Record<string, Ratio>> = {
  '%': ratio(1n, 100n),
  '‰': ratio(1n, 1000n),
  万: ratio(10_000n),
  亿: ratio(100_000_000n),
};

/** The number exactly as a text writes it: '70%', '2/3', '1000万', '100.01'. Undefined where no text would write it so. */
export function readRatio(text: string): Ratio | undefined {
  const m = written.exec(text.trim().replaceAll(',', '').replaceAll('％', '%'));
  if (!m) return undefined;
  const [, sign, whole, fraction = '', divisor = '1', unit] = m;
  if (/^0+$/.test(divisor)) return undefined;
  const value = ratio(BigInt(`${sign}${whole}${fraction}`), 10n ** BigInt(fraction.length) * BigInt(divisor));
  return unit ? multiply(value, units[unit]!) : value;
}
/** A share as somebody types it: a plain number is a percentage. */
export const asShare = (typed: string): string => (/^\d+(\.\d+)?$/.test(typed.trim()) ? `${typed.trim()}%` : typed.trim());

/** Undefined when the decimals do not end ('1/3'). */
function decimals(r: Ratio): string | undefined {
  let d = r.d;
  let places = 0;
  while (d % 10n === 0n) d /= 10n;
  while (d % 5n === 0n) d /= 5n;
  while (d % 2n === 0n) d /= 2n;
  if (d !== 1n) return undefined;
  while ((r.n * 10n ** BigInt(places)) % r.d !== 0n) places += 1;
  const digits = ((r.n < 0n ? -r.n : r.n) * 10n ** BigInt(places)) / r.d;
  const text = digits.toString().padStart(places + 1, '0');
  const shown = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  return r.n < 0n ? `-${shown}` : shown;
}

/** '70%', '66.67%' or, where a percentage would have to be rounded, the fraction '2/3'. Reads back to the same ratio. */
export function showPercent(r: Ratio): string {
  const percent = decimals(multiply(r, ratio(100n)));
  return percent === undefined ? `${r.n}/${r.d}` : `${percent}%`;
}

/** '80', '79.8' or '2/3'. Reads back to the same ratio. */
export const showNumber = (r: Ratio): string => decimals(r) ?? `${r.n}/${r.d}`;
