import { commandsOf, facts, happened } from '../../kernel/command.ts';
import { fields, optional } from '../../kernel/field.ts';
import { choice, note, person, text } from '../../kernel/field-kinds.ts';
import { isWrong } from '../../kernel/parsed.ts';
import { refuse, refuseField } from '../../kernel/refusal.ts';
import { again, places, speaking, standing, withAdded, withoutAdded } from '../../kernel/review.ts';
import { readReviewer } from '../../kernel/review-plan.ts';
import { type Asked, called, duty, follows, isRelated, isSender, own, type Reviewing, whoseOf } from './asked.ts';
import { asRow, stagesPassed } from './decisions.ts';
import { reviewRoute } from './procedure.ts';
import { reviewerRoles } from './rules.ts';

const command = commandsOf(reviewRoute);
/** Beside whom he may add somebody: a reviewer beside himself, a sender beside anybody asked now; himself first. */
export function mayAddTo(f: Reviewing): readonly Asked[] {
  const his = isRelated(f, f.asker) ? [] : own(f);
  return isSender(f) ? [...his, ...speaking(f).filter((a) => !his.includes(a))] : his;
}

/** 加签: before, beside or after one who is asked now. Whoever is added must agree, and never counts towards the quorum. */
export const addReviewer = command('reviewer.add', {
  action: 'T51:P',
  brings: ['reviewer.added'],
  asks: [],
  refuses: ['reviewer.name_one', 'reviewer.already_asked', 'reviewer.nobody', 'reviewer.not_yours', 'reviewer.related'],
  gated: true,
  input: fields({
    reviewer: optional(text(80)),
    person: optional(person()),
    place: choice(...places),
    to: optional(text(80)),
    stage: optional(text(40)),
    reason: optional(note(500)),
  }),
  facts: facts<Reviewing>(),
  suggest: ({ facts: f }) => ({ place: 'beside', to: mayAddTo(f)[0]?.reviewer }),
  ready: ({ facts: f }) => (mayAddTo(f).length > 0 ? [] : [refuse('reviewer.not_yours')]),
  decide: ({ input: i, facts: f, actor, id }) => {
    if ((i.reviewer === undefined) === (i.person === undefined)) return [refuse('reviewer.name_one', {}, { at: ['reviewer'] })];
    const read = readReviewer(i.reviewer ?? `person:${f.named!.staffNo}`, reviewerRoles);
    if (isWrong(read)) return [refuseField({ ...read.wrong, at: ['reviewer'] })];
    const to = mayAddTo(f).find((a) => (i.stage ?? a.stage) === a.stage && (i.to ?? a.reviewer) === a.reviewer);
    if (!to) return [refuse('reviewer.not_yours', {}, { at: ['to'] })];
    const reviewer = read.value;
    const title = i.person === undefined ? (f.adding?.title ?? null) : f.named!.name;
    const at = { at: [i.person === undefined ? 'reviewer' : 'person'] };
    if (i.person !== undefined && isRelated(f, i.person)) return [refuse('reviewer.related', { name: f.named!.name }, at)];
    const who = title ?? reviewer;
    if (standing(f, to.stage).some((a) => a.reviewer === reviewer)) return [refuse('reviewer.already_asked', { who }, at)];
    if (i.person === undefined && (f.adding?.speakers ?? 0) === 0) return [refuse('reviewer.nobody', { who }, at)];
    const added: Asked = {
      id: id(),
      stage: to.stage,
      reviewer,
      round: to.round,
      added: { place: i.place, to: to.id },
      addedBy: actor.person,
      ordinal: Math.max(...f.asks.map((a) => a.ordinal)) + 1,
      title,
      holder: null,
      remindedToday: false,
      counsel: [],
      roles: [],
    };
    const { brings } = follows(f, withAdded(f, added));
    return [happened('reviewer.added', { ...asRow(added), reason: i.reason }, brings)];
  },
});

export const mayTakeOff = (f: Reviewing): readonly Asked[] =>
  f.plan.flatMap((s) => standing(f, s.id)).filter((a) => a.added && a.word === undefined && (a.addedBy === f.asker || isSender(f)));

/** 减签: only who was added and has not spoken; whom the text names, nobody takes off. */
export const takeOffReviewer = command('reviewer.take-off', {
  action: 'T51:P',
  brings: ['reviewer.taken-off', 'stage.passed', 'review.passed'],
  asks: [],
  refuses: ['reviewer.not_added'],
  gated: true,
  input: fields({ reviewer: text(80), stage: optional(text(40)), reason: optional(note(500)) }),
  facts: facts<Reviewing>(),
  suggest: ({ facts: f }) => ({ reviewer: mayTakeOff(f)[0]?.reviewer }),
  ready: ({ facts: f }) => (mayTakeOff(f).length > 0 ? [] : [refuse('reviewer.not_added')]),
  decide: ({ input: i, facts: f }) => {
    const fits = mayTakeOff(f).filter((a) => i.stage === undefined || a.stage === i.stage);
    const ask = fits.find((a) => a.reviewer === i.reviewer);
    if (!ask) return [refuse('reviewer.not_added', {}, { at: ['reviewer'] })];
    const to = withoutAdded(f, ask.id);
    const { result, brings } = follows(f, to);
    return [
      happened('reviewer.taken-off', { row: ask.id, reviewer: ask.reviewer, who: called(ask), reason: i.reason }, brings),
      ...stagesPassed(f, to),
      ...(result === 'passed' ? [happened('review.passed', {})] : []),
    ];
  },
});

const senderOnly = (f: Reviewing) => (isSender(f) ? [] : [refuse('review.not_sender')]);

/** 撤回: who sent it takes it back while nobody has given the final word. What was said stays on file and counts no more. */
export const recallReview = command('review.recall', {
  action: 'T52:P',
  brings: ['review.recalled'],
  asks: [],
  refuses: ['review.not_sender'],
  input: fields({ reason: note(500) }),
  facts: facts<Reviewing>(),
  ready: ({ facts: f }) => senderOnly(f),
  decide: ({ input: i, facts: f }) => [
    ...senderOnly(f),
    happened(
      'review.recalled',
      { ...i },
      {
        lapses: [...speaking(f).map(whoseOf), ...f.asks.flatMap((a) => a.counsel.filter((c) => c.open).map((c) => c.id))],
      },
    ),
  ],
});

/** Sends it again: all stages begin anew, and everybody is asked anew. */
export const sendReview = command('review.send', {
  action: 'T52:P',
  brings: ['review.sent'],
  asks: [],
  refuses: ['review.not_sender'],
  input: fields({ words: optional(note(500)) }),
  facts: facts<Reviewing>(),
  ready: ({ facts: f }) => senderOnly(f),
  decide: ({ input: i, facts: f, id }) => {
    const { review, again: asks } = again(f, 'all', id);
    return [...senderOnly(f), happened('review.sent', { words: i.words, asks: asks.map(asRow) }, { owes: speaking(review).map(duty) })];
  },
});

/** 催办: once a day for each who is asked now. */
export const remindReviewers = command('review.remind', {
  action: 'T52:P',
  brings: ['review.reminded'],
  asks: [],
  refuses: ['opinion.not_asked', 'reminder.already_today'],
  gated: true,
  input: fields({ reviewer: optional(text(80)) }),
  facts: facts<Reviewing>(),
  ready: ({ facts: f }) => (speaking(f).some((a) => !a.remindedToday) ? [] : [refuse('reminder.already_today')]),
  decide: ({ input: i, facts: f }) => {
    const asked = speaking(f).filter((a) => i.reviewer === undefined || a.reviewer === i.reviewer);
    if (asked.length === 0) return [refuse('opinion.not_asked', { waiting: speaking(f).map(called) }, { at: ['reviewer'] })];
    const due = asked.filter((a) => !a.remindedToday);
    if (due.length === 0) return [refuse('reminder.already_today', {}, { at: ['reviewer'] })];
    return [happened('review.reminded', { rows: due.map((a) => a.id), reviewers: due.map((a) => a.reviewer) })];
  },
});
