import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import type { ActFile, Answer } from './decisions.ts';
import type { Licence, Purpose, Standing } from './scheme.ts';
import type { Settlement } from './settlement.ts';

/** How things stand with the rights of an ownership. */
export async function loadStanding(db: Connection, about: { readonly case: string }): Promise<Standing> {
  const row = await db
    .selectFrom('ownership as o')
    .where('o.case_id', '=', about.case)
    .select((eb) => [
      'o.mode',
      'o.clauses',
      sql<string>`coalesce(o.determined_by, '')`.as('by'),
      jsonArrayFrom(
        eb
          .selectFrom('right_party as p')
          .innerJoin('party as t', 't.id', 'p.party_id')
          .whereRef('p.case_id', '=', 'o.case_id')
          .orderBy('p.ordinal')
          .select(['t.id as party', 't.title', 'p.side', 'p.person_id as person']),
      ).as('parties'),
      jsonArrayFrom(
        eb
          .selectFrom('right_owner as w')
          .innerJoin('party as t', 't.id', 'w.party_id')
          .whereRef('w.case_id', '=', 'o.case_id')
          .where('w.to_on', 'is', null)
          .orderBy('w.ordinal')
          .select(['w.id as row', 't.id as party', 't.title']),
      ).as('owners'),
      jsonArrayFrom(
        eb
          .selectFrom('ownership_term as x')
          .whereRef('x.case_id', '=', 'o.case_id')
          .where('x.removed_on', 'is', null)
          .orderBy('x.clause')
          .select(['x.clause', sql<string>`unnest(x.effects)`.as('effect')]),
      ).as('effects'),
      jsonArrayFrom(
        eb
          .selectFrom('rights_act as a')
          .innerJoin('party as t', 't.id', 'a.to_party')
          .whereRef('a.ownership_id', '=', 'o.case_id')
          .where('a.act', '=', 'license')
          .where('a.carried_out_on', 'is not', null)
          .orderBy('a.from_on')
          .select(['t.id as to', 't.title', 'a.licence_kind as kind', 'a.from_on as from', 'a.until_on as until']),
      ).as('licences'),
    ])
    .executeTakeFirstOrThrow();
  return { ownership: about.case, ...row, licences: row.licences as unknown as readonly Licence[] };
}

/** An act that has been proposed, with the answers of those who were asked. */
export async function loadAct(db: Connection, about: { readonly case: string }): Promise<ActFile> {
  const row = await db
    .selectFrom('rights_act as a')
    .where('a.case_id', '=', about.case)
    .select((eb) => [
      ...(['a.ownership_id as ownership', 'a.act', 'a.by_party as by', 'a.to_party as to', 'a.purpose', 'a.from_on as from'] as const),
      'a.priority_until as priorityUntil',
      sql<boolean>`a.stake is not null`.as('valued'),
      eb.selectFrom('act_payment as p').whereRef('p.case_id', '=', 'a.case_id').select(sql<number>`count(*)::int`.as('n')).as('payments'),
      jsonArrayFrom(
        eb
          .selectFrom('act_consent as c')
          .innerJoin('party as t', 't.id', 'c.party_id')
          .whereRef('c.case_id', '=', 'a.case_id')
          .orderBy('c.ordinal')
          .select(['c.id as row', 't.id as party', 't.title', 'c.asked', 'c.answer']),
      ).as('answers'),
    ])
    .executeTakeFirstOrThrow();
  const { ownership, answers, payments, purpose, ...act } = row;
  const standing = await loadStanding(db, { case: ownership });
  return {
    ...standing,
    act: { ...act, purpose: purpose as Purpose },
    answers: answers as unknown as readonly Answer[],
    payments: payments ?? 0,
  };
}

/** What has been agreed on paying for an act. */
export async function loadSettlement(db: Connection, about: { readonly case: string }): Promise<Settlement> {
  const row = await db
    .selectFrom('rights_act as a')
    .innerJoin('case_file as c', 'c.id', 'a.case_id')
    .where('a.case_id', '=', about.case)
    .select((eb) => [
      ...(['a.act', 'a.to_party as to', 'a.from_on as from', 'a.way', 'a.rate', 'c.state'] as const),
      sql<boolean>`a.stake is not null`.as('valued'),
      jsonArrayFrom(
        eb
          .selectFrom('act_payment as p')
          .whereRef('p.case_id', '=', 'a.case_id')
          .orderBy('p.ordinal')
          .select(['p.id as row', 'p.ordinal', 'p.due_on as dueOn'])
          .select([sql<string | null>`yuan(p.amount)`.as('amount'), sql<boolean>`p.paid_on is not null`.as('paid')]),
      ).as('payments'),
      jsonArrayFrom(
        eb
          .selectFrom('right_owner as w')
          .whereRef('w.case_id', '=', 'a.ownership_id')
          .where('w.to_on', 'is', null)
          .orderBy('w.ordinal')
          .select('w.id as row'),
      ).as('owners'),
    ])
    .executeTakeFirstOrThrow();
  return row;
}
