import { isWrong, type Parsed, parsed, within, wrong } from './parsed.ts';
import { add, compare, divide, type Ratio, ratio, readRatio, showNumber, subtract, sum, zero } from './ratio.ts';
import { isRecord, unknownKey } from './raw.ts';
import type { Kind } from './rule.ts';
import { measure } from './rule-kinds.ts';

/** One item of a card. `evidence`: papers that points above zero should rest on. `notes`: what must be said beside the points. */
export type CardItem = {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly most: Ratio;
  readonly looksAt?: string;
  readonly evidence: readonly string[];
  readonly notes: readonly { readonly id: string; readonly title: string }[];
};
/** `risk`: its points speak of a risk, so a text may mean more points or fewer by less of it. */
export type CardGroup = { readonly id: string; readonly title: string; readonly most: Ratio; readonly risk: boolean };
/** Items with maxima in groups with maxima. `step`: the smallest part of a point, where a text states one. */
export type Scorecard = { readonly groups: readonly CardGroup[]; readonly items: readonly CardItem[]; readonly step?: Ratio };

/** One expert's points, item by item. */
export type Sheet = Readonly<Record<string, Ratio>>;
export type SheetFault = { readonly item: string; readonly fault: 'missing' | 'unknown' | 'above' | 'below' | 'step' };

/** What is wrong with a sheet: an item without points, one the card does not have, points above the maximum, below zero, between steps. */
export function sheetFaults(card: Scorecard, sheet: Sheet): SheetFault[] {
  const unknown = Object.keys(sheet).filter((id) => !card.items.some((i) => i.id === id));
  return [
    ...unknown.map((item): SheetFault => ({ item, fault: 'unknown' })),
    ...card.items.flatMap((i): SheetFault[] => {
      const points = sheet[i.id];
      if (points === undefined) return [{ item: i.id, fault: 'missing' }];
      if (compare(points, zero) < 0) return [{ item: i.id, fault: 'below' }];
      if (compare(points, i.most) > 0) return [{ item: i.id, fault: 'above' }];
      return card.step && divide(points, card.step).d !== 1n ? [{ item: i.id, fault: 'step' }] : [];
    }),
  ];
}

export type RiskPoints = 'higher-is-lower-risk' | 'higher-is-higher-risk';
export type Aggregation = 'mean' | 'trimmed-mean';
/** How several sheets become one result. */
export type How = { readonly aggregation: Aggregation; readonly riskPoints: RiskPoints };
export type Scored = {
  readonly total: Ratio;
  readonly groups: Readonly<Record<string, Ratio>>;
  readonly items: Readonly<Record<string, Ratio>>;
  /** Each sheet's own total, in the order of the sheets. */
  readonly totals: readonly Ratio[];
};

/** The exact arithmetic mean; nothing is rounded. Of nothing there is none. */
export function meanOf(values: readonly Ratio[]): Ratio {
  if (values.length === 0) throw new RangeError('a mean of nothing');
  return divide(sum(values), ratio(BigInt(values.length)));
}

/** The result of the sheets that count: item by item, group by group, in total; all exact. Sheets must be without fault, and there is one. */
export function scored(card: Scorecard, sheets: readonly Sheet[], how: How): Scored {
  const risky = new Set(card.groups.filter((g) => g.risk).map((g) => g.id));
  const counted = (i: CardItem, s: Sheet): Ratio =>
    how.riskPoints === 'higher-is-higher-risk' && risky.has(i.group) ? subtract(i.most, s[i.id]!) : s[i.id]!;
  const totals = sheets.map((s) => sum(card.items.map((i) => counted(i, s))));
  const kept = how.aggregation === 'trimmed-mean' ? trimmed(totals) : totals.map((_, n) => n);
  const items = Object.fromEntries(card.items.map((i) => [i.id, meanOf(kept.map((n) => counted(i, sheets[n]!)))]));
  const groups = Object.fromEntries(
    card.groups.map((g) => [g.id, sum(card.items.filter((i) => i.group === g.id).map((i) => items[i.id]!))]),
  );
  return { total: Object.values(groups).reduce(add, zero), groups, items, totals };
}

/** Without one highest and one lowest, where at least three are there. */
function trimmed(totals: readonly Ratio[]): number[] {
  const order = totals.map((_, n) => n).sort((a, b) => compare(totals[a]!, totals[b]!) || a - b);
  return (order.length < 3 ? order : order.slice(1, -1)).sort((a, b) => a - b);
}

const amount = (raw: unknown): Ratio | undefined => (typeof raw === 'string' ? readRatio(raw) : undefined);
const notANumber = (key: string, given: unknown) => within(key, wrong('limits.not_a_number', { given: String(given) }).wrong);

/** Reads `{ total, step?, groups: { id: { title, most, risk?, items: { id: { title, most, … } } } } }`. Maxima have to add up. */
export function readScorecard(raw: unknown): Parsed<Scorecard> {
  if (!isRecord(raw) || !isRecord(raw.groups)) return wrong('card.form');
  const extra = unknownKey(raw, ['total', 'step', 'groups']);
  if (extra) return extra;
  const total = amount(raw.total);
  if (total === undefined) return notANumber('total', raw.total);
  const step = raw.step === undefined ? undefined : amount(raw.step);
  if (raw.step !== undefined && (step === undefined || compare(step, zero) <= 0)) return notANumber('step', raw.step);
  const groups: CardGroup[] = [];
  const items: CardItem[] = [];
  for (const [id, value] of Object.entries(raw.groups)) {
    const read = readGroup(id, value);
    if (isWrong(read)) return within('groups', within(id, read.wrong).wrong);
    const twice = read.value.items.find((i) => items.some((x) => x.id === i.id));
    if (twice) return within('groups', within(id, wrong('card.item_twice', { item: twice.id }).wrong).wrong);
    groups.push(read.value.group);
    items.push(...read.value.items);
  }
  const reached = sum(groups.map((g) => g.most));
  if (compare(reached, total) !== 0) return within('total', wrong('card.sum', { sum: showNumber(reached), most: showNumber(total) }).wrong);
  return parsed({ groups, items, ...(step ? { step } : {}) });
}

function readGroup(id: string, raw: unknown): Parsed<{ readonly group: CardGroup; readonly items: readonly CardItem[] }> {
  if (!isRecord(raw) || !isRecord(raw.items)) return wrong('card.form');
  const extra = unknownKey(raw, ['title', 'most', 'risk', 'items']);
  if (extra) return extra;
  if (typeof raw.title !== 'string') return wrong('pack.missing_key', { key: 'title' });
  const most = amount(raw.most);
  if (most === undefined) return notANumber('most', raw.most);
  if (raw.risk !== undefined && raw.risk !== 'yes')
    return within('risk', wrong('rule.not_offered', { given: String(raw.risk), offered: 'yes' }).wrong);
  const items: CardItem[] = [];
  for (const [key, value] of Object.entries(raw.items)) {
    const item = readItem(key, id, value);
    if (isWrong(item)) return within('items', within(key, item.wrong).wrong);
    items.push(item.value);
  }
  const reached = sum(items.map((i) => i.most));
  if (compare(reached, most) !== 0) return within('most', wrong('card.sum', { sum: showNumber(reached), most: showNumber(most) }).wrong);
  return parsed({ group: { id, title: raw.title, most, risk: raw.risk === 'yes' }, items });
}

function readItem(id: string, group: string, raw: unknown): Parsed<CardItem> {
  if (!isRecord(raw)) return wrong('card.form');
  const extra = unknownKey(raw, ['title', 'most', 'looksAt', 'evidence', 'notes']);
  if (extra) return extra;
  if (typeof raw.title !== 'string') return wrong('pack.missing_key', { key: 'title' });
  const most = amount(raw.most);
  if (most === undefined || compare(most, zero) <= 0) return notANumber('most', raw.most);
  if (raw.evidence !== undefined && !Array.isArray(raw.evidence)) return within('evidence', wrong('rule.not_a_list').wrong);
  if (raw.notes !== undefined && !isRecord(raw.notes)) return within('notes', wrong('card.form').wrong);
  return parsed({
    id,
    title: raw.title,
    group,
    most,
    evidence: (raw.evidence as readonly unknown[] | undefined)?.map(String) ?? [],
    notes: Object.entries(raw.notes ?? {}).map(([key, title]) => ({ id: key, title: String(title) })),
    ...(typeof raw.looksAt === 'string' ? { looksAt: raw.looksAt } : {}),
  });
}

/** A rule answered by a card. Its examples say maxima and what shows an item: `has: [innovation 15, rights 专利]`. */
export const scorecard: Kind<Scorecard, Scorecard> = measure('scorecard', readScorecard, (card, [id, said]) => {
  const maxima = [...card.items, ...card.groups];
  const of = maxima.find((i) => i.id === id);
  if (!of) return { said, came: maxima.map((i) => i.id).join(', ') };
  const shownBy = card.items.find((i) => i.id === id)?.evidence ?? [];
  return { said, came: [showNumber(of.most), ...shownBy].find((c) => c === said) ?? showNumber(of.most) };
});
