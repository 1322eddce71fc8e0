import { Radio } from 'antd';
import { useState } from 'react';
import type { HoldingView, StakeView } from '../../../../packages/capabilities/stake/view.ts';
import type { MeasureProps } from '../case/measure-face.tsx';
import { CorrectButton } from '../case/records.tsx';
import { showMoney } from '../parts/money.ts';
import { Wide } from '../parts/wide.tsx';
import { useWords } from '../words/words.ts';
import { StakePicture, toneOf } from './stake-picture.tsx';
import { StakeWhy } from './stake-why.tsx';

/** What our side holds of the company, and who of us holds what: as a picture and as the cap table; every share answers why. */
export function StakeFace({ view, page, caseId, chips }: MeasureProps<StakeView | null>) {
  const { t } = useWords();
  if (!view) return <p className="empty">{t('stake.awaited')}</p>;
  const rows = view.allocatedOn ? view.holdings : view.planned;
  return (
    <div className="stack">
      <Entered view={view} caseId={caseId} mayFile={page.house.file} />
      <StakePicture view={view} rows={rows} />
      {rows.length === 0 ? <p className="empty">{t('stake.none')}</p> : <CapTable view={view} page={page} caseId={caseId} rows={rows} />}
      <Apart view={view} />
      {chips(view.clauses)}
    </div>
  );
}

function Entered({ view, caseId, mayFile }: { readonly view: StakeView; readonly caseId: string; readonly mayFile: boolean }) {
  const { field } = useWords();
  const f = (key: string): string => field('stake.enter', key);
  const correct = (column: string, old: string) =>
    mayFile ? <CorrectButton caseId={caseId} table="stake" row={view.row} field={column} old={old} /> : null;
  return (
    <dl className="facts">
      <dt>{f('company')}</dt>
      <dd>{view.company}</dd>
      <dt>{f('value')}</dt>
      <dd className="money">
        {showMoney(view.value)} {correct('value', view.value)}
      </dd>
      <dt>{f('units')}</dt>
      <dd className="money">
        {view.units}% {correct('units', `${view.units}%`)}
      </dd>
      <dt>{f('acquiredOn')}</dt>
      <dd>
        {view.acquiredOn} · <a href={`/api/papers/${view.paper}`}>{f('paper')}</a> {correct('acquired_on', view.acquiredOn)}
      </dd>
    </dl>
  );
}

const bases = ['company', 'stake', 'pool'] as const;
type Base = (typeof bases)[number];
type TableProps = Pick<MeasureProps<StakeView>, 'view' | 'page' | 'caseId'> & { readonly rows: readonly HoldingView[] };

/** Who holds what: of the company, of our side, or of the team's pool, as the reader wants to see it. */
function CapTable({ view, page, caseId, rows }: TableProps) {
  const { t, word } = useWords();
  const [base, setBase] = useState<Base>('company');
  const [why, setWhy] = useState<HoldingView | undefined>();
  const parts = [...new Set(rows.map((r) => r.part))];
  return (
    <>
      <div className="spread">
        <strong>
          {t('stake.table')} {view.allocatedOn ? null : <span className="badge now">{t('stake.planned')}</span>}
        </strong>
        <Radio.Group
          aria-label={t('stake.base')}
          optionType="button"
          size="small"
          value={base}
          onChange={(e) => setBase(e.target.value)}
          options={bases.map((b) => ({ value: b, label: t(`stake.of.${b}`) }))}
        />
      </div>
      <Wide label={t('stake.table')}>
        <table className="plain">
          <thead>
            <tr>
              <th>{t('stake.holder')}</th>
              <th className="right">{t(`stake.of.${base}`)}</th>
              <th className="right">{t('stake.value')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((r) => (
              <tr key={r.holder + (r.staffNo ?? '') + r.part}>
                <td>
                  <span className={`swatch sim-bar-${toneOf(parts, r.part)}`} />
                  {r.holder} {r.as === 'staff' ? <span className="badge">{t('stake.staff')}</span> : null}
                  {r.leader === 'none' ? null : <span className="badge">{word(`option:leader.${r.leader}`)}</span>}
                </td>
                <td className="right">
                  {r[base] === null ? (
                    <span className="soft">—</span>
                  ) : (
                    <button
                      type="button"
                      className="money-button"
                      aria-haspopup="dialog"
                      title={t('stake.why', { share: r.company })}
                      aria-label={t('stake.why', { share: r.company })}
                      onClick={() => setWhy(r)}
                    >
                      {r[base]}
                    </button>
                  )}
                </td>
                <td className="right money">{showMoney(r.value)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('bench.sum')}</th>
              <td className="right money">
                <strong>
                  {{ company: `${view.units}%`, stake: '100%', pool: rows.some((r) => r.pool !== null) ? '100%' : '—' }[base]}
                </strong>
              </td>
              <td className="right money">
                <strong>{showMoney(view.value)}</strong>
              </td>
            </tr>
          </tbody>
        </table>
      </Wide>
      {why ? <StakeWhy view={view} page={page} caseId={caseId} holding={why} onClose={() => setWhy(undefined)} /> : null}
    </>
  );
}

/** Contributors whom a text bars from shares, and what they get in their place. */
function Apart({ view }: { readonly view: StakeView }) {
  const { t } = useWords();
  if (view.apart.length === 0) return null;
  return (
    <div>
      <strong>{t('stake.apart')}</strong>
      <ul className="list">
        {view.apart.map((a) => (
          <li key={a.name} className="spread">
            <span>{a.name}</span>
            <span className="soft">
              {a.amount === '0.00' ? t('stake.noCash') : t('stake.cash', { amount: showMoney(a.amount), measure: a.measure ?? '—' })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
