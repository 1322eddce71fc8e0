import { createInstance, type i18n } from 'i18next';
import { type Language, wordsOf } from './facts.ts';
import { enRefusals } from './messages/en-refusals.ts';
import { enWords } from './messages/en-words.ts';
import { zhRefusals } from './messages/zh-refusals.ts';
import { zhWords } from './messages/zh-words.ts';

/** Words and refusals by language. Keys have dots of their own, so no separator splits them; a namespace is named with a colon. */
export const messages = {
  zh: { refusal: zhRefusals, ...zhWords },
  en: { refusal: enRefusals, ...enWords },
};

let instance: i18n | undefined;
function translator(): i18n {
  if (!instance) {
    instance = createInstance();
    void instance.init({
      lng: 'zh',
      fallbackLng: 'zh',
      initAsync: false,
      keySeparator: false,
      nsSeparator: ':',
      ns: Object.keys(messages.zh),
      defaultNS: 'refusal',
      resources: messages,
      interpolation: { escapeValue: false },
    });
  }
  return instance;
}

type Told = { readonly refused: string; readonly facts: Readonly<Record<string, unknown>> };
/** The sentence of a refusal, in the reader's language. A code without one is our fault and says itself. */
export function sentenceOf(r: Told, language: Language): string {
  const facts = wordsOf(
    r.facts,
    language,
    (key) => wordIn(key, language),
    (said) => sentenceOf(said, language),
  );
  return translator().t(`refusal:${r.refused}`, { ...facts, lng: language });
}

/** Words have nothing to fill in: they are read where they stand. */
function wordIn(key: string, language: Language): string | undefined {
  const at = key.indexOf(':');
  const [space, name] = [key.slice(0, at), key.slice(at + 1)];
  for (const l of [language, 'zh'] as const) {
    const words = (messages[l] as Readonly<Record<string, Readonly<Record<string, string>>>>)[space];
    if (words && Object.hasOwn(words, name)) return words[name];
  }
  return undefined;
}

/** A word of the catalogue, or the key where there is none. */
export function wordOf(key: string, language: Language): string {
  return wordIn(key, language) ?? key.slice(key.indexOf(':') + 1);
}
