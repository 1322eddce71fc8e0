import { useState } from 'react';
import { showPart } from '../../../../packages/capabilities/simulator/result.ts';
import type { Simulation } from '../../../../packages/capabilities/simulator/simulation.ts';
import { showYuan } from '../../../../packages/kernel/money.ts';
import { Wide } from '../parts/wide.tsx';
import { amountsOf, titleOf, type Why } from './amounts.ts';
import { Picture } from './picture.tsx';
import { useSay } from './say.ts';
import { taxTaken } from './tax-taken.ts';
import type { LawHere } from './texts.ts';
import { WhyAmount } from './why.tsx';

/** The way of the money as a picture and, beside it, as a table; every amount answers why. */
export function Figures({ s, law }: { readonly s: Simulation; readonly law: LawHere }) {
  const words = useSay();
  const { say, word } = words;
  const [why, setWhy] = useState<Why | undefined>();
  const r = s.result;
  const units = r.base?.of === 'stake';
  const { income, ofNet, ofPart, ofPerson, ofTax } = amountsOf(r, words);
  const ask = (w: Why) => (
    <button type="button" className="money-button" aria-label={say('why', { amount: `${w.name} ${w.amount}` })} onClick={() => setWhy(w)}>
      {w.amount}
    </button>
  );
  const taxOf = (i: number): bigint | undefined => {
    const taken = r.people[i] && taxTaken(r.people[i], r);
    return taken?.known?.overYear;
  };
  return (
    <section className="card" aria-labelledby="sim-picture">
      <h2 id="sim-picture">{say('picture')}</h2>
      <Picture result={r} taxOf={taxOf} />
      <Wide label={say('table', { of: say('picture') })}>
        <table className="plain">
          <thead>
            <tr>
              <th>{say('row.parts')}</th>
              <th className="right">{say('of')}</th>
              <th className="right">{say(units ? 'unitsOf' : 'amountOf')}</th>
            </tr>
          </thead>
          <tbody>
            {income.map(([name, amount], i) => (
              <tr key={name}>
                <td>{name}</td>
                <td />
                <td className="right money">{i === income.length - 1 && !units ? ask(ofNet(amount)) : amount}</td>
              </tr>
            ))}
            {units && r.base ? (
              <tr>
                <td>{say('row.ours')}</td>
                <td />
                <td className="right money">{showPart(r, r.base.amount)}</td>
              </tr>
            ) : null}
            {r.lines.map((l) => (
              <tr key={l.part}>
                <td>
                  {l.inside ? <span className="soft">{say('inside')} </span> : null}
                  {titleOf(l, say)}
                </td>
                <td className="right">{l.share}</td>
                <td className="right">{ask(ofPart(l))}</td>
              </tr>
            ))}
            {r.people.map((p, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: people of a question have nothing but their place
              <tr key={i} className="sim-person">
                <td>
                  {p.name} {p.leader === 'none' ? null : <span className="badge">{word(`option:leader.${p.leader}`)}</span>}
                </td>
                <td className="right">{p.share}</td>
                <td className="right">
                  {ask(ofPerson(p))}
                  {taxOf(i) === undefined ? null : (
                    <div className="soft">
                      {say('row.tax')} {ask(ofTax(p, taxOf(i)!))} · {say('row.kept')} {showYuan(p.amount - taxOf(i)!)}
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {why ? <WhyAmount why={why} s={s} law={law} onClose={() => setWhy(undefined)} /> : null}
    </section>
  );
}
