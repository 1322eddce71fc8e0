import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionQuery, type Today, todayQuery } from '../api/queries.ts';
import { Due } from '../case/due.tsx';
import { ClauseChips } from '../parts/clause-chip.tsx';
import { waitingLine } from '../parts/waits.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { Failed, Loading } from '../shell/plain.tsx';
import { useWords } from '../words/words.ts';

/** My day: what is mine to do now, what I could take up, where each matter stands and whom it waits for, what is wanting. */
export function TodayPage() {
  const { t, word, joined } = useWords();
  const { data: session } = useQuery(sessionQuery);
  const { data, error, refetch } = useQuery(todayQuery);
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  const now = data.duties.filter((d) => d.unblocked);
  const later = data.duties.filter((d) => !d.unblocked);
  const who = [data.today, session?.person.name, joined(session?.roles.map((r) => word(`role:${r}`)) ?? [])];
  return (
    <>
      <PageHead title={t('today.title')} sub={who.filter(Boolean).join(' · ')}>
        {data.mayOpen.map((m) => (
          <Link key={m.command} to="/begin/$command" params={{ command: m.command }} className="plain-button">
            ＋ {word(`command:${m.command}`)}
          </Link>
        ))}
      </PageHead>
      <div className="columns">
        <div>
          <section className="card" aria-labelledby="now">
            <h2 id="now">
              {t('today.tasks')} {now.length > 0 ? <span className="badge now">{now.length}</span> : null}
            </h2>
            {now.length === 0 ? <p className="empty">{t('today.tasks.none')}</p> : <Tasks duties={now} today={data} />}
          </section>
          {data.next.length > 0 ? (
            <section className="card" aria-labelledby="next">
              <h2 id="next">{t('today.next')}</h2>
              <Possible lines={data.next} cites={data.clauses} />
            </section>
          ) : null}
          {later.length > 0 ? (
            <section className="card" aria-labelledby="later">
              <h2 id="later">{t('today.waiting')}</h2>
              <Tasks duties={later} today={data} />
            </section>
          ) : null}
          <section className="card" aria-labelledby="recent">
            <h2 id="recent">{t('today.recent')}</h2>
            {data.recent.length === 0 ? <p className="empty">{t('today.recent.none')}</p> : <Matters recent={data.recent} />}
          </section>
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
        </aside>
      </div>
    </>
  );
}

function Tasks({ duties, today }: { readonly duties: Today['duties']; readonly today: Today }) {
  const { word } = useWords();
  return (
    <ul className="list">
      {duties.map((d) => (
        <li key={d.id}>
          <div className="spread">
            <Link to="/cases/$id" params={{ id: d.root }} search={{ step: d.case }} className="title">
              {word(`duty:${d.duty}`)}
            </Link>
            <Due day={d.dueOn} today={today.today} provisional={d.provisional} />
          </div>
          <div className="soft">{[d.rootTitle, d.number, d.title !== d.rootTitle && d.title].filter(Boolean).join(' · ')}</div>
          <ClauseChips ids={d.clauses} cites={today.clauses} />
        </li>
      ))}
    </ul>
  );
}

function Possible({ lines, cites }: { readonly lines: Today['next']; readonly cites: Today['clauses'] }) {
  const { word } = useWords();
  return (
    <ul className="list">
      {lines.map((w) => (
        <li key={`${w.case}${w.command}`}>
          <Link to="/cases/$id" params={{ id: w.root }} search={{ step: w.case }} className="title">
            {word(`command:${w.command}`)}
          </Link>
          <div className="soft">{[w.rootTitle, w.number].filter(Boolean).join(' · ')}</div>
          <ClauseChips ids={w.clauses} cites={cites} />
        </li>
      ))}
    </ul>
  );
}

/** Each matter with where it stands and whom it waits for. */
function Matters({ recent }: { readonly recent: Today['recent'] }) {
  const words = useWords();
  const { t, word } = words;
  return (
    <ul className="list">
      {recent.map((c) => (
        <li key={c.id}>
          <div className="spread">
            <Link to="/cases/$id" params={{ id: c.id }} search={{}} className="title">
              {c.title || c.number}
            </Link>
            <span className={`badge ${c.settled ? 'done' : 'now'}`}>{word(`state:${c.procedure}.${c.state}`)}</span>
          </div>
          <div className="soft">{[c.number, word(`procedure:${c.procedure}`), c.changedOn].filter(Boolean).join(' · ')}</div>
          {c.waiting.length > 0 ? <div>{t('waits.for', { what: waitingLine(c.waiting, words) })}</div> : null}
        </li>
      ))}
    </ul>
  );
}

function FindingLine({ finding: f }: { readonly finding: Today['findings'][number] }) {
  const { refusal } = useWords();
  return (
    <>
      <Link to="/cases/$id" params={{ id: f.case }} search={{}} className="title">
        {refusal(f.code, f.facts)}
      </Link>
      <div className="soft">{[f.number, f.title, f.openedOn].filter(Boolean).join(' · ')}</div>
    </>
  );
}
