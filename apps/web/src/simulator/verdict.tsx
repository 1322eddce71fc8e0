import type { Simulation } from '../../../../packages/capabilities/simulator/simulation.ts';
import { cited } from '../../../../packages/kernel/chart.ts';
import type { Refusal as Refused } from '../../../../packages/kernel/refusal.ts';
import type { Refusal } from '../api/client.ts';
import { Refusals } from '../parts/refusals.tsx';
import { useSay } from './say.ts';

/** Whether it can be done so: every refusal in its clause's name with what to do, every note. */
export function Verdict({ s, cite, chosen }: { readonly s: Simulation; readonly cite: (id: string) => string; readonly chosen: boolean }) {
  const { say, refusal } = useSay();
  const told = (all: readonly Refused[]): Refusal[] =>
    all.map((r) => ({
      code: r.refused,
      how: r.how,
      sentence: refusal(r.refused, r.facts),
      clauses: s.law.cited(cited(r.clause), s.question.receivedOn).map((id) => ({ id, cite: cite(id) })),
      facts: r.facts,
      at: r.at ?? [],
    }));
  const { warnings } = s.result;
  // Before an institution is chosen nothing says how to divide: that is no refusal yet.
  const standing = s.result.standing.filter((r) => chosen || r.refused !== 'law.silent');
  return (
    <div id="simulator-result" role="status">
      {!chosen ? <p className="notice-box warn">{say('institution.pick')}</p> : null}
      {standing.length > 0 ? (
        <div className="notice-box bad">
          <strong>{say('refused')}</strong> {say('refused.do')}
          <Refusals refusals={told(standing)} />
        </div>
      ) : chosen ? (
        <p className="notice-box good">{say('good')}</p>
      ) : null}
      {warnings.length > 0 ? (
        <div className="notice-box warn">
          <strong>{say('warned')}</strong>
          <Refusals refusals={told(warnings)} />
        </div>
      ) : null}
    </div>
  );
}
