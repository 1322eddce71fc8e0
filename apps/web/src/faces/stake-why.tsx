import { useQuery } from '@tanstack/react-query';
import type { HoldingView, StakeView } from '../../../../packages/capabilities/stake/view.ts';
import { type CasePage, decisionQuery } from '../api/queries.ts';
import { showMoney } from '../parts/money.ts';
import { Sheet } from '../parts/sheet.tsx';
import { Grounds } from '../parts/why.tsx';
import { Failed, Loading } from '../shell/plain.tsx';
import { useWords } from '../words/words.ts';

type Props = {
  readonly view: StakeView;
  readonly page: CasePage;
  readonly caseId: string;
  readonly holding: HoldingView;
  readonly onClose: () => void;
};
const decides: ReadonlySet<string> = new Set(['stake.propose', 'stake.allocate']);

/** Why somebody holds what he holds: from our side's stake, step by step, and the sentence of every clause it rests on. */
export function StakeWhy({ view, page, caseId, holding, onClose }: Props) {
  const { t } = useWords();
  const decision = [...page.decisions].reverse().find((d) => d.case === caseId && decides.has(d.command));
  const asked = useQuery({ ...decisionQuery(decision?.id ?? ''), enabled: decision !== undefined });
  return (
    <Sheet title={t('stake.whyTitle', { share: holding.company })} width={680} onClosed={onClose}>
      <div className="stack">
        <Steps view={view} holding={holding} />
        {asked.error ? <Failed error={asked.error} /> : asked.data ? <Grounds decision={asked.data} limits={[]} /> : <Loading />}
      </div>
    </Sheet>
  );
}

function Steps({ view, holding }: { readonly view: StakeView; readonly holding: HoldingView }) {
  const { t, pair } = useWords();
  const line = view.lines.find((l) => l.part === holding.part);
  const own = [...view.team, ...view.staff].find((p) => holding.staffNo !== null && p.staffNo === holding.staffNo);
  const steps: readonly (readonly [string, string])[] = [
    [pair(t('stake.ours'), view.acquiredOn), `${view.units}%`],
    ...(line ? [[pair(line.title, `${view.units}% × ${line.share}`), `${line.units}%`] as const] : []),
    ...(own && line && holding.as === 'team' ? [[pair(holding.holder, `${line.units}% × ${own.share}`), holding.company] as const] : []),
    ...(own && holding.as === 'staff' ? [[pair(holding.holder, `${view.units}% × ${own.share}`), holding.company] as const] : []),
    [pair(t('stake.value'), `${showMoney(view.value)} × ${holding.company} ÷ ${view.units}%`), showMoney(holding.value)],
  ];
  return (
    <section>
      <h3>{t('why.formula')}</h3>
      <table className="plain">
        <tbody>
          {steps.map(([how, comes]) => (
            <tr key={how}>
              <td>{how}</td>
              <td className="right money">
                <strong>{comes}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">{t('stake.rounding')}</p>
    </section>
  );
}
