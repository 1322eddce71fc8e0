import { type Bands, bandOf } from '../../kernel/bands.ts';
import { type Composite, composite, type Indicators, type StepMode, scoreOf, stepModes } from '../../kernel/indicators.ts';
import type { Ratio } from '../../kernel/ratio.ts';

/** What was measured, by indicator. `undefined`: there is nothing to measure yet (a part of nothing), and the indicator does not apply (E-27). */
export type Measured = Readonly<Record<string, Ratio | undefined>>;
export type Evaluation = Composite & { readonly scores: Readonly<Record<string, Ratio | undefined>>; readonly grade: string };

/** The composite score and its grade under one reading of what a part of a step takes off; exact, nothing is rounded before grading (E-26). */
export function evaluate(
  law: { readonly indicators: Indicators; readonly grades: Bands },
  measured: Measured,
  mode: StepMode,
): Evaluation | undefined {
  const scores = Object.fromEntries(
    law.indicators.map((i) => {
      const value = measured[i.id];
      return [i.id, value === undefined ? undefined : scoreOf(i, value, mode)];
    }),
  );
  const sum = composite(law.indicators, scores);
  if (sum === undefined) return undefined;
  const grade = bandOf(law.grades, sum.total);
  if (grade === undefined) throw new RangeError('grades cover 0–100, and a composite lies within it');
  return { ...sum, scores, grade };
}

/** The evaluation under each reading, so that a grade which depends on the reading shows (K12). */
export const evaluateEachWay = (
  law: Parameters<typeof evaluate>[0],
  measured: Measured,
): Readonly<Record<StepMode, Evaluation | undefined>> =>
  Object.fromEntries(stepModes.map((m) => [m, evaluate(law, measured, m)])) as Record<StepMode, Evaluation | undefined>;
