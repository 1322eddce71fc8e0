import i18next from 'i18next';
import { simulatorEn } from '../words/simulator-en.ts';
import { type SimulatorKey, simulatorZh } from '../words/simulator-zh.ts';
import { useWords, type Words } from '../words/words.ts';

i18next.addResourceBundle('zh', 'simulator', simulatorZh);
i18next.addResourceBundle('en', 'simulator', simulatorEn);

export type Say = (key: SimulatorKey, params?: Readonly<Record<string, string | number>>) => string;
/** The words of the house, and those of the simulator. */
export function useSay(): Words & { readonly say: Say } {
  const words = useWords();
  const t = i18next.getFixedT(words.language);
  return { ...words, say: (key, params) => t(`simulator:${key}`, params ?? {}) };
}
