import type { Refusal } from '../api/client.ts';
import { useWords } from '../words/words.ts';
import { ClauseChips } from './clause-chip.tsx';

/** Refusals as sentences in the reader’s language, each with the clauses it rests on. */
export function Refusals({ refusals }: { readonly refusals: readonly Refusal[] }) {
  const { refusal } = useWords();
  return (
    <>
      {refusals.map((r) => (
        <div key={r.code + JSON.stringify(r.facts)} className={`refusal ${r.how}`}>
          <div>{refusal(r.code, r.facts)}</div>
          <ClauseChips ids={r.clauses.map((c) => c.id)} cites={Object.fromEntries(r.clauses.map((c) => [c.id, c.cite]))} />
        </div>
      ))}
    </>
  );
}
