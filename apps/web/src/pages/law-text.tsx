import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { textQuery } from '../api/queries.ts';
import { ClauseBody } from '../parts/clause.tsx';
import { Failed, Loading } from '../shell/plain.tsx';
import { Themed } from '../shell/theme.tsx';
import { useWords } from '../words/words.ts';

/** One text clause by clause: the list at the left, the sentence beside its rule at the right. */
export function LawTextPage() {
  const { text: id } = useParams({ from: '/inside/law/$text' });
  const { clause: chosen } = useSearch({ from: '/inside/law/$text' });
  const { t } = useWords();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(textQuery(id));
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  const clause = data.clauses.find((c) => c.id === chosen) ?? data.clauses[0];
  return (
    <Themed>
      <h1>{data.text.title}</h1>
      <p className="soft">
        {data.text.source} · {t('why.revision', { revision: data.text.revision })}
      </p>
      <div className="columns" style={{ gridTemplateColumns: 'minmax(240px, 340px) minmax(0, 1fr)' }}>
        <nav className="card" aria-label={t('law.pick')}>
          <ul className="list">
            {data.clauses.map((c) => (
              <li key={c.id} style={{ padding: '4px 0' }}>
                <button
                  type="button"
                  className="plain-button"
                  style={{ width: '100%', textAlign: 'left', borderColor: c.id === clause?.id ? 'var(--primary)' : undefined }}
                  aria-current={c.id === clause?.id}
                  onClick={() =>
                    void navigate({ to: '/law/$text', params: { text: id }, search: { clause: c.id }, replace: true, resetScroll: false })
                  }
                >
                  <strong>{c.article}</strong> {c.article === c.title ? '' : c.title}
                  {c.mentions > 0 ? <span className="soft"> · {t('law.mentions', { n: c.mentions })}</span> : null}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <section className="card" aria-label={clause?.cite}>
          {clause ? (
            <>
              <h2>{clause.cite}</h2>
              <ClauseBody clause={clause} draft={data.text.status === 'draft'} />
            </>
          ) : null}
        </section>
      </div>
    </Themed>
  );
}
