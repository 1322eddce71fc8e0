import { rule } from '../../kernel/rule.ts';
import { allowList, choice, union } from '../../kernel/rule-kinds.ts';

/** Matters whose disposal needs approval from above. */
export const exceptions = ['state-secret', 'national-security', 'key-core-technology'] as const;
export const disposalExceptions = rule('disposal-exceptions', { kind: union(...exceptions), asOf: 'checkedOn', ifSilent: 'free' });

/** How a price may be set (协议定价, 挂牌交易, 拍卖, and with a reason other ways: 等方式). */
export const methods = ['agreed', 'listed', 'auction', 'other'] as const;
export type Method = (typeof methods)[number];
export const priceMethods = rule('price-methods', { kind: allowList(...methods), asOf: 'pricedOn', ifSilent: 'free' });

/** Whether an asset appraisal is needed: the institution decides, or it may be left out. */
export const appraisal = rule('appraisal', {
  kind: choice('institution-decides', 'optional'),
  asOf: 'pricedOn',
  given: ['counterparty'],
  ifSilent: 'free',
});
