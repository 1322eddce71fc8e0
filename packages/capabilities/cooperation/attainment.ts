import { compare, type Ratio, ratio } from '../../kernel/ratio.ts';

/** Tasks done of those planned for the period, exactly; nothing where nothing was planned (E-14). */
export const attainment = (tasks: { readonly done: number; readonly planned: number }): Ratio | undefined =>
  tasks.planned === 0 ? undefined : ratio(BigInt(tasks.done), BigInt(tasks.planned));

/** How many checks in a row up to the last were missed: one that was met begins the count anew (连续, E-50). */
export function missedInRow(checks: readonly ('met' | 'missed')[]): number {
  const met = checks.lastIndexOf('met');
  return checks.length - 1 - met;
}

/** Whether every agreed goal was reached: 19 of 20 is not (5.3.3 a) 1)). */
export const goalsReached = (goals: readonly { readonly reached: Ratio; readonly agreed: Ratio }[]): boolean =>
  goals.length > 0 && goals.every((g) => compare(g.reached, g.agreed) >= 0);
