import { Link, useParams } from '@tanstack/react-router';
import type { DistributionView } from '../../../../packages/capabilities/distribution/view.ts';
import type { ReceiptView } from '../../../../packages/capabilities/receipts/view.ts';
import { type CasePage, useCase } from '../api/queries.ts';
import { payrollCsv } from '../bench/payroll.ts';
import { SplitBench } from '../bench/split-bench.tsx';
import { Stages } from '../bench/stages.tsx';
import { Face } from '../case/face-of.tsx';
import { Documents } from '../case/files.tsx';
import { MayDoList } from '../case/may-do.tsx';
import { StepPanel } from '../case/step-panel.tsx';
import { ReceiptFace } from '../faces/receipt.tsx';
import { ClauseChips } from '../parts/clause-chip.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { Failed, Loading, NotFound } from '../shell/plain.tsx';
import { Themed } from '../shell/theme.tsx';
import { supposedFrom } from '../simulator/supposed-from.ts';
import { useWords } from '../words/words.ts';

const order = ['computed', 'proposed', 'confirmed', 'deciding', 'approved', 'handed-over'];

/** The distribution workbench: receipt → split → team → check → approval → payroll, on one page, every amount explained. */
export function DistributionPage() {
  const { id } = useParams({ from: '/inside/distributions/$id' });
  const { data: page, error, refetch } = useCase(id);
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (!page) return <Loading />;
  if (page.cases.find((c) => c.id === id)?.procedure !== 'distribution') return <NotFound />;
  return (
    <Themed>
      <Workbench page={page} id={id} />
    </Themed>
  );
}

function Workbench({ page, id }: { readonly page: CasePage; readonly id: string }) {
  const { t, word, pair } = useWords();
  const own = page.cases.find((c) => c.id === id)!;
  const receipt = page.cases.find((c) => c.id === own.parent_id);
  const root = page.cases.find((c) => c.id === page.root)!;
  const view = page.panels[id] as DistributionView;
  const at = own.state === 'correcting' ? 0 : order.indexOf(own.state) + 1;
  const steps = [t('bench.receipt'), t('bench.split'), t('bench.team'), t('bench.leaders'), t('bench.approval'), t('bench.payroll')];
  // proposing has the bench itself
  const all = page.mayDo[id] ?? [];
  const may = all.filter((m) => m.command !== 'split.propose');
  const children = page.cases.filter((c) => c.parent_id === id && !c.withdrawn && (page.open.includes(c.id) || c.settled));
  return (
    <>
      <PageHead
        title={pair(t('bench.title'), root.title)}
        badge={<span className={`badge ${own.settled ? 'done' : 'now'}`}>{word(`state:distribution.${own.state}`)}</span>}
      >
        <Link to="/simulate" search={supposedFrom(view, receipt && (page.panels[receipt.id] as ReceiptView))}>
          {t('simulate.try')}
        </Link>
        <Link to="/cases/$id" params={{ id: page.root }} search={{ step: id }}>
          {root.number}
        </Link>
      </PageHead>
      <section className="card" aria-label={t('bench.stages')}>
        <Stages label={t('bench.stages')} stages={steps} behind={own.state === 'handed-over' ? steps.length : at} />
      </section>
      <div className="columns">
        <div>
          {receipt ? (
            <section className="card" aria-labelledby="receipt">
              <h2 id="receipt">{t('bench.receipt')}</h2>
              <ReceiptFace view={page.panels[receipt.id] as ReceiptView} caseId={receipt.id} mayFile={page.house.file} />
            </section>
          ) : null}
          <Split page={page} id={id} />
        </div>
        <aside>
          {may.length === 0 && (own.settled || all.length > 0) ? null : (
            <section className="card" aria-labelledby="next">
              <h2 id="next">{t('case.may')}</h2>
              <MayDoList caseId={id} may={may} page={page} />
            </section>
          )}
          {children.map((c) => (
            <StepPanel key={c.id} page={page} caseId={c.id} />
          ))}
          <section className="card" aria-labelledby="grounds">
            <h2 id="grounds">{t('why.clauses')}</h2>
            <ClauseChips ids={clausesOf(page.panels[id] as DistributionView)} cites={page.clauses} />
          </section>
          {page.documents.some((d) => d.case === id) ? (
            <section className="card" aria-labelledby="documents">
              <h2 id="documents">{t('case.documents')}</h2>
              <Documents page={page} of={id} />
            </section>
          ) : null}
        </aside>
      </div>
    </>
  );
}

const clausesOf = (view: DistributionView): string[] => [
  ...view.schemeClauses,
  ...view.parts.flatMap((p) => p.limits.map((l) => l.clause)),
];

/** The split as it stands; where one is to be proposed, the bench for it; once handed over, the list for payroll. */
function Split({ page, id }: { readonly page: CasePage; readonly id: string }) {
  const { t } = useWords();
  const view = page.panels[id] as DistributionView;
  const propose = page.mayDo[id]?.find((m) => m.command === 'split.propose');
  if (propose && propose.refusals.length === 0) return <SplitBench view={view} page={page} caseId={id} />;
  const number = page.cases.find((c) => c.id === page.root)?.number ?? '';
  return (
    <section className="card" aria-labelledby="split">
      <h2 id="split">{t('bench.split')}</h2>
      <Face page={page} caseId={id} />
      {view.handedOverOn ? (
        <p className="after">
          <a href={payrollCsv(view)} download={`${number}发放名单.csv`}>
            {t('bench.export')}
          </a>
        </p>
      ) : null}
    </section>
  );
}
