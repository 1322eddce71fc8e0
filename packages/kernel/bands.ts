import { includes, type Limits, type LimitText, readLimits, type Span } from './limits.ts';
import { isWrong, type Parsed, parsed, within, wrong } from './parsed.ts';
import { compare, type Ratio, showNumber } from './ratio.ts';
import { isRecord } from './raw.ts';

/** One named span of values: a grade, a row of a matrix, a tier. */
export type Band = { readonly id: string; readonly span: Span };
/** Bands that cover a range exactly once, from the lowest up: every value has one band, and no value has two. */
export type Bands = readonly Band[];
/** What the bands have to cover, both ends included; without `max` everything from `min` up. */
export type Range = { readonly min: Ratio; readonly max?: Ratio };

/** Reads `{ low: { atMost: 30% }, medium: { moreThan: 30%, lessThan: 71% }, high: { atLeast: 71% } }`. A gap or an overlap is a fault. */
export function readBands(raw: unknown, range: Range): Parsed<Bands> {
  if (!isRecord(raw) || Object.keys(raw).length === 0) return wrong('bands.empty');
  const bands: Band[] = [];
  for (const [id, text] of Object.entries(raw)) {
    const limits: Parsed<Limits> = isRecord(text) ? readLimits(text as LimitText) : wrong('limits.empty');
    if (isWrong(limits)) return within(id, limits.wrong);
    const [span, more] = limits.value;
    if (span === undefined || more !== undefined) return within(id, wrong('bands.one_span').wrong);
    // A band without an end of its own ends with the range.
    bands.push({ id, span: span.max === undefined && range.max !== undefined ? { ...span, max: range.max } : span });
  }
  const sorted = inOrder(bands);
  return uncovered(sorted, range) ?? parsed(sorted);
}

export const inOrder = (bands: Bands): Bands =>
  [...bands].sort((a, b) => compare(a.span.min, b.span.min) || Number(a.span.above ?? false) - Number(b.span.above ?? false));

/** The first place where bands in order leave a value of the range to none, or give one to two. */
export function uncovered(bands: Bands, range: Range): ReturnType<typeof wrong> | undefined {
  const [first] = bands;
  const last = bands.at(-1)!;
  const low = compare(first!.span.min, range.min);
  if (low > 0 || (low === 0 && first!.span.above)) return gap(first!.id, range.min, first!.span.min);
  for (const [i, next] of bands.entries()) {
    const before = bands[i - 1];
    const fault = before && joint(before, next);
    if (fault) return fault;
  }
  const { max, below } = last.span;
  if (max === undefined) return undefined;
  if (range.max === undefined) return within(last.id, wrong('bands.gap_above', { after: showNumber(max) }).wrong);
  const high = compare(max, range.max);
  return high < 0 || (high === 0 && below) ? gap(last.id, max, range.max) : undefined;
}
const gap = (id: string, after: Ratio, before: Ratio) =>
  within(id, wrong('bands.gap', { after: showNumber(after), before: showNumber(before) }).wrong);

/** Where one band ends the next begins, and the value between them belongs to one of the two. */
function joint(a: Band, b: Band): ReturnType<typeof wrong> | undefined {
  const overlap = () => within(b.id, wrong('bands.overlap', { other: a.id, from: showNumber(b.span.min) }).wrong);
  if (a.span.max === undefined) return overlap();
  const order = compare(a.span.max, b.span.min);
  if (order > 0) return overlap();
  if (order < 0) return gap(b.id, a.span.max, b.span.min);
  const held = Number(!a.span.below) + Number(!b.span.above);
  return held === 1 ? undefined : held === 2 ? overlap() : gap(b.id, a.span.max, b.span.min);
}

/** The band a value falls into; undefined where it lies outside the range. Nothing is rounded first (E-26). */
export const bandOf = (bands: Bands, value: Ratio): string | undefined => bands.find((b) => includes(b.span, value))?.id;
