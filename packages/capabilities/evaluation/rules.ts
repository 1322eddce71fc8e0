import { items } from '../../kernel/checklist.ts';
import { grades } from '../../kernel/grades.ts';
import { indicators, stepModes } from '../../kernel/indicators.ts';
import { recurrences } from '../../kernel/recurrence.ts';
import { rule } from '../../kernel/rule.ts';
import { choice, limitsOn, periods } from '../../kernel/rule-kinds.ts';
import { seatShares } from '../../kernel/seats.ts';

/** How often a cooperation is evaluated while it runs. */
export const evaluationCycle = rule('evaluation-cycle', { kind: recurrences, asOf: 'scoredOn', ifSilent: 'free' });
/** Within what time after closing it is evaluated as a whole. */
export const summativeEvaluation = rule('summative-evaluation', { kind: periods, asOf: 'closedOn', ifSilent: 'free' });
/** Who sits in the evaluation committee, in what shares. */
export const committeeSeats = rule('committee-seats', { kind: seatShares, asOf: 'formedOn', ifSilent: 'ask' });
/** The indicators, their weights and scales. */
export const evaluationIndicators = rule('evaluation-indicators', { kind: indicators, asOf: 'scoredOn', ifSilent: 'forbidden' });
/** What a part of a step takes off. */
export const stepMode = rule('step-mode', { kind: choice(...stepModes), asOf: 'scoredOn', ifSilent: 'ask' });
/** The grades of a composite score. */
export const evaluationGrades = rule('evaluation-grades', { kind: grades, asOf: 'scoredOn', ifSilent: 'ask' });
/** What every item of an improvement plan states. */
export const improvementItems = rule('improvement-items', { kind: items, asOf: 'plannedOn', ifSilent: 'free' });
/** Within what time after it was carried out an improvement is verified. */
export const improvementVerification = rule('improvement-verification', { kind: periods, asOf: 'implementedOn', ifSilent: 'free' });
/** How much of its goal an improvement reaches to pass. An editable default (如). */
export const improvementPasses = rule('improvement-passes', { kind: limitsOn('goal'), asOf: 'verifiedOn', ifSilent: 'ask' });
