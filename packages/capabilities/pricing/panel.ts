import { sql } from 'kysely';
import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import { question } from '../../engine/question.ts';
import type { PricingView } from './view.ts';

const priced = question((db, o: { case: string }) =>
  db
    .selectFrom('pricing as p')
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
      ] as const),
      'p.priced_on as pricedOn',
      sql<string | null>`coalesce(q.name, p.appraisal_by)`.as('appraisalBy'),
      sql<string | null>`yuan(p.appraisal_value)`.as('appraisalValue'),
      sql<string | null>`yuan(p.price)`.as('price'),
    ]),
);

export const pricingPanel = (db: Connection, o: Viewing): Promise<PricingView> => priced.get(db, o);
