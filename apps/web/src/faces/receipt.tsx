import type { ReceiptView } from '../../../../packages/capabilities/receipts/view.ts';
import { CorrectButton } from '../case/records.tsx';
import { showMoney } from '../parts/money.ts';
import { useWords } from '../words/words.ts';

/** From what came in to what is net, line by line. */
export function ReceiptFace({ view, caseId, mayFile }: { readonly view: ReceiptView; readonly caseId: string; readonly mayFile: boolean }) {
  const { field, word, t, pair } = useWords();
  const f = (key: string): string => field('income.book', key);
  return (
    <table className="plain">
      <tbody>
        <tr>
          <td>
            {t('why.received')} <span className="soft">{view.receivedOn}</span>{' '}
            {mayFile ? <CorrectButton caseId={caseId} table="receipt" row={view.row} field="amount" old={view.amount} /> : null}
            <div className="soft">
              {[pair(f('budgetLine'), view.budgetLine), view.voucher ? pair(f('voucher'), view.voucher) : ''].filter(Boolean).join(' · ')}
            </div>
          </td>
          <td className="right money">{showMoney(view.amount)}</td>
        </tr>
        {view.deductions.map((d) => (
          <tr key={d.kind + d.amount}>
            <td>
              − {word(`option:deduction.${d.kind}`)} <span className="soft">{d.ground}</span>
            </td>
            <td className="right money">−{showMoney(d.amount)}</td>
          </tr>
        ))}
        <tr>
          <th>{t('why.net')}</th>
          <th className="right money">{showMoney(view.net)}</th>
        </tr>
      </tbody>
    </table>
  );
}
