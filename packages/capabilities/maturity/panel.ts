import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import { isAnswered } from '../../kernel/law.ts';
import { appraisalAspects } from './rules.ts';
import type { MaturityView } from './view.ts';

export async function maturityPanel(db: Connection, o: Viewing): Promise<MaturityView> {
  const row = await db
    .selectFrom('maturity as m')
    .innerJoin('case_file as c', 'c.id', 'm.case_id')
    // an outside expert sees the appraisal, not the disclosure behind it
    .leftJoin('achievement as a', 'a.id', 'm.achievement_id')
    .where('m.case_id', '=', o.case)
    .select(['c.title', 'a.case_id as case', 'm.score', 'm.mature', 'm.appraised_on as appraisedOn', 'c.opened_on as openedOn'])
    .executeTakeFirstOrThrow();
  const { title, case: of, openedOn, ...rest } = row;
  const aspects = o.law.answer(appraisalAspects, { given: {}, on: openedOn });
  return { achievement: { title, case: of }, aspects: isAnswered(aspects) ? aspects.value.map((a) => a.title) : [], ...rest };
}
