import { rule } from '../../kernel/rule.ts';
import { choice, limitsOn, union } from '../../kernel/rule-kinds.ts';

/** What a plan of cooperation can consist of. */
const planParts = ['staged-goals', 'overall-goal', 'duties', 'resources', 'schedule'] as const;
export type PlanPart = (typeof planParts)[number];
/** Kinds of expert that review a plan. */
export const expertKinds = ['technical', 'management'] as const;
export type ExpertKind = (typeof expertKinds)[number];

/** What must stand in a plan before a party lets it be reviewed: each party's own texts say. */
export const planContents = rule('plan-contents', {
  kind: union(...planParts),
  asOf: 'submittedOn',
  about: 'party',
  ifSilent: 'free',
});
/** Experts of which kinds must have reviewed the plan before it is voted on. */
export const planExperts = rule('plan-experts', { kind: union(...expertKinds), asOf: 'submittedOn', ifSilent: 'free' });
/** Who casts the weighted ballots: the parties, or the experts each party named, among whom its weight is divided (E-07). */
export const planVoters = rule('plan-voters', { kind: choice('parties', 'experts'), asOf: 'openedOn', ifSilent: 'forbidden' });
/** What must be done with each opinion before the plan is approved: taken up in the plan, or answered. */
export const opinionAnswers = rule('opinion-answers', { kind: union('adopted', 'explained'), asOf: 'answeredOn', ifSilent: 'free' });
/** What an approved plan needs before it is amended. */
export const planAmendment = rule('plan-amendment', { kind: union('committee-resolution'), asOf: 'amendedOn', ifSilent: 'free' });
/** How far one adjustment of the schedule may go, as a part of the original period of what is moved (E-11). */
export const scheduleShift = rule('schedule-shift', {
  kind: limitsOn('task-period', 'project-period'),
  asOf: 'submittedOn',
  ifSilent: 'free',
});
