import { type Result, showPart } from '../../../../packages/capabilities/simulator/result.ts';
import type { Simulation } from '../../../../packages/capabilities/simulator/simulation.ts';
import { ClauseChip } from '../parts/clause-chip.tsx';
import { Wide } from '../parts/wide.tsx';
import { titleOf } from './amounts.ts';
import { useSay } from './say.ts';

/** What every other reading of a clause that counted would make of the same proposal, side by side. */
export function ReadingsCard({ s, cite }: { readonly s: Simulation; readonly cite: (id: string) => string }) {
  const { say, refusal } = useSay();
  const columns = [{ result: s.result, differs: false }, ...s.readings];
  const rows = [...new Map(columns.flatMap((c) => c.result.lines).map((l) => [l.part, l.title])).entries()];
  const amount = (r: Result, part: string): string => {
    const line = r.lines.find((l) => l.part === part);
    return line === undefined ? '—' : showPart(r, line.amount);
  };
  return (
    <section className="card" aria-labelledby="sim-readings">
      <h2 id="sim-readings">{say('readings')}</h2>
      {s.readings.length === 0 ? (
        <p className="empty">{say('readings.none')}</p>
      ) : (
        <Wide label={say('table', { of: say('readings') })}>
          <table className="plain">
            <thead>
              <tr>
                <th>{say('row.parts')}</th>
                <th className="right">{say('readings.as')}</th>
                {s.readings.map((r) => (
                  <th key={r.reading.clause + r.reading.index} className="right sim-reading">
                    <ClauseChip id={r.reading.clause} cite={cite(r.reading.clause)} />
                    <div>{r.because}</div>
                    <span className={`badge ${r.differs ? 'warn' : 'done'}`}>{say(r.differs ? 'readings.differs' : 'readings.same')}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([part, title]) => (
                <tr key={part}>
                  <td>{titleOf({ part, title }, say)}</td>
                  {columns.map((c, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns have nothing but their place
                    <td key={i} className="right money">
                      {amount(c.result, part) === amount(s.result, part) ? (
                        amount(c.result, part)
                      ) : (
                        <strong>{amount(c.result, part)}</strong>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
              <tr>
                <td>{say('readings.refuses')}</td>
                {columns.map((c, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns have nothing but their place
                  <td key={i} className="sim-reading">
                    {c.result.standing.map((r) => (
                      <div key={r.refused + JSON.stringify(r.facts)}>{refusal(r.refused, r.facts)}</div>
                    ))}
                    {c.result.standing.length === 0 ? '—' : null}
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </Wide>
      )}
    </section>
  );
}
