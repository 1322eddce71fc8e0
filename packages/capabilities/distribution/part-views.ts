import type { ClauseId } from '../../kernel/clause-id.ts';
import { fenSpans, type Limits, showLimits } from '../../kernel/limits.ts';
import { writeYuan } from '../../kernel/money.ts';
import type { Bound, ShareLimit } from '../../kernel/rule-kinds.ts';
import type { Scheme } from './scheme.ts';
import type { LimitView, PartView } from './view.ts';

type Showing = {
  readonly scheme: Scheme;
  readonly clauses: readonly ClauseId[];
  readonly floors: readonly Bound<ShareLimit>[];
  /** What is known of what limits are of. */
  readonly bases: Readonly<Record<string, bigint>>;
};
type Limit = { readonly limits: Limits; readonly of: string; readonly onlyIf?: string };

/** Every part with the limits on it, each in whose name, and what it comes to in money where its base is known. */
export function partViews({ scheme, clauses, floors, bases }: Showing): PartView[] {
  const view = ({ limits, of, onlyIf }: Limit, clause: ClauseId, force: string): LimitView => {
    const base = bases[of];
    const last = base === undefined ? undefined : fenSpans(limits, base).at(-1);
    return {
      clause,
      limits: showLimits(limits),
      of,
      least: last ? writeYuan(last.least) : null,
      most: last && base !== undefined && last.most <= base ? writeYuan(last.most) : null,
      force,
      onlyIf: onlyIf ?? null,
    };
  };
  return scheme.parts.map((p) => ({
    part: p.id,
    title: p.title,
    inside: p.inside ?? null,
    remainder: p.remainder,
    chosenBy: p.chosenBy ?? null,
    limits: [
      ...(p.limits ? [view({ limits: p.limits, of: scheme.base }, clauses[0]!, 'must')] : []),
      ...floors.filter((b) => p.counts !== undefined && b.limit.counts === p.counts).map((b) => view(b.limit, b.clause, b.force)),
    ],
  }));
}
