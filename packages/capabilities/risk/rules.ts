import { items } from '../../kernel/checklist.ts';
import { keyed } from '../../kernel/keyed.ts';
import { recurrences } from '../../kernel/recurrence.ts';
import { matrix } from '../../kernel/risk-matrix.ts';
import { rule } from '../../kernel/rule.ts';
import { choice, defaultPeriod } from '../../kernel/rule-kinds.ts';

export const levels = ['low', 'medium', 'high'] as const;
export type Level = (typeof levels)[number];
/** Classes of impact in words: no text gives amounts for them. */
export const impacts = ['low', 'medium', 'high'] as const;
export const classes = ['technical', 'management', 'rights', 'interest'] as const;

/** The classes of risk to be looked for. */
export const riskClasses = rule('risk-classes', { kind: items, asOf: 'identifiedOn', ifSilent: 'free' });
/** The matrix that makes a level of probability and impact. Without one no risk can be graded. */
export const riskMatrix = rule('risk-matrix', { kind: matrix(...levels), asOf: 'assessedOn', ifSilent: 'forbidden' });
/** How often risks are assessed. */
export const riskAssessmentCycle = rule('risk-assessment-cycle', { kind: recurrences, asOf: 'assessedOn', ifSilent: 'free' });
/** What is to be done about a risk of a level. */
export const riskMeasures = rule('risk-measures', { kind: keyed(levels, items), asOf: 'assessedOn', ifSilent: 'free' });
/** How often a risk of a level is looked at again. */
export const riskTracking = rule('risk-tracking', { kind: keyed(levels, recurrences), asOf: 'assessedOn', ifSilent: 'free' });
/** The colour of the warning. */
export const riskAlert = rule('risk-alert', {
  kind: keyed(levels, choice('yellow', 'orange', 'red')),
  asOf: 'assessedOn',
  ifSilent: 'free',
});
/** How long before a resource is due its party is reminded. An editable default (如). */
export const riskReminder = rule('risk-reminder', { kind: defaultPeriod, asOf: 'plannedOn', ifSilent: 'free' });
