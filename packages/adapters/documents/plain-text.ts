/**
 * What neither XML 1.0 nor a page may hold: control characters, noncharacters, and the marks that turn the direction of text,
 * with which an amount or a name could be made to read otherwise than it is stored.
 */
const refused = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF\uFFFE\uFFFF]/gu;

/** A text in several lines, for a cell. Both writers print exactly these characters. */
export function plainLines(text: string): readonly string[] {
  const lines = text
    .toWellFormed()
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)
    .map((line) => line.replaceAll('\t', ' ').replaceAll(refused, '').trim());
  return lines.filter((line) => line !== '');
}

/** The same on one line, for a title, a label or a heading. */
export const plainText = (text: string): string => plainLines(text).join(' ');
