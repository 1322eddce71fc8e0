import type { Day } from '../../kernel/day.ts';
import { group, list, optional } from '../../kernel/field.ts';
import { day, note, party, text } from '../../kernel/field-kinds.ts';
import type { Json } from '../../kernel/json.ts';
import { canonical } from '../../kernel/json.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { PlanPart } from './rules.ts';

/** What a plan says (合作方案): goals by stage and as a whole, who does what, who brings what by when, and the tasks in time. */
export type PlanContents = {
  readonly stagedGoals: readonly { readonly name: string; readonly due: Day; readonly metric: string }[];
  readonly overallGoal?: string | undefined;
  readonly duties: readonly { readonly party: string; readonly task: string }[];
  readonly resources: readonly { readonly party: string; readonly what: string; readonly due: Day }[];
  readonly schedule: readonly { readonly task: string; readonly start: Day; readonly end: Day }[];
};

/** The fields of a plan, in whichever command it is written. */
export const contentsFields = {
  stagedGoals: list(group({ name: text(120), due: day(), metric: text(200) }), { most: 50 }),
  overallGoal: optional(note(2000)),
  duties: list(group({ party: party(), task: text(200) }), { most: 100 }),
  resources: list(group({ party: party(), what: text(200), due: day() }), { most: 200 }),
  schedule: list(group({ task: text(120), start: day(), end: day() }), { most: 200 }),
};

const filled: Readonly<Record<PlanPart, (c: PlanContents) => boolean>> = {
  'staged-goals': (c) => c.stagedGoals.length > 0,
  'overall-goal': (c) => (c.overallGoal ?? '') !== '',
  duties: (c) => c.duties.length > 0,
  resources: (c) => c.resources.length > 0,
  schedule: (c) => c.schedule.length > 0,
};
export const partsMissing = (c: PlanContents, wanted: readonly string[]): string[] =>
  wanted.filter((p) => filled[p as PlanPart]?.(c) === false);

/** What in a plan contradicts itself: a task that ends before it starts, a duty or a resource of somebody who is no party. */
export function contradictions(c: PlanContents, parties: readonly string[]): Refusal<'period.ends_before' | 'plan.not_a_party'>[] {
  const strangers = (key: 'duties' | 'resources') =>
    c[key].flatMap((x, i) => (parties.includes(x.party) ? [] : [refuse('plan.not_a_party', {}, { at: [key, i, 'party'] })]));
  return [
    ...strangers('duties'),
    ...strangers('resources'),
    ...c.schedule.flatMap((t, i) => (t.end < t.start ? [refuse('period.ends_before', {}, { at: ['schedule', i, 'end'] })] : [])),
  ];
}

/** The parts that were given, and the others as they were. A part that is left empty is not changed. */
export function revised(before: PlanContents, given: PlanContents): PlanContents {
  const or = <T>(x: readonly T[], y: readonly T[]): readonly T[] => (x.length > 0 ? x : y);
  return {
    stagedGoals: or(given.stagedGoals, before.stagedGoals),
    overallGoal: given.overallGoal ?? before.overallGoal,
    duties: or(given.duties, before.duties),
    resources: or(given.resources, before.resources),
    schedule: or(given.schedule, before.schedule),
  };
}
const written = (c: PlanContents): Json => c as unknown as Json;
export const sameContents = (a: PlanContents, b: PlanContents): boolean => canonical(written(a)) === canonical(written(b));
export const asContents = (c: PlanContents): PlanContents => ({
  stagedGoals: c.stagedGoals,
  overallGoal: c.overallGoal,
  duties: c.duties,
  resources: c.resources,
  schedule: c.schedule,
});

/** From the first start to the last end of all tasks: the period of the project. */
export function projectSpan(c: PlanContents): { readonly start: Day; readonly end: Day } | undefined {
  const starts = c.schedule.map((t) => t.start).sort();
  const ends = c.schedule.map((t) => t.end).sort();
  return starts.length === 0 ? undefined : { start: starts[0]!, end: ends.at(-1)! };
}
