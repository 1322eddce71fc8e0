import type { BallotView } from '../../../../packages/instruments/ballot/view.ts';
import { readRatio } from '../../../../packages/kernel/ratio.ts';
import type { CasePage } from '../api/queries.ts';
import { ClauseChip } from '../parts/clause-chip.tsx';
import { Wide } from '../parts/wide.tsx';
import { useWords, type Words } from '../words/words.ts';

type Props = { readonly view: BallotView; readonly page: CasePage };

/** A ballot: weights as a bar with the line that must be reached, who has not voted, and what each way of counting comes to. */
export function BallotFace({ view, page }: Props) {
  const words = useWords();
  const { t, word } = words;
  const waiting = view.voters.filter((v) => v.votedOn === null).map((v) => v.title);
  return (
    <div className="stack">
      <div className="row">
        <span className="badge">{word(`option:ballotForm.${view.secret ? 'secret' : 'open'}`)}</span>
        <span className="soft">{t('ballot.days', { from: view.openedOn, to: view.closesOn })}</span>
        {view.closedOn ? <span className="soft">{t('ballot.closed', { day: view.closedOn })}</span> : null}
      </div>
      <Demands view={view} page={page} words={words} />
      <WeightBar view={view} words={words} />
      <Voters view={view} words={words} />
      {view.closedOn === null ? (
        <div className={`notice-box ${waiting.length > 0 ? 'warn' : 'good'}`} role="status">
          {waiting.length > 0 ? t('ballot.waiting', { names: words.joined(waiting) }) : t('ballot.allVoted')}
        </div>
      ) : null}
      {view.secret ? <p className="soft">{t('ballot.secret')}</p> : null}
      {view.outcome ? <Reckonings view={view} words={words} /> : null}
    </div>
  );
}

function Demands({ view, page, words }: Props & { readonly words: Words }) {
  const { t, word } = words;
  return (
    <ul className="list">
      {view.demands.map((d) => (
        <li key={d.clause + d.of} className="row">
          <strong>{t('ballot.demand', { of: word(`option:unit.${d.of}`), limits: d.limits })}</strong>
          {view.denominator ? <span className="soft">{word(`option:denominator.${view.denominator}`)}</span> : null}
          <ClauseChip id={d.clause} cite={page.clauses[d.clause] ?? d.clause} />
        </li>
      ))}
    </ul>
  );
}

/** How wide on the screen: drawing is the one place where a ratio may become a float. */
const width = (written: string): number => {
  const r = readRatio(written);
  return r ? (Number(r.n) / Number(r.d)) * 100 : 0;
};
/** In favour first, so that what is in favour reaches for the line. */
const order = ['for', 'abstain', 'blank', 'invalid', 'against'];
const place = (vote: string | null): number => (vote === null ? order.length : order.indexOf(vote));

function WeightBar({ view, words }: { readonly view: BallotView; readonly words: Words }) {
  const { t, word } = words;
  const voters = [...view.voters].sort((a, b) => place(a.vote) - place(b.vote));
  const said = (v: BallotView['voters'][number]): string => {
    if (v.vote) return word(`option:vote.${v.vote}`);
    return v.votedOn ? t('ballot.voted') : word('option:vote.absent');
  };
  const label = voters.map((v) => `${v.title} ${v.weight} ${said(v)}`).join('，');
  return (
    <div className="ballot-bar" role="img" aria-label={label}>
      {voters.map((v) => (
        <div
          key={v.id}
          className={`part ${v.vote ?? (v.votedOn ? 'sealed' : 'absent')}`}
          style={{ width: `${width(v.weight)}%` }}
          title={`${v.title} ${v.weight}`}
        >
          <span className="name">{v.title}</span>
          <span>{v.weight}</span>
        </div>
      ))}
      {view.demands
        .filter((d) => view.denominator === 'entitled' && d.least)
        .map((d) => (
          <div key={d.clause + d.of} className="line" style={{ left: `${width(d.least)}%` }}>
            <span>{d.least}</span>
          </div>
        ))}
    </div>
  );
}

function Voters({ view, words }: { readonly view: BallotView; readonly words: Words }) {
  const { t, word, field } = words;
  return (
    <Wide label={t('ballot.voter')}>
      <table className="plain">
        <thead>
          <tr>
            <th>{t('ballot.voter')}</th>
            <th className="right">{field('', 'weight')}</th>
            <th>{field('', 'vote')}</th>
          </tr>
        </thead>
        <tbody>
          {view.voters.map((v) => (
            <tr key={v.id}>
              <td>
                {v.title} {v.by ? <span className="soft">{v.by}</span> : null}
              </td>
              <td className="right">{v.weight}</td>
              <td>
                {v.votedOn ? (
                  <>
                    <span className={`badge ${v.vote === 'for' ? 'done' : v.vote === 'against' ? 'bad' : 'now'}`}>
                      {v.vote ? word(`option:vote.${v.vote}`) : t('ballot.voted')}
                    </span>{' '}
                    <span className="soft">{v.votedOn}</span> {v.recorded ? <span className="badge">{t('case.record')}</span> : null}{' '}
                    {v.mandate ? <a href={`/api/papers/${v.mandate}`}>{t('ballot.mandate')}</a> : null}
                  </>
                ) : (
                  <span className="soft">{word('option:vote.absent')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

/** What came out, and what it would have been under the denominators that do not hold here. */
function Reckonings({ view, words }: { readonly view: BallotView; readonly words: Words }) {
  const { t, word } = words;
  const { outcome } = view;
  if (!outcome) return null;
  const counts = order.concat('absent') as (keyof typeof outcome.heads)[];
  return (
    <section>
      <h3>
        {t('ballot.outcome')}{' '}
        <span className={`badge ${outcome.passed ? 'done' : 'bad'}`}>{word(`state:ballot.${outcome.passed ? 'passed' : 'rejected'}`)}</span>
      </h3>
      <p className="soft">
        {words.joined(counts.filter((c) => outcome.heads[c] !== '0').map((c) => `${word(`option:vote.${c}`)} ${outcome.heads[c]}`))}
      </p>
      <Wide label={t('ballot.outcome')}>
        <table className="plain">
          <thead>
            <tr>
              <th>{t('ballot.denominator')}</th>
              <th className="right">{t('ballot.rate')}</th>
              <th>{t('ballot.result')}</th>
            </tr>
          </thead>
          <tbody>
            {outcome.reckonings.map((r) => (
              <tr key={r.denominator}>
                <td>
                  {word(`option:denominator.${r.denominator}`)}{' '}
                  <span className={r.denominator === view.denominator ? 'badge done' : 'soft'}>
                    {r.denominator === view.denominator ? t('ballot.holds') : t('ballot.otherReading')}
                  </span>
                </td>
                <td className="right">{r.demands.map((d) => `${word(`option:unit.${d.of}`)} ${d.rate}`).join('；')}</td>
                <td>{word(`state:ballot.${r.passed ? 'passed' : 'rejected'}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </section>
  );
}
