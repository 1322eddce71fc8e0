import { sql } from 'kysely';
import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import { isAnswered } from '../../kernel/law.ts';
import { fenSpans, showLimits } from '../../kernel/limits.ts';
import { fenOf, writeYuan } from '../../kernel/money.ts';
import { leaderClassOn } from '../institution/decisions.ts';
import { loadDividing } from './queries.ts';
import { awardApproval, distributionParts, rewardLimits } from './rules.ts';
import type { DistributionView, LimitView } from './view.ts';

export async function distributionPanel(db: Connection, o: Viewing): Promise<DistributionView> {
  const f = await loadDividing(db, { case: o.case });
  const days = await db
    .selectFrom('distribution')
    .where('case_id', '=', o.case)
    .select(['approved_on as approvedOn', 'handed_over_on as handedOverOn', sql<string | null>`remainder_reason`.as('remainderReason')])
    .executeTakeFirstOrThrow();
  const ask = { given: { mode: f.mode, leader: leaderClassOn(f.posts, o.today) }, on: f.receivedOn };
  const scheme = o.law.answer(distributionParts, ask);
  const limits = o.law.answer(rewardLimits, ask);
  const approval = o.law.answer(awardApproval, ask);
  const base = isAnswered(scheme) ? scheme.value.base : 'net-income';
  const bases: Readonly<Record<string, bigint>> = { received: fenOf(f.received), 'net-income': fenOf(f.net) };
  const view = (l: { limits: Parameters<typeof showLimits>[0]; of: string; clause: string; force: string; onlyIf?: string }): LimitView => {
    const of = bases[l.of];
    const spans = of === undefined ? [] : fenSpans(l.limits, of);
    const last = spans.at(-1);
    return {
      clause: l.clause,
      limits: showLimits(l.limits),
      of: l.of,
      least: last ? writeYuan(last.least) : null,
      most: last && of !== undefined && last.most <= of ? writeYuan(last.most) : null,
      force: l.force,
      onlyIf: l.onlyIf ?? null,
    };
  };
  const bounds = isAnswered(limits) ? limits.value : [];
  const parts = !isAnswered(scheme)
    ? []
    : scheme.value.parts.map((p) => ({
        part: p.id,
        title: p.title,
        inside: p.inside ?? null,
        remainder: p.remainder,
        chosenBy: p.chosenBy ?? null,
        limits: [
          ...(p.limits ? [view({ limits: p.limits, of: base, clause: scheme.clauses[0]!, force: 'must' })] : []),
          ...bounds
            .filter((b) => p.counts !== undefined && b.limit.counts === p.counts)
            .map((b) => view({ ...b.limit, clause: b.clause, force: b.force })),
        ],
      }));
  return {
    received: f.received,
    net: f.net,
    base,
    baseAmount: base === 'received' ? f.received : f.net,
    mode: f.mode,
    receivedOn: f.receivedOn,
    parts,
    schemeClauses: isAnswered(scheme) ? scheme.clauses : [],
    remainderUse: f.remainderUse,
    ...days,
    lines: f.lines,
    awards: f.awards,
    asksApprovalBody: !isAnswered(approval),
    bodies: f.bodies,
  };
}
