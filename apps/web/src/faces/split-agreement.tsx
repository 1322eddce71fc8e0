import type { SplitAgreementView } from '../../../../packages/instruments/split-agreement/view.ts';
import { showMoney } from '../parts/money.ts';
import { useWords } from '../words/words.ts';

/** The team's own division of its pool, money or shares: who gets what, and who has confirmed. */
export function SplitAgreementFace({ view }: { readonly view: SplitAgreementView }) {
  const words = useWords();
  const { t } = words;
  const shares = view.unit === 'percent';
  return (
    <div className="stack">
      <strong>{shares ? t('team.shares', { share: `${view.pool}%` }) : t('team.pool', { amount: showMoney(view.pool) })}</strong>
      {view.lines.length === 0 ? (
        <p className="soft">{t('team.members', { names: words.joined(view.team.map((m) => m.name)) })}</p>
      ) : (
        <ul className="list">
          {view.lines.map((l) => (
            <li key={l.person}>
              <div className="spread">
                <span>{l.name}</span>
                <span className={`badge ${l.confirmedOn ? 'done' : 'now'}`}>
                  {l.confirmedOn ? t('team.confirmed', { day: l.confirmedOn }) : t('team.unconfirmed')}
                </span>
              </div>
              <div className="spread">
                <span className="soft">{l.share}</span>
                <span className="money">{shares ? `${l.amount}%` : showMoney(l.amount)}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
