import { anyRules, capability } from '../../engine/procedure.ts';
import * as rules from './rules.ts';

const { planExperts, planVoters, opinionAnswers, scheduleShift } = rules;

export const planReviews = capability({
  id: 'plan-review',
  uses: [],
  rules: anyRules(planExperts, planVoters, opinionAnswers, scheduleShift),
  procedures: [],
});
