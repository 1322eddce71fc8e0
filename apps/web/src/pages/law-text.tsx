import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { textQuery } from '../api/queries.ts';
import { ClauseBody } from '../parts/clause.tsx';
import { TextHelp } from '../parts/text-help.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { Failed, Loading } from '../shell/plain.tsx';
import { Themed } from '../shell/theme.tsx';
import { useWords } from '../words/words.ts';

/** One text clause by clause: the list at the left, the sentence beside its rule at the right. */
export function LawTextPage() {
  const { text: id } = useParams({ from: '/inside/law/$text' });
  const { clause: chosen } = useSearch({ from: '/inside/law/$text' });
  const { t } = useWords();
  const chosenClause = useRef<HTMLElement>(null);
  const { data, error, refetch } = useQuery(textQuery(id));
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  const clause = data.clauses.find((c) => c.id === chosen) ?? data.clauses[0];
  return (
    <Themed>
      <PageHead
        title={data.text.title}
        badge={data.text.status === 'draft' ? <span className="badge warn">{t('law.draft')}</span> : null}
        sub={`${data.text.source} · ${t('why.revision', { revision: data.text.revision.slice(0, 8) })}`}
      >
        <Link to="/law/$text/comparison" params={{ text: id }}>
          {t('compare.open')}
        </Link>
        <Link to="/law">{t('law.all')}</Link>
      </PageHead>
      <div className="columns reader">
        <nav className="card" aria-label={t('law.pick')}>
          <ul className="list tight">
            {data.clauses.map((c) => (
              <li key={c.id}>
                <Link
                  to="/law/$text"
                  params={{ text: id }}
                  search={{ clause: c.id }}
                  replace
                  resetScroll={false}
                  className="pick"
                  aria-current={c.id === clause?.id ? 'true' : undefined}
                  onClick={() => chosenClause.current?.scrollIntoView({ block: 'nearest' })}
                >
                  <strong>{c.article}</strong> {c.article === c.title ? '' : c.title}
                  {c.mentions > 0 ? <span className="soft"> · {t('law.mentions', { n: c.mentions })}</span> : null}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <section className="card" aria-label={clause?.cite} ref={chosenClause}>
          {clause ? (
            <>
              <h2>{clause.cite}</h2>
              <ClauseBody clause={clause} draft={data.text.status === 'draft'} />
            </>
          ) : null}
        </section>
      </div>
      <TextHelp text={id} />
    </Themed>
  );
}
