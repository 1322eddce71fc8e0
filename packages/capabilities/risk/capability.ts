import type { Connection } from '../../engine/database.ts';
import { type About, anyRules, capability, procedure, wire } from '../../engine/procedure.ts';
import { type EventSeen, insert, update } from '../../engine/write.ts';
import { assessRisk, closeRisk, type Found, identifyRisk } from './decisions.ts';
import { riskPanel } from './panel.ts';
import { risk } from './procedure.ts';
import { riskAlert, riskAssessmentCycle, riskClasses, riskMatrix, riskMeasures, riskReminder, riskTracking } from './rules.ts';

async function load(db: Connection, about: About<unknown>): Promise<Found> {
  const { title } = await db.selectFrom('case_file').where('id', '=', about.case).select('title').executeTakeFirstOrThrow();
  const open = await db
    .selectFrom('checklist_item as i')
    .innerJoin('case_file as c', 'c.id', 'i.case_id')
    .where('c.parent_id', '=', about.case)
    .where('c.withdrawn', '=', false)
    .where('c.settled', '=', false)
    .where('i.settled_on', 'is', null)
    .where('i.force', '=', 'must')
    .orderBy('i.ordinal')
    .select(['i.title', 'i.clause'])
    .execute();
  return { title, open: open.map((i) => i.title), clauses: [...new Set(open.map((i) => i.clause))] };
}

type Assessed = { probability: string; impact: string; level: string; alert: string | null };

export const risks = capability({
  id: 'risk',
  uses: [],
  rules: anyRules(riskClasses, riskMatrix, riskAssessmentCycle, riskMeasures, riskTracking, riskAlert, riskReminder),
  procedures: [
    procedure({
      chart: risk,
      panel: riskPanel,
      numbered: '风险',
      commands: [wire(identifyRisk, async () => null, { opens: 'root' }), wire(assessRisk, load), wire(closeRisk, load)],
      apply: {
        'risk.identified': (e: EventSeen<{ class: string; description: string }>) => [
          insert('risk', { id: e.case, class: e.data.class, description: e.data.description }),
        ],
        'risk.assessed': (e: EventSeen<Assessed>) => [
          update('risk', e.case, {
            probability: e.data.probability,
            impact: e.data.impact,
            level: e.data.level,
            alert: e.data.alert,
            assessed_on: e.on,
          }),
        ],
      },
    }),
  ],
});
