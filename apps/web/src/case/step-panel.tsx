import { Link } from '@tanstack/react-router';
import type { ResolutionView } from '../../../../packages/instruments/resolution/view.ts';
import type { CasePage } from '../api/queries.ts';
import { ClauseChips } from '../parts/clause-chip.tsx';
import { useWords } from '../words/words.ts';
import { Face } from './face-of.tsx';
import { MayDoList } from './may-do.tsx';
import { ProcedurePicture } from './procedure-picture.tsx';

/** Children of these procedures are shown inside what raised them: they are how it is done. */
const within: ReadonlySet<string> = new Set([
  'split-agreement',
  'ballot',
  'schedule-adjustment',
  'checklist',
  'scorecard',
  'schedule',
  'rights-act',
  'contract-amendment',
]);
/** Commands that a face offers at the very line they are about. */
const atTheLine: ReadonlySet<string> = new Set(['item.settle', 'occurrence.meet', 'term.edit', 'term.remove', 'resource.fill']);

const mayOf = (page: CasePage, caseId: string): CasePage['mayDo'][string] =>
  (page.mayDo[caseId] ?? []).filter((m) => !atTheLine.has(m.command));

type Props = { readonly page: CasePage; readonly caseId: string };
type Case = CasePage['cases'][number];

/** One case of the tree: what is known of it, by the face of its procedure, and what can be done in it. */
export function StepPanel({ page, caseId }: Props) {
  const { t } = useWords();
  const own = page.cases.find((x) => x.id === caseId)!;
  const step = page.steps.find((s) => s.child_id === caseId);
  const routes = page.steps.filter((s) => s.case_id === caseId && caseId !== page.root);
  const inside = page.cases.filter(
    (x) =>
      (x.parent_id === caseId && !x.withdrawn && within.has(x.procedure)) ||
      (routes.some((s) => s.child_id === x.id) && page.open.includes(x.id) && !x.settled),
  );
  const may = mayOf(page, caseId);
  const heading = `at-${caseId}`;
  return (
    <section className="card" aria-labelledby={heading}>
      <div className="spread">
        <h2 id={heading}>
          <Titled page={page} of={own} />
        </h2>
        {step ? <ClauseChips ids={step.clauses} cites={page.clauses} /> : null}
      </div>
      <Face page={page} caseId={caseId} />
      {own.procedure === 'distribution' ? (
        <p className="after">
          <Link to="/distributions/$id" params={{ id: caseId }}>
            {t('bench.open')}
          </Link>
        </p>
      ) : null}
      {routes.length > 0 ? (
        <>
          <h3 className="after">{t('bench.approval')}</h3>
          <ProcedurePicture page={page} steps={routes} label={t('bench.approval')} />
        </>
      ) : null}
      {hasOwnActs(own) || (own.settled && may.length === 0) ? null : (
        <>
          <h3 className="after">{t('case.may')}</h3>
          <MayDoList caseId={caseId} may={may} page={page} {...decidedBy(page, own)} />
        </>
      )}
      {inside.map((child) => (
        <div key={child.id} className="group after">
          <h3>
            <Titled page={page} of={child} />
          </h3>
          <Face page={page} caseId={child.id} />
          {child.settled || hasOwnActs(child) ? null : (
            <MayDoList caseId={child.id} may={mayOf(page, child.id)} page={page} {...decidedBy(page, child)} />
          )}
        </div>
      ))}
    </section>
  );
}

/** A face that shows in its picture what may be done, where it is done. */
const hasOwnActs = (c: Case): boolean => c.procedure === 'review-route';

/** A step is called as its route calls it; anything else as its procedure is. */
function Titled({ page, of: c }: { readonly page: CasePage; readonly of: Case }) {
  const { word } = useWords();
  const step = page.steps.find((s) => s.child_id === c.id);
  return (
    <>
      {step?.title ?? word(`procedure:${c.procedure}`)}{' '}
      <span className={`badge ${c.settled ? 'done' : 'now'}`}>{word(`state:${c.procedure}.${c.state}`)}</span>
    </>
  );
}

const decidedBy = (page: CasePage, c: Case): { decidedBy?: string } =>
  c.procedure === 'resolution' ? { decidedBy: (page.panels[c.id] as ResolutionView | undefined)?.body.title ?? '' } : {};
