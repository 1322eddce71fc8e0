import { reviewStep } from '../../instruments/review-route/rules.ts';
import { routeOf } from '../../kernel/route.ts';
import { rule } from '../../kernel/rule.ts';
import { union } from '../../kernel/rule-kinds.ts';

/** Ways of conversion (转化方式), 转化法 art. 16. */
export const modes = ['self', 'transfer', 'license', 'cooperate', 'equity', 'other'] as const;
export type Mode = (typeof modes)[number];

/** The ways the law knows. */
export const conversionModes = rule('conversion-modes', { kind: union(...modes), asOf: 'openedOn', ifSilent: 'free' });

/** Which steps a conversion takes and in what order: the institution's own text says. Without it no conversion can be opened. */
export const conversionSteps = rule('conversion-steps', {
  kind: routeOf({
    does: ['disclosure', 'pricing', 'resolution', 'public-notice', reviewStep, 'contract'],
    figures: { price: 'pricing' },
  }),
  asOf: 'openedOn',
  given: ['mode'],
  ifSilent: 'forbidden',
});

/** Kinds of partner the institution's platform brings together. */
export const partnerKinds = rule('partner-kinds', {
  kind: union('physician', 'scientist', 'enterprise-team', 'financing', 'sales-channel'),
  asOf: 'openedOn',
  ifSilent: 'free',
});

/** What a responsible person must have fulfilled to be deemed diligent (尽职). */
export const diligenceElements = rule('diligence-elements', {
  kind: union('democratic-decision', 'reasonable-care', 'supervision'),
  asOf: 'assessedOn',
  ifSilent: 'free',
});

/** Ways of setting the price for which a diligent leader is freed of decision errors. */
export const exemptionChannels = rule('exemption-channels', {
  kind: union('listed', 'auction', 'agreed-noticed-in-unit-and-market'),
  asOf: 'assessedOn',
  ifSilent: 'free',
});
