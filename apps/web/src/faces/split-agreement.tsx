import type { SplitAgreementView } from '../../../../packages/instruments/split-agreement/view.ts';
import { showYuan } from '../parts/money.ts';
import { useWords } from '../words/words.ts';

export function SplitAgreementFace({ view }: { readonly view: SplitAgreementView }) {
  const words = useWords();
  const { t, field } = words;
  return (
    <div className="stack">
      <strong>{t('team.pool', { amount: showYuan(view.pool) })}</strong>
      {view.lines.length === 0 ? (
        <p className="soft">{words.joined(view.team.map((m) => m.name))}</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th>{field('', 'person')}</th>
              <th className="right">{field('', 'share')}</th>
              <th className="right">{t('bench.amount')}</th>
              <th>{t('register.filter')}</th>
            </tr>
          </thead>
          <tbody>
            {view.lines.map((l) => (
              <tr key={l.name}>
                <td>{l.name}</td>
                <td className="right">{l.share}</td>
                <td className="right money">{showYuan(l.amount)}</td>
                <td>
                  <span className={`badge ${l.confirmedOn ? 'done' : 'now'}`}>
                    {l.confirmedOn ? t('team.confirmed', { day: l.confirmedOn }) : t('team.unconfirmed')}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
