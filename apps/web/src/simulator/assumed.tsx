import type { Simulation } from '../../../../packages/capabilities/simulator/simulation.ts';
import { useSay } from './say.ts';
import type { LawHere } from './texts.ts';

/** What was taken for granted, and what nobody here knows. */
export function Assumed({ s, law }: { readonly s: Simulation; readonly law: LawHere }) {
  const { say, joined } = useSay();
  const names = (ids: readonly string[]): { texts: string } => ({ texts: joined(ids.map((id) => law.shelf.get(id)?.text.short ?? id)) });
  const { daysAssumed, drafts, unknown } = s.adopted;
  const equity = s.question.mode === 'equity';
  const lines = [
    ...(equity ? [] : [say('assumed.one')]),
    ...(daysAssumed.length > 0 ? [say('assumed.days', names(daysAssumed))] : []),
    ...(drafts.length > 0 ? [say('assumed.drafts', names(drafts))] : []),
    ...(unknown.length > 0 ? [say('assumed.unknownTexts', names(unknown))] : []),
    ...(equity ? [say('assumed.equity')] : [say('assumed.employer'), say('assumed.steady')]),
    say('assumed.unknown'),
  ];
  return (
    <section className="card" aria-labelledby="sim-assumed">
      <h2 id="sim-assumed">{say('assumed')}</h2>
      <ul>
        {lines.map((l) => (
          <li key={l}>{l}</li>
        ))}
      </ul>
      <h3>{say('approval')}</h3>
      <p>{s.result.approval.length > 0 ? s.result.approval.join(' → ') : say('approval.none')}</p>
    </section>
  );
}
