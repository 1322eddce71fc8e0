import type { Refusal } from '../api/client.ts';
import { ClauseChips } from './clause.tsx';

/** Refusals as sentences, each with the clauses it rests on. */
export function Refusals({ refusals }: { readonly refusals: readonly Refusal[] }) {
  return (
    <>
      {refusals.map((r) => (
        <div key={r.code + r.sentence} className={`refusal ${r.how}`}>
          <div>{r.sentence}</div>
          <ClauseChips ids={r.clauses.map((c) => c.id)} cites={Object.fromEntries(r.clauses.map((c) => [c.id, c.cite]))} />
        </div>
      ))}
    </>
  );
}
