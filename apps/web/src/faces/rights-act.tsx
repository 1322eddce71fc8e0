import type { RightsActView } from '../../../../packages/capabilities/rights-act/view.ts';
import type { MeasureProps } from '../case/measure-face.tsx';
import { showMoney } from '../parts/money.ts';
import { Wide } from '../parts/wide.tsx';
import { useWords } from '../words/words.ts';

const tones: Readonly<Record<string, string>> = { consents: 'done', takes: 'done', declines: '', objects: 'bad', abstains: 'warn' };

/** An act on rights: by whom and to whom, who has consented, and how it is paid. */
export function RightsActFace({ view }: MeasureProps<RightsActView>) {
  const { t, word, field, aside } = useWords();
  const f = (key: string): string => field('act.propose', key);
  return (
    <div className="stack">
      <dl className="facts">
        <dt>{f('act')}</dt>
        <dd>
          <strong>{word(`option:act.${view.act}`)}</strong> · {word(`option:purpose.${view.purpose}`)}
          {view.licenceKind ? ` · ${word(`option:licenceKind.${view.licenceKind}`)}` : ''}
        </dd>
        <dt>{f('by')}</dt>
        <dd>{view.by}</dd>
        {view.to ? (
          <>
            <dt>{f('to')}</dt>
            <dd>{view.to}</dd>
          </>
        ) : null}
        {view.from ? (
          <>
            <dt>{t('act.term')}</dt>
            <dd>{`${view.from} — ${view.until} ${view.scope === null ? '' : aside(view.scope)}`}</dd>
          </>
        ) : null}
        {view.stake ? (
          <>
            <dt>{t('act.stake')}</dt>
            <dd>
              {showMoney(view.value)} / {showMoney(view.postMoney)} = <strong>{view.stake}</strong>{' '}
              {view.report ? <a href={`/api/papers/${view.report}`}>{field('equity.value', 'report')}</a> : null}
            </dd>
          </>
        ) : null}
      </dl>
      {view.answers.length > 0 ? (
        <section>
          <h3>{t('act.asked')}</h3>
          <ul className="list">
            {view.answers.map((a) => (
              <li key={a.title + a.asked}>
                <div className="spread">
                  <span>
                    {a.title}{' '}
                    <span className="soft">
                      {a.asked === 'consent' ? t('act.consent') : t('act.priority', { day: view.priorityUntil ?? '' })}
                    </span>
                  </span>
                  <span className={`badge ${a.answer === null ? 'now' : (tones[a.answer] ?? '')}`}>
                    {a.answer === null ? t('act.unanswered') : word(`option:answer.${a.answer}`)} {a.on}
                  </span>
                </div>
                {a.words ? <div className="said">{a.words}</div> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {view.way ? <Payments view={view} /> : null}
    </div>
  );
}

function Payments({ view }: { readonly view: RightsActView }) {
  const { t, word } = useWords();
  return (
    <Wide label={word(`option:way.${view.way}`)}>
      <table className="plain">
        <caption className="as-heading">
          {word(`option:way.${view.way}`)} {view.amount ? showMoney(view.amount) : ''}
          {view.rate ? `${word(`option:base.${view.base}`)} × ${view.rate}` : ''}
        </caption>
        <thead>
          <tr>
            <th>{t('act.dueOn')}</th>
            <th className="right">{t('act.income')}</th>
            <th className="right">{t('bench.amount')}</th>
            <th>{t('act.paidOn')}</th>
          </tr>
        </thead>
        <tbody>
          {view.payments.map((p) => (
            <tr key={p.ordinal}>
              <td>{p.dueOn}</td>
              <td className="right money">{p.income ? showMoney(p.income) : '—'}</td>
              <td className="right money">{p.amount ? showMoney(p.amount) : '—'}</td>
              <td>{p.paidOn ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
