import type { Limits } from '../../kernel/limits.ts';
import { ceiling, compare, multiply, type Ratio, ratio, readRatio, showPercent, zero } from '../../kernel/ratio.ts';
import type { Bound, ShareLimit } from '../../kernel/rule-kinds.ts';
import type { Part, Scheme } from '../distribution/scheme.ts';

type Suggesting = {
  readonly scheme: Scheme;
  readonly floors: readonly Bound<ShareLimit>[];
  readonly bases: Readonly<Record<string, bigint>>;
  /** What was said already. */
  readonly said: Readonly<Record<string, string>>;
};

/**
 * What was said of each part, or the least that the texts demand for it, as a share of the scheme's base: what nobody need type. An exact
 * share is itself; a floor of another base is brought to this one and rounded up to 0.01%; a part that may have nothing has nothing. Of
 * several parts that count as the same, the first has it all.
 */
export function sharesOf(s: Suggesting): Readonly<Record<string, string>> {
  const parts = s.scheme.parts.filter((p) => !p.remainder);
  const given = new Map<string, Ratio>();
  // Parts whose floor binds only where another part has something come after it.
  for (const p of parts.toSorted((a, b) => Number(a.inside !== undefined) - Number(b.inside !== undefined))) {
    const said = s.said[p.id];
    const has = (role: string): boolean => [...given].some(([id, share]) => counts(s.scheme, id, role) && compare(share, zero) > 0);
    given.set(p.id, (said === undefined ? undefined : readRatio(said)) ?? leastOf(p, s, has));
  }
  return Object.fromEntries(parts.map((p) => [p.id, s.said[p.id] ?? showPercent(given.get(p.id)!)]));
}
const counts = (scheme: Scheme, id: string, role: string): boolean => scheme.parts.some((p) => p.id === id && p.counts === role);

function leastOf(part: Part, s: Suggesting, has: (role: string) => boolean): Ratio {
  const own = part.limits ? [lowest(part.limits)] : [];
  const first = s.scheme.parts.find((p) => p.counts === part.counts && !p.remainder) === part;
  const floors = s.floors
    .filter((f) => first && part.counts !== undefined && f.limit.counts === part.counts)
    .filter((f) => f.limit.onlyIf === undefined || f.limit.onlyIf === part.counts || has(f.limit.onlyIf))
    .flatMap((f) => brought(lowest(f.limit.limits), f.limit.of, s));
  return [...own, ...floors].reduce((a, b) => (compare(a, b) >= 0 ? a : b), zero);
}
const lowest = (limits: Limits): Ratio => limits.map((l) => l.min).reduce((a, b) => (compare(a, b) <= 0 ? a : b));

/** A share of `of` as a share of the scheme's base. */
function brought(share: Ratio, of: string, { scheme, bases }: Suggesting): Ratio[] {
  if (of === scheme.base) return [share];
  const [from, to] = [bases[of], bases[scheme.base]];
  if (from === undefined || to === undefined || to === 0n) return [];
  const exact = multiply(share, ratio(from, to));
  return [ratio(ceiling(multiply(exact, ratio(10_000n))), 10_000n)];
}
