import { commandsOf, facts, happened } from '../../kernel/command.ts';
import { fields } from '../../kernel/field.ts';
import { note, person } from '../../kernel/field-kinds.ts';
import { refuse } from '../../kernel/refusal.ts';
import { coming, speaking } from '../../kernel/review.ts';
import { type Asked, called, duty, isHis, isRelated, isSender, meant, type Reviewing, whoseOf } from './asked.ts';
import { reviewRoute } from './procedure.ts';

const command = commandsOf(reviewRoute);

/** 转办: another who could be asked as well gives the opinion instead; both are shown. Also by who sent it, where the one asked cannot. */
export const handOver = command('opinion.hand-over', {
  action: 'T51:P',
  brings: ['opinion.handed-over'],
  asks: [],
  refuses: ['opinion.not_asked', 'handover.not_yours', 'handover.other_role', 'handover.related', 'handover.same'],
  gated: true,
  input: fields({ ...meant, to: person(), reason: note(500) }),
  facts: facts<Reviewing>(),
  suggest: ({ facts: f }) => ({ reviewer: coming(f).find((a) => isHis(f, a))?.reviewer }),
  ready: ({ facts: f }) => (mayHandOver(f).length > 0 ? [] : [refuse('handover.not_yours')]),
  decide: ({ input: i, facts: f, actor }) => {
    const asked = coming(f).filter((a) => a.reviewer === i.reviewer && (i.stage === undefined || a.stage === i.stage));
    if (asked.length === 0) return [refuse('opinion.not_asked', { waiting: coming(f).map(called) }, { at: ['reviewer'] })];
    const ask = mayHandOver(f).find((a) => asked.includes(a));
    if (!ask) return [refuse('handover.not_yours', {}, { at: ['reviewer'] })];
    const to = f.named!;
    const from = ask.holder?.id ?? (isHis(f, ask) ? actor.person : undefined);
    if (to.person === from) return [refuse('handover.same', { name: to.name }, { at: ['to'] })];
    if (isRelated(f, to.person)) return [refuse('handover.related', { name: to.name }, { at: ['to'] })];
    const alike = ask.reviewer.startsWith('person:') ? to.roles.some((r) => ask.roles.includes(r)) : to.speaksFor.includes(ask.reviewer);
    if (!alike) return [refuse('handover.other_role', { name: to.name, who: called(ask) }, { at: ['to'] })];
    const turn = speaking(f).includes(ask);
    const data = { row: ask.id, reviewer: ask.reviewer, from, to: to.person, reason: i.reason };
    const moves = turn ? { lapses: [whoseOf(ask)], owes: [duty({ ...ask, holder: { id: to.person } })] } : {};
    return [happened('opinion.handed-over', data, { ...moves, about: [to.person, ...(from ? [from] : [])] })];
  },
});
/** What he may hand over: what is asked of himself, related or not, and as a sender whatever is still to be given. */
export const mayHandOver = (f: Reviewing): readonly Asked[] => coming(f).filter((a) => isSender(f) || isHis(f, a));
