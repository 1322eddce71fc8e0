import { type Result, showPart } from '../../../../packages/capabilities/simulator/result.ts';
import { asShare } from '../../../../packages/kernel/ratio.ts';
import { ClauseChip } from '../parts/clause-chip.tsx';
import { LimitAmounts } from '../parts/why.tsx';
import { TextBox } from './boxes.tsx';
import type { Asked } from './question-state.ts';
import { useSay } from './say.ts';

type Props = Asked & { readonly result: Result; readonly cite: (id: string) => string };

/** The parts that the institution's text knows, each with the limits on it: one share a part, the remainder takes the rest. */
export function PartsForm({ q, change, bad, result, cite }: Props) {
  const { say, word, t } = useSay();
  const { base, parts } = result;
  if (base === undefined) return null;
  return (
    <section className="card" aria-labelledby="sim-parts">
      <h2 id="sim-parts">{say('parts')}</h2>
      <p className="soft">
        {say('parts.of', { base: word(`option:base.${base.of}`), amount: showPart(result, base.amount) })} · {say('parts.least')}
      </p>
      {parts.map((p, i) => (
        <div key={p.part} className="group">
          {p.remainder ? (
            <div className="label">
              {p.title} <span className="soft">{t('bench.remainder')}</span>
            </div>
          ) : (
            <TextBox
              label={`${p.inside ? `${say('inside')} ` : ''}${p.title}`}
              value={q.shares[p.part] ?? result.shares[p.part] ?? ''}
              bad={bad('shares', i, 'share')}
              settle={asShare}
              onChange={(share) => change({ shares: { ...q.shares, [p.part]: share } })}
            />
          )}
          {p.limits.map((l) => (
            <div key={l.clause + l.limits} className="row">
              <ClauseChip id={l.clause} cite={cite(l.clause)} />
              <span>
                {word(`option:base.${l.of}`)} {l.limits}
              </span>
              {base.of === 'stake' ? null : <LimitAmounts limits={[l]} />}
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}
