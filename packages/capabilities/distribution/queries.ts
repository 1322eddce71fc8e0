import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import { question } from '../../engine/question.ts';
import type { Dividing } from './decisions.ts';

const dividing = question((db, about: { case: string }) =>
  db
    .selectFrom('distribution as d')
    .innerJoin('receipt as r', 'r.id', 'd.receipt_id')
    .innerJoin('conversion as v', 'v.case_id', 'd.conversion_id')
    .innerJoin('case_file as c', 'c.id', 'd.conversion_id')
    .innerJoin('institution as i', 'i.id', 'd.institution_id')
    .where('d.case_id', '=', about.case)
    .select((eb) => [
      'i.title as issuer',
      'c.number',
      'c.title',
      sql<string>`yuan(d.received)`.as('received'),
      sql<string>`yuan(d.net)`.as('net'),
      'v.mode',
      'r.received_on as receivedOn',
      'd.proposal',
      'd.approval_body as approvalBody',
      'd.remainder_use as remainderUse',
      jsonArrayFrom(
        eb
          .selectFrom('part_line as l')
          .whereRef('l.case_id', '=', 'd.case_id')
          .whereRef('l.proposal', '=', 'd.proposal')
          .orderBy('l.ordinal')
          .select(['l.part', 'l.title', 'l.destination', 'l.inside', 'l.share', sql<string>`yuan(l.amount)`.as('amount')]),
      ).as('lines'),
      jsonArrayFrom(
        eb
          .selectFrom('award_line as a')
          .innerJoin('person as p', 'p.id', 'a.person_id')
          .whereRef('a.case_id', '=', 'd.case_id')
          .whereRef('a.proposal', '=', 'd.proposal')
          .orderBy('p.staff_no')
          .select((ab) => [
            'p.id as person',
            'p.staff_no as staffNo',
            'p.name',
            'p.unit',
            'a.share',
            sql<string>`yuan(a.amount)`.as('amount'),
            jsonArrayFrom(
              ab
                .selectFrom('post as q')
                .whereRef('q.person_id', '=', 'p.id')
                .select(['q.title', 'q.leader', 'q.from_on as from', 'q.to_on as to']),
            ).as('posts'),
          ]),
      ).as('awards'),
      jsonArrayFrom(
        eb
          .selectFrom('case_member as m')
          .innerJoin('post as q', 'q.person_id', 'm.person_id')
          .whereRef('m.case_id', '=', 'd.conversion_id')
          .where('m.role', '=', 'CT')
          .select(['q.title', 'q.leader', 'q.from_on as from', 'q.to_on as to']),
      ).as('posts'),
      jsonArrayFrom(eb.selectFrom('body as b').orderBy('b.code').select(['b.code', 'b.title'])).as('bodies'),
    ]),
);

/** Everything that dividing one receipt's net income rests on. */
export const loadDividing = (db: Connection, about: { readonly case: string }): Promise<Dividing> => dividing.get(db, about);
