import { widestWord, widthOf, words } from './text-width.ts';

/** A type size and its line, in points. */
export type Size = { readonly size: number; readonly line: number };
export type Column = {
  /** Points, cell margins included. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  /** Words of more characters than this are broken inside, as they are wider than the column; 0 where every word fits. */
  readonly room: number;
};
export type ColumnPlan = Size & { readonly columns: readonly Column[] };

/** 四号, 小四, 五号, 小五: the largest is taken in which every kept text has room and a row has not more lines than this on average. */
const sizes: readonly (Size & { readonly mostLines: number })[] = [
  { size: 14, line: 22, mostLines: 1.75 },
  { size: 12, line: 20, mostLines: 2.5 },
  { size: 10.5, line: 17, mostLines: 1000 },
  { size: 9, line: 14, mostLines: 1000 },
];
/** The margin of a cell at either side, points. */
export const cellMargin = 5;
/** A short text, a head and an amount to 10^15 yuan (22 characters) stay on one line; of a longer text a name of four hanzi. */
const keptText = 8;
const keptPart = 4;
const keptWord = 13;
/** A column of nothing longer than this is centred. */
const centred = 6;
/** Beyond this a text wraps anyway and must not starve its neighbours. */
const mostWanted = 40;

type Need = { readonly least: number; readonly wanted: number };

/** Divides `width` points among the columns. The same numbers go to Word and PDF, so that the two look alike. */
export function planColumns(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[],
  width: number,
): ColumnPlan {
  const count = Math.max(head.length, greatest(rows.map((row) => row.length)));
  const cells = Array.from({ length: count }, (_, i) => rows.map((row) => widthsOf(row[i] ?? '')));
  const needs = cells.map((column, i) => needOf(widthsOf(head[i] ?? ''), column));
  const attempts = sizes.map((s) => ({ ...s, widths: share(needs, Math.max(1, (width - count * 2 * cellMargin) / s.size)) }));
  const chosen = attempts.find((a) => sitsWell(a, needs, cells)) ?? attempts.at(-1)!;
  return {
    size: chosen.size,
    line: chosen.line,
    columns: chosen.widths.map((w, i) => ({
      width: round(w * chosen.size + 2 * cellMargin),
      align: right.includes(i) ? 'right' : cells[i]!.every((cell) => cell.text <= centred) ? 'center' : 'left',
      room: roomIn(
        w,
        rows.map((row) => row[i] ?? ''),
      ),
    })),
  };
}

/** The label and value columns of a facts table. */
export function planFacts(facts: readonly (readonly [string, string])[], width: number): ColumnPlan {
  const { size, line } = sizes[0]!;
  const label = Math.min(9, Math.max(5, ...facts.map(([text]) => widthOf(text)))) + 0.3;
  const first = round(label * size + 2 * cellMargin);
  const emIn = (points: number): number => (points - 2 * cellMargin) / size;
  const labels = facts.map(([text]) => text);
  const values = facts.map(([, value]) => value);
  return {
    size,
    line,
    columns: [
      { width: first, align: 'center', room: roomIn(emIn(first), labels) },
      { width: round(width - first), align: 'left', room: roomIn(emIn(width - first), values) },
    ],
  };
}

type Widths = { readonly text: number; readonly word: number };
const widthsOf = (text: string): Widths => ({ text: Math.max(...text.split('\n').map(widthOf)), word: widestWord(text) });

function needOf(head: Widths, cells: readonly Widths[]): Need {
  const text = greatest(cells.map((cell) => cell.text));
  const word = Math.min(keptWord, Math.max(head.word, greatest(cells.map((cell) => cell.word))));
  const least = Math.max(2, word, text <= keptText ? text : keptPart, Math.min(keptText, head.text)) + 0.3;
  return { least, wanted: Math.max(least, Math.min(mostWanted, Math.max(text, head.text)) + 0.3) };
}

function sitsWell(
  attempt: { readonly widths: readonly number[]; readonly mostLines: number },
  needs: readonly Need[],
  cells: readonly (readonly Widths[])[],
): boolean {
  if (needs.some((need, i) => attempt.widths[i]! < need.least)) return false;
  const rows = cells[0]?.length ?? 0;
  let lines = 0;
  for (let row = 0; row < rows; row++) lines += Math.max(...cells.map((column, i) => Math.ceil(column[row]!.text / attempt.widths[i]!)));
  return lines <= attempt.mostLines * rows;
}

/** Each its least, then bit by bit to the column most pressed, then what is left in proportion; too narrow a page presses all alike. */
function share(needs: readonly Need[], em: number): readonly number[] {
  const given = needs.map((need) => need.least);
  let left = em - given.reduce((sum, w) => sum + w, 0);
  if (left < 0) return given.map((w) => (w * em) / (em - left));
  for (const bit = 0.25; left >= bit; left -= bit) {
    const pressed = needs.map((need, i) => need.wanted / given[i]!);
    const most = Math.max(...pressed);
    if (most <= 1) break;
    given[pressed.indexOf(most)]! += bit;
  }
  return given.map((w) => (w * em) / (em - left));
}

/** A word that fits is left whole: broken up, it would lose its kerning and be copied out letter by letter. */
function roomIn(em: number, texts: readonly string[]): number {
  const tooWide = texts.flatMap(words).filter((word) => widthOf(word) > em);
  return tooWide.reduce((least, word) => Math.min(least, word.length - 1), tooWide[0]?.length ?? 0);
}

/** Whole twips, so that Word's grid adds up. */
const round = (points: number): number => Math.round(points * 20) / 20;
/** Not Math.max(...), which cannot take a table of a hundred thousand rows. */
const greatest = (numbers: readonly number[]): number => numbers.reduce((most, n) => Math.max(most, n), 0);
