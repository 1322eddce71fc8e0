import type { JsonRecord } from './json.ts';
import { admits, type LimitText, readLimits } from './limits.ts';
import { type Fen, readYuan } from './money.ts';
import { isWrong, type Parsed, parsed, within, wrong } from './parsed.ts';
import { ratio } from './ratio.ts';
import { isRecord, unknownKey } from './raw.ts';
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
  readonly with: JsonRecord;
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

/** What a step may do: by name alone, or with a reader that finds faults in its settings before a case is begun on them. */
export type Doing = string | { readonly does: string; readonly reads: (settings: unknown) => Parsed<unknown> };
const nameOf = (d: Doing): string => (typeof d === 'string' ? d : d.does);

/** What a route may be made of: what its steps do, and the figures its tiers may go by, each with what makes it known before. */
export type RouteSpec = { readonly does: readonly Doing[]; readonly figures?: Readonly<Record<string, string | null>> };

function readStep(id: string, raw: unknown, does: readonly Doing[], tiers: Tiers | undefined): Parsed<RouteStep> {
  if (!isRecord(raw)) return wrong('route.step_form');
  const extra = unknownKey(raw, [...known]);
  if (extra) return extra;
  if (typeof raw.title !== 'string') return wrong('pack.missing_key', { key: 'title' });
  const doing = does.find((d) => nameOf(d) === raw.does);
  if (doing === undefined) {
    return within('does', wrong('rule.not_offered', { given: String(raw.does), offered: does.map(nameOf).join(', ') }).wrong);
  }
  const after = readAfter(raw.after);
  if (isWrong(after)) return after;
  const only = readOnly(raw.tiers, tiers);
  if (only && isWrong(only)) return within('tiers', only.wrong);
  const settings = raw.with ?? {};
  const read = typeof doing === 'string' ? parsed(settings) : doing.reads(settings);
  if (isWrong(read)) return within('with', read.wrong);
  const step = { id, title: raw.title, does: nameOf(doing), after: after.value, with: settings as JsonRecord };
  return parsed(only ? { ...step, only: only.value } : step);
}
/** What something waits for: one name or a list of them. */
export function readAfter(raw: unknown): Parsed<readonly string[]> {
  const after = raw === undefined ? [] : typeof raw === 'string' ? [raw] : raw;
  return Array.isArray(after) ? parsed(after.map(String)) : within('after', wrong('rule.not_a_list').wrong);
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
  const order = ordered(steps);
  if (isWrong(order)) return order;
  // Whether a step is required must be known before it can be its turn.
  const sets = tiers && figures[tiers.by];
  const setting = steps.filter((s) => s.does === sets).flatMap((s) => [...onward(order.value, s.id)]);
  const early = sets === null ? undefined : steps.find((s) => s.only && !setting.includes(s.id));
  return early ? within(early.id, within('after', wrong('route.tier_unknown_yet', { figure: tiers!.by, sets: sets! }).wrong).wrong) : order;
}

type Waits = { readonly id: string; readonly after: readonly string[] };
/** What waits for what, of steps as they are stored. */
export const waitsOf = (steps: readonly { readonly step: string; readonly after: readonly string[] }[]): readonly Waits[] =>
  steps.map((s) => ({ id: s.step, after: s.after }));

/** Each after those it waits for. Who waits for something unknown, or for himself in the end, is a fault at his `after`. */
export function ordered<S extends Waits>(steps: readonly S[]): Parsed<readonly S[]> {
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
function inOrder<S extends Waits>(steps: readonly S[]): S[] {
  const done: S[] = [];
  for (let size = -1; size !== done.length; ) {
    size = done.length;
    for (const s of steps) {
      if (!done.includes(s) && s.after.every((a) => done.some((d) => d.id === a))) done.push(s);
    }
  }
  return done;
}

/** The steps as a picture has them: each one place after the last of those it waits for. Expects them in order. */
export function levelsOf<S extends Waits>(steps: readonly S[]): S[][] {
  const place = new Map<string, number>();
  for (const s of steps) place.set(s.id, Math.max(0, ...s.after.map((a) => (place.get(a) ?? 0) + 1)));
  const levels: S[][] = [];
  for (const s of steps) {
    const level = place.get(s.id)!;
    levels[level] = [...(levels[level] ?? []), s];
  }
  return levels.filter(Boolean);
}

/** The step and all that comes after it, directly or through others. */
export function onward(route: readonly Waits[], from: string): ReadonlySet<string> {
  const found = new Set([from]);
  for (const s of route) if (s.after.some((a) => found.has(a))) found.add(s.id);
  return found;
}
/** All that come before it, directly or through others; not itself. */
export function before(route: readonly Waits[], of: string): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (id: string): void => {
    for (const a of route.find((s) => s.id === id)?.after ?? []) {
      if (found.has(a)) continue;
      found.add(a);
      walk(a);
    }
  };
  walk(of);
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
