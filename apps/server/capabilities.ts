import { contracts } from '../../packages/capabilities/contract/capability.ts';
import { conversions } from '../../packages/capabilities/conversion/capability.ts';
import { cooperations } from '../../packages/capabilities/cooperation/capability.ts';
import { disclosures } from '../../packages/capabilities/disclosure/capability.ts';
import { distributions } from '../../packages/capabilities/distribution/capability.ts';
import { evaluations } from '../../packages/capabilities/evaluation/capability.ts';
import { institutions } from '../../packages/capabilities/institution/capability.ts';
import { maturities } from '../../packages/capabilities/maturity/capability.ts';
import { ownerships } from '../../packages/capabilities/ownership/capability.ts';
import { planReviews } from '../../packages/capabilities/plan-review/capability.ts';
import { pricings } from '../../packages/capabilities/pricing/capability.ts';
import { receipts } from '../../packages/capabilities/receipts/capability.ts';
import { rightsActs } from '../../packages/capabilities/rights-act/capability.ts';
import { risks } from '../../packages/capabilities/risk/capability.ts';
import { scheduleAdjustments } from '../../packages/capabilities/schedule-adjustment/capability.ts';
import { simulator } from '../../packages/capabilities/simulator/capability.ts';
import { stakes } from '../../packages/capabilities/stake/capability.ts';
import { taxes } from '../../packages/capabilities/tax/capability.ts';
import type { Capability } from '../../packages/engine/procedure.ts';
import { ballots } from '../../packages/instruments/ballot/capability.ts';
import { checklists } from '../../packages/instruments/checklist/capability.ts';
import { publicNotices } from '../../packages/instruments/public-notice/capability.ts';
import { resolutions } from '../../packages/instruments/resolution/capability.ts';
import { reviewRoutes } from '../../packages/instruments/review-route/capability.ts';
import { schedules } from '../../packages/instruments/schedule/capability.ts';
import { scorecards } from '../../packages/instruments/scorecard/capability.ts';
import { splitAgreements } from '../../packages/instruments/split-agreement/capability.ts';

/** Everything this house can do. A new capability is one folder and one line here. */
export const capabilities: readonly Capability[] = [
  institutions,
  resolutions,
  reviewRoutes,
  publicNotices,
  splitAgreements,
  ballots,
  checklists,
  scorecards,
  schedules,
  disclosures,
  conversions,
  pricings,
  contracts,
  receipts,
  distributions,
  stakes,
  taxes,
  simulator,
  cooperations,
  planReviews,
  scheduleAdjustments,
  maturities,
  evaluations,
  risks,
  ownerships,
  rightsActs,
];
