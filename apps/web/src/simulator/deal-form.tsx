import { modes } from '../../../../packages/capabilities/conversion/rules.ts';
import { lineKinds } from '../../../../packages/capabilities/receipts/decisions.ts';
import { ChoiceBox, DayBox, TextBox } from './boxes.tsx';
import { type Asked, at, without } from './question-state.ts';
import { useSay } from './say.ts';

/** The deal: way, amount, days, costs. */
export function DealForm({ q, change, bad }: Asked) {
  const { say, word } = useSay();
  const equity = q.mode === 'equity';
  return (
    <section className="card" aria-labelledby="sim-deal">
      <h2 id="sim-deal">{say('deal')}</h2>
      <ChoiceBox
        label={say('mode')}
        value={q.mode}
        onChange={(mode) => change({ mode: mode as typeof q.mode, shares: {} })}
        options={modes.map((m) => ({ value: m, label: word(`option:mode.${m}`) }))}
      />
      <div className="sim-two">
        <TextBox
          label={say(equity ? 'amount.equity' : 'amount')}
          value={q.amount}
          hint={say('amount.hint')}
          bad={bad('amount')}
          onChange={(amount) => change({ amount })}
        />
        {equity ? <TextBox label={say('stake')} value={q.stake} bad={bad('stake')} onChange={(stake) => change({ stake })} /> : null}
      </div>
      <div className="sim-two">
        <DayBox label={say('receivedOn')} value={q.receivedOn} onChange={(receivedOn) => receivedOn && change({ receivedOn })} />
        <DayBox label={say('paidOn')} value={q.paidOn} onChange={(paidOn) => paidOn && change({ paidOn })} />
      </div>
      {equity ? null : <Costs q={q} change={change} bad={bad} />}
    </section>
  );
}

function Costs({ q, change, bad }: Asked) {
  const { say, word } = useSay();
  return (
    <fieldset className="bare">
      <legend className="label">{say('costs')}</legend>
      {q.costs.length === 0 ? <p className="soft">{say('costs.none')}</p> : null}
      {q.costs.map((c, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cost has nothing but its place
        <div key={i} className="group">
          <div className="sim-two">
            <ChoiceBox
              label={say('costs.kind')}
              value={c.kind}
              onChange={(kind) => change({ costs: at(q.costs, i, { kind }) })}
              options={lineKinds.map((k) => ({ value: k, label: word(`option:deduction.${k}`) }))}
            />
            <TextBox
              label={say('costs.amount')}
              value={c.amount}
              bad={bad('deductions', i, 'amount') || bad('deductions', i, 'kind')}
              onChange={(amount) => change({ costs: at(q.costs, i, { amount }) })}
            />
          </div>
          <TextBox
            label={say('costs.ground')}
            value={c.ground ?? ''}
            bad={bad('deductions', i, 'ground')}
            onChange={(ground) => change({ costs: at(q.costs, i, { ground }) })}
          />
          <button type="button" className="plain-button" onClick={() => change({ costs: without(q.costs, i) })}>
            {say('costs.remove', { n: i + 1 })}
          </button>
        </div>
      ))}
      <button type="button" className="plain-button" onClick={() => change({ costs: [...q.costs, { kind: 'taxes', amount: '' }] })}>
        {say('costs.add')}
      </button>
    </fieldset>
  );
}
