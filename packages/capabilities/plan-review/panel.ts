import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import { isAnswered } from '../../kernel/law.ts';
import { partsMissing } from './contents.ts';
import { loadPlan } from './queries.ts';
import { planContents } from './rules.ts';
import type { PlanView } from './view.ts';

export async function planPanel(db: Connection, o: Viewing): Promise<PlanView> {
  const plan = await loadPlan(db, { case: o.case, person: null });
  const versions = await db
    .selectFrom('plan_version as v')
    .innerJoin('plan as p', 'p.case_id', 'v.case_id')
    .where('v.case_id', '=', o.case)
    .orderBy('v.version', 'desc')
    .select([
      'v.version',
      'v.made_on as madeOn',
      'v.because',
      'v.approved_on as approvedOn',
      'v.signed_on as signedOn',
      'v.agreement_id as agreement',
    ])
    .select('p.in_force as inForce')
    .execute();
  const { version, round, contents, experts, opinions, ballot } = plan;
  return {
    version,
    inForce: versions[0]?.inForce ?? null,
    round,
    contents,
    parties: plan.parties.map((p) => {
      const law = o.lawOf(p);
      const wanted = law.answer(planContents, { given: {}, on: o.today });
      return {
        id: p.id,
        title: p.title,
        weight: p.weight,
        lead: p.lead,
        representative: p.representativeName,
        texts: [...new Set(law.adoptions.map((a) => a.text))],
        lacks: isAnswered(wanted) ? partsMissing(contents, wanted.value) : [],
        clauses: isAnswered(wanted) ? wanted.clauses : [],
      };
    }),
    experts,
    opinions,
    versions: versions.map(({ inForce: _, ...v }) => v),
    ballot,
  };
}
