import { lazy, type ReactNode, Suspense } from 'react';
import type { MaturityView } from '../../../../packages/capabilities/maturity/view.ts';
import type { OwnershipView } from '../../../../packages/capabilities/ownership/view.ts';
import type { RightsActView } from '../../../../packages/capabilities/rights-act/view.ts';
import type { RiskView } from '../../../../packages/capabilities/risk/view.ts';
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
  rightsAct: lazy(async () => ({ default: (await import('../faces/rights-act.tsx')).RightsActFace })),
};

/** Children of these procedures are shown inside their parent: they are how it is done. */
export const inside: ReadonlySet<string> = new Set(['checklist', 'scorecard', 'schedule', 'rights-act']);
/** Commands that a face offers at the very line they are about. */
export const atTheLine: ReadonlySet<string> = new Set(['item.settle', 'occurrence.meet', 'term.edit', 'term.remove', 'resource.fill']);

/** Commands that this very case has no use for: an act that is no contribution is not valued, what nobody was asked is not answered. */
export function isBeside(command: string, procedure: string, panel: unknown): boolean {
  if (procedure !== 'rights-act') return false;
  const view = panel as RightsActView;
  const sold = view.act === 'transfer' || view.act === 'license';
  const uses: Readonly<Record<string, boolean>> = {
    'equity.value': view.act === 'invest',
    'equity.register': view.act === 'invest',
    'payment.agree': sold && view.way === null,
    'payment.record': view.way !== null,
    'income.report': view.way === 'royalty',
    'consent.answer': view.answers.some((a) => a.asked === 'consent'),
    'priority.answer': view.answers.some((a) => a.asked === 'priority'),
  };
  return uses[command] === false;
}

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
    default:
      return undefined;
  }
}
