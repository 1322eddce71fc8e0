import { anyRules, capability } from '../../engine/procedure.ts';
import {
  actConsent,
  agreementItems,
  annexReference,
  equityTerms,
  licenceEffect,
  ownershipTerms,
  priorityPeriod,
  priorityRight,
  proceedsDefault,
  proceedsShares,
  rightsByAgreement,
  rightsDefault,
  waysOfPayment,
} from './rules.ts';

export const ownerships = capability({
  id: 'ownership',
  uses: [],
  rules: anyRules(
    rightsByAgreement,
    rightsDefault,
    proceedsDefault,
    actConsent,
    ownershipTerms,
    annexReference,
    proceedsShares,
    priorityRight,
    priorityPeriod,
    waysOfPayment,
    licenceEffect,
    equityTerms,
    agreementItems,
  ),
  procedures: [],
});
