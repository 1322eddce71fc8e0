import { items } from '../../kernel/checklist.ts';
import { rule } from '../../kernel/rule.ts';
import { choice, limitsOn } from '../../kernel/rule-kinds.ts';
import { scorecard } from '../../kernel/scorecard.ts';

const asOf = 'appraisedOn';

/** The card that experts score an achievement by. */
export const maturityCard = rule('maturity-card', { kind: scorecard, asOf, ifSilent: 'forbidden' });
/** From how many points on an achievement is mature. */
export const maturityThreshold = rule('maturity-threshold', { kind: limitsOn('points'), asOf, ifSilent: 'forbidden' });
/** How the points of several experts become one result. */
export const scoreAggregation = rule('score-aggregation', { kind: choice('mean', 'trimmed-mean'), asOf, ifSilent: 'free' });
/** Whether many points for a risk mean little of it, or much. */
export const riskPoints = rule('risk-points', {
  kind: choice('higher-is-lower-risk', 'higher-is-higher-risk'),
  asOf,
  ifSilent: 'free',
});
/** What experts appraise. */
export const appraisalAspects = rule('appraisal-aspects', { kind: items, asOf, ifSilent: 'free' });
