import { useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import { textOf } from '../../../../packages/kernel/clause-id.ts';
import { textQuery } from '../api/queries.ts';
import { Failed, Loading } from '../shell/plain.tsx';
import { Themed } from '../shell/theme.tsx';
import { useWords } from '../words/words.ts';
import { ClauseBody } from './clause.tsx';
import { ClausesAtHand } from './clauses-at-hand.ts';
import { Sheet } from './sheet.tsx';

/** A clause at the side of whatever named it. */
export function ClauseSheet({ id, cite, onClosed }: { readonly id: string; readonly cite: string; readonly onClosed: () => void }) {
  return (
    <Themed>
      <Sheet title={cite} onClosed={onClosed}>
        <ClauseOf id={id} />
      </Sheet>
    </Themed>
  );
}

function ClauseOf({ id }: { readonly id: string }) {
  const atHand = useContext(ClausesAtHand)?.(id);
  return atHand ? <ClauseBody clause={atHand.clause} draft={atHand.draft} /> : <ClauseAsked id={id} />;
}
/** As the text stands today; a clause that it no longer has, or does not have yet, in the edition that has it. */
function ClauseAsked({ id, past = 0, revision }: { readonly id: string; readonly past?: number; readonly revision?: string }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(textQuery(textOf(id), revision));
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  const clause = data.clauses.find((c) => c.id === id);
  if (clause) return <ClauseBody clause={clause} draft={data.text.status === 'draft'} />;
  const next = [...data.text.revisions.map((r) => r.revision).toReversed(), data.text.issued ?? ''][past];
  return next ? <ClauseAsked id={id} past={past + 1} revision={next} /> : <p className="empty">{t('page.notFound')}</p>;
}
