import { Problem } from '../api/client.ts';
import { faultWords } from '../parts/fault.ts';
import { useWords } from '../words/words.ts';
import { PageHead } from './page-head.tsx';

export function Loading() {
  const { t } = useWords();
  return (
    <p className="empty" role="status">
      {t('loading')}
    </p>
  );
}

/** No such address, or nothing there for the reader: the two are not told apart. */
export function NotFound() {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t('page.notFound')} />
      <section className="card">
        <p>{t('page.notFound.why')}</p>
        <p>
          <a href="/">{t('page.notFound.back')}</a>
        </p>
      </section>
    </>
  );
}

/** Outside the frame of the pages: an address that is none of ours. */
export const NoSuchPage = () => (
  <main>
    <NotFound />
  </main>
);

/** What could not be read, in the words of the refusal, and a way to try again. */
export function Failed({ error, again }: { readonly error: Error; readonly again?: () => void }) {
  const words = useWords();
  const { t } = words;
  if (error instanceof Problem && error.status === 404) return <NotFound />;
  return (
    <div className="notice-box bad" role="alert">
      <strong>{t('failed')}</strong>
      <div>{faultWords(error, words)}</div>
      {again ? (
        <button type="button" className="plain-button" onClick={again}>
          {t('retry')}
        </button>
      ) : null}
    </div>
  );
}
