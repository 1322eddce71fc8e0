import { anyRules, capability } from '../../engine/procedure.ts';
import {
  committeeSeats,
  evaluationCycle,
  evaluationGrades,
  evaluationIndicators,
  improvementItems,
  improvementPasses,
  improvementVerification,
  stepMode,
  summativeEvaluation,
} from './rules.ts';

/** What the texts ask of an evaluation, as rules and pure functions. */
export const evaluations = capability({
  id: 'evaluation',
  uses: [],
  rules: anyRules(
    evaluationCycle,
    summativeEvaluation,
    committeeSeats,
    evaluationIndicators,
    stepMode,
    evaluationGrades,
    improvementItems,
    improvementVerification,
    improvementPasses,
  ),
  procedures: [],
});
