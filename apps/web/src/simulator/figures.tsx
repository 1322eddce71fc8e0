import { useState } from 'react';
import { type PartLine, type PersonLine, showPart } from '../../../../packages/capabilities/simulator/result.ts';
import type { Simulation } from '../../../../packages/capabilities/simulator/simulation.ts';
import { taxRules } from '../../../../packages/capabilities/tax/rules.ts';
import { showYuan } from '../../../../packages/kernel/money.ts';
import { Wide } from '../parts/wide.tsx';
import { Picture } from './picture.tsx';
import { useSay } from './say.ts';
import { taxTaken } from './tax-taken.ts';
import type { LawHere } from './texts.ts';
import { type Why, WhyAmount } from './why.tsx';

const dividing = ['distribution-parts', 'reward-limits', 'inner-split', 'leader-cash', 'leader-equity', 'staff-incentives'];

/** The way of the money as a picture and, beside it, as a table; every amount answers why. */
export function Figures({ s, law }: { readonly s: Simulation; readonly law: LawHere }) {
  const { say, word } = useSay();
  const [why, setWhy] = useState<Why | undefined>();
  const r = s.result;
  const units = r.base?.of === 'stake';
  const shown = (v: bigint): string => showPart(r, v);
  const title = (part: string, own: string): string => (part === 'staff-shares' ? say('staff-shares') : own);
  const ask = (w: Why) => (
    <button type="button" className="money-button" aria-label={say('why', { amount: `${w.name} ${w.amount}` })} onClick={() => setWhy(w)}>
      {w.amount}
    </button>
  );
  const income: readonly (readonly [string, string])[] =
    r.received === undefined
      ? []
      : [
          [say(units ? 'amount.equity' : 'row.received'), showYuan(r.received)],
          ...r.costs.map((c) => [`− ${word(`option:deduction.${c.kind}`)}`, `−${showYuan(c.amount)}`] as const),
          ...(r.net === undefined ? [] : [[`= ${say('row.net')}`, showYuan(r.net)] as const]),
        ];
  const base = r.base ? ([word(`option:base.${r.base.of}`), shown(r.base.amount)] as const) : undefined;
  const ofPart = (l: PartLine): Why => ({
    name: title(l.part, l.title),
    amount: shown(l.amount),
    steps: [...income, ...(base && units ? [base] : []), [`${base?.[1] ?? ''} × ${l.share}`, shown(l.amount)]],
    note: say(units ? 'why.units' : 'why.rounding'),
    rules: units ? dividing : ['net-income-deductions', ...dividing],
    part: l.part,
  });
  const pool = (p: PersonLine): bigint =>
    r.lines
      .filter((l) => l.inside === null && (p.as === 'staff' ? l.part === 'staff-shares' : l.to === 'persons' && l.part !== 'staff-shares'))
      .reduce((a, l) => a + l.amount, 0n);
  const ofPerson = (p: PersonLine): Why => ({
    name: p.name,
    amount: shown(p.amount),
    steps: [
      [say('row.parts'), shown(pool(p))],
      [`${shown(pool(p))} × ${p.share}`, shown(p.amount)],
    ],
    note: say(units ? 'why.units' : 'why.team'),
    rules: dividing,
  });
  const ofTax = (p: PersonLine, tax: bigint): Why => ({
    name: `${p.name} ${say('row.tax')}`,
    amount: showYuan(tax),
    steps: [
      [p.name, showYuan(p.amount)],
      [say('tax.counted'), showYuan(taxTaken(p, r)!.counted)],
      [say('row.tax'), showYuan(tax)],
    ],
    note: say('why.tax'),
    rules: taxRules.map((x) => x.id),
  });
  const taxOf = (i: number): bigint | undefined => {
    const taken = r.people[i] && taxTaken(r.people[i], r);
    return taken?.known?.overYear;
  };
  return (
    <section className="card" aria-labelledby="sim-picture">
      <h2 id="sim-picture">{say('picture')}</h2>
      <Picture result={r} taxOf={taxOf} title={title} />
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
                <td className="right money">
                  {i === income.length - 1 && !units
                    ? ask({ name: say('row.net'), amount, steps: income, note: '', rules: ['income-stays', 'net-income-deductions'] })
                    : amount}
                </td>
              </tr>
            ))}
            {units && r.base ? (
              <tr>
                <td>{say('row.ours')}</td>
                <td />
                <td className="right money">{shown(r.base.amount)}</td>
              </tr>
            ) : null}
            {r.lines.map((l) => (
              <tr key={l.part}>
                <td>
                  {l.inside ? <span className="soft">{say('inside')} </span> : null}
                  {title(l.part, l.title)}
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
