import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import { question } from '../../engine/question.ts';
import { isAnswered } from '../../kernel/law.ts';
import { demandsOf } from './majority.ts';
import { resolutionMajority } from './rules.ts';
import type { ResolutionView } from './view.ts';

const sitting = question((db, o: { case: string; today: string }) =>
  db
    .selectFrom('resolution as r')
    .leftJoin('body as b', 'b.code', 'r.body')
    .where('r.case_id', '=', o.case)
    .select((eb) => [
      ...([
        'r.body as code',
        'b.title',
        'r.meeting_on as meetingOn',
        'r.minutes_number as minutesNumber',
        'r.minutes_id as minutes',
        'r.entitled',
        'r.majority',
      ] as const),
      ...(['r.votes', 'r.in_favour as inFavour', 'r.against', 'r.abstained', 'r.result'] as const),
      jsonArrayFrom(
        eb
          .selectFrom('seat as s')
          .innerJoin('person as p', 'p.id', 's.person_id')
          .whereRef('s.body_id', '=', 'b.id')
          .where('s.from_on', '<=', o.today)
          .where((w) => w.or([w('s.to_on', 'is', null), w('s.to_on', '>=', o.today)]))
          .orderBy('p.staff_no')
          .select(['p.id', 'p.name']),
      ).as('members'),
      ...(['present', 'recused', 'absent'] as const).map((presence) =>
        sql<
          string[]
        >`array(select p.name from attendance a join person p on p.id = a.person_id where a.case_id = r.case_id and a.presence = ${presence}
          and a.run = (select max(x.run) from attendance x where x.case_id = r.case_id) order by p.staff_no)`.as(presence),
      ),
    ]),
);

export async function resolutionPanel(db: Connection, o: Viewing): Promise<ResolutionView> {
  const row = await sitting.get(db, o);
  const { code, title, members, ...rest } = row;
  const answer = o.law.answer(resolutionMajority, { given: { body: code }, on: row.meetingOn ?? o.today });
  const sat = { entitled: row.entitled ?? 0, present: row.present.length, inFavour: row.inFavour ?? undefined };
  const demands = row.result !== null && isAnswered(answer) ? demandsOf(answer.value, sat) : [];
  return { body: { code, title: title ?? code, members }, ...rest, demands };
}
