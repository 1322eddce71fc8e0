import { Problem } from '../api/client.ts';
import { useWords } from '../words/words.ts';

export function Loading() {
  const { t } = useWords();
  return (
    <p className="empty" role="status">
      {t('loading')}
    </p>
  );
}

export function NotFound() {
  const { t } = useWords();
  return (
    <main>
      <h1>{t('page.notFound')}</h1>
      <p>
        <a href="/">{t('nav.today')}</a>
      </p>
    </main>
  );
}

/** What could not be read, in the words of the refusal, and a way to try again. */
export function Failed({ error, again }: { readonly error: Error; readonly again?: () => void }) {
  const { t } = useWords();
  return (
    <div className="notice-box bad" role="alert">
      <strong>{t('failed')}</strong>
      <div>{error instanceof Problem ? error.refusals.map((r) => r.sentence).join(' ') || error.message : error.message}</div>
      {again ? (
        <button type="button" className="plain-button" onClick={again}>
          {t('retry')}
        </button>
      ) : null}
    </div>
  );
}
