import { useQuery } from '@tanstack/react-query';
import type { PlanView } from '../../../../packages/capabilities/plan-review/view.ts';
import { daysBetween } from '../../../../packages/kernel/day.ts';
import { type CasePage, textsQuery } from '../api/queries.ts';
import { ClauseChips } from '../parts/clause-chip.tsx';
import { Wide } from '../parts/wide.tsx';
import { useWords, type Words } from '../words/words.ts';

type Props = { readonly view: PlanView; readonly page: CasePage };

/** A plan of several parties: who they are and what binds each, what the plan says, who reviewed it, and what became of each opinion. */
export function PlanFace({ view, page }: Props) {
  const words = useWords();
  const { t } = words;
  return (
    <div className="stack">
      <div className="row">
        <span className="badge now">{t('case.version', { n: view.version })}</span>
        {view.inForce !== null ? <span className="badge done">{t('plan.inForce', { n: view.inForce })}</span> : null}
        {view.ballot ? <span className="soft">{t('plan.rate', { rate: view.ballot.rate, day: view.ballot.on })}</span> : null}
      </div>
      <Parties view={view} page={page} words={words} />
      <Contents view={view} words={words} />
      <Experts view={view} words={words} />
      <Opinions view={view} words={words} />
      <Signed view={view} words={words} />
      <Versions view={view} words={words} />
    </div>
  );
}

function Parties({ view, page, words }: Props & { readonly words: Words }) {
  const { t, word, field } = words;
  const { data } = useQuery(textsQuery);
  const short = (id: string): string => data?.find((x) => x.id === id)?.short ?? id;
  return (
    <section>
      <h3>{field('', 'parties')}</h3>
      <Wide label={field('', 'parties')}>
        <table className="plain">
          <thead>
            <tr>
              <th>{field('', 'party')}</th>
              <th className="right">{field('', 'weight')}</th>
              <th>{field('', 'representative')}</th>
              <th>{t('plan.bound')}</th>
            </tr>
          </thead>
          <tbody>
            {view.parties.map((p) => (
              <tr key={p.id}>
                <td>
                  {p.title} {p.lead ? <span className="badge">{field('', 'lead')}</span> : null}
                </td>
                <td className="right">{p.weight}</td>
                <td>{p.representative}</td>
                <td>
                  {p.texts.length === 0 ? (
                    <span className="soft">{t('plan.unbound')}</span>
                  ) : (
                    words.joined(p.texts.map((x) => `《${short(x)}》`))
                  )}
                  {p.lacks.length > 0 ? (
                    <div className="fault">
                      {t('plan.lacks', { parts: words.joined(p.lacks.map((x) => word(`option:part.${x}`))) })}{' '}
                      <ClauseChips ids={p.clauses} cites={page.clauses} />
                    </div>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </section>
  );
}

function Contents({ view, words }: { readonly view: PlanView; readonly words: Words }) {
  const { word, t } = words;
  const { stagedGoals, overallGoal, duties, resources, schedule } = view.contents;
  const name = (id: string): string => view.parties.find((p) => p.id === id)?.title ?? '';
  const none = <span className="soft">{t('none')}</span>;
  return (
    <dl className="facts">
      <dt>{word('option:part.overall-goal')}</dt>
      <dd>{overallGoal ?? none}</dd>
      <dt>{word('option:part.staged-goals')}</dt>
      <dd>
        {stagedGoals.length === 0
          ? none
          : stagedGoals.map((g) => <div key={g.name + g.due}>{words.pair(`${g.due} ${g.name}`, g.metric)}</div>)}
      </dd>
      <dt>{word('option:part.duties')}</dt>
      <dd>{duties.length === 0 ? none : duties.map((d) => <div key={d.party + d.task}>{words.pair(name(d.party), d.task)}</div>)}</dd>
      <dt>{word('option:part.resources')}</dt>
      <dd>
        {resources.length === 0
          ? none
          : resources.map((r) => <div key={r.party + r.what}>{words.pair(`${r.due} ${name(r.party)}`, r.what)}</div>)}
      </dd>
      <dt>{word('option:part.schedule')}</dt>
      <dd>{schedule.length === 0 ? none : <Gantt schedule={schedule} />}</dd>
    </dl>
  );
}

/** 甘特图: each task where it lies between the first start and the last end. */
function Gantt({ schedule }: { readonly schedule: PlanView['contents']['schedule'] }) {
  const from = schedule.map((s) => s.start).sort()[0]!;
  const to = schedule
    .map((s) => s.end)
    .sort()
    .at(-1)!;
  const whole = daysBetween(from, to) + 1;
  const part = (days: number): string => `${(days / whole) * 100}%`;
  return (
    <div className="gantt">
      {schedule.map((s) => (
        <div key={s.task + s.start}>
          <div>
            {s.task} <span className="soft">{`${s.start} — ${s.end}`}</span>
          </div>
          <div className="track" aria-hidden="true">
            <div style={{ marginLeft: part(daysBetween(from, s.start)), width: part(daysBetween(s.start, s.end) + 1) }} />
          </div>
        </div>
      ))}
    </div>
  );
}

function Experts({ view, words }: { readonly view: PlanView; readonly words: Words }) {
  const { word, field, t } = words;
  if (view.experts.length === 0) return null;
  return (
    <section>
      <h3>{field('plan.submit', 'experts')}</h3>
      <ul className="list">
        {view.experts.map((e) => (
          <li key={e.id} className="spread">
            <span>
              {e.name} <span className="soft">{word(`option:kind.${e.kind}`)}</span>
            </span>
            <span className={`badge ${e.conclusion === null ? 'now' : e.conclusion === 'disagree' ? 'bad' : 'done'}`}>
              {e.conclusion === null ? t('review.now') : word(`option:conclusion.${e.conclusion}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Opinions({ view, words }: { readonly view: PlanView; readonly words: Words }) {
  const { word, t } = words;
  if (view.opinions.length === 0) return null;
  return (
    <section>
      <h3>{t('plan.opinions')}</h3>
      <ul className="list">
        {view.opinions.map((o) => (
          <li key={o.id}>
            <div className="spread">
              <strong>{t('plan.opinion', { n: o.ordinal, by: o.by })}</strong>
              <span className={`badge ${o.disposition ? 'done' : 'warn'}`}>
                {o.disposition ? word(`option:disposition.${o.disposition}`) : t('plan.unanswered')}
                {o.version ? ` · ${t('case.version', { n: o.version })}` : ''}
              </span>
            </div>
            <blockquote>{o.words}</blockquote>
            {o.answer ? <p>{o.answer}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The last version that the agreement was signed on; once a plan is approved, that it was not yet. */
function Signed({ view, words }: { readonly view: PlanView; readonly words: Words }) {
  const { t } = words;
  if (view.inForce === null) return null;
  const signed = view.versions.find((v) => v.signedOn !== null);
  return (
    <section>
      <h3>{t('plan.agreement')}</h3>
      {signed ? (
        <p>
          {t('plan.signedOn', { day: signed.signedOn!, n: signed.version })} ·{' '}
          <a href={`/api/papers/${signed.agreement}`}>{words.field('cooperation.sign', 'agreement')}</a>
        </p>
      ) : (
        <p className="soft">{t('plan.unsigned')}</p>
      )}
    </section>
  );
}

function Versions({ view, words }: { readonly view: PlanView; readonly words: Words }) {
  const { t } = words;
  if (view.versions.length < 2) return null;
  return (
    <section>
      <h3>{t('plan.versions')}</h3>
      <ul className="list">
        {view.versions.map((v) => (
          <li key={v.version} className="spread">
            <span>
              {t('case.version', { n: v.version })} <span className="soft">{v.madeOn}</span> {v.because}
            </span>
            {v.approvedOn ? <span className="badge done">{t('plan.approvedOn', { day: v.approvedOn })}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
