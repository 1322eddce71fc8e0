import { useState } from 'react';
import { leaderClasses } from '../../../../packages/capabilities/institution/decisions.ts';
import type { Member } from '../../../../packages/capabilities/simulator/question.ts';
import { add, asShare, readRatio, showPercent, zero } from '../../../../packages/kernel/ratio.ts';
import { ChoiceBox, DayBox, TextBox, TickBox } from './boxes.tsx';
import { type Asked, at, without } from './question-state.ts';
import { useSay } from './say.ts';

/** Who is to be awarded, and of an investment which of the transfer staff hold shares. */
export function TeamForm(asked: Asked) {
  const { q, change } = asked;
  const { say } = useSay();
  const sum = q.team.reduce((total, m) => add(total, readRatio(asShare(m.share)) ?? zero), zero);
  return (
    <section className="card" aria-labelledby="sim-team">
      <h2 id="sim-team">{say('team')}</h2>
      {q.team.map((m, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a member has nothing but his place
        <MemberForm key={i} {...asked} as="team" i={i} m={m} />
      ))}
      <div className="spread">
        <button
          type="button"
          className="plain-button"
          onClick={() => change({ team: [...q.team, { name: '', share: '', leader: 'none' }] })}
        >
          {say('team.add')}
        </button>
        <span className="soft">{say('team.sum', { sum: showPercent(sum) })}</span>
      </div>
      {q.mode === 'equity' ? <Staff {...asked} /> : null}
    </section>
  );
}

function Staff(asked: Asked) {
  const { q, change } = asked;
  const { say } = useSay();
  return (
    <>
      <h3 style={{ marginTop: 16 }}>{say('staff')}</h3>
      {q.staff.map((m, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a member has nothing but his place
        <MemberForm key={i} {...asked} as="staff" i={i} m={m} />
      ))}
      <button
        type="button"
        className="plain-button"
        onClick={() => change({ staff: [...q.staff, { name: '', share: '2%', leader: 'none' }] })}
      >
        {say('staff.add')}
      </button>
    </>
  );
}

type Row = Asked & { readonly as: 'team' | 'staff'; readonly i: number; readonly m: Member };
function MemberForm({ q, change, bad, as, i, m }: Row) {
  const { say, word } = useSay();
  const named = say(as === 'team' ? 'member' : 'staff.member', { n: i + 1 });
  const [open, setOpen] = useState(m.leader !== 'none' || Boolean(m.wage));
  const put = (more: Partial<Member>): void => change({ [as]: at(q[as], i, more) });
  return (
    <fieldset className="group bare-group" aria-label={m.name || named}>
      <div className="sim-two">
        <TextBox label={say('name')} value={m.name} hint={named} onChange={(name) => put({ name })} />
        <TextBox
          label={say(as === 'team' ? 'team.share' : 'staff.share')}
          value={m.share}
          bad={bad(as, i, 'share') || (as === 'team' && bad('team'))}
          settle={asShare}
          onChange={(share) => put({ share })}
        />
      </div>
      <details open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
        <summary>{say('more')}</summary>
        <div className="sim-two">
          <ChoiceBox
            label={say('leader')}
            value={m.leader}
            bad={bad(as, i, 'leader')}
            onChange={(leader) => put({ leader: leader as Member['leader'] })}
            options={leaderClasses.toReversed().map((c) => ({ value: c, label: word(`option:leader.${c}`) }))}
          />
          {m.leader === 'none' ? null : (
            <DayBox
              label={say('leftOn')}
              value={m.leftOn ?? ''}
              onChange={(leftOn) => put({ leftOn: leftOn || undefined } as Partial<Member>)}
            />
          )}
        </div>
        {m.leader === 'none' || q.mode === 'equity' ? null : (
          <TextBox label={say('measure')} value={m.measure ?? ''} bad={bad('measures')} onChange={(measure) => put({ measure })} />
        )}
        {q.mode === 'equity' ? null : (
          <>
            <div className="sim-two">
              <TextBox label={say('wage')} value={m.wage ?? ''} bad={bad('team', i, 'wage')} onChange={(wage) => put({ wage })} />
              <TextBox
                label={say('deducted')}
                value={m.deducted ?? ''}
                bad={bad('team', i, 'deducted')}
                onChange={(deducted) => put({ deducted })}
              />
            </div>
            <TickBox label={say('littleBefore')} checked={m.littleBefore ?? false} onChange={(littleBefore) => put({ littleBefore })} />
          </>
        )}
      </details>
      {as === 'team' && q.team.length === 1 ? null : (
        <button type="button" className="plain-button" onClick={() => change({ [as]: without(q[as], i) })}>
          {say('team.remove', { name: m.name || named })}
        </button>
      )}
    </fieldset>
  );
}
