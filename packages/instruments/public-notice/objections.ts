import { commandsOf, facts, happened } from '../../kernel/command.ts';
import { fields, optional } from '../../kernel/field.ts';
import { choice, day, note, paper, person, record, text, yesNo } from '../../kernel/field-kinds.ts';
import { refuse, unmet } from '../../kernel/refusal.ts';
import type { Notice } from './decisions.ts';
import { publicNotice } from './procedure.ts';

const command = commandsOf(publicNotice);

/** An objection from anybody, by any channel. Its maker, where he gives his name, is kept out of the team's sight. */
export const receiveObjection = command('objection.receive', {
  action: 'T05:P',
  brings: ['objection.received'],
  asks: [],
  refuses: ['objection.handler_inside', 'objection.name_or_anonymous', 'objection.not_in_period'],
  input: fields({
    channel: choice('letter', 'mail', 'phone', 'visit', 'discipline-office', 'other'),
    receivedOn: day(),
    content: note(),
    anonymous: yesNo(),
    name: optional(text(60)),
    contact: optional(text(120)),
    handler: person(),
  }),
  facts: facts<Notice>(),
  suggest: ({ on }) => ({ receivedOn: on, anonymous: true }),
  decide: ({ input: i, facts: f, on, id }) => {
    if (i.anonymous === (i.name !== undefined)) return [refuse('objection.name_or_anonymous', {}, { at: ['name'] })];
    if (i.receivedOn > on || i.receivedOn < (f.publishedOn ?? i.receivedOn))
      return [refuse('objection.not_in_period', {}, { at: ['receivedOn'] })];
    const objection = id();
    const { name, contact, ...said } = i;
    return [
      ...(f.team.includes(i.handler) ? [unmet('objection.handler_inside', 'gf-2016-16:price-notice', {}, ['handler'])] : []),
      happened(
        'objection.received',
        { objection, ...said },
        {
          owes: [
            {
              duty: 'objection.answer',
              owner: { person: i.handler },
              metBy: ['objection.answered'],
              whose: objection,
              clause: 'gf-2016-16:price-notice',
              force: 'must',
            },
          ],
          raises: name ? [{ procedure: 'objector', title: '', data: { objection, name, contact }, secret: true }] : [],
        },
      ),
    ];
  },
});

/** A written answer. Upheld, the notice stops and what it was about goes back; rejected, the clock has gone on. */
export const answerObjection = command('objection.answer', {
  action: 'T06:D',
  brings: ['objection.answered', 'notice.ended', 'notice.stopped'],
  asks: [],
  refuses: ['objection.not_open'],
  recordable: true,
  input: fields({ objection: record('objections'), upheld: yesNo(), answer: note(), paper: optional(paper()) }),
  facts: facts<Notice>(),
  ready: ({ facts: f }) => (f.objections.some((o) => o.open) ? [] : [refuse('objection.not_open')]),
  decide: ({ input: i, facts: f, on }) => {
    if (!f.objections.some((o) => o.open && o.id === i.objection)) return [refuse('objection.not_open', {}, { at: ['objection'] })];
    const answered = happened('objection.answered', { ...i }, { whose: i.objection, ...(i.paper ? { papers: [i.paper] } : {}) });
    if (i.upheld) return [answered, happened('notice.stopped', { because: 'objection' })];
    const others = f.objections.some((o) => o.open && o.id !== i.objection);
    return !others && f.lastDay !== null && on > f.lastDay ? [answered, happened('notice.ended', { lastDay: f.lastDay })] : [answered];
  },
});
