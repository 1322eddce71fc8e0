import { sql } from 'kysely';
import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import { question } from '../../engine/question.ts';
import { isAnswered } from '../../kernel/law.ts';
import { counterpartyOf } from './decisions.ts';
import { appraisal } from './rules.ts';
import type { PricingView } from './view.ts';

const priced = question((db, o: { case: string }) =>
  db
    .selectFrom('pricing as p')
    .innerJoin('case_file as c', 'c.id', 'p.case_id')
    .innerJoin('conversion as v', 'v.case_id', 'c.root_id')
    .innerJoin('party as t', 't.id', 'v.counterparty_id')
    .leftJoin('person as q', (j) => j.on(sql`q.id::text`, '=', sql`p.appraisal_by`))
    .where('p.case_id', '=', o.case)
    .select([
      ...([
        'p.id as row',
        'p.flags',
        'p.approval_id as approval',
        'p.appraise',
        'p.method',
        'p.method_reason as reason',
        'p.grounds',
        'p.appraisal_waived as appraisalWaived',
        't.wholly_state_owned as state',
      ] as const),
      'p.priced_on as pricedOn',
      sql<string | null>`coalesce(q.name, p.appraisal_by)`.as('appraisalBy'),
      sql<string | null>`yuan(p.appraisal_value)`.as('appraisalValue'),
      sql<string | null>`yuan(p.price)`.as('price'),
    ]),
);

export async function pricingPanel(db: Connection, o: Viewing): Promise<PricingView> {
  const { state, ...shown } = await priced.get(db, o);
  const counterparty = counterpartyOf(state);
  const answer = o.law.answer(appraisal, { given: { counterparty }, on: shown.pricedOn ?? o.today });
  return { ...shown, appraisalRule: isAnswered(answer) ? { answer: answer.value, counterparty, clauses: answer.clauses } : null };
}
