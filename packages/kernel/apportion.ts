import { compare, floor, multiply, one, type Ratio, ratio, subtract, sum } from './ratio.ts';

/**
 * Divides `total` whole things (fen, seats) by shares that sum to exactly 1, so that the parts sum to `total`: each share is rounded down,
 * and what is left over goes, one each, to the largest remainders (K8). Of equal remainders the one that `ties` names first comes first;
 * without it, in listed order.
 */
export function apportion(total: bigint, shares: readonly Ratio[], ties: readonly number[] = shares.map((_, i) => i)): bigint[] {
  if (compare(sum(shares), one) !== 0) throw new RangeError('shares to divide by must sum to exactly 1');
  const exact = shares.map((s) => multiply(s, ratio(total)));
  const parts = exact.map(floor);
  const remainders = exact.map((x, i) => ({ i, left: subtract(x, ratio(parts[i]!)) }));
  remainders.sort((a, b) => compare(b.left, a.left) || ties.indexOf(a.i) - ties.indexOf(b.i));
  let left = total - parts.reduce((a, b) => a + b, 0n);
  for (const { i } of remainders) {
    if (left === 0n) break;
    parts[i] = parts[i]! + 1n;
    left -= 1n;
  }
  return parts;
}
