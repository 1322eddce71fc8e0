/**
 * How wide a text is, in its own em, near enough to divide a table by. The writers do the real setting; this errs on the wide
 * side, as a column one digit too narrow breaks an amount in two.
 */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

/** The characters Chinese fonts set as wide as a hanzi, among those below U+2E80. */
const fullWidth = new Set('‘’“”—…·×÷±℃‰№Ⅰ①②③④⑤⑥⑦⑧⑨⑩→←↑↓√■□○●★☆△◎');

function widthOfCharacter(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2e80) return code >= 0xff61 && code <= 0xffdc ? 0.5 : 1;
  if (fullWidth.has(character)) return 1;
  if (/\p{M}/u.test(character)) return 0;
  if (/[0-9]/.test(character)) return 0.56;
  if (/[ .,:;'|!ijl]/.test(character)) return 0.3;
  if (/[mwA-Z@%&]/.test(character)) return 0.75;
  return 0.56;
}

/** The widest of its amounts, numbers and Latin words. */
export function widestWord(text: string): number {
  return Math.max(0, ...words(text).map(widthOf));
}
/** What no line is broken in. */
export const words = (text: string): readonly string[] => text.match(/[!-~\u00A1-\u024F]+/gu) ?? [];
