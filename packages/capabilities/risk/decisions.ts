import { listed } from '../../instruments/checklist/decisions.ts';
import { drawn, type Line } from '../../instruments/schedule/decisions.ts';
import type { Raise } from '../../kernel/brings.ts';
import { commandsOf, facts, happened } from '../../kernel/command.ts';
import { fields, optional } from '../../kernel/field.ts';
import { choice, note, paper, person, share, text } from '../../kernel/field-kinds.ts';
import { showPercent } from '../../kernel/ratio.ts';
import { showEvery } from '../../kernel/recurrence.ts';
import { refuse, unmet } from '../../kernel/refusal.ts';
import { levelOf } from '../../kernel/risk-matrix.ts';
import { risk } from './procedure.ts';
import { classes, impacts, type Level, riskAlert, riskClasses, riskMatrix, riskMeasures, riskTracking } from './rules.ts';

export type Found = {
  readonly title: string;
  /** Measures that the level demands (应当) and nobody has settled yet, and the clauses that ask for them. */
  readonly open: readonly string[];
  readonly clauses: readonly string[];
};
const command = commandsOf(risk);

/** A risk is found and handed to the supervisor who grades it. */
export const identifyRisk = command('risk.identify', {
  action: 'P50:P',
  brings: ['risk.identified'],
  asks: [riskClasses],
  refuses: ['risk.class_unknown'],
  input: fields({ title: text(120), class: choice(...classes), description: note(2000), assessor: person() }),
  facts: facts<null>(),
  ground: ({ on }) => ({ given: {}, dates: { identifiedOn: on } }),
  decide: ({ input: i, law, actor }) => {
    const known = law['risk-classes'];
    const strange = known !== undefined && !known.value.some((c) => c.id === i.class);
    const members = [{ person: i.assessor, role: 'SG' }, ...(actor.person ? [{ person: actor.person, role: 'EG' }] : [])];
    return [
      ...(strange ? [unmet('risk.class_unknown', known.clauses, { class: i.class }, ['class'])] : []),
      happened(
        'risk.identified',
        { ...i },
        {
          members,
          owes: [
            {
              duty: 'risk.assess',
              owner: { person: i.assessor },
              metBy: ['risk.assessed'],
              clause: '@risk-assessment-cycle',
              force: 'must',
            },
          ],
        },
      ),
    ];
  },
});

/** Grades a risk: the matrix makes its level, and the level what has to be done, how often it is looked at, and the colour of the warning. */
export const assessRisk = command('risk.assess', {
  action: 'P50:D',
  brings: ['risk.assessed'],
  asks: [riskMatrix, riskMeasures, riskTracking, riskAlert],
  refuses: ['risk.class_of_impact_unknown'],
  recordable: true,
  input: fields({ probability: share(), impact: choice(...impacts), grounds: note(2000) }),
  facts: facts<Found>(),
  ground: ({ on }) => ({ given: {}, dates: { assessedOn: on } }),
  decide: ({ input: i, facts: f, law, on, calendar, id }) => {
    const { value: matrix, clauses } = law['risk-matrix'];
    const found = levelOf(matrix, i.probability, i.impact);
    if (!found) return [refuse('risk.class_of_impact_unknown', { impact: i.impact }, { clause: clauses, at: ['impact'] })];
    const level = found.level as Level;
    const items = law['risk-measures']?.value[level] ?? [];
    const lines = (law['risk-tracking']?.value[level] ?? []).map(
      (b): Line => ({
        id: id(),
        title: tracking[level],
        owner: { role: 'SG' },
        recurs: showEvery(b.limit),
        anchor: on,
        is: 'duty',
        clauses: [b.clause],
        force: b.force,
      }),
    );
    const raises: readonly Raise[] = [
      ...(items.length > 0 ? [{ procedure: 'checklist', title: '应对措施', data: listed({ items, owner: 'SG' }) }] : []),
      ...(lines.length > 0 ? [{ procedure: 'schedule', title: '风险跟踪', data: drawn(lines, calendar) }] : []),
    ];
    const data = {
      title: f.title,
      probability: showPercent(i.probability),
      impact: i.impact,
      row: found.row,
      level,
      alert: law['risk-alert']?.value[level] ?? null,
      grounds: i.grounds,
    };
    return [happened('risk.assessed', data, { withdraws: ['checklist', 'schedule'], raises })];
  },
});
const tracking = { high: '跟踪风险变化', medium: '评估应对效果', low: '常规监控' } as const;

/** The risk is dealt with: what its level asked for has been done. */
export const closeRisk = command('risk.close', {
  action: 'P50:D',
  brings: ['risk.closed'],
  asks: [],
  refuses: ['risk.measures_open'],
  recordable: true,
  input: fields({ report: note(2000), paper: optional(paper()) }),
  facts: facts<Found>(),
  ready: ({ facts: f }) => measuresOpen(f),
  decide: ({ input: i, facts: f }) => [
    ...measuresOpen(f),
    happened('risk.closed', { ...i }, { withdraws: ['schedule'], ...(i.paper ? { papers: [i.paper] } : {}) }),
  ],
});
const measuresOpen = (f: Found) => (f.open.length > 0 ? [unmet('risk.measures_open', f.clauses, { measures: [...f.open] })] : []);
