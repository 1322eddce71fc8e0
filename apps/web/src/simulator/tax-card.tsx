import { showPart } from '../../../../packages/capabilities/simulator/result.ts';
import type { Simulation } from '../../../../packages/capabilities/simulator/simulation.ts';
import type { AwardTax } from '../../../../packages/capabilities/tax/estimate.ts';
import { type Fen, showYuan } from '../../../../packages/kernel/money.ts';
import { ClauseChips } from '../parts/clause-chip.tsx';
import { Wide } from '../parts/wide.tsx';
import type { Asked } from './question-state.ts';
import { ReliefForm } from './relief-form.tsx';
import { useSay } from './say.ts';
import { taxTaken } from './tax-taken.ts';

type Props = Pick<Asked, 'q' | 'change'> & { readonly s: Simulation; readonly cites: Readonly<Record<string, string>> };
const yuan = (v: Fen | undefined): string => (v === undefined ? '—' : showYuan(v));

/** What it would cost in tax: an estimate, what it rests on, and what it does not know. */
export function TaxCard({ q, change, s, cites }: Props) {
  const { say } = useSay();
  const r = s.result;
  if (r.people.length === 0) return null;
  return (
    <section className="card" aria-labelledby="sim-tax">
      <h2 id="sim-tax">{say('tax')}</h2>
      <p className="notice-box warn">{say('tax.estimate')}</p>
      {q.mode === 'equity' ? <OfShares s={s} cites={cites} /> : <OfCash s={s} />}
      {q.mode === 'equity' ? null : r.people.some((p) => p.tax?.relieved) ? (
        <ReliefForm q={q} change={change} relief={r.relief} cites={cites} />
      ) : (
        <p className="soft">{say('tax.noRelief')}</p>
      )}
    </section>
  );
}

function OfCash({ s }: { readonly s: Simulation }) {
  const { say } = useSay();
  const r = s.result;
  if (!r.people.every((p) => p.tax)) return <p>{say('tax.none')}</p>;
  const known = r.people.every((p) => p.tax!.payKnown);
  return (
    <>
      <Wide label={say('table', { of: say('tax') })}>
        <table className="plain">
          <thead>
            <tr>
              <th>{say('tax.person')}</th>
              <th className="right">{say('tax.counted')}</th>
              <th className="right">{say('tax.inMonth')}</th>
              <th className="right">{say('tax.plain')}</th>
              <th className="right">{say('tax.relieved')}</th>
              <th className="right">{say('tax.difference')}</th>
            </tr>
          </thead>
          <tbody>
            {r.people.map((p, i) => {
              const { plain, relieved } = p.tax!;
              const taken = taxTaken(p, r)!;
              const ends = (t: AwardTax | undefined): string =>
                t === undefined ? '—' : t.known ? yuan(t.known.overYear) : `${yuan(t.alone)} – ${yuan(t.highest)}`;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: people of a question have nothing but their place
                <tr key={i}>
                  <td>{p.name}</td>
                  <td className="right money">{yuan(taken.counted)}</td>
                  <td className="right money">{yuan(taken.known?.inMonth)}</td>
                  <td className="right money">{taken === plain ? <strong>{ends(plain)}</strong> : ends(plain)}</td>
                  <td className="right money">{taken === relieved ? <strong>{ends(relieved)}</strong> : ends(relieved)}</td>
                  <td className="right money">
                    {plain.known && relieved?.known ? yuan(plain.known.overYear - relieved.known.overYear) : '—'}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Wide>
      {known ? null : (
        <p className="soft">
          {say('tax.unknownPay')} {say('tax.alone')} – {say('tax.highest')}
        </p>
      )}
    </>
  );
}

function OfShares({ s, cites }: { readonly s: Simulation; readonly cites: Readonly<Record<string, string>> }) {
  const { say, word } = useSay();
  const r = s.result;
  return (
    <>
      <ul className="list">
        {(r.equityTax ?? []).map((e) => (
          <li key={e.treatment}>
            {word(`value:${e.treatment}`)} <ClauseChips ids={e.clauses} cites={cites} />
          </li>
        ))}
      </ul>
      <Wide label={say('table', { of: say('equity.tax') })}>
        <table className="plain">
          <thead>
            <tr>
              <th>{say('tax.person')}</th>
              <th className="right">{say('unitsOf')}</th>
              <th className="right">{say('worth')}</th>
              <th className="right">{say('onSale')}</th>
            </tr>
          </thead>
          <tbody>
            {r.people.map((p, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: people of a question have nothing but their place
              <tr key={i}>
                <td>{p.name}</td>
                <td className="right money">{showPart(r, p.amount)}</td>
                <td className="right money">{yuan(p.worth?.value)}</td>
                <td className="right money">{yuan(p.worth?.taxOnSale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  );
}
