export type Language = 'zh' | 'en';

/** A fact that is itself a refusal: what was found wrong at a place of a file, say. */
type Said = { readonly refused: string; readonly facts: Readonly<Record<string, unknown>> };
const isSaid = (v: unknown): v is Said => typeof v === 'object' && v !== null && 'refused' in v && 'facts' in v;

const joins: Readonly<Record<Language, string>> = { zh: '、', en: ', ' };
/** Facts as a sentence takes them: lists joined, what is not there said so; codes that have a word become it. */
export function wordsOf(
  facts: Readonly<Record<string, unknown>>,
  language: Language,
  word: (key: string) => string | undefined,
  sentence: (said: Said) => string,
): Record<string, string> {
  const one = (key: string, v: unknown): string => {
    if (v === null || v === undefined) return '—';
    if (isSaid(v)) return sentence(v);
    return typeof v === 'string' ? (word(`option:${key}.${v}`) ?? word(`role:${v}`) ?? v) : String(v);
  };
  const plain = new Set([
    'class',
    'way',
    'template',
    'rule',
    'mode',
    'kind',
    'place',
    'reviewer',
    'of',
    'procedure',
    'state',
    'row',
    'code',
  ]);
  return Object.fromEntries(
    Object.entries(facts).map(([k, v]) => {
      if (plain.has(k)) return [k, String(v)];
      return [k, Array.isArray(v) ? v.map((x) => one(k, x)).join(joins[language]) : one(k, v)];
    }),
  );
}
