import { admits, type LimitText, readLimits } from './limits.ts';
import { type Fen, readYuan } from './money.ts';
import { isWrong, type Parsed, parsed, within, wrong } from './parsed.ts';
import { ratio } from './ratio.ts';
import { isRecord } from './raw.ts';
import type { Kind } from './rule.ts';
import { whole } from './rule-kinds.ts';
import { readTiers, type Tiers } from './tiers.ts';

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
  /** Required only in some tiers of a figure; elsewhere the route passes it by. */
  readonly only?: Only;
};
/** The tiers of a figure in which something is required: their names, and their amounts in yuan as the text writes them. Plain JSON. */
export type Only = { readonly by: string; readonly tiers: readonly string[]; readonly of: readonly LimitText[] };
export const isRequired = (only: Only, amount: Fen): boolean =>
  only.of.some((text) => {
    const limits = readLimits(text);
    return !isWrong(limits) && admits(limits.value, ratio(amount, 100n));
  });
export type Route = readonly RouteStep[];

const known = new Set(['title', 'does', 'after', 'with', 'tiers']);

/** What a route may be made of: what its steps do, and the figures its tiers may go by, each with what makes it known before. */
export type RouteSpec = { readonly does: readonly string[]; readonly figures?: Readonly<Record<string, string | null>> };

function readStep(id: string, raw: unknown, does: readonly string[], tiers: Tiers | undefined): Parsed<RouteStep> {
  if (!isRecord(raw)) return wrong('route.step_form');
  const extra = Object.keys(raw).find((k) => !known.has(k));
  if (extra) return within(extra, wrong('pack.unknown_key', { key: extra, known: [...known].join(', ') }).wrong);
  if (typeof raw.title !== 'string') return wrong('pack.missing_key', { key: 'title' });
  if (typeof raw.does !== 'string' || !does.includes(raw.does)) {
    return within('does', wrong('rule.not_offered', { given: String(raw.does), offered: does.join(', ') }).wrong);
  }
  const after = raw.after === undefined ? [] : typeof raw.after === 'string' ? [raw.after] : raw.after;
  if (!Array.isArray(after)) return within('after', wrong('rule.not_a_list').wrong);
  const only = readOnly(raw.tiers, tiers);
  if (only && isWrong(only)) return within('tiers', only.wrong);
  const step = { id, title: raw.title, does: raw.does, after, with: (raw.with ?? {}) as RouteStep['with'] };
  return parsed(only ? { ...step, only: only.value } : step);
}
function readOnly(raw: unknown, tiers: Tiers | undefined): Parsed<Only> | undefined {
  if (raw === undefined) return undefined;
  const names = typeof raw === 'string' ? [raw] : raw;
  if (!Array.isArray(names) || names.length === 0) return wrong('rule.not_a_list');
  const offered = tiers?.of.map((t) => t.id) ?? [];
  const unknown = names.find((n) => !offered.includes(n));
  if (unknown !== undefined) return wrong('route.unknown_tier', { given: String(unknown), offered: offered.join(', ') });
  const of = tiers!.of.filter((t) => names.includes(t.id)).map((t) => t.text);
  return parsed({ by: tiers!.by, tiers: names, of });
}

/**
 * Reads `{ step-id: { title, does, after, with } }`, or `{ tiers: { by, … }, steps: { … } }` where steps are required by the tier of an
 * amount. A step waits only for steps of the route, and none for itself.
 */
export function readRoute(raw: unknown, spec: RouteSpec): Parsed<Route> {
  if (isRecord(raw) && isRecord(raw.tiers) && 'by' in raw.tiers) {
    const tiers = readTiers(raw.tiers, Object.keys(spec.figures ?? {}));
    if (isWrong(tiers)) return within('tiers', tiers.wrong);
    const route = readSteps(raw.steps, spec, tiers.value);
    return isWrong(route) ? within('steps', route.wrong) : route;
  }
  return readSteps(raw, spec, undefined);
}

function readSteps(raw: unknown, { does, figures = {} }: RouteSpec, tiers: Tiers | undefined): Parsed<Route> {
  if (!isRecord(raw) || Object.keys(raw).length === 0) return wrong('route.empty');
  const steps: RouteStep[] = [];
  for (const [id, value] of Object.entries(raw)) {
    const step = readStep(id, value, does, tiers);
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
  // Whether a step is required must be known before it can be its turn.
  const sets = tiers && figures[tiers.by];
  const setting = steps.filter((s) => s.does === sets).flatMap((s) => [...onward(order, s.id)]);
  const early = sets === null ? undefined : steps.find((s) => s.only && !setting.includes(s.id));
  return early
    ? within(early.id, within('after', wrong('route.tier_unknown_yet', { figure: tiers!.by, sets: sets! }).wrong).wrong)
    : parsed(order);
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

/** An example may state the figure (`at: { price: 19980000.00 }`): the steps of that tier come out; and what steps wait for (`waits: { contract: [notice] }`). */
export const routeOf = (spec: RouteSpec): Kind<Route, Route> => ({
  ...whole(
    'route',
    (raw) => readRoute(raw, spec),
    (r: Route) => r.map((s) => s.id).join(' → '),
  ),
  example: (route, e) => {
    const figures: Record<string, Fen> = {};
    for (const [by, written] of Object.entries(isRecord(e.at) ? e.at : {})) {
      const amount = readYuan(String(written));
      if (isWrong(amount)) return within('at', within(by, amount.wrong).wrong);
      figures[by] = amount.value;
    }
    const required = route.filter(
      (s) => s.only === undefined || figures[s.only.by] === undefined || isRequired(s.only, figures[s.only.by]!),
    );
    const [said, came] = [Array.isArray(e.is) ? e.is.join(' → ') : String(e.is), required.map((s) => s.id).join(' → ')];
    if (said !== came) return wrong('example.differs', { said, came });
    for (const [id, after] of Object.entries(isRecord(e.waits) ? e.waits : {})) {
      const [awaited, waits] = [[after].flat().join(', '), route.find((s) => s.id === id)?.after.join(', ') ?? ''];
      if (awaited !== waits) return within('waits', within(id, wrong('example.differs', { said: awaited, came: waits }).wrong).wrong);
    }
    return parsed(true);
  },
});
