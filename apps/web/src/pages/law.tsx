import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { textsQuery } from '../api/queries.ts';
import { PageHead } from '../shell/page-head.tsx';
import { Failed, Loading } from '../shell/plain.tsx';
import { useWords } from '../words/words.ts';

/** The texts of the library: what each is, how far it binds, since when it is adopted here and on what ground. */
export function LawPage() {
  const { t, word, apart } = useWords();
  const { data, error, refetch } = useQuery(textsQuery);
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      <PageHead title={t('law.title')} sub={t('law.lead')} />
      {data.map((text) => (
        <section key={text.id} className="card" aria-labelledby={text.id}>
          <div className="spread">
            <h2 id={text.id}>
              <Link to="/law/$text" params={{ text: text.id }} search={{}}>
                {text.title}
              </Link>
            </h2>
            <span className="row">
              <span className="badge">{word(`option:level.${text.level}`)}</span>
              {text.status === 'draft' ? <span className="badge warn">{t('law.draft')}</span> : null}
              <span className={`badge ${text.adoption ? 'done' : ''}`}>{text.adoption ? t('law.adopted') : t('law.notAdopted')}</span>
              <span className="soft">{t('law.clauses', { n: text.clauses })}</span>
            </span>
          </div>
          <p className="soft">{[text.issuer, text.number, text.days].filter(Boolean).join(' · ')}</p>
          {text.adoption ? (
            <>
              <p>
                {t('law.from', { day: text.adoption.from })}
                {text.adoption.to ? ` ${t('law.to', { day: text.adoption.to })}` : ''} · {text.adoption.basis}
              </p>
              {text.adoption.doubt ? <div className="notice-box warn">{text.adoption.doubt}</div> : null}
            </>
          ) : null}
          {text.revisions.length > 0 ? (
            <p>
              <span className="badge now">{t('law.revised')}</span>{' '}
              {apart(text.revisions.map((r) => `${t('law.from', { day: r.from })} · ${r.basis}`))}
            </p>
          ) : null}
          {text.parties.map((a) => (
            <p key={a.party + a.from}>
              <span className="badge">{t('law.adoptedBy', { party: a.party })}</span> {t('law.from', { day: a.from })}
              {a.to ? ` ${t('law.to', { day: a.to })}` : ''} · {a.basis}
            </p>
          ))}
          {text.note ? <p className="soft">{text.note}</p> : null}
        </section>
      ))}
    </>
  );
}
