import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import { anyRules, capability, procedure, wire } from '../../engine/procedure.ts';
import { question } from '../../engine/question.ts';
import { type EventSeen, insert, update, type Write } from '../../engine/write.ts';
import { decideResolution, type Sitting } from './decisions.ts';
import { resolutionPanel } from './panel.ts';
import { resolution } from './procedure.ts';
import { resolutionMajority } from './rules.ts';

const sitting = question((db, about: { case: string }) =>
  db
    .selectFrom('resolution as r')
    .leftJoin('body as b', 'b.code', 'r.body')
    .where('r.case_id', '=', about.case)
    .select((eb) => [
      jsonObjectFrom(eb.selectFrom('body as x').whereRef('x.id', '=', 'b.id').select(['x.code', 'x.title'])).as('body'),
      jsonArrayFrom(
        eb
          .selectFrom('seat as s')
          .innerJoin('person as p', 'p.id', 's.person_id')
          .whereRef('s.body_id', '=', 'b.id')
          .orderBy('p.staff_no')
          .select(['p.id as person', 'p.name', 's.from_on as from', 's.to_on as to']),
      ).as('members'),
      jsonArrayFrom(
        eb
          .selectFrom('case_member as m')
          .whereRef('m.case_id', '=', 'r.case_id')
          .where('m.role', '=', 'CT')
          .select('m.person_id as person'),
      ).as('related'),
      eb.selectFrom('step as t').whereRef('t.child_id', '=', 'r.case_id').select('t.clauses').as('clauses'),
    ]),
);

type Decided = {
  result: 'passed' | 'rejected' | 'deferred';
  present: readonly string[];
  recused: readonly string[];
  absent: readonly string[];
  votes: string;
  inFavour?: number;
  against?: number;
  abstained?: number;
  majority?: string;
  minutesNumber?: string;
  minutes?: string;
  entitled: number;
};

const decided = (e: EventSeen<Decided>): readonly Write[] => {
  const { data: d } = e;
  const came = (people: readonly string[], presence: string): Write[] =>
    people.map((p) => insert('attendance', { id: e.rowId(`${presence} ${p}`), person_id: p, presence, run: e.seq }));
  return [
    update('resolution', e.case, {
      meeting_on: e.on,
      minutes_number: d.minutesNumber ?? null,
      minutes_id: d.minutes ?? null,
      entitled: d.entitled,
      present: d.present.length,
      votes: d.votes,
      majority: d.majority ?? null,
      in_favour: d.inFavour ?? null,
      against: d.against ?? null,
      abstained: d.abstained ?? null,
      result: d.result,
    }),
    ...came(d.present, 'present'),
    ...came(d.recused, 'recused'),
    ...came(d.absent, 'absent'),
  ];
};

export const resolutions = capability({
  id: 'resolution',
  uses: [],
  rules: anyRules(resolutionMajority),
  procedures: [
    procedure({
      chart: resolution,
      panel: resolutionPanel,
      outcomes: { done: ['resolution.passed'], refused: ['resolution.rejected'] },
      begins: () => ({
        owes: [
          {
            duty: 'resolution.decide',
            owner: { role: 'MS' },
            metBy: ['resolution.passed', 'resolution.rejected'],
            clause: '004:5',
            force: 'must',
          },
        ],
      }),
      commands: [
        wire(decideResolution, async (db, about): Promise<Sitting> => {
          const row = await sitting.get(db, about);
          return { body: row.body, members: row.members, related: row.related.map((m) => m.person), clauses: row.clauses ?? [] };
        }),
      ],
      apply: {
        'resolution.tabled': (e: EventSeen<{ body: string }>) => [insert('resolution', { id: e.case, body: e.data.body })],
        'resolution.passed': decided,
        'resolution.rejected': decided,
        'resolution.deferred': decided,
      },
    }),
  ],
});
