import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { question } from '../../engine/question.ts';
import type { LawFirmState } from './law-firm.ts';

/** What stands about the contract of a conversion: what was agreed and published, and what a law firm said of it. */
export const contractFile = question((db, about: { case: string }) =>
  db
    .selectFrom('case_file as c')
    .innerJoin('case_file as r', 'r.id', 'c.root_id')
    .innerJoin('conversion as v', 'v.case_id', 'c.root_id')
    .leftJoin('notice_matter as m', 'm.root_id', 'c.root_id')
    .where('c.id', '=', about.case)
    .select((eb) => [
      'r.id as conversion',
      'r.title',
      'v.counterparty_id as counterparty',
      sql<string | null>`m.matter ->> 'method'`.as('method'),
      sql<string | null>`m.matter ->> 'price'`.as('price'),
      sql<string[]>`coalesce(m.matter -> 'titles', '[]')`.as('titles'),
      sql<boolean>`exists (select from pricing p join case_file f on f.id = p.case_id
        where f.root_id = c.root_id and not f.withdrawn and 'key-core-technology' = any (p.flags))`.as('coreTechnology'),
      // whichever step or review asked the law firm: its last word counts
      sql<LawFirmState>`coalesce((select case when o.agreed then 'cleared' when f.settled then 'none' else 'asked' end
        from opinion o join case_file f on f.id = o.case_id
        where f.root_id = c.root_id and not f.withdrawn and o.reviewer = 'LF' and o.taken_off_on is null
        order by f.id desc, o.round desc nulls last limit 1), 'none')`.as('lawFirm'),
      jsonArrayFrom(
        eb
          .selectFrom('notice as n')
          .innerJoin('case_file as f', 'f.id', 'n.case_id')
          .whereRef('f.root_id', '=', 'c.root_id')
          .where('f.withdrawn', '=', false)
          .where('n.about', '=', 'price')
          .select([
            'n.place',
            sql<string[]>`coalesce(n.contents -> 'titles', '[]')`.as('titles'),
            sql<string | null>`n.contents ->> 'price'`.as('price'),
            'n.last_day as lastDay',
            sql<boolean>`n.ended_on is not null`.as('ended'),
          ]),
      ).as('notices'),
    ]),
);
