import { rule } from '../../kernel/rule.ts';
import { defaultPeriod, limitsOn, periods, union } from '../../kernel/rule-kinds.ts';

/**
 * What the texts ask of a cooperation from its agreement to its archive. A duty that no text gives a day for has none:
 * every rule here is free where the texts are silent.
 */
const period = <const Id extends string, const D extends string>(id: Id, asOf: D) => rule(id, { kind: periods, asOf, ifSilent: 'free' });

/** How long confidences are kept after the cooperation, at the least. */
export const confidentialityTerm = period('confidentiality-term', 'endedOn');
/** How much money makes an agreement one of major funds. */
export const majorFunds = rule('major-funds', { kind: limitsOn('contract-money'), asOf: 'reviewedOn', ifSilent: 'free' });
/** What sends an agreement to an outside law firm. */
export const lawFirmReview = rule('law-firm-review', {
  kind: union('major-funds', 'core-technology'),
  asOf: 'reviewedOn',
  ifSilent: 'free',
});
/** Consecutive months in which a party brought nothing, after which it may be made to leave. An editable default (如). */
export const exitMissedChecks = rule('exit-missed-checks', { kind: limitsOn('consecutive-checks'), asOf: 'checkedOn', ifSilent: 'free' });
/** How long after its planned day a core goal may be missed before a party may leave. An editable default (如). */
export const exitCoreGoal = rule('exit-core-goal', { kind: defaultPeriod, asOf: 'plannedOn', ifSilent: 'free' });

/** The part of planned tasks done, below which a plan of rectification is owed. */
export const attainmentRectification = rule('attainment-rectification', {
  kind: limitsOn('planned-tasks'),
  asOf: 'reviewedOn',
  ifSilent: 'free',
});
/** Within what time after the notice a party makes up what it did not bring. */
export const resourceRemedy = period('resource-remedy', 'urgedOn');
/** The longest time that may be set for putting a failed stage right. */
export const stageRectification = period('stage-rectification', 'notifiedOn');
/** Within what time those invited to a topic meeting answer. */
export const topicResponse = period('topic-response', 'noticedOn');
/** Within what time after it happened the committee is told of a major risk. */
export const emergencyNotice = period('emergency-notice', 'occurredOn');
/** Within what time after it happened a solution is proposed. */
export const emergencySolution = period('emergency-solution', 'occurredOn');
/** How long research data is kept after the cooperation, at the least. */
export const dataRetention = period('data-retention', 'endedOn');

/** The longest time for putting right what the appraisal asked for. */
export const appraisalRectification = period('appraisal-rectification', 'concludedOn');
/** Within what time after the appraisal passed the owner starts to apply for rights. */
export const rightsStart = period('rights-start', 'passedOn');
/** How long one joint attack on a problem of conversion may take, as a part of the original plan (E-12). */
export const attackCap = rule('attack-cap', { kind: limitsOn('conversion-plan', 'plan-stage'), asOf: 'startedOn', ifSilent: 'free' });
/** What allows a cooperation to be closed; any one will do. */
export const closingConditions = rule('closing-conditions', {
  kind: union('goals-reached', 'cause-and-liquidated', 'all-agree'),
  asOf: 'closedOn',
  ifSilent: 'free',
});
/** Within what time after closing the summary is written and the files are archived. */
export const closingReport = period('closing-report', 'closedOn');
/** How long the archive is kept, at the least. */
export const archiveRetention = period('archive-retention', 'archivedOn');
