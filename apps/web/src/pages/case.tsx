import { useParams } from '@tanstack/react-router';
import { useCase } from '../api/queries.ts';
import { CaseOf } from '../case/case-of.tsx';
import { Failed, Loading } from '../shell/plain.tsx';
import { Themed } from '../shell/theme.tsx';

/** The page of a case: its picture, whom it waits for, the step at hand, what may be done and what not and why, and everything on file. */
export function CaseView() {
  const { id } = useParams({ from: '/inside/cases/$id' });
  const { data: page, error, refetch } = useCase(id);
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (!page) return <Loading />;
  return (
    <Themed>
      <CaseOf page={page} />
    </Themed>
  );
}
