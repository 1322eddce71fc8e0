import type { Simulation } from '../../../../packages/capabilities/simulator/simulation.ts';
import { citeClause } from '../../../../packages/kernel/citation.ts';
import type { JsonRecord } from '../../../../packages/kernel/json.ts';
import type { Decision } from '../api/queries.ts';
import { Sheet } from '../parts/sheet.tsx';
import { Grounds } from '../parts/why.tsx';
import type { Why } from './amounts.ts';
import { useSay } from './say.ts';
import type { LawHere } from './texts.ts';

export function WhyAmount({
  why,
  s,
  law,
  onClose,
}: {
  readonly why: Why;
  readonly s: Simulation;
  readonly law: LawHere;
  readonly onClose: () => void;
}) {
  const { say } = useSay();
  return (
    <Sheet title={say('why.title', { name: why.name, amount: why.amount })} width={680} onClosed={onClose}>
      <div className="stack">
        <section>
          <h3>{say('why.steps')}</h3>
          <table className="plain">
            <tbody>
              {why.steps.map(([name, amount]) => (
                <tr key={name}>
                  <td>{name}</td>
                  <td className="right money">{amount}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="soft">{why.note}</p>
        </section>
        <Grounds decision={decisionOf(s, law, why.rules)} limits={s.result.parts.find((p) => p.part === why.part)?.limits ?? []} />
      </div>
    </Sheet>
  );
}

/** The answers that were asked, as a stored decision shows them. */
function decisionOf(s: Simulation, law: LawHere, rules: readonly string[]): Pick<Decision, 'answers' | 'readings'> {
  const cite = (id: string): string => citeClause(law.shelf, id);
  return {
    answers: s.result.answers
      .filter((a) => rules.includes(a.trace.rule))
      .map(({ trace }) => ({
        rule: trace.rule,
        on: trace.on,
        party: null,
        given: trace.given as JsonRecord,
        considered: trace.considered.map((c) => {
          const found = law.clause(c.clause)?.clause;
          return {
            ...c,
            cite: cite(c.clause),
            title: found?.title ?? c.clause,
            sentence: found?.sentence ?? '',
            certainty: found?.certainty ?? 'read',
            doubt: found?.doubt ?? null,
            detail: c.detail ?? null,
          };
        }),
      })),
    readings: s.readings
      .filter((r) => rules.includes(r.reading.rule))
      .map((r) => ({
        clause: r.reading.clause,
        cite: cite(r.reading.clause),
        rule: r.reading.rule,
        because: r.because,
        value: r.value,
        differs: r.differs,
        refused: r.result.standing.map((x) => x.refused),
      })),
  };
}
