import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import { question } from '../../engine/question.ts';
import { daysBetween } from '../../kernel/day.ts';
import type { NoticeView } from './view.ts';

const notice = question((db, o: { case: string }) =>
  db
    .selectFrom('notice as n')
    .where('n.case_id', '=', o.case)
    .select((eb) => [
      ...([
        'n.about',
        'n.place',
        'n.location',
        'n.contents',
        'n.snapshot',
        'n.published_on as publishedOn',
        'n.last_day as lastDay',
      ] as const),
      ...(['n.provisional', 'n.ended_on as endedOn'] as const),
      jsonArrayFrom(
        eb
          .selectFrom('objection as x')
          .leftJoin('person as p', 'p.id', 'x.handler_id')
          .leftJoin('objector as j', 'j.id', 'x.id')
          .whereRef('x.case_id', '=', 'n.case_id')
          .orderBy('x.id')
          .select([
            ...([
              'x.id',
              'x.channel',
              'x.content',
              'x.anonymous',
              'x.received_on as receivedOn',
              'p.name as handler',
              'x.upheld',
              'x.answer',
            ] as const),
            ...(['x.answered_on as answeredOn', 'j.name as objector'] as const),
          ]),
      ).as('objections'),
    ]),
);

export async function noticePanel(db: Connection, o: Viewing): Promise<NoticeView> {
  const row = await notice.get(db, o);
  const { publishedOn, lastDay, endedOn } = row;
  const running = publishedOn !== null && lastDay !== null && endedOn === null;
  const dayOf = running
    ? {
        day: Math.max(0, Math.min(daysBetween(publishedOn, o.today), daysBetween(publishedOn, lastDay))),
        of: daysBetween(publishedOn, lastDay),
      }
    : null;
  return { ...row, contents: row.contents as NoticeView['contents'], dayOf };
}
