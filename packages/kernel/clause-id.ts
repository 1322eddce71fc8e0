/**
 * One grammar for clause ids: `text:article`, the article's parts separated by dots.
 * Numbered texts: `p2` is a paragraph (第二款), `end` the last one (末款), `s3` a sentence (第三句), a plain number an item （一）.
 * Standards: `5.1.2.b`, `8.2.p2` (paragraph), `6.2.1.t1` (table), an annex by its letter: `a.1.2.d`.
 */
export type ClauseId = string;
export type Numbering = 'articles' | 'sections' | 'names';

const grammar = /^[a-z0-9-]+:[a-z0-9-]+(?:\.[a-z0-9-]+)*$/;
export const isClauseId = (id: string): boolean => grammar.test(id);
export const textOf = (id: ClauseId): string => id.slice(0, id.indexOf(':'));
const articleOf = (id: ClauseId): string => id.slice(id.indexOf(':') + 1);

const digits = '零一二三四五六七八九';
/** 1–999 as a statute counts: 十一, 四十五, 一百零三. */
function chineseNumber(n: number): string {
  if (n < 10) return digits[n]!;
  if (n < 20) return `十${n % 10 ? digits[n % 10] : ''}`;
  if (n < 100) return `${digits[Math.floor(n / 10)]}十${n % 10 ? digits[n % 10] : ''}`;
  const rest = n % 100;
  const tail = rest === 0 ? '' : rest < 10 ? `零${digits[rest]}` : rest < 20 ? `一${chineseNumber(rest)}` : chineseNumber(rest);
  return `${digits[Math.floor(n / 100)]}百${tail}`;
}

/** The article as the text itself names it: 第十一条（一）, 第四十五条第一款（一）, 5.1.2 b), 附录A.1.2 d). A named clause shows its title. */
export function showArticle(id: ClauseId, numbering: Numbering, title: string): string {
  const [head = '', ...rest] = articleOf(id).split('.');
  if (numbering === 'sections' && /^(?:\d+|[a-z])$/.test(head)) return showSection(head, rest);
  if (numbering === 'names' || !/^\d+$/.test(head)) return title;
  const tail = rest.map((p) => {
    if (p === 'end') return '末款';
    const [, kind = '', n = ''] = /^([pst])(\d+)$/.exec(p) ?? [];
    if (kind === 't') return `附表${chineseNumber(Number(n))}`;
    if (kind !== '') return `第${chineseNumber(Number(n))}${kind === 'p' ? '款' : '句'}`;
    return `（${/^\d+$/.test(p) ? chineseNumber(Number(p)) : p}）`;
  });
  return `第${chineseNumber(Number(head))}条${tail.join('')}`;
}

const places: Readonly<Record<string, (n: string) => string>> = { p: (n) => `第${n}段`, s: (n) => `第${n}句`, t: (n) => `表${n}` };
function showSection(head: string, rest: readonly string[]): string {
  const below = rest.findIndex((p) => !/^\d+$/.test(p));
  const numbers = [/^\d+$/.test(head) ? head : `附录${head.toUpperCase()}`, ...(below < 0 ? rest : rest.slice(0, below))].join('.');
  const tail = (below < 0 ? [] : rest.slice(below)).map((p) => {
    const [, kind = '', n = ''] = /^([pst])(\d+)$/.exec(p) ?? [];
    return places[kind]?.(n) ?? `${p})`;
  });
  return [numbers, ...tail].join(' ');
}

/** Within one article: its paragraphs and sentences, its tables, its items, its last paragraph. */
const inOrder = ['p', 's', 't', ''] as const;
function place(part: string): number {
  if (part === 'end') return inOrder.length;
  return inOrder.indexOf((/^([pst])\d+$/.exec(part)?.[1] ?? '') as (typeof inOrder)[number]);
}

/** Sorts as the text runs: 9 before 10, 11 before 11.p1 before 11.1 before 11.2 before 11.end. */
export function compareClauses(a: ClauseId, b: ClauseId): number {
  const [left, right] = [a.split(/[:.]/), b.split(/[:.]/)];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const [l, r] = [left[i]!, right[i]!];
    const order = place(l) - place(r) || l.localeCompare(r, 'en', { numeric: true });
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
