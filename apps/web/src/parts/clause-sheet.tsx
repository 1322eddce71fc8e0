import { useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import { textOf } from '../../../../packages/kernel/clause-id.ts';
import { textQuery } from '../api/queries.ts';
import { Failed, Loading } from '../shell/plain.tsx';
import { Themed } from '../shell/theme.tsx';
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
function ClauseAsked({ id }: { readonly id: string }) {
  const text = textOf(id);
  const { data, error, refetch } = useQuery(textQuery(text));
  if (error) return <Failed error={error} again={() => void refetch()} />;
  const clause = data?.clauses.find((c) => c.id === id);
  return clause ? <ClauseBody clause={clause} draft={data?.text.status === 'draft'} /> : <Loading />;
}
