import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionQuery, type Today, todayQuery } from '../api/queries.ts';
import { Due } from '../case/due.tsx';
import { Failed, Loading } from '../shell/plain.tsx';
import { useWords } from '../words/words.ts';

/** My day: what is mine to do now, what waits for others, what is wanting, where things stand. */
export function TodayPage() {
  const { t, word } = useWords();
  const { data: session } = useQuery(sessionQuery);
  const { data, error, refetch } = useQuery(todayQuery);
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  const now = data.duties.filter((d) => d.unblocked);
  const later = data.duties.filter((d) => !d.unblocked);
  return (
    <>
      <div className="spread">
        <div>
          <h1>{t('today.title')}</h1>
          <p className="soft">
            {data.today} · {session?.person.name} · {session?.roles.map((r) => word(`role:${r}`)).join('、')}
          </p>
        </div>
        <div className="row">
          {data.mayOpen.map((m) => (
            <Link
              key={m.command}
              to="/begin/$command"
              params={{ command: m.command }}
              className="plain-button"
              style={{ textDecoration: 'none' }}
            >
              ＋ {word(`command:${m.command}`)}
            </Link>
          ))}
        </div>
      </div>
      <div className="columns" style={{ marginTop: 12 }}>
        <div>
          <section className="card" aria-labelledby="now">
            <h2 id="now">
              {t('today.tasks')} {now.length > 0 ? <span className="badge now">{now.length}</span> : null}
            </h2>
            {now.length === 0 ? (
              <p className="empty">{t('today.tasks.none')}</p>
            ) : (
              <Tasks duties={now} today={data.today} cites={data.clauses} />
            )}
          </section>
          {later.length > 0 ? (
            <section className="card" aria-labelledby="later">
              <h2 id="later">{t('today.waiting')}</h2>
              <Tasks duties={later} today={data.today} cites={data.clauses} />
            </section>
          ) : null}
        </div>
        <aside>
          <section className="card" aria-labelledby="findings">
            <h2 id="findings">
              {t('today.findings')} {data.findings.length > 0 ? <span className="badge bad">{data.findings.length}</span> : null}
            </h2>
            {data.findings.length === 0 ? <p className="empty">{t('today.findings.none')}</p> : null}
            <ul className="list">
              {data.findings.map((f) => (
                <li key={f.id}>
                  <FindingLine finding={f} />
                </li>
              ))}
            </ul>
          </section>
          <section className="card" aria-labelledby="recent">
            <h2 id="recent">{t('today.recent')}</h2>
            {data.recent.length === 0 ? <p className="empty">{t('today.recent.none')}</p> : null}
            <ul className="list">
              {data.recent.map((c) => (
                <li key={c.id}>
                  <Link to="/cases/$id" params={{ id: c.id }} search={{}} className="title">
                    {c.title || c.number}
                  </Link>
                  <div className="soft">
                    {c.number} · {word(`state:${c.procedure}.${c.state}`)} · {c.changedOn}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        </aside>
      </div>
    </>
  );
}

function Tasks({ duties, today, cites }: { readonly duties: Today['duties']; readonly today: string; readonly cites: Today['clauses'] }) {
  const { word } = useWords();
  return (
    <ul className="list">
      {duties.map((d) => (
        <li key={d.id}>
          <div className="spread">
            <Link to="/cases/$id" params={{ id: d.root }} search={{ step: d.case }} className="title">
              {word(`duty:${d.duty}`)}
            </Link>
            <Due day={d.dueOn} today={today} provisional={d.provisional} />
          </div>
          <div className="soft">
            {d.rootTitle} {d.number ? `· ${d.number}` : ''} {d.title && d.title !== d.rootTitle ? `· ${d.title}` : ''}
          </div>
          {d.clauses.length > 0 ? (
            <div className="clauses" style={{ marginTop: 4 }}>
              {d.clauses.map((c) => (
                <Link
                  key={c}
                  to="/law/$text"
                  params={{ text: c.slice(0, c.indexOf(':')) }}
                  search={{ clause: c }}
                  className="clause"
                  style={{ textDecoration: 'none' }}
                >
                  {cites[c] ?? c}
                </Link>
              ))}
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function FindingLine({ finding: f }: { readonly finding: Today['findings'][number] }) {
  const { refusal } = useWords();
  return (
    <Link to="/cases/$id" params={{ id: f.case }} search={{}} style={{ textDecoration: 'none', color: 'inherit' }}>
      <div>{refusal(f.code, f.facts)}</div>
      <div className="soft">
        {f.number} · {f.title} · {f.openedOn}
      </div>
    </Link>
  );
}
