import { anyRules, capability } from '../../engine/procedure.ts';
import { riskAlert, riskAssessmentCycle, riskClasses, riskMatrix, riskMeasures, riskReminder, riskTracking } from './rules.ts';

export const risks = capability({
  id: 'risk',
  uses: [],
  rules: anyRules(riskClasses, riskMatrix, riskAssessmentCycle, riskMeasures, riskTracking, riskAlert, riskReminder),
  procedures: [],
});
