import { includes, type Limits, readLimitsIn, type Span } from './limits.ts';
import { isWrong, type Parsed, parsed, within, wrong } from './parsed.ts';
import {
  ceiling,
  compare,
  divide,
  floor,
  multiply,
  one,
  type Ratio,
  ratio,
  readRatio,
  showNumber,
  showPercent,
  subtract,
  sum,
  zero,
} from './ratio.ts';
import { isRecord, type Raw, unknownKey } from './raw.ts';
import type { Kind } from './rule.ts';
import { measure } from './rule-kinds.ts';

/** Full points within `full`, and `off` points less for each `step` outside it. What a part of a step counts is another rule. */
export type Stepped = { readonly full: Span; readonly step: Ratio; readonly off: Ratio };
/** Points for yes and for no. */
export type YesNo = { readonly yes: Ratio; readonly no: Ratio };
export type Indicator = {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly weight: Ratio;
  readonly scale: Stepped | YesNo;
};
/** Weighted indicators, each scored out of 100. Weights sum to exactly 1: they are never adjusted to do so (E-52). */
export type Indicators = readonly Indicator[];

/** What a part of a step takes off: nothing until it is complete, its proportion, or a whole step's points (E-24). */
export const stepModes = ['floor', 'linear', 'ceil'] as const;
export type StepMode = (typeof stepModes)[number];

const full = ratio(100n);
const clamped = (r: Ratio): Ratio => (compare(r, zero) < 0 ? zero : compare(r, full) > 0 ? full : r);

/** The score of one value, exact, within 0–100 (E-25). A yes-or-no indicator reads 1 as yes. */
export function scoreOf(i: Indicator, value: Ratio, mode: StepMode): Ratio {
  if ('yes' in i.scale) return compare(value, one) === 0 ? i.scale.yes : i.scale.no;
  const { full: span, step, off } = i.scale;
  if (includes(span, value)) return full;
  const short = span.max === undefined || compare(value, span.min) < 0 ? subtract(span.min, value) : subtract(value, span.max);
  const steps = divide(short, step);
  const counted = mode === 'linear' ? steps : ratio(mode === 'floor' ? floor(steps) : ceiling(steps));
  return clamped(subtract(full, multiply(counted, off)));
}

export type Composite = {
  readonly total: Ratio;
  /** The weight each score counted with, which differs from its own where others do not apply. */
  readonly weights: Readonly<Record<string, Ratio>>;
  readonly notApplicable: readonly string[];
};

/**
 * The weighted sum of the scores, exact. An indicator that does not apply (`undefined`: there is nothing to measure yet) is left out and the
 * weights of the others are brought to 1 in proportion (E-27). Undefined where none applies.
 */
export function composite(indicators: Indicators, scores: Readonly<Record<string, Ratio | undefined>>): Composite | undefined {
  const counted = indicators.filter((i) => scores[i.id] !== undefined);
  const applicable = sum(counted.map((i) => i.weight));
  if (compare(applicable, zero) === 0) return undefined;
  const weights = Object.fromEntries(counted.map((i) => [i.id, divide(i.weight, applicable)]));
  const total = sum(counted.map((i) => multiply(weights[i.id]!, scores[i.id]!)));
  return { total, weights, notApplicable: indicators.filter((i) => scores[i.id] === undefined).map((i) => i.id) };
}

// A bound has no open end: a value that reaches it is no step away from it, and scores in full either way.
const known = ['title', 'group', 'weight', 'step', 'off', 'yes', 'no', 'atLeast', 'atMost', 'exactly'];

/** Reads `{ id: { title, group, weight: 20%, atLeast: 100%, step: 10%, off: 10 } }` or `{ …, yes: 100, no: 50 }`. */
export function readIndicators(raw: unknown): Parsed<Indicators> {
  if (!isRecord(raw) || Object.keys(raw).length === 0) return wrong('indicators.form');
  const all: Indicator[] = [];
  for (const [id, value] of Object.entries(raw)) {
    const read = isRecord(value) ? readIndicator(id, value) : wrong('indicators.form');
    if (isWrong(read)) return within(id, read.wrong);
    all.push(read.value);
  }
  const weights = sum(all.map((i) => i.weight));
  return compare(weights, one) === 0 ? parsed(all) : wrong('indicators.weights', { sum: showPercent(weights) });
}

function readIndicator(id: string, raw: Raw): Parsed<Indicator> {
  const extra = unknownKey(raw, known);
  if (extra) return extra;
  const { title, group } = raw;
  if (typeof title !== 'string' || typeof group !== 'string') return wrong('pack.missing_key', { key: 'title, group' });
  const numbers: Record<string, Ratio> = {};
  for (const key of ['weight', 'step', 'off', 'yes', 'no']) {
    if (raw[key] === undefined) continue;
    const value = readRatio(String(raw[key]));
    if (value === undefined || compare(value, zero) < 0)
      return within(key, wrong('limits.not_a_number', { given: String(raw[key]) }).wrong);
    numbers[key] = value;
  }
  const { weight, step, off, yes, no } = numbers;
  if (weight === undefined) return wrong('pack.missing_key', { key: 'weight' });
  const base = { id, title, group, weight };
  if (yes !== undefined && no !== undefined) {
    const outside = (['yes', 'no'] as const).find((key) => compare(clamped(numbers[key]!), numbers[key]!) !== 0);
    if (outside) return within(outside, wrong('indicators.outside', { given: showNumber(numbers[outside]!) }).wrong);
    return parsed({ ...base, scale: { yes, no } });
  }
  const limits: Parsed<Limits> = readLimitsIn(raw) ?? wrong('limits.empty');
  if (isWrong(limits)) return limits;
  const [span] = limits.value;
  if (limits.value.length !== 1 || span === undefined) return wrong('bands.one_span');
  if (step === undefined || off === undefined || compare(step, zero) === 0) return wrong('indicators.step');
  return parsed({ ...base, scale: { full: span, step, off } });
}

/** A rule answered by indicators. Its examples say weights (`has: [intention 10%]`) or scores (`has: [conversion 79% floor → 100]`). */
export const indicators: Kind<Indicators, Indicators> = measure('indicators', readIndicators, (all, [id, given = '', mode, said]) => {
  const i = all.find((x) => x.id === id);
  const number = readRatio(given);
  if (!i || number === undefined) return { said: undefined, came: all.map((x) => `${x.id} ${showPercent(x.weight)}`).join(' + ') };
  return mode === undefined
    ? { said: showPercent(number), came: showPercent(i.weight) }
    : { said, came: showNumber(scoreOf(i, number, mode as StepMode)) };
});
