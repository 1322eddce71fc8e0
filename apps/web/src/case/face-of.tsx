import type { AmendmentView, ContractView } from '../../../../packages/capabilities/contract/view.ts';
import type { DisclosureView } from '../../../../packages/capabilities/disclosure/view.ts';
import type { DistributionView } from '../../../../packages/capabilities/distribution/view.ts';
import type { PlanView } from '../../../../packages/capabilities/plan-review/view.ts';
import type { PricingView } from '../../../../packages/capabilities/pricing/view.ts';
import type { ReceiptView } from '../../../../packages/capabilities/receipts/view.ts';
import type { AdjustmentView } from '../../../../packages/capabilities/schedule-adjustment/view.ts';
import type { BallotView } from '../../../../packages/instruments/ballot/view.ts';
import type { NoticeView } from '../../../../packages/instruments/public-notice/view.ts';
import type { ResolutionView } from '../../../../packages/instruments/resolution/view.ts';
import type { ReviewView } from '../../../../packages/instruments/review-route/view.ts';
import type { SplitAgreementView } from '../../../../packages/instruments/split-agreement/view.ts';
import type { CasePage } from '../api/queries.ts';
import { BallotFace } from '../faces/ballot.tsx';
import { ContractAmendmentFace, ContractFace } from '../faces/contract.tsx';
import { DisclosureFace } from '../faces/disclosure.tsx';
import { PlanFace } from '../faces/plan-review.tsx';
import { PricingFace } from '../faces/pricing.tsx';
import { NoticeFace } from '../faces/public-notice.tsx';
import { ReceiptFace } from '../faces/receipt.tsx';
import { ResolutionFace } from '../faces/resolution.tsx';
import { ReviewFace } from '../faces/review.tsx';
import { AdjustmentFace } from '../faces/schedule-adjustment.tsx';
import { SplitFace } from '../faces/split.tsx';
import { SplitAgreementFace } from '../faces/split-agreement.tsx';
import { ClauseChips } from '../parts/clause-chip.tsx';
import { MeasureFace } from './measure-face.tsx';

/** The hand-made face of each procedure. */
export function Face({ page, caseId }: { readonly page: CasePage; readonly caseId: string }) {
  const c = page.cases.find((x) => x.id === caseId)!;
  const view = page.panels[caseId];
  const mayFile = page.house.file;
  if (view === undefined) return null;
  switch (c.procedure) {
    case 'disclosure':
      return <DisclosureFace view={view as DisclosureView} caseId={caseId} mayFile={mayFile} />;
    case 'pricing':
      return <PricingFace view={view as PricingView} page={page} caseId={caseId} />;
    case 'public-notice':
      return <NoticeFace view={view as NoticeView} />;
    case 'resolution':
      return <ResolutionFace view={view as ResolutionView} />;
    case 'review-route':
      return <ReviewFace view={view as ReviewView} page={page} caseId={caseId} />;
    case 'contract':
      return <ContractFace view={view as ContractView} page={page} />;
    case 'contract-amendment':
      return <ContractAmendmentFace view={view as AmendmentView} />;
    case 'receipt':
      return <ReceiptFace view={view as ReceiptView} caseId={caseId} mayFile={mayFile} />;
    case 'distribution':
      return <SplitFace view={view as DistributionView} page={page} caseId={caseId} />;
    case 'ballot':
      return <BallotFace view={view as BallotView} page={page} />;
    case 'plan-review':
      return <PlanFace view={view as PlanView} page={page} />;
    case 'schedule-adjustment':
      return <AdjustmentFace view={view as AdjustmentView} />;
    case 'split-agreement':
      return <SplitAgreementFace view={view as SplitAgreementView} />;
    default:
      return (
        <MeasureFace
          procedure={c.procedure}
          view={view}
          page={page}
          caseId={caseId}
          chips={(ids) => <ClauseChips ids={ids} cites={page.clauses} />}
        />
      );
  }
}
