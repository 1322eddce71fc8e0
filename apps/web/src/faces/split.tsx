import { useState } from 'react';
import type { DistributionView } from '../../../../packages/capabilities/distribution/view.ts';
import type { CasePage } from '../api/queries.ts';
import { showMoney } from '../parts/money.ts';
import { WhyDrawer } from '../parts/why.tsx';
import { Wide } from '../parts/wide.tsx';
import { useWords } from '../words/words.ts';

const colours = ['#a8c7fa', '#b7e4a8', '#fbd38d', '#d6bcfa', '#cbd5e1'];
const colourOf = (i: number): string => colours[i % colours.length]!;

/** Parts of a whole as a bar. What each colour is stands beside its line in the table, not in the bar. */
function SplitBar({ parts }: { readonly parts: readonly { readonly title: string; readonly share: string; readonly amount: string }[] }) {
  const { joined } = useWords();
  return (
    <div className="waterfall" role="img" aria-label={joined(parts.map((p) => `${p.title} ${p.share}`))}>
      {parts.map((p, i) => (
        <div key={p.title} style={{ flex: `${Math.max(Number(p.amount), 0.01)} 1 0`, background: colourOf(i) }}>
          {Number.parseFloat(p.share) >= 12 ? p.share : ''}
        </div>
      ))}
    </div>
  );
}

/** The split as a bar and a table; every amount answers why. */
export function SplitFace({ view, page, caseId }: { readonly view: DistributionView; readonly page: CasePage; readonly caseId: string }) {
  const { t, word } = useWords();
  const [why, setWhy] = useState<{ readonly part?: string; readonly person?: string; readonly amount: string } | undefined>();
  if (view.lines.length === 0)
    return <p className="empty">{t('bench.base', { base: word(`option:base.${view.base}`), amount: showMoney(view.baseAmount) })}</p>;
  const outer = view.lines.filter((l) => l.inside === null);
  return (
    <div className="stack">
      <SplitBar parts={outer} />
      <Wide label={t('bench.split')}>
        <table className="plain">
          <thead>
            <tr>
              <th>{t('bench.part')}</th>
              <th className="right">{t('bench.share')}</th>
              <th className="right">{t('bench.amount')}</th>
            </tr>
          </thead>
          <tbody>
            {view.lines.map((l) => (
              <tr key={l.part}>
                <td>
                  {l.inside ? (
                    <span className="soft inset">{t('bench.inside')} </span>
                  ) : (
                    <span className="swatch" style={{ background: colourOf(outer.indexOf(l)) }} />
                  )}
                  {l.title}
                </td>
                <td className="right">{l.share}</td>
                <td className="right">
                  <WhyButton amount={l.amount} onClick={() => setWhy({ part: l.part, amount: l.amount })} />
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('bench.sum')}</th>
              <td />
              <td className="right money">
                <strong>{showMoney(view.baseAmount)}</strong>
              </td>
            </tr>
          </tbody>
        </table>
        {view.awards.length > 0 ? (
          <table className="plain">
            <caption>{word('procedure:split-agreement')}</caption>
            <tbody>
              {view.awards.map((a) => (
                <tr key={a.staffNo}>
                  <td>
                    {a.name} {a.unit ? <span className="soft">{a.unit}</span> : null}
                  </td>
                  <td className="right">{a.share}</td>
                  <td className="right">
                    <WhyButton amount={a.amount} onClick={() => setWhy({ person: a.staffNo, amount: a.amount })} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </Wide>
      {why ? <WhyDrawer view={view} page={page} caseId={caseId} why={why} onClose={() => setWhy(undefined)} /> : null}
    </div>
  );
}

/** An amount that says why it is what it is. */
function WhyButton({ amount, onClick }: { readonly amount: string; readonly onClick: () => void }) {
  const { t } = useWords();
  return (
    <button
      type="button"
      className="money-button"
      aria-haspopup="dialog"
      title={t('amount.why', { amount: showMoney(amount) })}
      aria-label={t('amount.why', { amount: showMoney(amount) })}
      onClick={onClick}
    >
      {showMoney(amount)}
    </button>
  );
}
