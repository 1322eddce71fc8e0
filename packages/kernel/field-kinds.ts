import { type Day, readDay } from './day.ts';
import { type Field, group, list, textual } from './field.ts';
import { isId } from './id.ts';
import { type Fen, readYuan } from './money.ts';
import { isWrong, type Parsed, parsed, within, wrong } from './parsed.ts';
import { type Period, readPeriod } from './period.ts';
import { compare, one, type Ratio, readRatio, showPercent, sum, zero } from './ratio.ts';
import { type Every, readEvery } from './recurrence.ts';

/** The field kinds of the house. Each has one face in the web; a form is these and nothing else. */

const bounded = (most: number) => (raw: string) => {
  const value = raw.trim();
  if (value === '') return wrong('field.required');
  return value.length > most ? wrong('field.too_long', { most, length: value.length }) : parsed(value);
};
/** A line of text. */
export const text = (most = 200): Field<string> => textual('text', bounded(most), { most });
/** Several lines: a summary, a reason. */
export const note = (most = 4000): Field<string> => textual('note', bounded(most), { most });

/** A file as it is written, to the last blank. */
export const source = (most = 200_000): Field<string> =>
  textual('note', (raw) => (raw.length > most ? wrong('field.too_long', { most, length: raw.length }) : parsed(raw)), { most });

/** An amount of money in yuan with at most two decimals; read as fen. */
export const money = (): Field<Fen> => textual('money', readYuan);

/** A share of a whole, 0%–100%, exact. */
export const share = (): Field<Ratio> => textual('share', readShare);
export function readShare(raw: string): Parsed<Ratio> {
  const value = readRatio(raw);
  if (value === undefined) return wrong('share.not_a_number', { given: raw.slice(0, 40) });
  if (compare(value, zero) < 0 || compare(value, one) > 0) return wrong('share.outside', { given: raw.slice(0, 40) });
  return parsed(value);
}

/** Points of a score: an exact number, 0 or more; half points and less are taken as they are. */
export const points = (): Field<Ratio> =>
  textual('points', (raw) => {
    const value = readRatio(raw);
    if (value === undefined) return wrong('points.not_a_number', { given: raw.slice(0, 40) });
    return compare(value, zero) < 0 ? wrong('points.negative') : parsed(value);
  });

/** A whole number, 0 or more. */
export const count = (most = 1_000_000): Field<number> => ({
  shape: { kind: 'count', required: true, most },
  read: (raw) => {
    if (raw === undefined || raw === null || raw === '') return wrong('field.required');
    const value = typeof raw === 'number' ? raw : typeof raw === 'string' && /^\d{1,9}$/.test(raw.trim()) ? Number(raw) : Number.NaN;
    if (!Number.isSafeInteger(value) || value < 0) return wrong('count.not_a_number', { given: String(raw).slice(0, 40) });
    return value > most ? wrong('count.too_many', { most }) : parsed(value);
  },
});

export const day = (): Field<Day> => textual('day', readDay);
export const period = (): Field<Period> =>
  textual('period', (raw) => {
    const value = readPeriod(raw);
    return value ? parsed(value) : wrong('period.form', { given: raw.slice(0, 40) });
  });

/** How often: 每季度, 每2个月. */
export const every = (): Field<Every> =>
  textual('recurrence', (raw) => {
    const value = readEvery(raw);
    return value ? parsed(value) : wrong('rule.not_a_recurrence', { given: raw.slice(0, 40) });
  });

/** One of a closed list; the catalogue has a word for each. */
export const choice = <const T extends string>(...of: readonly T[]): Field<T> =>
  textual('choice', (raw) => (of.includes(raw as T) ? parsed(raw as T) : wrong('choice.not_offered', { given: raw.slice(0, 40) })), {
    options: of,
  });
export const yesNo = (): Field<boolean> => ({
  shape: { kind: 'yes-no', required: true },
  read: (raw) => {
    if (typeof raw === 'boolean') return parsed(raw);
    return raw === undefined || raw === null || raw === '' ? wrong('field.required') : wrong('yes_no.form');
  },
});

const reference = (kind: string, register: string): Field<string> =>
  textual(kind, (raw) => (isId(raw) ? parsed(raw) : wrong('reference.form')), { register });
export const person = (): Field<string> => reference('person', 'people');
export const party = (): Field<string> => reference('party', 'parties');
export const body = (): Field<string> => reference('body', 'bodies');
/** A record of a register. */
export const record = (register: string): Field<string> => reference('record', register);
/** A filed paper: minutes, a scan, a photograph, a recording. Evidence. */
export const paper = (): Field<string> => reference('paper', 'papers');

/** Who holds which share of a whole: each person once, summing to exactly 100%; nothing is normalised (E-52). */
export type Shares = readonly { readonly person: string; readonly share: Ratio }[];
export const shares = (): Field<Shares> => {
  const rows = list(group({ person: person(), share: share() }), { least: 1, most: 200 });
  return {
    shape: { ...rows.shape, kind: 'shares' },
    read: (raw) => {
      const all = rows.read(raw);
      if (isWrong(all)) return all;
      const seen = new Set<string>();
      for (const [i, row] of all.value.entries()) {
        if (seen.has(row.person)) return within(i, wrong('shares.twice').wrong);
        seen.add(row.person);
        if (compare(row.share, zero) === 0) return within(i, within('share', wrong('shares.zero').wrong).wrong);
      }
      const total = sum(all.value.map((r) => r.share));
      return compare(total, one) === 0 ? all : wrong('shares.sum', { sum: showPercent(total) });
    },
  };
};

/** A score sheet: points for each item, with the notes and the evidence that stand beside them. */
export type Scores = readonly {
  readonly item: string;
  readonly points: Ratio;
  readonly notes: readonly { readonly note: string; readonly words: string }[];
  readonly evidence: readonly string[];
}[];
export const scores = (): Field<Scores> => {
  const notes = list(group({ note: text(60), words: note(500) }), { most: 20 });
  const rows = list(group({ item: text(60), points: points(), notes, evidence: list(paper(), { most: 20 }) }), { least: 1, most: 100 });
  return { shape: { ...rows.shape, kind: 'scores' }, read: rows.read };
};
