import type { PricingView } from '../../../../packages/capabilities/pricing/view.ts';
import type { CasePage } from '../api/queries.ts';
import { CorrectButton } from '../case/records.tsx';
import { ClauseChips } from '../parts/clause-chip.tsx';
import { showMoney } from '../parts/money.ts';
import { useWords } from '../words/words.ts';

type Props = { readonly view: PricingView; readonly page: CasePage; readonly caseId: string };

export function PricingFace({ view, page, caseId }: Props) {
  const words = useWords();
  const { field, word, t } = words;
  const f = (key: string): string => field('price.set', key);
  const optional = view.appraise === null && view.appraisalRule?.answer === 'optional';
  const unneeded = view.appraisalWaived ?? (optional ? view.appraisalRule?.counterparty : undefined);
  return (
    <dl className="facts">
      <dt>{word('command:disposal.check')}</dt>
      <dd>{view.flags.length > 0 ? words.joined(view.flags.map((x) => word(`option:flag.${x}`))) : t('none')}</dd>
      <dt>{f('appraise')}</dt>
      <dd>
        {view.appraise === null ? '—' : view.appraise ? `${t('yes')} ${showMoney(view.appraisalValue)}` : t('no')}
        {unneeded ? (
          <>
            <span className="soft">{words.aside(words.pair(word('value:optional'), word(`value:${unneeded}`)))}</span>{' '}
            <ClauseChips ids={view.appraisalRule?.clauses ?? []} cites={page.clauses} />
          </>
        ) : null}
        {view.appraisalBy ? <span className="soft">{words.aside(t('case.decidedBy', { who: view.appraisalBy }))}</span> : null}
      </dd>
      <dt>{f('method')}</dt>
      <dd>
        {view.method ? word(`option:method.${view.method}`) : '—'} {view.reason}
      </dd>
      <dt>{f('price')}</dt>
      <dd>
        <strong className="money">{showMoney(view.price)}</strong>{' '}
        {page.house.file && view.price ? (
          <CorrectButton caseId={caseId} table="pricing" row={view.row} field="price" old={view.price} />
        ) : null}
      </dd>
      <dt>{f('grounds')}</dt>
      <dd className="several-lines">{view.grounds ?? '—'}</dd>
    </dl>
  );
}
