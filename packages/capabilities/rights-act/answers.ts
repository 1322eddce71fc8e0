import { commandsOf, facts, happened } from '../../kernel/command.ts';
import { fields, optional } from '../../kernel/field.ts';
import { choice, note, paper, party, yesNo } from '../../kernel/field-kinds.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { ActFile, Answer } from './decisions.ts';
import { rightsAct } from './procedure.ts';

const command = commandsOf(rightsAct);

/** Whose answer this is: the party the actor speaks for, or the one it is entered for. */
function answering(
  f: ActFile,
  o: { readonly asked: Answer['asked']; readonly party: string | undefined; readonly actor: string; readonly recorded: boolean },
) {
  const own = f.parties.filter((p) => p.person === o.actor).map((p) => p.party);
  const wanted = o.recorded ? [o.party] : own;
  return f.answers.find((a) => a.asked === o.asked && wanted.includes(a.party));
}

/** A party's own word on the act. To abstain is not to consent. */
export const answerConsent = command('consent.answer', {
  action: 'P43:C',
  brings: ['consent.answered'],
  asks: [],
  refuses: ['consent.not_asked'],
  recordable: true,
  input: fields({
    party: optional(party()),
    answer: choice('consents', 'objects', 'abstains'),
    words: optional(note(1000)),
    paper: optional(paper()),
  }),
  facts: facts<ActFile>(),
  applies: ({ facts: f }) => f.answers.some((a) => a.asked === 'consent'),
  ready: ({ facts: f, actor }) =>
    answering(f, { asked: 'consent', party: undefined, actor: actor.person, recorded: false }) ? [] : [refuse('consent.not_asked')],
  decide: ({ input: i, facts: f, actor, recorded }) => {
    const own = answering(f, { asked: 'consent', party: i.party, actor: actor.person, recorded: recorded !== undefined });
    if (!own) return [refuse('consent.not_asked', {}, { at: ['party'] })];
    const shown = i.paper ?? recorded?.paper;
    const data = { row: own.row, party: own.party, title: own.title, answer: i.answer, words: i.words, ...(shown ? { paper: shown } : {}) };
    return [happened('consent.answered', data, { whose: own.row, about: [own.party], ...(shown ? { papers: [shown] } : {}) })];
  },
});

/** The answer to a priority offer: who takes it becomes the acquirer. */
export const answerPriority = command('priority.answer', {
  action: 'P43:C',
  brings: ['priority.answered'],
  asks: [],
  refuses: ['priority.not_asked', 'priority.too_late'],
  recordable: true,
  input: fields({ party: optional(party()), takes: yesNo(), words: optional(note(1000)) }),
  facts: facts<ActFile>(),
  applies: ({ facts: f }) => f.answers.some((a) => a.asked === 'priority'),
  ready: ({ facts: f, actor }) =>
    answering(f, { asked: 'priority', party: undefined, actor: actor.person, recorded: false }) ? [] : [refuse('priority.not_asked')],
  decide: ({ input: i, facts: f, actor, recorded, on }) => {
    const own = answering(f, { asked: 'priority', party: i.party, actor: actor.person, recorded: recorded !== undefined });
    if (!own) return [refuse('priority.not_asked', {}, { at: ['party'] })];
    if (i.takes && f.act.priorityUntil !== null && on > f.act.priorityUntil)
      return [refuse('priority.too_late', { until: f.act.priorityUntil }, { at: ['takes'] })];
    const data = { row: own.row, party: own.party, title: own.title, answer: i.takes ? 'takes' : 'declines', words: i.words };
    return [happened('priority.answered', data, { whose: own.row, about: [own.party] })];
  },
});
