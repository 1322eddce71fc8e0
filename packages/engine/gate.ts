import type { Day } from '../kernel/day.ts';
import { type Refusal, unmet } from '../kernel/refusal.ts';
import { isBehind, type StepRow, stepsBefore } from './context.ts';

/** A step waits for every step before it, not only for the last. */
export const isBlocked = (steps: readonly StepRow[], child: string): boolean =>
  stepsBefore(steps, child)?.before.some((s) => !isBehind(s)) ?? false;

/**
 * A step waits for the steps before it. An act is refused while one is not done; a fact recorded out of order stands and
 * is a finding: a step before it not done, or done on a later day, or a step after it done on an earlier one.
 */
export function gate(steps: readonly StepRow[], child: string, on: Day): Refusal[] {
  const found = stepsBefore(steps, child);
  if (!found) return [];
  const { own, before } = found;
  const waiting = before.filter((s) => !isBehind(s));
  const later = before.filter((s) => s.state === 'done' && s.done_on !== null && s.done_on > on);
  const overtaken = steps.filter(
    (s) =>
      s.case_id === own.case_id &&
      s.route === own.route &&
      s.state === 'done' &&
      s.done_on! < on &&
      stepsBefore(steps, s.child_id)!.before.some((b) => b.id === own.id),
  );
  return [
    ...(waiting.length > 0 ? [unmet('step.before', own.clauses, { step: own.title, waits: waiting.map((s) => s.title) })] : []),
    ...[...later, ...overtaken].map((s) => unmet('step.order', own.clauses, { step: own.title, on, other: s.title, otherOn: s.done_on })),
  ];
}
