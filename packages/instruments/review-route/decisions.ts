import { commandsOf, facts, type Happened, happened } from '../../kernel/command.ts';
import { fields, group, list, optional } from '../../kernel/field.ts';
import { note, paper, person, text, yesNo } from '../../kernel/field-kinds.ts';
import type { JsonRecord } from '../../kernel/json.ts';
import { type Refusal, refuse, unmet } from '../../kernel/refusal.ts';
import { again, type Review, speaking, stateOf, withWord } from '../../kernel/review.ts';
import { before } from '../../kernel/route.ts';
import {
  type Asked,
  called,
  follows,
  isRelated,
  meant,
  notNow,
  own,
  type Reviewing,
  stageTitle,
  toGive,
  whoseOf,
  wordCodes,
} from './asked.ts';
import { reviewRoute } from './procedure.ts';

const command = commandsOf(reviewRoute);

type Giving = {
  readonly actor: { readonly person: string };
  readonly recorded?: { readonly decidedBy: string };
};
/** Who gave the word: the one who acts, or whom the paper names. */
const giver = (by: string | undefined, { actor, recorded }: Giving): JsonRecord =>
  recorded ? { person: by, decidedBy: recorded.decidedBy } : { person: actor.person };

/** Whoever is said to have given an opinion must be one who could, and not of the team; who acts gives it himself. */
function giverFaults(
  f: Reviewing,
  ask: Asked,
  by: string | undefined,
  o: Giving,
): readonly Refusal<'opinion.related' | 'opinion.giver_other'>[] {
  const { named } = f;
  if (by === undefined || !named) return [];
  const facts = { name: named.name, who: called(ask) };
  if (!o.recorded) return by === o.actor.person ? [] : [refuse('opinion.giver_other', facts, { at: ['by'] })];
  const his = ask.holder ? ask.holder.id === by : named.speaksFor.includes(ask.reviewer);
  return [
    ...(his ? [] : [unmet('opinion.giver_other', f.clauses, facts, ['by'])]),
    ...(isRelated(f, by) ? [unmet('opinion.related', f.clauses, facts, ['by'])] : []),
  ];
}

const aspectFields = group({ aspect: text(40), words: note(1000) });
type OnAspect = { readonly aspect: string; readonly words: string };
const aspectsOf = (f: Reviewing, ask: Asked): readonly string[] => f.plan.find((s) => s.id === ask.stage)?.aspects ?? [];

/** Where the text names aspects (责、权、利), an opinion says something of each, once. */
function aspectFaults(
  f: Reviewing,
  ask: Asked,
  said: readonly OnAspect[],
): readonly Refusal<'opinion.aspect_missing' | 'opinion.aspect_unknown'>[] {
  const wanted = aspectsOf(f, ask);
  const strange = said.findIndex((a, n) => !wanted.includes(a.aspect) || said.findIndex((b) => b.aspect === a.aspect) < n);
  const missing = wanted.filter((w) => said.every((a) => a.aspect !== w));
  return [
    ...(strange >= 0 ? [refuse('opinion.aspect_unknown', { aspect: said[strange]!.aspect }, { at: ['aspects', strange, 'aspect'] })] : []),
    ...(missing.length > 0 ? [unmet('opinion.aspect_missing', f.clauses, { aspects: missing }, ['aspects'])] : []),
  ];
}

/** One reviewer's opinion. The last agreement that is needed passes the route; when a stage can pass no more, it is returned. */
export const giveOpinion = command('opinion.give', {
  action: 'T04:D',
  brings: ['opinion.given', 'stage.passed', 'review.passed', 'review.returned'],
  asks: [],
  refuses: [...wordCodes, 'opinion.giver_other', 'opinion.reason_missing', 'opinion.aspect_missing', 'opinion.aspect_unknown'],
  gated: true,
  recordable: true,
  input: fields({
    ...meant,
    agreed: yesNo(),
    aspects: list(aspectFields, { most: 20 }),
    words: optional(note()),
    papers: list(paper(), { most: 20 }),
    by: optional(person()),
  }),
  facts: facts<Reviewing>(),
  suggest: ({ facts: f }) => {
    const ask = own(f)[0] ?? speaking(f)[0];
    const aspects = ask ? aspectsOf(f, ask) : [];
    return {
      reviewer: ask?.reviewer,
      agreed: true,
      ...(aspects.length > 0 ? { aspects: aspects.map((aspect) => ({ aspect, words: '' })) } : {}),
    };
  },
  ready: ({ facts: f }) => notNow(f),
  decide: ({ input: i, facts: f, actor, recorded }) => {
    const found = toGive(f, i, recorded !== undefined);
    if ('refusal' in found) return [found.refusal];
    const { ask, said } = found;
    if (!i.agreed && !i.words) return [refuse('opinion.reason_missing', {}, { at: ['words'] })];
    const to = withWord(f, ask.id, i.agreed ? 'agreed' : 'disagreed');
    const { result, brings } = follows(f, to, ask);
    const { agreed, words, papers } = i;
    const aspects = i.aspects.map((a) => ({ ...a }));
    const giving: Giving = { actor, ...(recorded ? { recorded } : {}) };
    const data = {
      row: ask.id,
      reviewer: ask.reviewer,
      stage: ask.stage,
      agreed,
      aspects,
      words,
      papers: [...papers],
      ...giver(i.by, giving),
    };
    const given = happened('opinion.given', data, { whose: whoseOf(ask), papers, ...brings });
    return [
      ...said,
      ...giverFaults(f, ask, i.by, giving),
      ...aspectFaults(f, ask, aspects),
      given,
      ...stagesPassed(f, to),
      ...(result === 'failed' ? [happened('review.returned', { reviewer: ask.reviewer, words })] : []),
      ...(result === 'passed' ? [happened('review.passed', {})] : []),
    ];
  },
});

/** A stage among several that has just passed is said by itself; of the last the end of the review says enough. */
export function stagesPassed(from: Reviewing, to: Review<Asked>): readonly Happened<'stage.passed'>[] {
  const passed = from.plan.filter((s) => stateOf(from, s) !== 'passed' && stateOf(to, s) === 'passed');
  return from.plan.every((s) => stateOf(to, s) === 'passed')
    ? []
    : passed.map((s) => happened('stage.passed', { stage: s.id, title: s.title }));
}

/** 退回: to an earlier stage of this review, which begins anew with all after it, or to an earlier step of the route it is a step of. */
export const returnPaper = command('review.return', {
  action: 'T04:D',
  brings: ['stage.returned', 'review.sent-back'],
  asks: [],
  refuses: [...wordCodes, 'opinion.giver_other', 'return.where', 'return.not_earlier'],
  gated: true,
  recordable: true,
  input: fields({
    ...meant,
    toStage: optional(text(40)),
    toStep: optional(text(60)),
    reason: note(1000),
    papers: list(paper(), { most: 20 }),
    by: optional(person()),
  }),
  facts: facts<Reviewing>(),
  suggest: ({ facts: f }) => ({ reviewer: own(f)[0]?.reviewer }),
  ready: ({ facts: f }) => {
    const nowhere = own(f).length > 0 && f.steps.length === 0 && own(f).every((a) => before(f.plan, a.stage).size === 0);
    return [...notNow(f), ...(nowhere ? [refuse('return.not_earlier', { earlier: [] })] : [])];
  },
  decide: ({ input: i, facts: f, actor, recorded, id }) => {
    const found = toGive(f, i, recorded !== undefined);
    if ('refusal' in found) return [found.refusal];
    const { ask, said } = found;
    if ((i.toStage === undefined) === (i.toStep === undefined)) return [refuse('return.where', {}, { at: ['toStage'] })];
    const giving: Giving = { actor, ...(recorded ? { recorded } : {}) };
    const data = { row: ask.id, reviewer: ask.reviewer, reason: i.reason, papers: [...i.papers], ...giver(i.by, giving) };
    const brings = { whose: whoseOf(ask), papers: i.papers };
    const faults = [...said, ...giverFaults(f, ask, i.by, giving)];
    if (i.toStep !== undefined) {
      const step = f.steps.find((s) => s.step === i.toStep);
      if (!step) return [refuse('return.not_earlier', { earlier: f.steps.map((s) => s.title) }, { at: ['toStep'] })];
      return [...faults, happened('review.sent-back', { ...data, ...step }, brings)];
    }
    const earlier = [...before(f.plan, ask.stage)];
    if (!earlier.includes(i.toStage!))
      return [refuse('return.not_earlier', { earlier: earlier.map((s) => stageTitle(f.plan, s)) }, { at: ['toStage'] })];
    const { review, again: asks } = again(withWord(f, ask.id, 'returned'), i.toStage!, id);
    const to = { toStage: i.toStage!, title: stageTitle(f.plan, i.toStage!), asks: asks.map(asRow) };
    return [...faults, happened('stage.returned', { ...data, ...to }, { ...brings, ...follows(f, review, ask).brings })];
  },
});

/** An opinion asked for, as an event keeps it. */
export const asRow = (a: Asked): JsonRecord => ({
  id: a.id,
  stage: a.stage,
  reviewer: a.reviewer,
  round: a.round,
  ordinal: a.ordinal,
  ...(a.added ? { place: a.added.place, to: a.added.to, addedBy: a.addedBy } : {}),
  ...(a.holder ? { holder: a.holder.id } : {}),
});
