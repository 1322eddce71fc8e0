import { useQuery } from '@tanstack/react-query';
import type { DistributionView, LimitView } from '../../../../packages/capabilities/distribution/view.ts';
import type { ReceiptView } from '../../../../packages/capabilities/receipts/view.ts';
import { type CasePage, type Decision, decisionQuery } from '../api/queries.ts';
import { Failed, Loading } from '../shell/plain.tsx';
import { useWords } from '../words/words.ts';
import { RuleValue } from './clause.tsx';
import { ClauseChip } from './clause-chip.tsx';
import { showMoney } from './money.ts';
import { Sheet } from './sheet.tsx';

type Why = { readonly part?: string; readonly person?: string; readonly amount: string };
type Props = {
  readonly view: DistributionView;
  readonly page: CasePage;
  readonly caseId: string;
  readonly why: Why;
  readonly onClose: () => void;
};

/** Why an amount is what it is: from the money that came in, step by step, and the sentence of every clause it rests on. */
export function WhyDrawer({ view, page, caseId, why, onClose }: Props) {
  const { t } = useWords();
  const decision = [...page.decisions].reverse().find((d) => d.case === caseId && d.command === 'split.propose');
  const asked = useQuery({ ...decisionQuery(decision?.id ?? ''), enabled: decision !== undefined });
  return (
    <Sheet title={t('why.title', { amount: showMoney(why.amount) })} width={680} onClosed={onClose}>
      <div className="stack">
        <Formula view={view} page={page} caseId={caseId} why={why} />
        {asked.error ? (
          <Failed error={asked.error} />
        ) : asked.data ? (
          <Grounds decision={asked.data} limits={view.parts.find((p) => p.part === partOf(view, why))?.limits ?? []} />
        ) : (
          <Loading />
        )}
      </div>
    </Sheet>
  );
}

const partOf = (view: DistributionView, why: Why): string =>
  why.part ?? view.parts.find((p) => !p.remainder && p.inside === null)?.part ?? '';

function Formula({ view, page, caseId, why }: Omit<Props, 'onClose'>) {
  const { t, word, pair } = useWords();
  const parent = page.cases.find((c) => c.id === caseId)?.parent_id;
  const receipt = parent ? (page.panels[parent] as ReceiptView | undefined) : undefined;
  const line = view.lines.find((l) => l.part === partOf(view, why))!;
  const award = why.person ? view.awards.find((a) => a.staffNo === why.person) : undefined;
  return (
    <section>
      <h3>{t('why.formula')}</h3>
      <table className="plain">
        <tbody>
          <tr>
            <td>
              {t('why.received')} <span className="soft">{view.receivedOn}</span>
            </td>
            <td className="right money">{showMoney(view.received)}</td>
          </tr>
          {(receipt?.deductions ?? []).map((d) => (
            <tr key={d.kind + d.amount}>
              <td>− {word(`option:deduction.${d.kind}`)}</td>
              <td className="right money">−{showMoney(d.amount)}</td>
            </tr>
          ))}
          <tr>
            <td>= {t('why.net')}</td>
            <td className="right money">{showMoney(view.net)}</td>
          </tr>
          <tr>
            <td>{pair(line.title, `${showMoney(view.baseAmount)} × ${line.share}`)}</td>
            <td className="right money">
              <strong>{showMoney(line.amount)}</strong>
            </td>
          </tr>
          {award ? (
            <tr>
              <td>{pair(award.name, `${showMoney(line.amount)} × ${award.share}`)}</td>
              <td className="right money">
                <strong>{showMoney(award.amount)}</strong>
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
      <p className="soft">{award ? t('why.team') : t('why.rounding')}</p>
    </section>
  );
}

type Ground = { readonly decision: Pick<Decision, 'answers' | 'readings'>; readonly limits: readonly LimitView[] };
/** The clauses that a decision rests on, each with its sentence; those that did not count, and why; what other readings would change. */
export function Grounds({ decision, limits }: Ground) {
  const words = useWords();
  const { t, word, pair } = words;
  const considered = decision.answers.flatMap((a) => a.considered.map((c) => ({ ...c, rule: a.rule, on: a.on })));
  const applied = considered.filter((c) => c.because === 'applies' && ['distribution-parts', 'reward-limits'].includes(c.rule));
  const other = considered.filter((c) => c.because === 'applies' && !applied.includes(c));
  const not = considered.filter((c) => c.because !== 'applies');
  return (
    <>
      <section>
        <h3>{t('why.clauses')}</h3>
        {[...applied, ...other].map((c) => (
          <article key={c.rule + c.clause + JSON.stringify(c.value)} className="group">
            <div className="spread">
              <ClauseChip id={c.clause} cite={c.cite} />
              <span className="soft">
                {word(`rule:${c.rule}`)} · {t('why.asOf', { day: c.on })}
              </span>
            </div>
            <blockquote>{c.sentence}</blockquote>
            <RuleValue value={c.value} words={words} />
            <LimitAmounts limits={limits.filter((l) => l.clause === c.clause && applied.includes(c))} />
            {c.doubt ? <div className="notice-box warn">{pair(word(`option:certainty.${c.certainty}`), c.doubt)}</div> : null}
            <div className="soft">
              {t('law.source', { source: c.source })} · {t('why.revision', { revision: c.revision })}
              {c.draft ? ` · ${t('law.draft')}` : ''}
            </div>
          </article>
        ))}
      </section>
      {not.length > 0 ? (
        <section>
          <h3>{t('why.notApplied')}</h3>
          <ul className="list">
            {not.map((c) => (
              <li key={c.rule + c.clause}>
                <ClauseChip id={c.clause} cite={c.cite} /> {word(`option:because.${c.because}`)} <span className="soft">{c.detail}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {decision.readings.length > 0 ? (
        <section>
          <h3>{t('why.readings')}</h3>
          {decision.readings.map((r) => (
            <article key={r.clause + r.because} className="group">
              <ClauseChip id={r.clause} cite={r.cite} /> {r.because}
              <RuleValue value={r.value} words={words} />
              <div className={`notice-box ${r.differs ? 'warn' : 'good'}`}>
                {r.differs ? t('why.readings.differs') : t('why.readings.same')}
              </div>
            </article>
          ))}
        </section>
      ) : null}
    </>
  );
}

export function LimitAmounts({ limits }: { readonly limits: readonly LimitView[] }) {
  const { t } = useWords();
  return (
    <>
      {limits.map((l) => (
        <div key={l.limits + l.of} className="row">
          {l.least && l.least !== '0.00' ? <span className="badge now">{t('why.floor', { amount: showMoney(l.least) })}</span> : null}
          {l.most ? <span className="badge now">{t('why.cap', { amount: showMoney(l.most) })}</span> : null}
        </div>
      ))}
    </>
  );
}
