import { useQueryClient } from '@tanstack/react-query';
import { setLanguage, useWords } from '../words/words.ts';

/** Changes the language of the pages, and asks anew for what the server says in words. */
export function LanguageButton() {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const change = async (): Promise<void> => {
    await setLanguage(language === 'zh' ? 'en' : 'zh');
    await queries.invalidateQueries();
  };
  return (
    <button type="button" className="plain-button" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => void change()}>
      {t('language.other')}
    </button>
  );
}
