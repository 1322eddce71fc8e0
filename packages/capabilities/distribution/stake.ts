import { apportion } from '../../kernel/apportion.ts';
import type { Day } from '../../kernel/day.ts';
import type { Answered, Considered } from '../../kernel/law.ts';
import { type Fen, writeYuan } from '../../kernel/money.ts';
import { compare, divide, one, type Ratio, ratio, showPercent, sum } from '../../kernel/ratio.ts';
import { type Refusal, refuse, unmet, warn } from '../../kernel/refusal.ts';
import { type LeaderClass, leaderClassOn, type Post } from '../institution/decisions.ts';
import type { Part } from './scheme.ts';
import { checkSplit, type Line, type Splitting, splitCodes } from './split.ts';

/** Somebody who is to hold shares: of the team's pool, or (a member of the transfer staff) of the whole stake. */
export type Holder = { readonly name: string; readonly share: Ratio; readonly posts: readonly Post[] };
/** Who holds how much of the company, in hundredths of a percent (0.01%, the precision of a register of shareholders). */
export type Held = {
  readonly holder: string;
  readonly as: 'team' | 'staff' | 'part';
  /** His place among the team or the staff, from 0. */
  readonly place: number;
  readonly part: string;
  readonly units: bigint;
  readonly leader: LeaderClass;
};
export type Allocating = Omit<Splitting, 'bases'> & {
  /** The institution's side's stake, in hundredths of a percent of the company. */
  readonly stake: bigint;
  readonly team: readonly Holder[];
  readonly staff: readonly Holder[];
  /** The day of the allocation: posts are read on it. */
  readonly on: Day;
  /** Leaders who may not hold shares, as the texts say. */
  readonly barred: Answered<readonly string[]> | undefined;
};
export const stakeCodes = [...splitCodes, 'stake.money_scheme', 'stake.team_sum', 'stake.leader_barred', 'stake.former_leader'] as const;
type Code = (typeof stakeCodes)[number];
type LeaderCode = 'stake.leader_barred' | 'stake.former_leader';
type Allocated = { readonly lines: readonly Line[]; readonly held: readonly Held[]; readonly refusals: readonly Refusal<Code>[] };

/** 转化服务人员持股 stands outside the team's pool and is taken out of the remainder. */
export const staffPart: Part = { id: 'staff-shares', title: '转化服务人员持股', to: 'persons', remainder: false };

/**
 * Divides a stake between its holders: the parts as the texts limit them, the team's pool among the team and the staff's line among the staff by
 * largest remainder, so that all units sum to the stake. No share goes to a leader whom a text bars; posts count on the day of the allocation.
 */
export function allocateStake(a: Allocating): Allocated {
  if (a.scheme.base !== 'stake') return none(refuse('stake.money_scheme', {}, { clause: a.clauses }));
  const members = sum(a.team.map((h) => h.share));
  if (a.team.length > 0 && compare(members, one) !== 0)
    return none(refuse('stake.team_sum', { sum: showPercent(members) }, { at: ['team'] }));
  const { lines, refusals } = checkSplit(withStaff(a));
  const leaders = (['team', 'staff'] as const).flatMap((as) => a[as].flatMap((h, i) => leaderRefusals(h, { ...a, at: [as, i, 'leader'] })));
  return { lines, held: heldBy(a, lines), refusals: [...refusals, ...leaders] };
}
const none = (refusal: Refusal<Code>): Allocated => ({ lines: [], held: [], refusals: [refusal] });

function withStaff(a: Allocating): Splitting {
  const bases = { received: 0n, 'net-income': 0n, stake: a.stake };
  if (a.staff.length === 0) return { ...a, bases };
  const { parts } = a.scheme;
  return {
    ...a,
    bases,
    scheme: { ...a.scheme, parts: [...parts.filter((p) => !p.remainder), staffPart, ...parts.filter((p) => p.remainder)] },
    shares: [...a.shares, { part: staffPart.id, share: sum(a.staff.map((h) => h.share)) }],
  };
}

function heldBy(a: Allocating, lines: readonly Line[]): Held[] {
  const people = (holders: readonly Holder[], of: { as: 'team' | 'staff'; part: string; units: bigint }): Held[] => {
    const whole = sum(holders.map((h) => h.share));
    const shares = compare(whole, one) === 0 ? holders.map((h) => h.share) : holders.map((h) => divide(h.share, whole));
    const units = apportion(of.units, shares);
    return holders.map((h, i) => ({ holder: h.name, ...of, place: i, units: units[i]!, leader: leaderClassOn(h.posts, a.on) }));
  };
  return lines
    .filter((l) => l.part.inside === undefined)
    .flatMap(({ part, amount: units }): Held[] => {
      if (part.id === staffPart.id) return units > 0n ? people(a.staff, { as: 'staff', part: part.id, units }) : [];
      if (part.to === 'persons' && a.team.length > 0) return people(a.team, { as: 'team', part: part.id, units });
      return [{ holder: part.title, as: 'part', place: 0, part: part.id, units, leader: 'none' }];
    });
}

type Asked = Pick<Allocating, 'barred' | 'on'> & { readonly at?: readonly (string | number)[] };
/** Each text that bars the holder speaks in its own name: must refuses, should and may only say. Who has left the office is told of. */
export function leaderRefusals(holder: Pick<Holder, 'name' | 'posts'>, { barred, on, at }: Asked): Refusal<LeaderCode>[] {
  const speaking = barred?.trace.considered.filter((c) => c.because === 'applies') ?? [];
  const now = leaderClassOn(holder.posts, on);
  const bars = speaking.filter((c) => classesIn(c).includes(now));
  if (bars.length > 0) {
    return bars.map((c) => {
      const facts = { name: holder.name, leader: now, on };
      return c.force === 'must' ? unmet('stake.leader_barred', c.clause, facts, at) : warn('stake.leader_barred', c.clause, facts);
    });
  }
  const left = holder.posts.filter((p) => p.to !== null && p.to < on && speaking.some((c) => classesIn(c).includes(p.leader)));
  const last = left.toSorted((x, y) => y.to!.localeCompare(x.to!))[0];
  const clauses = speaking.filter((c) => last && classesIn(c).includes(last.leader)).map((c) => c.clause);
  return last ? [warn('stake.former_leader', clauses, { name: holder.name, leader: last.leader, until: last.to, on })] : [];
}
const classesIn = (c: Considered): readonly string[] => (Array.isArray(c.value) ? (c.value as readonly string[]) : [String(c.value)]);

/** What each holding is worth where the whole is put in at `value`: largest remainder, summing to it. */
export function worthOf(held: readonly Pick<Held, 'units'>[], value: Fen): bigint[] {
  const units = held.reduce((all, h) => all + h.units, 0n);
  if (units === 0n) return held.map(() => 0n);
  return apportion(
    value,
    held.map((h) => ratio(h.units, units)),
  );
}

/** 2800 → '28.00%'. */
export const showUnits = (units: bigint): string => `${writeYuan(units)}%`;
