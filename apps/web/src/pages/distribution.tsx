import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Steps } from 'antd';
import type { DistributionView } from '../../../../packages/capabilities/distribution/view.ts';
import type { ReceiptView } from '../../../../packages/capabilities/receipts/view.ts';
import { type CasePage, caseQuery } from '../api/queries.ts';
import { payrollCsv } from '../bench/payroll.ts';
import { SplitBench } from '../bench/split-bench.tsx';
import { MayDoList } from '../case/may-do.tsx';
import { Face, StepPanel } from '../case/step-panel.tsx';
import { ReceiptFace } from '../faces/receipt.tsx';
import { Failed, Loading } from '../shell/plain.tsx';
import { Themed } from '../shell/theme.tsx';
import { useWords } from '../words/words.ts';

const order = ['computed', 'proposed', 'confirmed', 'deciding', 'approved', 'handed-over'];

/** The distribution workbench: receipt → split → team → check → approval → payroll, on one page, every amount explained. */
export function DistributionPage() {
  const { id } = useParams({ from: '/inside/distributions/$id' });
  const { data: page, error, refetch } = useQuery(caseQuery(id));
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (!page) return <Loading />;
  return (
    <Themed>
      <Workbench page={page} id={id} />
    </Themed>
  );
}

function Workbench({ page, id }: { readonly page: CasePage; readonly id: string }) {
  const { t, word } = useWords();
  const own = page.cases.find((c) => c.id === id)!;
  const view = page.panels[id] as DistributionView;
  const receipt = page.cases.find((c) => c.id === own.parent_id);
  const root = page.cases.find((c) => c.id === page.root)!;
  const at = own.state === 'correcting' ? 0 : order.indexOf(own.state) + 1;
  const propose = page.mayDo[id]?.find((m) => m.command === 'split.propose');
  const steps = [t('bench.receipt'), t('bench.split'), t('bench.team'), t('bench.leaders'), t('bench.approval'), t('bench.payroll')];
  return (
    <>
      <div className="spread">
        <h1>
          {t('bench.title')}：{root.title} <span className="badge now">{word(`state:distribution.${own.state}`)}</span>
        </h1>
        <Link to="/cases/$id" params={{ id: page.root }} search={{ step: id }}>
          {root.number}
        </Link>
      </div>
      <section className="card">
        <Steps current={own.state === 'handed-over' ? 6 : at} size="small" responsive items={steps.map((title) => ({ title }))} />
      </section>
      <div className="columns">
        <div>
          {receipt ? (
            <section className="card" aria-labelledby="receipt">
              <h2 id="receipt">{t('bench.receipt')}</h2>
              <ReceiptFace view={page.panels[receipt.id] as ReceiptView} caseId={receipt.id} mayFile={page.house.file} />
            </section>
          ) : null}
          {propose && propose.refusals.length === 0 ? (
            <SplitBench view={view} page={page} caseId={id} />
          ) : (
            <section className="card" aria-labelledby="split">
              <h2 id="split">{t('bench.split')}</h2>
              <Face page={page} caseId={id} />
              {own.state === 'handed-over' ? (
                <p style={{ marginTop: 12 }}>
                  <a href={payrollCsv(view)} download={`${root.number ?? ''}发放名单.csv`}>
                    {t('bench.export')}
                  </a>
                </p>
              ) : null}
            </section>
          )}
        </div>
        <aside>
          <section className="card" aria-labelledby="next">
            <h2 id="next">{t('case.may')}</h2>
            <MayDoList caseId={id} may={(page.mayDo[id] ?? []).filter((m) => m.command !== 'split.propose')} page={page} />
          </section>
          {page.cases
            .filter((c) => c.parent_id === id && !c.withdrawn && (page.open.includes(c.id) || c.settled))
            .map((c) => (
              <StepPanel key={c.id} page={page} caseId={c.id} />
            ))}
        </aside>
      </div>
    </>
  );
}
