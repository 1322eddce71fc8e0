import { type Expression, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import { question } from '../../engine/question.ts';
import type { Amending, Drafted, Version } from './amending.ts';
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
      'v.mode',
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

/** As the contract was signed and as every signed amendment has it, in the order of their days. */
const versionsOf = (agreement: Expression<string>) => sql<readonly Version[]>`(
  select coalesce(json_agg(json_build_object('effectiveOn', v.effective_on, 'price', yuan(v.price)) order by v.effective_on), '[]')
  from agreement_version v where v.agreement_id = ${agreement})`;

const amending = question((db, about: { case: string }) =>
  db
    .selectFrom('case_file as c')
    .leftJoin('agreement as a', 'a.id', 'c.id')
    .leftJoin('notice_matter as m', 'm.root_id', 'c.root_id')
    .where('c.id', '=', about.case)
    .select((eb) => [
      'c.id as agreement',
      sql<string>`coalesce(a.title, c.title)`.as('title'),
      'a.counterparty_id as counterparty',
      sql<string | null>`m.matter ->> 'method'`.as('method'),
      versionsOf(eb.ref('c.id')).as('versions'),
      sql<boolean>`exists (select from contract_amendment x join case_file f on f.id = x.case_id
        where x.agreement_id = c.id and f.state = 'drafted' and not f.withdrawn)`.as('underWay'),
    ]),
);
/** The contract that an amendment would be drafted to. */
export const loadAmending = (db: Connection, about: { readonly case: string }): Promise<Amending> => amending.get(db, about);

const drafted = question((db, about: { case: string }) =>
  db
    .selectFrom('contract_amendment as d')
    .innerJoin('case_file as c', 'c.id', 'd.case_id')
    .leftJoin('notice_matter as m', 'm.root_id', 'c.root_id')
    .where('d.case_id', '=', about.case)
    .select((eb) => [
      'd.agreement_id as agreement',
      sql<string | null>`m.matter ->> 'method'`.as('method'),
      versionsOf(eb.ref('d.agreement_id')).as('versions'),
      'd.changes',
      sql<string | null>`yuan(d.price)`.as('price'),
      'd.effective_on as effectiveOn',
    ]),
);
export const loadDrafted = async (db: Connection, about: { readonly case: string }): Promise<Drafted> => {
  const [own, { coreTechnology, lawFirm }] = await Promise.all([drafted.get(db, about), contractFile.get(db, about)]);
  return { ...own, coreTechnology, lawFirm };
};
