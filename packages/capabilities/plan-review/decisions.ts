import type { Owes } from '../../kernel/brings.ts';
import { commandsOf, facts, happened, type LawFor } from '../../kernel/command.ts';
import { duplicateAt } from '../../kernel/duplicate.ts';
import { fields, group, list, optional } from '../../kernel/field.ts';
import { choice, note, paper, party, person, share, text, yesNo } from '../../kernel/field-kinds.ts';
import { isWrong } from '../../kernel/parsed.ts';
import { showPercent } from '../../kernel/ratio.ts';
import { type Refusal, refuse, refuseField, unmet } from '../../kernel/refusal.ts';
import { weightsOf } from '../../kernel/tally.ts';
import { asContents, contentsFields, contradictions, partsMissing, revised, sameContents } from './contents.ts';
import { asJson, type Expert, type Plan, partyIds } from './plan.ts';
import { planReview } from './procedure.ts';
import { expertKinds, planAmendment, planContents, planExperts } from './rules.ts';

const command = commandsOf(planReview);

/** Drafts a plan of several parties: whose it is, with which weight each votes and by whom, and as much of it as is known. */
export const draftPlan = command('plan.draft', {
  action: 'P05:P',
  brings: ['plan.drafted'],
  asks: [],
  refuses: ['plan.one_lead', 'plan.party_twice', 'plan.not_a_party', 'period.ends_before'],
  input: fields({
    title: text(120),
    parties: list(group({ party: party(), weight: share(), representative: person(), lead: yesNo(), committee: optional(person()) }), {
      least: 2,
      most: 30,
    }),
    leader: person(),
    ...contentsFields,
  }),
  facts: facts<null>(),
  decide: ({ input: i }) => {
    const named = i.parties.map((p) => p.party);
    const twice = duplicateAt(i.parties, (p) => p.party);
    const lead = i.parties.filter((p) => p.lead).length;
    const parties = i.parties.map((p) => ({ ...p, weight: showPercent(p.weight) }));
    return [
      ...(lead === 1 ? [] : [refuse('plan.one_lead', { lead }, { at: ['parties'] })]),
      ...(twice >= 0 ? [refuse('plan.party_twice', {}, { at: ['parties', twice, 'party'] })] : []),
      ...contradictions(i, named),
      happened(
        'plan.drafted',
        { title: i.title, parties, leader: i.leader, version: 1, contents: asJson(asContents(i)) },
        {
          subjects: named.map((p) => ({ register: 'parties', record: p, role: 'party' })),
          members: [
            ...i.parties.map((p) => ({ person: p.representative, role: p.lead ? 'LP' : 'PR' })),
            ...i.parties.flatMap((p) => (p.committee ? [{ person: p.committee, role: 'MC' }] : [])),
            { person: i.leader, role: 'PL' },
          ],
          about: named,
          owes: [{ duty: 'plan.submit', owner: { role: 'LP' }, metBy: ['plan.submitted'], clause: '@plan-contents', force: 'must' }],
        },
      ),
    ];
  },
});

/** Writes the plan anew before it is reviewed: the parts that are given; a version of its own. */
export const revisePlan = command('plan.revise', {
  action: 'P05:P',
  brings: ['plan.revised'],
  asks: [],
  refuses: ['plan.not_a_party', 'period.ends_before', 'plan.no_change'],
  input: fields({ reason: optional(note(1000)), ...contentsFields }),
  facts: facts<Plan>(),
  suggest: ({ facts: f }) => asJson(f.contents),
  decide: ({ input: i, facts: f }) => {
    const contents = revised(f.contents, i);
    if (sameContents(contents, f.contents)) return [refuse('plan.no_change')];
    return [
      ...contradictions(contents, partyIds(f)),
      happened('plan.revised', { version: f.version + 1, contents: asJson(contents), ...(i.reason ? { reason: i.reason } : {}) }),
    ];
  },
});

/** Weights are the parties' own to agree, all of them, in writing; once a ballot is open they stand (E-55). */
export const agreeWeights = command('weights.agree', {
  action: 'P05:P',
  brings: ['weights.agreed'],
  asks: [],
  refuses: ['plan.party_twice', 'plan.not_a_party', 'weights.party_missing'],
  input: fields({ weights: list(group({ party: party(), weight: share() }), { least: 2, most: 30 }), agreement: paper() }),
  facts: facts<Plan>(),
  suggest: ({ facts: f }) => ({ weights: f.parties.map((p) => ({ party: p.id, weight: p.weight })) }),
  decide: ({ input: i, facts: f }) => {
    const named = i.weights.map((w) => w.party);
    const twice = duplicateAt(i.weights, (w) => w.party);
    const strange = named.findIndex((p) => !partyIds(f).includes(p));
    const missing = f.parties.filter((p) => !named.includes(p.id)).map((p) => p.title);
    const weights = weightsOf(i.weights.map((w) => w.weight));
    const rowOf = (id: string): string => f.parties.find((p) => p.id === id)?.row ?? '';
    return [
      ...(twice >= 0 ? [refuse('plan.party_twice', {}, { at: ['weights', twice, 'party'] })] : []),
      ...(strange >= 0 ? [refuse('plan.not_a_party', {}, { at: ['weights', strange, 'party'] })] : []),
      ...(missing.length > 0 ? [refuse('weights.party_missing', { names: missing }, { at: ['weights'] })] : []),
      ...(isWrong(weights) ? [refuseField({ ...weights.wrong, at: ['weights', ...(weights.wrong.at ?? [])] })] : []),
      happened(
        'weights.agreed',
        { weights: i.weights.map((w) => ({ row: rowOf(w.party), party: w.party, weight: showPercent(w.weight) })) },
        { papers: [i.agreement], about: named },
      ),
    ];
  },
});

/** Lays the plan before experts: complete by what each party's own texts want of a plan, and with experts of the kinds that must review it. */
export const submitPlan = command('plan.submit', {
  action: 'P05:P',
  brings: ['plan.submitted'],
  asks: [planContents, planExperts],
  refuses: ['plan.incomplete', 'plan.experts_missing', 'plan.expert_twice', 'plan.not_a_party'],
  input: fields({
    experts: list(group({ person: person(), kind: choice(...expertKinds), party: optional(party()) }), { least: 1, most: 50 }),
  }),
  facts: facts<Plan>(),
  ground: ({ facts: f, on }) => ({ given: {}, dates: { submittedOn: on }, parties: f.parties }),
  suggest: ({ facts: f }) => ({
    experts: f.experts.map((e) => ({ person: e.person, kind: e.kind, ...(e.namedBy ? { party: e.namedBy } : {}) })),
  }),
  ready: ({ facts: f, law }) => incomplete(f, law['plan-contents'] ?? []),
  decide: ({ input: i, facts: f, law }) => {
    const people = i.experts.map((e) => e.person);
    const twice = duplicateAt(i.experts, (e) => e.person);
    const strange = i.experts.findIndex((e) => e.party !== undefined && !partyIds(f).includes(e.party));
    const round = f.round + 1;
    return [
      ...incomplete(f, law['plan-contents']),
      ...kindsMissing(i.experts, law['plan-experts'], 'plan.experts_missing'),
      ...(twice >= 0 ? [refuse('plan.expert_twice', {}, { at: ['experts', twice, 'person'] })] : []),
      ...(strange >= 0 ? [refuse('plan.not_a_party', {}, { at: ['experts', strange, 'party'] })] : []),
      happened(
        'plan.submitted',
        { version: f.version, round, experts: i.experts.map((e) => ({ ...e })) },
        {
          members: people.map((p) => ({ person: p, role: 'XP' })),
          about: people,
          owes: people.map(
            (p): Owes => ({
              duty: 'plan.review',
              owner: { person: p },
              metBy: ['plan.reviewed', 'voting.opened'],
              whose: p,
              clause: '@plan-experts',
              force: 'must',
            }),
          ),
        },
      ),
    ];
  },
});

/** Each party's own texts refuse in its name what they want and the plan has not. */
function incomplete(f: Plan, answers: LawFor<readonly [typeof planContents]>['plan-contents']): Refusal<'plan.incomplete'>[] {
  return answers.flatMap(({ party: p, answer }) => {
    const parts = answer ? partsMissing(f.contents, answer.value) : [];
    return parts.length > 0 ? [unmet('plan.incomplete', answer!.clauses, { party: p.title, part: parts })] : [];
  });
}
type Kinds = LawFor<readonly [typeof planExperts]>['plan-experts'];
export function kindsMissing<C extends 'plan.experts_missing' | 'plan.review_missing'>(
  experts: readonly { readonly kind: string }[],
  wanted: Kinds | undefined,
  code: C,
): Refusal<C>[] {
  const lacking = (wanted?.value ?? []).filter((k) => !experts.some((e) => e.kind === k));
  return lacking.length > 0 ? [unmet(code, wanted!.clauses, { expertKind: lacking }, ['experts'])] : [];
}

const conclusions = ['agree', 'agree-with-opinions', 'disagree'] as const;
/** An expert's review: his conclusion, and each opinion by itself, because each is answered by itself. */
export const reviewPlan = command('plan.review', {
  action: 'P06:P',
  brings: ['plan.reviewed'],
  asks: [],
  refuses: ['plan.not_an_expert', 'plan.already_reviewed', 'plan.opinion_missing'],
  recordable: true,
  input: fields({ conclusion: choice(...conclusions), opinions: list(note(2000), { most: 50 }), expert: optional(person()) }),
  facts: facts<Plan>(),
  ready: ({ facts: f, actor }) => reviewer(f, actor.person),
  decide: ({ input: i, facts: f, actor, recorded, id }) => {
    const who = recorded ? (i.expert ?? '') : actor.person;
    const refused = reviewer(f, who);
    if (refused.length > 0) return refused;
    if (i.conclusion !== 'agree' && i.opinions.length === 0) return [refuse('plan.opinion_missing', {}, { at: ['opinions'] })];
    const opinions = i.opinions.map((words, n) => ({ id: id(), ordinal: f.opinions.length + n + 1, words }));
    return [
      happened(
        'plan.reviewed',
        { expert: who, row: expertOf(f, who)!.id, conclusion: i.conclusion, round: f.round, version: f.version, opinions },
        { whose: who, about: [who], ...(recorded?.paper ? { papers: [recorded.paper] } : {}) },
      ),
    ];
  },
});
const expertOf = (f: Plan, who: string): Expert | undefined => f.experts.find((e) => e.person === who);
function reviewer(f: Plan, who: string): Refusal<'plan.not_an_expert' | 'plan.already_reviewed'>[] {
  const expert = expertOf(f, who);
  if (!expert) return [refuse('plan.not_an_expert', {}, { at: ['expert'] })];
  return expert.conclusion === null ? [] : [refuse('plan.already_reviewed')];
}

/** Begins to amend an approved plan; the version in force stays so until the amended one is approved. */
export const amendPlan = command('plan.amend', {
  action: 'P05:P',
  brings: ['plan.amended'],
  asks: [planAmendment],
  refuses: ['plan.resolution_missing', 'plan.no_change', 'plan.not_a_party', 'period.ends_before'],
  input: fields({ reason: note(2000), resolution: optional(paper()), ...contentsFields }),
  facts: facts<Plan>(),
  ground: ({ on }) => ({ given: {}, dates: { amendedOn: on } }),
  decide: ({ input: i, facts: f, law }) => {
    const contents = revised(f.contents, i);
    const needs = law['plan-amendment'];
    if (sameContents(contents, f.contents)) return [refuse('plan.no_change')];
    return [
      ...(needs?.value.includes('committee-resolution') && !i.resolution
        ? [unmet('plan.resolution_missing', needs.clauses, {}, ['resolution'])]
        : []),
      ...contradictions(contents, partyIds(f)),
      happened(
        'plan.amended',
        { reason: i.reason, version: f.version + 1, contents: asJson(contents) },
        {
          ...(i.resolution ? { papers: [i.resolution] } : {}),
          owes: [{ duty: 'plan.submit', owner: { role: 'LP' }, metBy: ['plan.submitted'], clause: '@plan-amendment', force: 'must' }],
        },
      ),
    ];
  },
});
