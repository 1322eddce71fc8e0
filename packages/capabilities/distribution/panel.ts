import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import { question } from '../../engine/question.ts';
import { isAnswered } from '../../kernel/law.ts';
import { fenOf } from '../../kernel/money.ts';
import { leaderClassOn } from '../institution/decisions.ts';
import { partViews } from './part-views.ts';
import { loadDividing } from './queries.ts';
import { awardApproval, distributionParts, rewardLimits } from './rules.ts';
import type { DistributionView } from './view.ts';

const settledOn = question((db, o: { case: string }) =>
  db
    .selectFrom('distribution')
    .where('case_id', '=', o.case)
    .select(['approved_on as approvedOn', 'handed_over_on as handedOverOn', 'remainder_reason as remainderReason']),
);

export async function distributionPanel(db: Connection, o: Viewing): Promise<DistributionView> {
  const f = await loadDividing(db, { case: o.case });
  const days = await settledOn.get(db, o);
  const ask = { given: { mode: f.mode, leader: leaderClassOn(f.posts, o.today) }, on: f.receivedOn };
  const scheme = o.law.answer(distributionParts, ask);
  const limits = o.law.answer(rewardLimits, ask);
  const approval = o.law.answer(awardApproval, ask);
  const base = isAnswered(scheme) ? scheme.value.base : 'net-income';
  const bases: Readonly<Record<string, bigint>> = { received: fenOf(f.received), 'net-income': fenOf(f.net) };
  const parts = isAnswered(scheme)
    ? partViews({ scheme: scheme.value, clauses: scheme.clauses, floors: isAnswered(limits) ? limits.value : [], bases })
    : [];
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
