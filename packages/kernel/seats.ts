import { apportion } from './apportion.ts';
import { type Parsed, parsed, within, wrong } from './parsed.ts';
import { compare, one, type Ratio, readRatio, showPercent, sum } from './ratio.ts';
import { isRecord, unknownKey } from './raw.ts';
import type { Kind } from './rule.ts';
import { measure } from './rule-kinds.ts';

/** Which share of a body's seats each group has, and to whom of equal remainders the odd seat goes. `exact`: only sizes that divide evenly. */
export type SeatShares = {
  readonly shares: readonly { readonly group: string; readonly share: Ratio }[];
  readonly ties: readonly string[];
  readonly exact: boolean;
};

/** The seats of a body of `size`, by largest remainder and the declared tie rule (E-28); `even` where no remainder was left. */
export function seatsOf(s: SeatShares, size: number): { readonly seats: Readonly<Record<string, number>>; readonly even: boolean } {
  const groups = s.shares.map((x) => x.group);
  const parts = apportion(
    BigInt(size),
    s.shares.map((x) => x.share),
    s.ties.map((t) => groups.indexOf(t)),
  );
  return {
    seats: Object.fromEntries(groups.map((g, i) => [g, Number(parts[i]!)])),
    even: s.shares.every((x) => (x.share.n * BigInt(size)) % x.share.d === 0n),
  };
}

const keys = ['shares', 'ties', 'exact'];
/** Reads `{ shares: { parties: 50%, experts: 30% }, ties: [experts, parties], exact: yes }`. Shares sum to 100%; ties name every group once. */
export function readSeatShares(raw: unknown): Parsed<SeatShares> {
  if (!isRecord(raw) || !isRecord(raw.shares)) return wrong('seats.form');
  const extra = unknownKey(raw, keys);
  if (extra) return extra;
  const shares: { group: string; share: Ratio }[] = [];
  for (const [group, text] of Object.entries(raw.shares)) {
    const share = readRatio(String(text));
    if (share === undefined) return within('shares', within(group, wrong('limits.not_a_number', { given: String(text) }).wrong).wrong);
    shares.push({ group, share });
  }
  const total = sum(shares.map((s) => s.share));
  if (compare(total, one) !== 0) return within('shares', wrong('indicators.weights', { sum: showPercent(total) }).wrong);
  const groups = shares.map((s) => s.group);
  const ties = raw.ties === undefined ? groups : Array.isArray(raw.ties) ? raw.ties.map(String) : [];
  if ([...ties].sort().join() !== [...groups].sort().join())
    return within('ties', wrong('seats.ties', { groups: groups.join(', ') }).wrong);
  return parsed({ shares, ties, exact: raw.exact === 'yes' });
}

/** A rule answered by shares of seats. Its examples say bodies: `has: [5 → 2/2/1, 10 → 5/3/2]`. */
export const seatShares: Kind<SeatShares, SeatShares> = measure('seats', readSeatShares, (value, [size = '', said]) => {
  // what is no number cannot be apportioned
  if (!/^\d{1,6}$/.test(size)) return { said: undefined, came: value.shares.map((s) => `${s.group} ${showPercent(s.share)}`).join(' + ') };
  return { said, came: Object.values(seatsOf(value, Number(size)).seats).join('/') };
});
