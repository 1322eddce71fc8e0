import { rule } from '../../kernel/rule.ts';
import { choice, limitsOn } from '../../kernel/rule-kinds.ts';
import { scorecard as card } from '../../kernel/scorecard.ts';

/** What a round of scoring can be about; the packs answer for each. */
export const matters = ['maturity'] as const;

const about = { asOf: 'openedOn', given: ['about'] } as const;

/** The card that experts score by. Without one nothing can be scored. */
export const scoreCard = rule('score-card', { kind: card, ...about, ifSilent: 'forbidden' });
/** From how many points on the matter has reached what it is scored for. */
export const scoreThreshold = rule('score-threshold', { kind: limitsOn('points'), ...about, ifSilent: 'free' });
/** How the points of several experts become one result. Where no text says, they are averaged. */
export const scoreAggregation = rule('score-aggregation', { kind: choice('mean', 'trimmed-mean'), ...about, ifSilent: 'free' });
/** Whether many points for a risk mean little of it, or much. Where no text says, little: the points add up to the total. */
export const riskPoints = rule('risk-points', {
  kind: choice('higher-is-lower-risk', 'higher-is-higher-risk'),
  ...about,
  ifSilent: 'free',
});
