import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import { type About, anyRules, capability, procedure, wire } from '../../engine/procedure.ts';
import { question } from '../../engine/question.ts';
import { sha256 } from '../../engine/sha256.ts';
import { type EventSeen, insert, json, update } from '../../engine/write.ts';
import { canonical, type JsonRecord } from '../../kernel/json.ts';
import { endNotice, type Matter, type Notice, publishNotice } from './decisions.ts';
import { answerObjection, receiveObjection } from './objections.ts';
import { noticePanel } from './panel.ts';
import { objectorKept, publicNotice } from './procedure.ts';
import { noticeContents, noticeDays, noticePlaces } from './rules.ts';

const notice = question((db, about: { case: string }) =>
  db
    .selectFrom('notice as n')
    .innerJoin('case_file as c', 'c.id', 'n.case_id')
    .innerJoin('notice_matter as v', 'v.root_id', 'c.root_id')
    .where('n.case_id', '=', about.case)
    .select((eb) => [
      'n.about',
      'n.place',
      'n.published_on as publishedOn',
      'n.last_day as lastDay',
      'v.matter',
      jsonArrayFrom(
        eb
          .selectFrom('objection as o')
          .whereRef('o.case_id', '=', 'n.case_id')
          .orderBy('o.id')
          .select(['o.id', sql<boolean>`o.answered_on is null`.as('open')]),
      ).as('objections'),
      jsonArrayFrom(
        eb
          .selectFrom('case_member as m')
          .whereRef('m.case_id', '=', 'n.case_id')
          .where('m.role', '=', 'CT')
          .select('m.person_id as person'),
      ).as('team'),
    ]),
);
async function load(db: Connection, about: About<unknown>): Promise<Notice> {
  const row = await notice.get(db, about);
  return { ...row, matter: row.matter as unknown as Matter, team: row.team.map((m) => m.person) };
}

type Published = { location: string; contents: JsonRecord; lastDay: string; provisional: boolean };
type Received = { objection: string; channel: string; content: string; anonymous: boolean; receivedOn: string; handler: string };
type Answered = { objection: string; upheld: boolean; answer: string };

export const publicNotices = capability({
  id: 'public-notice',
  uses: [],
  rules: anyRules(noticeDays, noticeContents, noticePlaces),
  procedures: [
    procedure({
      chart: publicNotice,
      panel: noticePanel,
      outcomes: { done: ['notice.ended'], refused: ['notice.stopped'] },
      begins: () => ({ owes: [{ duty: 'notice.publish', owner: { role: 'TT' }, metBy: ['notice.published'], force: 'must' }] }),
      commands: [
        wire(publishNotice, load),
        wire(endNotice, load, { system: true }),
        wire(receiveObjection, load),
        wire(answerObjection, load),
      ],
      apply: {
        'notice.drafted': (e: EventSeen<{ about: string; place: string }>) => [
          insert('notice', { id: e.case, about: e.data.about, place: e.data.place }),
        ],
        'notice.published': (e: EventSeen<Published>) => [
          update('notice', e.case, {
            location: e.data.location,
            contents: json(e.data.contents),
            snapshot: sha256(canonical(e.data.contents)),
            published_on: e.on,
            last_day: e.data.lastDay,
            provisional: e.data.provisional,
          }),
        ],
        'notice.ended': (e: EventSeen) => [update('notice', e.case, { ended_on: e.on })],
        'objection.received': (e: EventSeen<Received>) => [
          insert('objection', {
            id: e.data.objection,
            notice_id: e.case,
            channel: e.data.channel,
            content: e.data.content,
            anonymous: e.data.anonymous,
            received_on: e.data.receivedOn,
            handler_id: e.data.handler,
          }),
        ],
        'objection.answered': (e: EventSeen<Answered>) => [
          update('objection', e.data.objection, { upheld: e.data.upheld, answer: e.data.answer, answered_on: e.on }),
        ],
      },
    }),
    procedure({
      chart: objectorKept,
      commands: [],
      apply: {
        'objector.named': (e: EventSeen<{ objection: string; name: string; contact?: string }>) => [
          insert('objector', { id: e.data.objection, name: e.data.name, contact: e.data.contact ?? null }),
        ],
      },
    }),
  ],
});
