import type { ScorecardView } from '../../../../packages/instruments/scorecard/view.ts';
import type { MeasureProps } from '../case/measure-face.tsx';
import { Wide } from '../parts/wide.tsx';
import { useWords } from '../words/words.ts';

/** A round of scoring: the card with its maxima, the experts, and once it is concluded every point, the exact result and other readings. */
export function ScorecardFace({ view, chips }: MeasureProps<ScorecardView>) {
  const { t, word, pair } = useWords();
  const counting = view.experts.filter((e) => e.total !== null);
  return (
    <div className="stack">
      {view.total !== null ? (
        <div className={`notice-box ${view.reached ? 'good' : 'warn'}`} role="status">
          <strong>{t('score.total', { total: view.total })}</strong>
          {view.threshold.length > 0 ? ` ${t('score.threshold', { threshold: view.threshold.join('; ') })}` : null}
          {view.threshold.length > 0 ? ` — ${view.reached ? t('score.reached') : t('score.notReached')}` : null}
          <div className="soft">{word(`option:aggregation.${view.aggregation}`)}</div>
        </div>
      ) : null}
      <Wide label={t('score.card', { about: word(`option:about.${view.about}`) })}>
        <table className="plain">
          <caption className="as-heading">{t('score.card', { about: word(`option:about.${view.about}`) })}</caption>
          <thead>
            <tr>
              <th>{t('score.item')}</th>
              <th className="right">{t('score.most')}</th>
              {view.total !== null ? <th className="right">{t('score.mean')}</th> : null}
              {counting.map((e) => (
                <th key={e.name} className="right">
                  {e.name}
                </th>
              ))}
            </tr>
          </thead>
          {view.groups.map((g) => (
            <tbody key={g.group}>
              <tr>
                <th scope="rowgroup">
                  {g.title}
                  {g.risk ? <span className="soft"> · {word(`value:${view.riskPoints}`)}</span> : null}
                </th>
                <th className="right">{g.most}</th>
                {view.total !== null ? <th className="right">{g.points}</th> : null}
                {counting.length > 0 ? <td colSpan={counting.length} /> : null}
              </tr>
              {g.items.map((i) => (
                <tr key={i.item}>
                  <td>
                    {i.title}
                    {i.looksAt ? <div className="soft">{i.looksAt}</div> : null}
                  </td>
                  <td className="right">{i.most}</td>
                  {view.total !== null ? <td className="right">{i.points}</td> : null}
                  {i.each.map((points, n) => (
                    <td key={counting[n]?.name ?? n} className="right">
                      {points}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </Wide>
      <Experts view={view} />
      {view.readings.length > 0 ? (
        <section>
          <h3>{t('why.readings')}</h3>
          {view.readings.map((r) => (
            <div key={r.clause + r.value} className="notice-box warn">
              {pair(word(`value:${r.value}`), t('score.total', { total: r.total }))}
              {view.threshold.length > 0 ? ` — ${r.reached ? t('score.reached') : t('score.notReached')}` : ''} {chips([r.clause])}
            </div>
          ))}
        </section>
      ) : null}
      {chips(view.clauses)}
    </div>
  );
}

function Experts({ view }: { readonly view: ScorecardView }) {
  const { t } = useWords();
  return (
    <section>
      <h3>{t('score.experts')}</h3>
      <ul className="list">
        {view.experts.map((e) => (
          <li key={e.name}>
            <div className="spread">
              <span>{e.name}</span>
              <span className={`badge ${e.conflict !== null ? 'bad' : e.given ? 'done' : 'now'}`}>
                {e.conflict !== null ? t('score.excluded') : e.given ? t('score.given') : t('score.waiting')}
              </span>
            </div>
            {e.conflict !== null ? <div className="soft">{e.conflict}</div> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
