import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import { question } from '../../engine/question.ts';
import type { Acquiring } from './decisions.ts';
import type { Staking } from './staking.ts';

/** Every post a person has held, so that the rules can be asked on any day. */
const posts = sql<
  Staking['contributors'][number]['posts']
>`(select coalesce(jsonb_agg(jsonb_build_object('title', q.title, 'leader', q.leader, 'from', q.from_on, 'to', q.to_on) order by q.id), '[]')
   from post q where q.person_id = p.id)`;

const staking = question((db, about: { case: string; persons: readonly string[] }) =>
  db
    .selectFrom('stake as s')
    .innerJoin('conversion as v', 'v.case_id', 's.conversion_id')
    .innerJoin('case_file as c', 'c.id', 's.conversion_id')
    .innerJoin('party as t', 't.id', 's.company_id')
    .innerJoin('institution as i', 'i.id', 's.institution_id')
    .where('s.case_id', '=', about.case)
    .select((eb) => [
      ...([
        'i.title as issuer',
        'c.number',
        'c.title',
        'v.mode',
        't.title as company',
        's.acquired_on as acquiredOn',
        's.proposal',
      ] as const),
      's.approval_body as approvalBody',
      sql<string>`yuan(s.value)`.as('value'),
      sql<string>`yuan(s.units)`.as('units'),
      jsonArrayFrom(
        eb
          .selectFrom('part_line as l')
          .whereRef('l.case_id', '=', 's.case_id')
          .whereRef('l.proposal', '=', 's.proposal')
          .orderBy('l.ordinal')
          .select(['l.part', 'l.title', 'l.destination', 'l.inside', 'l.share', sql<string>`yuan(l.amount)`.as('units')]),
      ).as('lines'),
      jsonArrayFrom(
        eb
          .selectFrom('award_line as a')
          .innerJoin('person as p', 'p.id', 'a.person_id')
          .whereRef('a.case_id', '=', 's.case_id')
          .whereRef('a.proposal', '=', 's.proposal')
          .orderBy('a.ordinal')
          .select([
            ...(['p.id as person', 'p.staff_no as staffNo', 'p.name', 'p.unit', 'a.part', 'a.share'] as const),
            sql<string>`yuan(a.amount)`.as('units'),
            posts.as('posts'),
          ]),
      ).as('sharers'),
      jsonArrayFrom(
        eb
          .selectFrom('cash_award as a')
          .innerJoin('person as p', 'p.id', 'a.person_id')
          .whereRef('a.case_id', '=', 's.case_id')
          .whereRef('a.proposal', '=', 's.proposal')
          .orderBy('p.staff_no')
          .select([
            ...(['p.id as person', 'p.staff_no as staffNo', 'p.name', 'p.unit', 'a.measure'] as const),
            sql<string>`yuan(a.amount)`.as('amount'),
            posts.as('posts'),
          ]),
      ).as('apart'),
      jsonArrayFrom(
        eb
          .selectFrom('case_member as m')
          .innerJoin('person as p', 'p.id', 'm.person_id')
          .whereRef('m.case_id', '=', 's.conversion_id')
          .where('m.role', '=', 'CT')
          .orderBy('p.staff_no')
          .select(['p.id as person', 'p.name', posts.as('posts')]),
      ).as('contributors'),
      jsonArrayFrom(
        eb
          .selectFrom('person as p')
          .where('p.id', '=', sql<string>`any (${about.persons}::uuid[])`)
          .orderBy('p.id')
          .select(['p.id as person', 'p.name', posts.as('posts')]),
      ).as('named'),
      jsonArrayFrom(eb.selectFrom('body as b').orderBy('b.code').select(['b.code', 'b.title'])).as('bodies'),
    ]),
);

/** Everything that allocating a stake rests on, and the people that the input names. */
export const loadStaking = (db: Connection, about: { readonly case: string }, persons: readonly string[] = []): Promise<Staking> =>
  staking.get(db, { case: about.case, persons });
/** The same; undefined while the shares have not come. */
export const findStaking = (db: Connection, about: { readonly case: string }): Promise<Staking | undefined> =>
  staking.find(db, { case: about.case, persons: [] });

const acquiring = question((db, about: { case: string }) =>
  db
    .selectFrom('case_file as c')
    .innerJoin('conversion as v', 'v.case_id', 'c.root_id')
    .leftJoin('agreement as a', 'a.conversion_id', 'c.root_id')
    .where('c.id', '=', about.case)
    .select(['v.case_id as conversion', 'v.counterparty_id as counterparty', sql<string | null>`yuan(a.price)`.as('price')]),
);
export const loadAcquiring = (db: Connection, about: { readonly case: string }): Promise<Acquiring> => acquiring.get(db, about);
