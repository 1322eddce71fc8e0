import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { wordsOf } from '../../../../packages/catalogue/facts.ts';
import { zhRefusals } from '../../../../packages/catalogue/messages/zh-refusals.ts';
import { zhWords } from '../../../../packages/catalogue/messages/zh-words.ts';
import { type UiKey, uiZh } from './ui-zh.ts';

export type Language = 'zh' | 'en';
const remembered = 'tongtu-language';

/** Starts with Chinese in hand; English is fetched when somebody asks for it. */
export async function startWords(): Promise<void> {
  const first: Language = localStorage.getItem(remembered) === 'en' ? 'en' : 'zh';
  await i18next.init({
    lng: 'zh',
    fallbackLng: 'zh',
    keySeparator: false,
    nsSeparator: ':',
    ns: ['ui', 'refusal', ...Object.keys(zhWords)],
    defaultNS: 'ui',
    resources: { zh: { ui: uiZh, refusal: zhRefusals, ...zhWords } },
    interpolation: { escapeValue: false },
  });
  if (first === 'en') await setLanguage('en');
}

export async function setLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'ui')) {
    const [{ uiEn }, { enWords }, { enRefusals }] = await Promise.all([
      import('./ui-en.ts'),
      import('../../../../packages/catalogue/messages/en-words.ts'),
      import('../../../../packages/catalogue/messages/en-refusals.ts'),
    ]);
    for (const [ns, words] of Object.entries({ ui: uiEn, refusal: enRefusals, ...enWords })) i18next.addResourceBundle('en', ns, words);
  }
  localStorage.setItem(remembered, language);
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  await i18next.changeLanguage(language);
}
export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh');

export type Words = {
  readonly language: Language;
  /** A word of the pages. */
  readonly t: (key: UiKey, params?: Readonly<Record<string, string | number>>) => string;
  /** A word of the house: 'state:conversion.approving', 'option:mode.transfer'. What has no word shows itself. */
  readonly word: (key: string) => string;
  /** A field's name, as the command at hand means it. */
  readonly field: (command: string, path: string) => string;
  /** A list of names as one text. */
  readonly joined: (items: readonly string[]) => string;
  /** Several statements as one text. */
  readonly apart: (items: readonly string[]) => string;
  /** A name and its value: 受让方：甲公司. */
  readonly pair: (name: string, value: string) => string;
  /** Said beside: （院内公告栏）. */
  readonly aside: (said: string) => string;
  /** The sentence of a refusal or finding. */
  readonly refusal: (code: string, facts: Readonly<Record<string, unknown>>) => string;
};

function wordsIn(language: Language): Words {
  const t = i18next.getFixedT(language);
  const has = (key: string): boolean => i18next.exists(key, { lng: language });
  const word = (key: string): string =>
    has(key)
      ? t(key)
      : key
          .slice(key.indexOf(':') + 1)
          .split('.')
          .at(-1)!;
  const refusal: Words['refusal'] = (code, facts) => {
    const known = (key: string): string | undefined => (has(key) ? t(key) : undefined);
    return t(
      `refusal:${code}`,
      wordsOf(facts, language, known, (said) => refusal(said.refused, said.facts)),
    );
  };
  return {
    language,
    t: (key, params) => t(`ui:${key}`, params ?? {}),
    word,
    field: (command, path) => {
      const name = path.slice(path.lastIndexOf('.') + 1);
      const own = [`fieldIn:${command}.${path}`, `fieldIn:${command}.${name}`].find(has);
      return own ? t(own) : word(`field:${name}`);
    },
    joined: (items) => items.join(language === 'zh' ? '、' : ', '),
    apart: (items) => items.join(language === 'zh' ? '；' : '; '),
    pair: (name, value) => (language === 'zh' ? `${name}：${value}` : `${name}: ${value}`),
    aside: (said) => (language === 'zh' ? `（${said}）` : `(${said})`),
    refusal,
  };
}

const cache: Partial<Record<Language, Words>> = {};
const words = (): Words => (cache[currentLanguage()] ??= wordsIn(currentLanguage()));
const subscribe = (tell: () => void): (() => void) => {
  i18next.on('languageChanged', tell);
  return () => i18next.off('languageChanged', tell);
};
/** Words in the reader's language; the page follows when it changes. */
export const useWords = (): Words => useSyncExternalStore(subscribe, words);
