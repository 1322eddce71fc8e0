import { useState } from 'react';
import type { ReliefSaid } from '../../../../packages/capabilities/simulator/question.ts';
import type { Result } from '../../../../packages/capabilities/simulator/result.ts';
import { payers } from '../../../../packages/capabilities/tax/relief.ts';
import { ClauseChips } from '../parts/clause-chip.tsx';
import { ChoiceBox, DayBox } from './boxes.tsx';
import type { Asked } from './question-state.ts';
import { useSay } from './say.ts';

type Props = Pick<Asked, 'q' | 'change'> & { readonly relief: Result['relief']; readonly cites: Readonly<Record<string, string>> };
const said = ['contributor', 'published', 'contractRegistered', 'separateAccounts', 'notOrdinaryPay'] as const;
const signs = { yes: 'done', no: 'bad', unknown: 'warn' } as const;

/** The conditions of the relief: what is asked, what is met, in whose name, and the days it turns on. */
export function ReliefForm({ q, change, relief, cites }: Props) {
  const { say, word, t } = useSay();
  const [open, setOpen] = useState(Object.keys(q.relief).length > 0);
  const put = (more: Partial<ReliefSaid>): void =>
    change({ relief: Object.fromEntries(Object.entries({ ...q.relief, ...more }).filter(([, v]) => v !== undefined && v !== '')) });
  const tri = [
    { value: '', label: say('unknown') },
    { value: 'yes', label: t('yes') },
    { value: 'no', label: t('no') },
  ];
  return (
    <details className="group" open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>
        {say('relief')} <span className={`badge ${signs[relief.stands]}`}>{say(`met.${relief.stands}`)}</span>
      </summary>
      <p>{say(`relief.${relief.stands}`)}</p>
      <p className="soft">{say('relief.ask')}</p>
      <ChoiceBox
        label={say('payer')}
        value={q.relief.payer ?? ''}
        onChange={(payer) => put({ payer: (payer || undefined) as ReliefSaid['payer'] } as Partial<ReliefSaid>)}
        options={[{ value: '', label: say('unknown') }, ...payers.map((p) => ({ value: p, label: say(`payer.${p}`) }))]}
      />
      <div className="sim-two">
        {said.map((key) => (
          <ChoiceBox
            key={key}
            label={say(key)}
            value={q.relief[key] === undefined ? '' : q.relief[key] ? 'yes' : 'no'}
            onChange={(v) => put({ [key]: v === '' ? undefined : v === 'yes' })}
            options={tri}
          />
        ))}
        <DayBox label={say('filedOn')} value={q.relief.filedOn ?? ''} onChange={(filedOn) => put({ filedOn })} />
      </div>
      <ul className="list">
        {relief.checks.map((c) => (
          <li key={c.condition}>
            <span className={`badge ${signs[c.met]}`}>{say(`met.${c.met}`)}</span> {word(`value:${c.condition}`)}{' '}
            {c.condition === 'within-window' || c.condition === 'filed' ? (
              <span className="soft">{say(`${c.condition}.days`, c.facts as Record<string, string>)}</span>
            ) : null}{' '}
            <ClauseChips ids={c.clauses} cites={cites} />
          </li>
        ))}
      </ul>
    </details>
  );
}
