import { useState } from 'react';
import type { DistributionView } from '../../../../packages/capabilities/distribution/view.ts';
import type { CasePage } from '../api/queries.ts';
import { showYuan } from '../parts/money.ts';
import { WhyDrawer } from '../parts/why.tsx';
import { useWords } from '../words/words.ts';

const colours = ['#cfe0fc', '#d9f2d0', '#fde7c2', '#eadcf7', '#dde4ee'];

/** The split as a bar and a table; every amount answers why. */
export function SplitFace({ view, page, caseId }: { readonly view: DistributionView; readonly page: CasePage; readonly caseId: string }) {
  const { t, word } = useWords();
  const [why, setWhy] = useState<{ readonly part?: string; readonly person?: string; readonly amount: string } | undefined>();
  if (view.lines.length === 0)
    return <p className="empty">{t('bench.base', { base: word(`option:base.${view.base}`), amount: showYuan(view.baseAmount) })}</p>;
  const outer = view.lines.filter((l) => l.inside === null);
  const parts = view.lines.map((l) => l);
  return (
    <div className="stack">
      <div className="waterfall" role="img" aria-label={outer.map((l) => `${l.title} ${l.share}`).join('，')}>
        {outer.map((l, i) => (
          <div
            key={l.part}
            style={{ flex: `${Math.max(Number(l.amount), 0.01)} 1 0`, background: colours[i % colours.length], minWidth: 30 }}
          >
            {l.title} {l.share}
          </div>
        ))}
      </div>
      <div className="scroll-x">
        <table className="plain">
          <thead>
            <tr>
              <th>{t('bench.split')}</th>
              <th className="right">{t('bench.share')}</th>
              <th className="right">{t('bench.amount')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((l) => (
              <tr key={l.part}>
                <td>
                  {l.inside ? <span className="soft">{t('bench.inside')}：</span> : null}
                  {l.title}
                </td>
                <td className="right">{l.share}</td>
                <td className="right">
                  <button
                    type="button"
                    className="money-button"
                    aria-label={t('amount.why', { amount: showYuan(l.amount) })}
                    onClick={() => setWhy({ part: l.part, amount: l.amount })}
                  >
                    {showYuan(l.amount)}
                  </button>
                </td>
              </tr>
            ))}
            <tr>
              <th>{t('bench.sum')}</th>
              <th />
              <th className="right money">{showYuan(view.baseAmount)}</th>
            </tr>
          </tbody>
        </table>
        {view.awards.length > 0 ? (
          <table className="plain">
            <caption style={{ textAlign: 'left', fontWeight: 600, paddingTop: 12 }}>{word('procedure:split-agreement')}</caption>
            <tbody>
              {view.awards.map((a) => (
                <tr key={a.staffNo}>
                  <td>{a.name}</td>
                  <td className="soft">{a.unit}</td>
                  <td className="right">{a.share}</td>
                  <td className="right">
                    <button
                      type="button"
                      className="money-button"
                      aria-label={t('amount.why', { amount: showYuan(a.amount) })}
                      onClick={() => setWhy({ person: a.name, amount: a.amount })}
                    >
                      {showYuan(a.amount)}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </div>
      {why ? <WhyDrawer view={view} page={page} caseId={caseId} why={why} onClose={() => setWhy(undefined)} /> : null}
    </div>
  );
}
