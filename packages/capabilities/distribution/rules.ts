import { reviewStep } from '../../instruments/review-route/rules.ts';
import { routeOf } from '../../kernel/route.ts';
import { rule } from '../../kernel/rule.ts';
import { choice, shareLimits, union, whole } from '../../kernel/rule-kinds.ts';
import { leaderClasses } from '../institution/decisions.ts';
import { counted, readScheme, type Scheme, schemeBases } from './scheme.ts';
import { schemeLimits } from './scheme-limits.ts';
import { checkWorkedSplit } from './split.ts';

const about = { asOf: 'receivedOn', given: ['mode'] } as const;

/** How the institution divides conversion money: base, parts, who chooses, what each part counts as. */
export const distributionParts = rule('distribution-parts', {
  kind: {
    ...whole('parts', readScheme, (s: Scheme) => s.parts.map((p) => p.id).join(' + ')),
    example: checkWorkedSplit,
    implies: { rule: 'reward-limits', of: schemeLimits },
  },
  ...about,
  ifSilent: 'forbidden',
});

/** Floors and caps on what a part counts as. Each refuses in its own clause's name. */
export const rewardLimits = rule('reward-limits', {
  kind: shareLimits({ counts: counted, bases: schemeBases }),
  ...about,
  ifSilent: 'free',
});

/** What the remainder is mainly for. */
export const remainderUse = rule('remainder-use', { kind: union('rnd', 'conversion'), asOf: 'receivedOn', ifSilent: 'free' });

/** Who decides the shares inside the team. */
export const innerSplit = rule('inner-split', { kind: choice('team'), asOf: 'receivedOn', ifSilent: 'free' });

/** Leaders whose cash award rests on a measure of the unit (单位制定的具体办法). */
export const leaderCash = rule('leader-cash', { kind: union(...leaderClasses), asOf: 'checkedOn', ifSilent: 'free' });
/** Leaders who may not be given equity. */
export const leaderEquity = rule('leader-equity', { kind: union(...leaderClasses), asOf: 'checkedOn', ifSilent: 'free' });

/** Rewards that a text would have institutions give their transfer staff: encouraged, outside the team's share. */
export const staffIncentives = rule('staff-incentives', {
  kind: union('shareholding', 'income-sharing'),
  asOf: 'checkedOn',
  ifSilent: 'free',
});

/** Who approves an award; the weightiest post among the contributors may decide it. Where no text says, the proposer names the body. */
export const awardApproval = rule('award-approval', {
  kind: routeOf({ does: ['resolution', reviewStep], figures: { net: null } }),
  asOf: 'receivedOn',
  given: ['mode', 'leader'],
  ifSilent: 'ask',
});

/** How payroll treats an award. */
export const payrollTreatment = rule('payroll-treatment', {
  kind: union('counted-in-performance-pay', 'outside-performance-cap', 'outside-insurance-base'),
  asOf: 'paidOn',
  ifSilent: 'free',
});
