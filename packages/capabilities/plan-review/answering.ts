import { commandsOf, facts, happened, type LawFor } from '../../kernel/command.ts';
import type { Day } from '../../kernel/day.ts';
import { fields } from '../../kernel/field.ts';
import { count, note } from '../../kernel/field-kinds.ts';
import { type Refusal, refuse, unmet } from '../../kernel/refusal.ts';
import { contentsFields, contradictions, revised, sameContents } from './contents.ts';
import { reviewRecord } from './document.ts';
import { asJson, type Opinion, openOpinions, type Plan, partyIds } from './plan.ts';
import { planReview } from './procedure.ts';
import { opinionAnswers } from './rules.ts';

const command = commandsOf(planReview);

const closing = {
  action: 'P08:P',
  asks: [opinionAnswers],
  facts: facts<Plan>(),
  ground: ({ on }: { readonly on: Day }) => ({ given: {}, dates: { answeredOn: on } }),
} as const;
type Standing = { readonly facts: Plan };
/** The next opinion that nobody has answered yet. */
const answering = {
  ...closing,
  ready: ({ facts: f }: Standing): Refusal<'opinion.none_open'>[] => (openOpinions(f).length === 0 ? [refuse('opinion.none_open')] : []),
  suggest: ({ facts: f }: Standing) => ({ opinion: openOpinions(f)[0]?.ordinal ?? 0 }),
} as const;
type AnswerLaw = LawFor<readonly [typeof opinionAnswers]>['opinion-answers'];
const notSo = (law: AnswerLaw, how: 'adopted' | 'explained'): Refusal<'opinion.not_so'>[] =>
  law && !law.value.includes(how) ? [unmet('opinion.not_so', law.clauses, { disposition: how })] : [];
function found(f: Plan, ordinal: number): Opinion | Refusal<'opinion.none_open' | 'opinion.unknown'> {
  const one = f.opinions.find((o) => o.ordinal === ordinal);
  if (!one) return refuse('opinion.unknown', { ordinal }, { at: ['opinion'] });
  return one.disposition === null ? one : refuse('opinion.none_open', {}, { at: ['opinion'] });
}

/** Takes an opinion up: the plan is changed by it, and the new version says so. */
export const adoptOpinion = command('opinion.adopt', {
  ...answering,
  brings: ['opinion.adopted'],
  refuses: ['opinion.none_open', 'opinion.unknown', 'opinion.not_so', 'opinion.no_change', 'plan.not_a_party', 'period.ends_before'],
  input: fields({ opinion: count(10_000), words: note(2000), ...contentsFields }),
  decide: ({ input: i, facts: f, law }) => {
    const opinion = found(f, i.opinion);
    if ('refused' in opinion) return [opinion];
    const contents = revised(f.contents, i);
    if (sameContents(contents, f.contents)) return [refuse('opinion.no_change', {}, { at: ['words'] })];
    return [
      ...notSo(law['opinion-answers'], 'adopted'),
      ...contradictions(contents, partyIds(f)),
      happened('opinion.adopted', { opinion: opinion.id, words: i.words, version: f.version + 1, contents: asJson(contents) }),
    ];
  },
});

/** Answers an opinion that is not taken up, with the reason. */
export const explainOpinion = command('opinion.explain', {
  ...answering,
  brings: ['opinion.explained'],
  refuses: ['opinion.none_open', 'opinion.unknown', 'opinion.not_so'],
  input: fields({ opinion: count(10_000), words: note(2000) }),
  decide: ({ input: i, facts: f, law }) => {
    const opinion = found(f, i.opinion);
    if ('refused' in opinion) return [opinion];
    return [...notSo(law['opinion-answers'], 'explained'), happened('opinion.explained', { opinion: opinion.id, words: i.words })];
  },
});

/** Approves the plan in its last version: only when no opinion waits for an answer (5.1.2 b)). */
export const approvePlan = command('plan.approve', {
  ...closing,
  brings: ['plan.approved'],
  refuses: ['opinion.still_open'],
  input: fields({}),
  ready: ({ facts: f, law }) => stillOpen(f, law['opinion-answers']),
  decide: ({ facts: f, law, on, cite }) => {
    const record = reviewRecord(f, { on, basis: (law['opinion-answers']?.clauses ?? []).map(cite) });
    return [
      ...stillOpen(f, law['opinion-answers']),
      happened(
        'plan.approved',
        { version: f.version, row: f.versionId },
        { issues: [{ kind: 'plan-review-record', title: record.title, model: record }] },
      ),
    ];
  },
});
const stillOpen = (f: Plan, law: AnswerLaw): Refusal<'opinion.still_open'>[] =>
  openOpinions(f).length > 0
    ? [unmet('opinion.still_open', law?.clauses ?? [], { ordinals: openOpinions(f).map((o) => String(o.ordinal)) })]
    : [];
