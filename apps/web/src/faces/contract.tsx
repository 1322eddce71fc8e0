import type { ContractView } from '../../../../packages/capabilities/contract/view.ts';
import { showYuan } from '../parts/money.ts';
import { useWords } from '../words/words.ts';

export function ContractFace({ view }: { readonly view: ContractView }) {
  const { field, t, word } = useWords();
  const f = (key: string): string => field('contract.sign', key);
  if (!view) return <p className="empty">{word('state:contract.drafting')}</p>;
  return (
    <dl className="facts">
      <dt>{f('title')}</dt>
      <dd>{view.title}</dd>
      <dt>{f('number')}</dt>
      <dd>{view.number ?? t('none')}</dd>
      <dt>{t('case.counterparty')}</dt>
      <dd>{view.counterparty}</dd>
      <dt>{f('price')}</dt>
      <dd className="money">{showYuan(view.price)}</dd>
      <dt>{word('event:contract.signed')}</dt>
      <dd>
        {view.signedOn} · <a href={`/api/papers/${view.paper}`}>{f('paper')}</a>
      </dd>
    </dl>
  );
}
