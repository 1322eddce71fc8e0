import type { AmendmentView, ContractView } from '../../../../packages/capabilities/contract/view.ts';
import type { CasePage } from '../api/queries.ts';
import { ClauseChips } from '../parts/clause-chip.tsx';
import { showMoney } from '../parts/money.ts';
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
          <dd className="money">{showMoney(signed.price)}</dd>
          <dt>{word('event:contract.signed')}</dt>
          <dd>
            {signed.signedOn} · <a href={`/api/papers/${signed.paper}`}>{f('paper')}</a>
          </dd>
          {signed.versions.length > 1 ? (
            <>
              <dt>{t('contract.versions')}</dt>
              {signed.versions.map((v) => (
                <dd key={v.version}>
                  {t('contract.version', { n: v.version, day: v.effectiveOn, price: showMoney(v.price) })}{' '}
                  {v.inForce ? <span className="badge">{t('contract.inForce')}</span> : null}
                </dd>
              ))}
            </>
          ) : null}
        </dl>
      ) : (
        <p className="empty">{word('state:contract.drafting')}</p>
      )}
    </>
  );
}

/** 补充协议: what it changes from which day; the contract in force stands above it, untouched until then. */
export function ContractAmendmentFace({ view }: { readonly view: AmendmentView }) {
  const { field, t, word } = useWords();
  const f = (key: string): string => field('amendment.draft', key);
  return (
    <dl className="facts">
      <dt>{f('changes')}</dt>
      <dd>{view.changes}</dd>
      <dt>{field('contract.sign', 'price')}</dt>
      <dd className="money">
        {view.price === view.priceBefore ? showMoney(view.price) : `${showMoney(view.priceBefore)} → ${showMoney(view.price)}`}
      </dd>
      <dt>{f('effectiveOn')}</dt>
      <dd>{view.effectiveOn}</dd>
      {view.signedOn && view.paper ? (
        <>
          <dt>{field('amendment.sign', 'number')}</dt>
          <dd>{view.number ?? t('none')}</dd>
          <dt>{word('event:amendment.signed')}</dt>
          <dd>
            {view.signedOn} · <a href={`/api/papers/${view.paper}`}>{field('amendment.sign', 'paper')}</a>
          </dd>
        </>
      ) : null}
    </dl>
  );
}
