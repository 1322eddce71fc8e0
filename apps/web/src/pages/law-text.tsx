import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { type TextPage, textQuery } from '../api/queries.ts';
import { ClauseBody } from '../parts/clause.tsx';
import { TextHelp } from '../parts/text-help.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { Failed, Loading } from '../shell/plain.tsx';
import { Themed } from '../shell/theme.tsx';
import { useWords } from '../words/words.ts';

/** One text clause by clause: the list at the left, the sentence beside its rule at the right. */
export function LawTextPage() {
  const { text: id } = useParams({ from: '/inside/law/$text' });
  const { clause: chosen, revision } = useSearch({ from: '/inside/law/$text' });
  const { t } = useWords();
  const chosenClause = useRef<HTMLElement>(null);
  const { data, error, refetch } = useQuery(textQuery(id, revision));
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
        {data.revise ? (
          <Link to="/law/$text/revision" params={{ text: id }}>
            {t('revise.open')}
          </Link>
        ) : null}
        <Link to="/law/$text/comparison" params={{ text: id }}>
          {t('compare.open')}
        </Link>
        <Link to="/law">{t('law.all')}</Link>
      </PageHead>
      <Editions text={data.text} />
      <div className="columns reader">
        <nav className="card" aria-label={t('law.pick')}>
          <ul className="list tight">
            {data.clauses.map((c) => (
              <li key={c.id}>
                <Link
                  to="/law/$text"
                  params={{ text: id }}
                  search={{ clause: c.id, ...(revision ? { revision } : {}) }}
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

/** Which edition is shown, since when each holds and on what ground; each can be read. */
function Editions({ text }: { readonly text: TextPage['text'] }) {
  const { t } = useWords();
  if (text.issued === null) return null;
  const editions = [{ revision: text.issued, from: null, basis: t('law.issued') }, ...text.revisions];
  return (
    <section className="card" aria-labelledby="editions">
      <h2 id="editions">{t('law.editions')}</h2>
      <ul className="list tight">
        {editions.map((e, i) => (
          <li key={`${e.revision}${e.from}`} className="row">
            <Link
              to="/law/$text"
              params={{ text: text.id }}
              search={{ revision: e.revision }}
              aria-current={e.revision === text.revision ? 'true' : undefined}
            >
              {t('why.revision', { revision: e.revision.slice(0, 8) })}
            </Link>
            {e.from ? <span>{t('law.from', { day: e.from })}</span> : null}
            {editions[i + 1] ? <span>{t('law.until', { day: editions[i + 1]!.from! })}</span> : null}
            <span className="soft">{e.basis}</span>
            {e.revision === text.revision ? <span className="badge now">{t('law.shown')}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
