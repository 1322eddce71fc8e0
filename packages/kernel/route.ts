import { isWrong, type Parsed, parsed, within, wrong } from './parsed.ts';
import type { Kind } from './rule.ts';
import { whole } from './rule-kinds.ts';

/**
 * One step of a route: what is done (`does` names a procedure or instrument, `with` its settings) and what must be done before.
 * Steps that do not wait for each other run in parallel (会签).
 */
export type RouteStep = {
  readonly id: string;
  readonly title: string;
  readonly does: string;
  readonly after: readonly string[];
  readonly with: Readonly<Record<string, string | readonly string[]>>;
};
export type Route = readonly RouteStep[];

type Raw = Readonly<Record<string, unknown>>;
const isRecord = (raw: unknown): raw is Raw => typeof raw === 'object' && raw !== null && !Array.isArray(raw);
const known = new Set(['title', 'does', 'after', 'with']);

function readStep(id: string, raw: unknown, does: readonly string[]): Parsed<RouteStep> {
  if (!isRecord(raw)) return wrong('route.step_form');
  const extra = Object.keys(raw).find((k) => !known.has(k));
  if (extra) return within(extra, wrong('pack.unknown_key', { key: extra, known: [...known].join(', ') }).wrong);
  if (typeof raw.title !== 'string') return wrong('pack.missing_key', { key: 'title' });
  if (typeof raw.does !== 'string' || !does.includes(raw.does)) {
    return within('does', wrong('rule.not_offered', { given: String(raw.does), offered: does.join(', ') }).wrong);
  }
  const after = raw.after === undefined ? [] : typeof raw.after === 'string' ? [raw.after] : raw.after;
  if (!Array.isArray(after)) return within('after', wrong('rule.not_a_list').wrong);
  return parsed({ id, title: raw.title, does: raw.does, after, with: (raw.with ?? {}) as RouteStep['with'] });
}

/** Reads `{ step-id: { title, does, after, with } }`. A step waits only for steps of the route, and none for itself. */
export function readRoute(raw: unknown, does: readonly string[]): Parsed<Route> {
  if (!isRecord(raw) || Object.keys(raw).length === 0) return wrong('route.empty');
  const steps: RouteStep[] = [];
  for (const [id, value] of Object.entries(raw)) {
    const step = readStep(id, value, does);
    if (isWrong(step)) return within(id, step.wrong);
    steps.push(step.value);
  }
  for (const step of steps) {
    const unknown = step.after.find((a) => !steps.some((s) => s.id === a));
    if (unknown) return within(step.id, within('after', wrong('route.unknown_step', { given: unknown }).wrong).wrong);
  }
  const order = inOrder(steps);
  if (order.length < steps.length) {
    const stuck = steps.find((s) => !order.includes(s))!;
    return within(stuck.id, within('after', wrong('route.circle', { given: stuck.id }).wrong).wrong);
  }
  return parsed(order);
}

/** Every step after the steps it waits for; those that wait for none first, otherwise as listed. A circle is left out. */
function inOrder(steps: readonly RouteStep[]): RouteStep[] {
  const done: RouteStep[] = [];
  for (let size = -1; size !== done.length; ) {
    size = done.length;
    for (const s of steps) {
      if (!done.includes(s) && s.after.every((a) => done.some((d) => d.id === a))) done.push(s);
    }
  }
  return done;
}

/** The step and all that comes after it, directly or through others. */
export function onward(route: readonly Pick<RouteStep, 'id' | 'after'>[], from: string): ReadonlySet<string> {
  const found = new Set([from]);
  for (const s of route) if (s.after.some((a) => found.has(a))) found.add(s.id);
  return found;
}

export const routeOf = (...does: readonly string[]): Kind<Route, Route> =>
  whole(
    'route',
    (raw) => readRoute(raw, does),
    (r) => r.map((s) => s.id).join(' → '),
  );
