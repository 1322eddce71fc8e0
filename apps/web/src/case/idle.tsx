import { before, waitsOf } from '../../../../packages/kernel/route.ts';
import type { CasePage } from '../api/queries.ts';
import { Waits } from '../parts/waits.tsx';
import { useWords } from '../words/words.ts';

/** Where the reader can do nothing: that the step is over, which steps it waits for, or whose turn it is under which clause. */
export function Idle({ page, caseId }: { readonly page: CasePage; readonly caseId: string }) {
  const { t, joined } = useWords();
  const own = page.cases.find((c) => c.id === caseId);
  if (!own || own.withdrawn) return <p className="empty">{t('case.idle.withdrawn')}</p>;
  if (own.settled) return <p className="empty">{t('case.idle.settled')}</p>;
  if (!page.open.includes(caseId)) return <p className="empty">{t('case.idle.before', { steps: joined(stepsBefore(page, caseId)) })}</p>;
  const lines = page.waiting.filter((w) => isWithin(page, w.case, caseId));
  if (lines.length === 0) return <p className="empty">{t('case.idle.none')}</p>;
  return (
    <>
      <p className="soft">{t('case.idle.others')}</p>
      <Waits lines={lines} today={page.today} cites={page.clauses} within={caseId} />
    </>
  );
}

/** Every step before it that is not done, not only the last: as the server's gate counts them. */
function stepsBefore(page: CasePage, caseId: string): string[] {
  const own = page.steps.find((s) => s.child_id === caseId);
  if (!own) return [];
  const route = page.steps.filter((s) => s.case_id === own.case_id && s.route === own.route);
  const awaited = before(waitsOf(route), own.step);
  return route.filter((s) => awaited.has(s.step) && s.state !== 'done' && s.state !== 'passed-by').map((s) => s.title);
}

function isWithin(page: CasePage, id: string, above: string): boolean {
  for (let at: string | null = id; at; at = page.cases.find((c) => c.id === at)?.parent_id ?? null) if (at === above) return true;
  return false;
}
