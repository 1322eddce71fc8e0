import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import { question } from '../../engine/question.ts';
import type { Place } from '../../instruments/public-notice/rules.ts';
import { isAnswered } from '../../kernel/law.ts';
import { assess } from './exemption.ts';
import { diligenceElements, exemptionChannels } from './rules.ts';
import type { ConversionView } from './view.ts';

const file = question((db, o: { case: string }) =>
  db
    .selectFrom('conversion as v')
    .innerJoin('party as t', 't.id', 'v.counterparty_id')
    .where('v.case_id', '=', o.case)
    .select((eb) => [
      ...(['v.mode', 'v.basis', 't.title', 't.kind', 't.wholly_state_owned as whollyStateOwned'] as const),
      jsonArrayFrom(
        eb
          .selectFrom('partner as p')
          .innerJoin('party as q', 'q.id', 'p.party_id')
          .whereRef('p.case_id', '=', 'v.case_id')
          .orderBy('p.id')
          .select(['q.title', 'p.kind']),
      ).as('partners'),
      jsonArrayFrom(
        eb
          .selectFrom('case_subject as s')
          .innerJoin('achievement as a', 'a.id', 's.record_id')
          .whereRef('s.case_id', '=', 'v.case_id')
          .orderBy('a.title')
          .select(['a.id', 'a.title', 'a.case_id as case']),
      ).as('achievements'),
      jsonArrayFrom(eb.selectFrom('care as c').whereRef('c.case_id', '=', 'v.case_id').select('c.element')).as('care'),
      jsonArrayFrom(
        eb
          .selectFrom('notice as n')
          .innerJoin('case_file as f', 'f.id', 'n.case_id')
          .whereRef('f.root_id', '=', 'v.case_id')
          .where('f.withdrawn', '=', false)
          .where('n.about', '=', 'price')
          .where('n.ended_on', 'is not', null)
          .select('n.place'),
      ).as('noticed'),
      eb
        .selectFrom('resolution as r')
        .innerJoin('case_file as f', 'f.id', 'r.case_id')
        .innerJoin('step as s', 's.child_id', 'r.case_id')
        .whereRef('s.case_id', '=', 'v.case_id')
        .where('r.result', '=', 'passed')
        .where('r.minutes_id', 'is not', null)
        .select(sql<number>`count(*)::int`.as('n'))
        .as('resolutions'),
      eb
        .selectFrom('pricing as p')
        .innerJoin('case_file as f', 'f.id', 'p.case_id')
        .whereRef('f.root_id', '=', 'v.case_id')
        .where('f.withdrawn', '=', false)
        .select('p.method')
        .limit(1)
        .as('method'),
    ]),
);

export async function conversionPanel(db: Connection, o: Viewing): Promise<ConversionView> {
  const row = await file.get(db, o);
  const ask = { given: {}, on: o.today };
  const elements = o.law.answer(diligenceElements, ask);
  const channels = o.law.answer(exemptionChannels, ask);
  const evidenced = row.care.map((c) => c.element);
  const evidence = {
    method: row.method,
    noticed: row.noticed.map((n) => n.place as Place),
    resolutions: row.resolutions ?? 0,
    evidenced,
    illegalGain: evidenced.includes('illegal-gain'),
  };
  const spoken = isAnswered(elements) || isAnswered(channels);
  const law = { elements: isAnswered(elements) ? elements.value : [], channels: isAnswered(channels) ? channels.value : [] };
  const clauses = [...(isAnswered(elements) ? elements.clauses : []), ...(isAnswered(channels) ? channels.clauses : [])];
  const { mode, basis, title, kind, whollyStateOwned, partners, achievements } = row;
  return {
    mode,
    basis,
    counterparty: { title, kind, whollyStateOwned },
    partners,
    achievements,
    diligence: spoken ? { ...assess(evidence, law), method: row.method, clauses } : null,
  };
}
