import type { Limits, Span } from './limits.ts';
import { add, compare, one, type Ratio, subtract, zero } from './ratio.ts';

/** Limits as sets of numbers, exactly: ends belong to them or not, and what has no cap has no end. */

const isEmpty = (s: Span): boolean => {
  if (s.max === undefined) return false;
  const wide = compare(s.min, s.max);
  return wide > 0 || (wide === 0 && Boolean(s.above || s.below));
};
const span = (min: Ratio, max: Ratio | undefined, ends: { readonly above: boolean; readonly below: boolean }): Span => ({
  min,
  ...(max === undefined ? {} : { max }),
  ...(ends.above ? { above: true as const } : {}),
  ...(ends.below && max !== undefined ? { below: true as const } : {}),
});
const isBefore = (a: Span, b: Span): boolean => {
  const low = compare(a.min, b.min);
  return low < 0 || (low === 0 && !a.above && b.above === true);
};
/** Whether `a` reaches as far up as `b`. */
const reaches = (a: Span, b: Span): boolean => {
  if (a.max === undefined) return true;
  if (b.max === undefined) return false;
  const high = compare(a.max, b.max);
  return high > 0 || (high === 0 && (!a.below || b.below === true));
};
/** No number lies between them that neither admits. */
const touch = (a: Span, b: Span): boolean => {
  if (a.max === undefined) return true;
  const gap = compare(b.min, a.max);
  return gap < 0 || (gap === 0 && !(a.below && b.above));
};

/** The same numbers in as few spans as can be, from the lowest up. */
export function merged(limits: Limits): Limits {
  const found: Span[] = [];
  const ordered = limits.filter((s) => !isEmpty(s)).sort((a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0));
  for (const s of ordered) {
    const last = found.at(-1);
    if (!last || !touch(last, s)) found.push(s);
    else if (!reaches(last, s)) found[found.length - 1] = span(last.min, s.max, { above: last.above === true, below: s.below === true });
  }
  return found;
}

/** Whether `a` admits every number that `b` admits. */
export function covers(a: Limits, b: Limits): boolean {
  const whole = merged(a);
  return merged(b).every((s) => whole.some((w) => !isBefore(s, w) && reaches(w, s)));
}

/** The numbers that both admit. */
export const both = (a: Limits, b: Limits): Limits =>
  merged(
    a.flatMap((x) =>
      b.map((y) => {
        const [low, high] = [isBefore(x, y) ? y : x, reaches(x, y) ? y : x];
        return span(low.min, high.max, { above: low.above === true, below: high.below === true });
      }),
    ),
  );

/** Every sum of a number of the one and a number of the other. */
export const added = (a: Limits, b: Limits): Limits =>
  merged(
    a.flatMap((x) =>
      b.map((y) =>
        span(add(x.min, y.min), x.max && y.max && add(x.max, y.max), {
          above: x.above === true || y.above === true,
          below: x.below === true || y.below === true,
        }),
      ),
    ),
  );

/** Any share of a whole. */
export const anyShare: Limits = [{ min: zero, max: one }];

/** What is left of a whole when the others take what these admit. */
export const leftOver = (others: Limits): Limits =>
  merged(
    both(others, anyShare).map((s) =>
      span(subtract(one, s.max!), subtract(one, s.min), { above: s.below === true, below: s.above === true }),
    ),
  );
