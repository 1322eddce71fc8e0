import type { ContractView } from '../../../../packages/capabilities/contract/view.ts';
import type { CasePage } from '../api/queries.ts';
import { ClauseChips } from '../parts/clause-chip.tsx';
import { showYuan } from '../parts/money.ts';
import { useWords } from '../words/words.ts';

type Props = { readonly view: ContractView; readonly page: CasePage };
const tones = { none: 'warn', asked: 'now', cleared: 'done' } as const;

/** The contract: what sends it to a law firm, how far that is, and what was signed. */
export function ContractFace({ view, page }: Props) {
  const { field, t, word, joined } = useWords();
  const f = (key: string): string => field('contract.sign', key);
  const { signed, lawFirm } = view;
  return (
    <>
      {view.coreTechnology ? <span className="badge warn">{word('option:trigger.core-technology')}</span> : null}
      {lawFirm ? (
        <p>
          {t('contract.lawFirm', { because: joined(lawFirm.triggers.map((x) => word(`option:trigger.${x}`))) })}{' '}
          <span className={`badge ${tones[lawFirm.state]}`}>{t(`contract.lawFirm.${lawFirm.state}`)}</span>{' '}
          <ClauseChips ids={lawFirm.clauses} cites={page.clauses} />
        </p>
      ) : null}
      {signed ? (
        <dl className="facts">
          <dt>{f('title')}</dt>
          <dd>{signed.title}</dd>
          <dt>{f('number')}</dt>
          <dd>{signed.number ?? t('none')}</dd>
          <dt>{t('case.counterparty')}</dt>
          <dd>{signed.counterparty}</dd>
          <dt>{f('price')}</dt>
          <dd className="money">{showYuan(signed.price)}</dd>
          <dt>{word('event:contract.signed')}</dt>
          <dd>
            {signed.signedOn} · <a href={`/api/papers/${signed.paper}`}>{f('paper')}</a>
          </dd>
        </dl>
      ) : (
        <p className="empty">{word('state:contract.drafting')}</p>
      )}
    </>
  );
}
