import { items } from '../../kernel/checklist.ts';
import { rule } from '../../kernel/rule.ts';
import { allowList, choice, defaultPeriod, shareLimits, union } from '../../kernel/rule-kinds.ts';

/** How the parties work together: side by side (合作研发), or one by order of the other (委托研发). */
export const modes = ['cooperative', 'commissioned'] as const;
/** Whether the cooperation has made a new invention; before anybody knows it is undetermined. */
export const inventions = ['made', 'none', 'undetermined'] as const;
/** To whom the rights in an achievement belong where the agreement does not say. */
const defaults = ['completing-unit', 'all-parties-jointly', 'researcher'] as const;
/** What can be done with rights. `publish` is the one thing that need not be an owner's. */
export const acts = ['implement', 'publish', 'apply', 'license', 'transfer', 'pledge', 'invest'] as const;
export const templates = ['A.1.1', 'A.1.2', 'A.2.1', 'A.2.2'] as const;
export const paymentWays = ['lump-sum', 'instalments', 'royalty'] as const;

/** What a clause of an agreement does, in terms the software follows. */
export const effects = [
  ...(['owner-all-jointly', 'owner-enterprise', 'owner-researcher', 'application-right-enterprise', 'use-right-enterprise'] as const),
  ...(['consent-of-all', 'enterprise-may-transfer', 'priority-waived', 'priority-enterprise', 'academic-use'] as const),
  ...(['proceeds-jointly', 'proceeds-mainly-enterprise', 'proceeds-researcher'] as const),
  ...(['enterprise-funds', 'enterprise-place', 'enterprise-facilities', 'enterprise-team', 'researcher-people'] as const),
] as const;
export type Effect = (typeof effects)[number];

const determined = { asOf: 'determinedOn' } as const;
const acted = { asOf: 'actedOn' } as const;
const agreed = { asOf: 'agreedOn' } as const;

/** The agreement comes first. */
export const rightsByAgreement = rule('rights-by-agreement', { kind: choice('agreement-first'), ...determined, ifSilent: 'free' });
/** The owner where nothing was agreed. Where no text says, the parties are asked to agree. */
export const rightsDefault = rule('rights-default', {
  kind: choice(...defaults),
  ...determined,
  given: ['mode', 'newInvention'],
  ifSilent: 'ask',
});
/** Whose the proceeds are where nothing was agreed. */
export const proceedsDefault = rule('proceeds-default', { kind: choice(...defaults), ...determined, given: ['mode'], ifSilent: 'free' });
/** Whether one of joint owners may do it alone, or all have to agree. Where no text says, all have to (E-35: silence is no consent). */
export const actConsent = rule('act-consent', { kind: choice('each-alone', 'all-parties'), ...acted, given: ['act'], ifSilent: 'free' });
/** What the clauses of a template do once they stand in the agreement. */
export const ownershipTerms = rule('ownership-terms', { kind: union(...effects), ...agreed, given: ['template'], ifSilent: 'ask' });
/** The templates that may be referred to. */
export const annexReference = rule('annex-reference', { kind: union(...templates), ...agreed, ifSilent: 'free' });
/** Limits on a party's share of the proceeds. */
export const proceedsShares = rule('proceeds-shares', {
  kind: shareLimits({ counts: ['enterprise'], bases: ['proceeds'] }),
  ...agreed,
  given: ['mode'],
  ifSilent: 'free',
});
/** Who may acquire first when rights are transferred. */
export const priorityRight = rule('priority-right', {
  kind: choice('enterprise', 'researcher'),
  ...acted,
  given: ['mode'],
  ifSilent: 'free',
});
/** How long a priority offer stands. No text of ours says: it is asked for. */
export const priorityPeriod = rule('priority-period', { kind: defaultPeriod, ...acted, ifSilent: 'ask' });
/** The ways in which a transfer or a licence may be paid. */
export const waysOfPayment = rule('payment-ways', { kind: allowList(...paymentWays), ...acted, given: ['act'], ifSilent: 'free' });
/** What a licence takes from everybody else. */
export const licenceEffect = rule('licence-effect', { kind: choice('exclusive', 'sole', 'ordinary'), ...acted, ifSilent: 'free' });
/** What a contribution of rights as equity needs and brings. */
export const equityTerms = rule('equity-terms', { kind: union('appraised-fair-value', 'company-owns'), ...acted, ifSilent: 'free' });
/** What an agreement of a cooperation states. */
export const agreementItems = rule('agreement-items', { kind: items, ...agreed, ifSilent: 'free' });
