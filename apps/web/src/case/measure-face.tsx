import { lazy, type ReactNode, Suspense } from 'react';
import type { MaturityView } from '../../../../packages/capabilities/maturity/view.ts';
import type { OwnershipView } from '../../../../packages/capabilities/ownership/view.ts';
import type { RightsActView } from '../../../../packages/capabilities/rights-act/view.ts';
import type { RiskView } from '../../../../packages/capabilities/risk/view.ts';
import type { StakeView } from '../../../../packages/capabilities/stake/view.ts';
import type { ChecklistView } from '../../../../packages/instruments/checklist/view.ts';
import type { ScheduleView } from '../../../../packages/instruments/schedule/view.ts';
import type { ScorecardView } from '../../../../packages/instruments/scorecard/view.ts';
import type { CasePage } from '../api/queries.ts';
import { Loading } from '../shell/plain.tsx';
import '../measures.css';

/** What every face of a measuring instrument is told: what is known, where it stands, and how a clause is shown. */
export type MeasureProps<V> = {
  readonly view: V;
  readonly page: CasePage;
  readonly caseId: string;
  readonly chips: (clauses: readonly string[]) => ReactNode;
};

const faces = {
  checklist: lazy(async () => ({ default: (await import('../faces/checklist.tsx')).ChecklistFace })),
  scorecard: lazy(async () => ({ default: (await import('../faces/scorecard.tsx')).ScorecardFace })),
  schedule: lazy(async () => ({ default: (await import('../faces/schedule.tsx')).ScheduleFace })),
  maturity: lazy(async () => ({ default: (await import('../faces/maturity.tsx')).MaturityFace })),
  risk: lazy(async () => ({ default: (await import('../faces/risk.tsx')).RiskFace })),
  ownership: lazy(async () => ({ default: (await import('../faces/ownership.tsx')).OwnershipFace })),
  stake: lazy(async () => ({ default: (await import('../faces/stake.tsx')).StakeFace })),
  rightsAct: lazy(async () => ({ default: (await import('../faces/rights-act.tsx')).RightsActFace })),
};

/** The face of a procedure that measures or settles; nothing where it is none of them. Each is fetched when first shown. */
export function MeasureFace({ procedure, ...props }: MeasureProps<unknown> & { readonly procedure: string }) {
  const face = faceOf(procedure, props);
  return face ? <Suspense fallback={<Loading />}>{face}</Suspense> : null;
}

function faceOf(procedure: string, { view, ...rest }: MeasureProps<unknown>): ReactNode {
  switch (procedure) {
    case 'checklist':
      return <faces.checklist view={view as ChecklistView} {...rest} />;
    case 'scorecard':
      return <faces.scorecard view={view as ScorecardView} {...rest} />;
    case 'schedule':
      return <faces.schedule view={view as ScheduleView} {...rest} />;
    case 'maturity':
      return <faces.maturity view={view as MaturityView} {...rest} />;
    case 'risk':
      return <faces.risk view={view as RiskView} {...rest} />;
    case 'ownership':
      return <faces.ownership view={view as OwnershipView} {...rest} />;
    case 'rights-act':
      return <faces.rightsAct view={view as RightsActView} {...rest} />;
    case 'stake':
      return <faces.stake view={view as StakeView | null} {...rest} />;
    default:
      return undefined;
  }
}
