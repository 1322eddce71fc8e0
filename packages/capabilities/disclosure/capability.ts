import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import { type About, capability, procedure, wire } from '../../engine/procedure.ts';
import { question } from '../../engine/question.ts';
import { type EventSeen, insert, update } from '../../engine/write.ts';
import { amend, disclose, register, returnDisclosure } from './decisions.ts';
import { disclosurePanel } from './panel.ts';
import { disclosure } from './procedure.ts';

const achievement = question((db, about: { case: string }) =>
  db.selectFrom('achievement').where('case_id', '=', about.case).select(['id', 'title', 'kind', 'summary', 'formed_on as formedOn']),
);
async function loadAchievement(db: Connection, about: About<unknown>) {
  const { id, ...now } = await achievement.get(db, about);
  return { achievement: id, now };
}

const disclosers = question((db, about: { institution: string; people: readonly string[] }) =>
  db
    .selectFrom('institution as i')
    .where('i.id', '=', about.institution)
    .select((eb) => [
      'i.title as institution',
      jsonArrayFrom(
        eb.selectFrom('person as p').where('p.id', '=', sql<string>`any (${about.people}::uuid[])`).select(['p.id', 'p.name', 'p.unit']),
      ).as('people'),
    ]),
);

type Form = {
  achievement: string;
  title: string;
  kind: string;
  summary: string;
  formedOn?: string;
  contributors: readonly { person: string; main: boolean; contribution?: string }[];
  rights: readonly { kind: string; number?: string; title: string }[];
};

export const disclosures = capability({
  id: 'disclosure',
  uses: ['institution'],
  rules: [],
  procedures: [
    procedure({
      chart: disclosure,
      panel: disclosurePanel,
      numbered: '成果',
      outcomes: { done: ['achievement.registered'] },
      commands: [
        wire(
          disclose,
          (db, about) =>
            disclosers.get(db, { institution: about.institution, people: about.input?.contributors.map((c) => c.person) ?? [] }),
          { opens: 'root' },
        ),
        wire(register, loadAchievement),
        wire(returnDisclosure, loadAchievement),
        wire(amend, loadAchievement),
      ],
      correctable: { achievement: { title: { is: 'text', documents: ['disclosure-form', 'price-notice'] } } },
      apply: {
        'achievement.disclosed': (e: EventSeen<Form>) => [
          insert('achievement', {
            id: e.data.achievement,
            title: e.data.title,
            kind: e.data.kind,
            summary: e.data.summary,
            formed_on: e.data.formedOn ?? null,
            state: 'disclosed',
          }),
          ...e.data.contributors.map((c, i) =>
            insert('contributor', {
              id: e.rowId(c.person),
              achievement_id: e.data.achievement,
              person_id: c.person,
              rank: i + 1,
              main: c.main,
              contribution: c.contribution ?? null,
            }),
          ),
          ...e.data.rights.map((r, i) =>
            insert('achievement_right', {
              id: e.rowId(`right ${i}`),
              ordinal: i,
              achievement_id: e.data.achievement,
              kind: r.kind,
              number: r.number ?? null,
              title: r.title,
            }),
          ),
        ],
        'achievement.amended': (e: EventSeen<Pick<Form, 'achievement' | 'title' | 'kind' | 'summary' | 'formedOn'>>) => [
          update('achievement', e.data.achievement, {
            title: e.data.title,
            kind: e.data.kind,
            summary: e.data.summary,
            formed_on: e.data.formedOn ?? null,
          }),
        ],
        'achievement.registered': (e: EventSeen<{ achievement: string }>) => [
          update('achievement', e.data.achievement, { state: 'registered', registered_on: e.on }),
        ],
      },
    }),
  ],
});
