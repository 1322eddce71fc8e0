import { widthOf } from './text-width.ts';

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * How far a title is drawn in at either side, in em, so that its lines come out alike and part as few words as can be
 * (GB/T 9704-2012 7.3.1: 回行时，要做到词意完整，排列对称，长短适宜). The text itself stays whole: no line break is put in it.
 */
export function titleInset(title: string, width: number): number {
  const total = widthOf(title);
  if (total <= width) return 0;
  const lines = Math.ceil(total / width);
  const even = Math.ceil(total / lines);
  const ends = wordEnds(title);
  const widths = Array.from({ length: Math.max(1, Math.floor(width) - even) }, (_, i) => even + i);
  const parted = widths.map((line) => lineEnds(title, line).filter((end) => !ends.has(end)).length);
  return inset(even + parted.indexOf(Math.min(...parted)), width);
}

/** A third of an em over, so that rounding never costs the last character of a line. */
const inset = (line: number, width: number): number => Math.max(0, Math.round((width - line - 0.3) * 50) / 100);

function wordEnds(title: string): ReadonlySet<number> {
  const ends = new Set<number>();
  for (const { index, segment } of words.segment(title)) {
    // A line must not begin with a closing mark, so a word ends only after the marks that follow it.
    if (/^[，。；：、！？）》」』”’]/u.test(segment)) ends.delete(index);
    ends.add(index + segment.length);
  }
  return ends;
}

function lineEnds(title: string, line: number): readonly number[] {
  const ends: number[] = [];
  let width = 0;
  let index = 0;
  for (const character of title) {
    width += widthOf(character);
    if (width > line) {
      ends.push(index);
      width = widthOf(character);
    }
    index += character.length;
  }
  return ends;
}
