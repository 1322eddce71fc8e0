import { commandsOf, facts, happened } from '../../kernel/command.ts';
import { fields, list, optional } from '../../kernel/field.ts';
import { note, paper, person, text } from '../../kernel/field-kinds.ts';
import { refuse } from '../../kernel/refusal.ts';
import { coming } from '../../kernel/review.ts';
import { isRelated, meant, notNow, own, type Reviewing, toGive, wordCodes } from './asked.ts';
import { reviewRoute } from './procedure.ts';

const command = commandsOf(reviewRoute);

/** 委派: asks somebody for his view. It comes back to the one who asked, who gives the opinion himself. */
export const askCounsel = command('counsel.ask', {
  action: 'T04:D',
  brings: ['counsel.asked'],
  asks: [],
  refuses: [...wordCodes, 'counsel.yourself', 'counsel.related', 'counsel.already_asked'],
  gated: true,
  input: fields({ ...meant, person: person(), question: note(1000) }),
  facts: facts<Reviewing>(),
  suggest: ({ facts: f }) => ({ reviewer: own(f)[0]?.reviewer }),
  ready: ({ facts: f }) => notNow(f),
  decide: ({ input: i, facts: f, actor, id }) => {
    const found = toGive(f, i, false);
    if ('refusal' in found) return [found.refusal];
    const { ask, said } = found;
    const { name } = f.named!;
    if (i.person === actor.person) return [refuse('counsel.yourself', {}, { at: ['person'] })];
    if (isRelated(f, i.person)) return [refuse('counsel.related', { name }, { at: ['person'] })];
    if (ask.counsel.some((c) => c.open && c.person === i.person)) return [refuse('counsel.already_asked', { name }, { at: ['person'] })];
    const counsel = id();
    const owes = {
      duty: 'counsel.give',
      owner: { person: i.person },
      metBy: ['counsel.given'],
      whose: counsel,
      clause: '004:5',
      force: 'must',
    } as const;
    const data = { counsel, row: ask.id, reviewer: ask.reviewer, person: i.person, question: i.question };
    return [...said, happened('counsel.asked', data, { owes: [owes], about: [i.person] })];
  },
});

export const openCounsel = (f: Reviewing) =>
  coming(f).flatMap((a) => a.counsel.filter((c) => c.open && c.person === f.asker).map((c) => ({ ask: a, id: c.id })));

export const giveCounsel = command('counsel.give', {
  action: 'T04:D',
  brings: ['counsel.given'],
  asks: [],
  refuses: ['counsel.not_asked'],
  input: fields({ reviewer: optional(text(80)), words: note(), papers: list(paper(), { most: 20 }) }),
  facts: facts<Reviewing>(),
  ready: ({ facts: f }) => (openCounsel(f).length > 0 ? [] : [refuse('counsel.not_asked')]),
  decide: ({ input: i, facts: f }) => {
    const asked = openCounsel(f).find((c) => i.reviewer === undefined || c.ask.reviewer === i.reviewer);
    if (!asked) return [refuse('counsel.not_asked', {}, { at: ['reviewer'] })];
    const data = { counsel: asked.id, row: asked.ask.id, words: i.words, papers: [...i.papers] };
    return [happened('counsel.given', data, { whose: asked.id, papers: i.papers })];
  },
});
