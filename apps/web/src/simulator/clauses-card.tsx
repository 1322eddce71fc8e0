import type { Simulation } from '../../../../packages/capabilities/simulator/simulation.ts';
import { ClauseChip } from '../parts/clause-chip.tsx';
import { useSay } from './say.ts';
import type { LawHere } from './texts.ts';

/** Every clause that counted, with its sentence and how sure we are of it. */
export function ClausesCard({ s, law }: { readonly s: Simulation; readonly law: LawHere }) {
  const { say, word } = useSay();
  const applied = s.result.answers.flatMap((a) => a.trace.considered.filter((c) => c.because === 'applies').map((c) => c.clause));
  const clauses = [...new Set(applied)].flatMap((id) => law.clause(id)?.clause ?? []);
  if (clauses.length === 0) return null;
  return (
    <section className="card" aria-labelledby="sim-clauses">
      <h2 id="sim-clauses">{say('clauses')}</h2>
      <ul className="list">
        {clauses.map((c) => (
          <li key={c.id}>
            <ClauseChip id={c.id} cite={c.cite} />{' '}
            {c.certainty === 'read' ? null : <span className="badge warn">{word(`option:certainty.${c.certainty}`)}</span>}
            <blockquote>{c.sentence}</blockquote>
          </li>
        ))}
      </ul>
    </section>
  );
}
