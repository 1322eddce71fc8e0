import { added, anyShare, both, covers, leftOver } from '../../kernel/limit-sets.ts';
import { type Limits, showLimits } from '../../kernel/limits.ts';
import { zero } from '../../kernel/ratio.ts';
import type { ShareLimit } from '../../kernel/rule-kinds.ts';
import { type Counted, counted, type Part, type Scheme } from './scheme.ts';

const nothing: Limits = [{ min: zero, max: zero }];
const admitted = (p: Part): Limits => both(p.limits ?? anyShare, anyShare);
const sumOf = (parts: readonly Part[]): Limits => parts.map(admitted).reduce(added, nothing);

/** The shares of the base that these outer parts together can have: what they admit, and the other outer parts leave. */
const shareOf = (parts: readonly Part[], outer: readonly Part[]): Limits =>
  both(sumOf(parts), leftOver(sumOf(outer.filter((p) => !parts.includes(p)))));

/** What counts as it, as the floors of the law count: a main contributor's reward is a contributor's reward too. */
const countsAs = (p: Part, role: Counted): boolean =>
  p.counts === role || (role === 'contributor-reward' && p.counts === 'main-contributor-reward' && p.inside === undefined);

function limitsOf(scheme: Scheme, role: Counted): Limits {
  const outer = scheme.parts.filter((p) => p.inside === undefined);
  const own = scheme.parts.filter((p) => countsAs(p, role));
  const inner = own.filter((p) => p.inside !== undefined);
  const within = (p: Part): Limits => {
    const most = shareOf(
      outer.filter((o) => o.id === p.inside),
      outer,
    ).at(-1)?.max;
    return most ? both(admitted(p), [{ min: zero, max: most }]) : admitted(p);
  };
  const outside =
    own.length > inner.length
      ? shareOf(
          own.filter((p) => p.inside === undefined),
          outer,
        )
      : nothing;
  return both([outside, ...inner.map(within)].reduce(added), anyShare);
}

/** What a split itself leaves to everything that the law sets floors and caps for; nothing where it leaves that free. */
export function schemeLimits(scheme: Scheme): readonly { readonly value: ShareLimit; readonly raw: unknown }[] {
  return counted.flatMap((role) => {
    if (!scheme.parts.some((p) => countsAs(p, role))) return [];
    const limits = limitsOf(scheme, role);
    if (covers(limits, anyShare)) return [];
    const { base: of } = scheme;
    return [{ value: { counts: role, of, limits }, raw: { counts: role, of, admits: showLimits(limits) } }];
  });
}
