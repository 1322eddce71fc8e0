import { useQuery } from '@tanstack/react-query';
import { textHelpQuery } from '../api/queries.ts';
import { useWords } from '../words/words.ts';
import { ClauseChip } from './clause-chip.tsx';

/** What a text is for, and what it rests on; of that, what has run out says so. Nothing where the text says neither. */
export function TextHelp({ text }: { readonly text: string }) {
  const { t, joined, pair } = useWords();
  const { data } = useQuery(textHelpQuery(text));
  if (!data || (data.purpose.length === 0 && data.basis.length === 0)) return null;
  return (
    <section className="card" aria-label={t('law.help')}>
      {data.purpose.map((p) => (
        <div key={p.clause}>
          <h2>{t('law.purpose')}</h2>
          <blockquote>{p.sentence}</blockquote>
          <p>
            {pair(t('law.elements'), joined(p.elements))} <ClauseChip id={p.clause} cite={p.cite} />
          </p>
        </div>
      ))}
      {data.basis.length > 0 ? (
        <>
          <h2>{t('law.basis')}</h2>
          <ul className="list tight">
            {data.basis.map((b) => (
              <li key={b.title}>
                {b.title} {b.to ? <span className="soft">{t('law.to', { day: b.to })}</span> : null}{' '}
                {b.expired ? <span className="badge bad">{t('law.expired')}</span> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
