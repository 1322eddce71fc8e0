import { anyRules, capability } from '../../engine/procedure.ts';
import { appraisalAspects, maturityCard, maturityThreshold, riskPoints, scoreAggregation } from './rules.ts';

export const maturities = capability({
  id: 'maturity',
  uses: [],
  rules: anyRules(maturityCard, maturityThreshold, scoreAggregation, riskPoints, appraisalAspects),
  procedures: [],
});
