import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import { type About, anyRules, capability, procedure, wire } from '../../engine/procedure.ts';
import { type EventSeen, insert, update } from '../../engine/write.ts';
import { type Appraised, openMaturity } from './decisions.ts';
import { type Concluded, maturityReport } from './document.ts';
import { maturityPanel } from './panel.ts';
import { maturity } from './procedure.ts';
import { appraisalAspects } from './rules.ts';

async function load(db: Connection, about: About<{ readonly achievement: string }>): Promise<Appraised> {
  const achievement = about.input?.achievement ?? about.case;
  const row = await db
    .selectFrom('institution as i')
    .where('i.id', '=', about.institution)
    .select((eb) => [
      'i.title as issuer',
      jsonObjectFrom(eb.selectFrom('achievement as a').where('a.id', '=', achievement).select(['a.id', 'a.title'])).as('achievement'),
      jsonArrayFrom(
        eb.selectFrom('contributor as c').where('c.achievement_id', '=', achievement).orderBy('c.rank').select('c.person_id as person'),
      ).as('contributors'),
    ])
    .executeTakeFirstOrThrow();
  return { ...row, contributors: row.contributors.map((c) => c.person) };
}

export const maturities = capability({
  id: 'maturity',
  uses: ['disclosure'],
  rules: anyRules(appraisalAspects),
  procedures: [
    procedure({
      chart: maturity,
      panel: maturityPanel,
      numbered: '成熟度',
      lends: { scorecard: 'P62' },
      awaits: {
        scorecard: {
          'round.concluded': {
            event: 'maturity.found',
            with: (e: EventSeen<Concluded>) => {
              const model = maturityReport(e.data, e.on);
              return {
                data: { score: e.data.total, mature: e.data.reached },
                brings: { issues: [{ kind: 'maturity-report', title: model.title, model }] },
              };
            },
          },
        },
      },
      commands: [wire(openMaturity, load, { opens: 'root' })],
      apply: {
        'maturity.opened': (e: EventSeen<{ achievement: string }>) => [
          insert('maturity', { id: e.case, achievement_id: e.data.achievement }),
        ],
        'maturity.found': (e: EventSeen<{ score: string; mature: boolean }>) => [
          update('maturity', e.case, { score: e.data.score, mature: e.data.mature, appraised_on: e.on }),
        ],
      },
    }),
  ],
});
