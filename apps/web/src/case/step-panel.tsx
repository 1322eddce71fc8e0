import { Link } from '@tanstack/react-router';
import type { ContractView } from '../../../../packages/capabilities/contract/view.ts';
import type { DisclosureView } from '../../../../packages/capabilities/disclosure/view.ts';
import type { DistributionView } from '../../../../packages/capabilities/distribution/view.ts';
import type { PricingView } from '../../../../packages/capabilities/pricing/view.ts';
import type { ReceiptView } from '../../../../packages/capabilities/receipts/view.ts';
import type { NoticeView } from '../../../../packages/instruments/public-notice/view.ts';
import type { ResolutionView } from '../../../../packages/instruments/resolution/view.ts';
import type { ReviewView } from '../../../../packages/instruments/review-route/view.ts';
import type { SplitAgreementView } from '../../../../packages/instruments/split-agreement/view.ts';
import type { CasePage } from '../api/queries.ts';
import { ContractFace } from '../faces/contract.tsx';
import { DisclosureFace } from '../faces/disclosure.tsx';
import { PricingFace } from '../faces/pricing.tsx';
import { NoticeFace } from '../faces/public-notice.tsx';
import { ReceiptFace } from '../faces/receipt.tsx';
import { ResolutionFace } from '../faces/resolution.tsx';
import { ReviewFace } from '../faces/review.tsx';
import { SplitFace } from '../faces/split.tsx';
import { SplitAgreementFace } from '../faces/split-agreement.tsx';
import { ClauseChips } from '../parts/clause.tsx';
import { useWords } from '../words/words.ts';
import { MayDoList } from './may-do.tsx';
import { ProcedurePicture } from './procedure-picture.tsx';

type Props = { readonly page: CasePage; readonly caseId: string };

/** One case of the tree: what is known of it, by the face of its procedure, and what can be done in it. */
export function StepPanel({ page, caseId }: Props) {
  const { t, word } = useWords();
  const c = page.cases.find((x) => x.id === caseId)!;
  const step = page.steps.find((s) => s.child_id === caseId);
  const view = page.panels[caseId];
  const children = page.cases.filter((x) => x.parent_id === caseId && !x.withdrawn && x.procedure === 'split-agreement');
  const routes = page.steps.filter((s) => s.case_id === caseId && caseId !== page.root);
  const body = c.procedure === 'resolution' ? (view as ResolutionView | undefined)?.body.title : undefined;
  return (
    <section className="card" aria-labelledby="at-hand">
      <div className="spread">
        <h2 id="at-hand">
          {c.title || word(`procedure:${c.procedure}`)}{' '}
          <span className={`badge ${c.settled ? 'done' : 'now'}`}>{word(`state:${c.procedure}.${c.state}`)}</span>
        </h2>
        {step ? <ClauseChips ids={step.clauses} cites={page.clauses} /> : null}
      </div>
      <Face page={page} caseId={caseId} />
      {c.procedure === 'distribution' ? (
        <p style={{ marginTop: 12 }}>
          <Link to="/distributions/$id" params={{ id: caseId }}>
            {t('bench.open')}
          </Link>
        </p>
      ) : null}
      {routes.length > 0 ? (
        <div style={{ marginTop: 12 }}>
          <h3>{t('bench.approval')}</h3>
          <ProcedurePicture steps={routes} open={page.open} selected={undefined} onSelect={() => undefined} label={t('bench.approval')} />
        </div>
      ) : null}
      <h3 style={{ marginTop: 16 }}>{t('case.may')}</h3>
      <MayDoList caseId={caseId} may={page.mayDo[caseId] ?? []} page={page} {...(body ? { decidedBy: body } : {})} />
      {[...children, ...page.cases.filter((x) => routes.some((s) => s.child_id === x.id) && page.open.includes(x.id) && !x.settled)].map(
        (child) => (
          <div key={child.id} className="group" style={{ marginTop: 12 }}>
            <h3>
              {child.title || word(`procedure:${child.procedure}`)}{' '}
              <span className={`badge ${child.settled ? 'done' : 'now'}`}>{word(`state:${child.procedure}.${child.state}`)}</span>
            </h3>
            <Face page={page} caseId={child.id} />
            <MayDoList
              caseId={child.id}
              may={page.mayDo[child.id] ?? []}
              page={page}
              {...(child.procedure === 'resolution'
                ? { decidedBy: (page.panels[child.id] as ResolutionView | undefined)?.body.title ?? '' }
                : {})}
            />
          </div>
        ),
      )}
    </section>
  );
}

/** The hand-made face of each procedure. */
export function Face({ page, caseId }: Props) {
  const c = page.cases.find((x) => x.id === caseId)!;
  const view = page.panels[caseId];
  const mayFile = page.house.file;
  if (view === undefined && c.procedure !== 'contract') return null;
  switch (c.procedure) {
    case 'disclosure':
      return <DisclosureFace view={view as DisclosureView} caseId={caseId} mayFile={mayFile} />;
    case 'pricing':
      return <PricingFace view={view as PricingView} caseId={caseId} mayFile={mayFile} />;
    case 'public-notice':
      return <NoticeFace view={view as NoticeView} />;
    case 'resolution':
      return <ResolutionFace view={view as ResolutionView} />;
    case 'review-route':
      return <ReviewFace view={view as ReviewView} />;
    case 'contract':
      return <ContractFace view={(view ?? null) as ContractView} />;
    case 'receipt':
      return <ReceiptFace view={view as ReceiptView} caseId={caseId} mayFile={mayFile} />;
    case 'distribution':
      return <SplitFace view={view as DistributionView} page={page} caseId={caseId} />;
    case 'split-agreement':
      return <SplitAgreementFace view={view as SplitAgreementView} />;
    default:
      return null;
  }
}
