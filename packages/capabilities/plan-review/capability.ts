import { anyRules, capability, procedure, wire } from '../../engine/procedure.ts';
import { type EventSeen, insert, json, update, type Write } from '../../engine/write.ts';
import type { Outcome } from '../../instruments/ballot/outcome.ts';
import type { JsonRecord } from '../../kernel/json.ts';
import { adoptOpinion, approvePlan, explainOpinion } from './answering.ts';
import { agreeWeights, amendPlan, draftPlan, reviewPlan, revisePlan, submitPlan } from './decisions.ts';
import { planPanel } from './panel.ts';
import { planReview } from './procedure.ts';
import { loadPlan } from './queries.ts';
import { opinionAnswers, planAmendment, planContents, planExperts, planVoters, scheduleShift } from './rules.ts';
import { signCooperation } from './signing.ts';
import { openVoting } from './voting.ts';

type Drafted = {
  title: string;
  leader: string;
  version: number;
  contents: unknown;
  parties: readonly { party: string; weight: string; representative: string; lead: boolean; committee?: string }[];
};
type Written = { version: number; contents: unknown; reason?: string; words?: string };
type Submitted = { version: number; round: number; experts: readonly { person: string; kind: string; party?: string }[] };
type Reviewed = {
  expert: string;
  round: number;
  conclusion: string;
  opinions: readonly { id: string; ordinal: number; words: string }[];
};
type Adjusted = { version: number; contents: JsonRecord; reason: string };
type Voted = { outcome: Outcome };

/** A new version of what the plan says; it is the one at work from now on. */
const written = (e: EventSeen<Written>) => ({
  id: e.rowId(`version ${e.data.version}`),
  version: e.data.version,
  contents: json(e.data.contents),
  because: e.data.reason ?? e.data.words ?? null,
  made_on: e.on,
});
const version = (e: EventSeen<Written>): Write[] => [insert('plan_version', written(e))];
const atWork = (e: EventSeen<Written>): Write[] => [...version(e), update('plan', e.case, { version: e.data.version })];
const rateOf = (o: Outcome): string => o.rates.join('、');
const voted = (e: EventSeen<{ rate: string }>): Write[] => [update('plan', e.case, { rate: e.data.rate, voted_on: e.on })];

export const planReviews = capability({
  id: 'plan-review',
  uses: ['institution'],
  rules: anyRules(planContents, planExperts, planVoters, opinionAnswers, planAmendment, scheduleShift),
  procedures: [
    procedure({
      chart: planReview,
      panel: planPanel,
      numbered: '方案',
      lends: { ballot: 'P07' },
      awaits: {
        'schedule-adjustment': {
          'adjustment.submitted': { event: 'adjustment.begun' },
          'adjustment.applied': {
            event: 'schedule.adjusted',
            with: (e: EventSeen<Adjusted>) => ({ data: { version: e.data.version, contents: e.data.contents, reason: e.data.reason } }),
          },
        },
        ballot: {
          'ballot.passed': {
            event: 'plan.passed',
            with: (e: EventSeen<Voted>) => ({
              data: { rate: rateOf(e.data.outcome) },
              brings: {
                owes: [
                  { duty: 'plan.approve', owner: { role: 'LP' }, metBy: ['plan.approved'], clause: '@opinion-answers', force: 'must' },
                ],
              },
            }),
          },
          'ballot.rejected': {
            event: 'plan.rejected',
            with: (e: EventSeen<Voted>) => ({
              data: { rate: rateOf(e.data.outcome) },
              brings: {
                owes: [{ duty: 'plan.submit', owner: { role: 'LP' }, metBy: ['plan.submitted'], clause: '@plan-contents', force: 'must' }],
              },
            }),
          },
        },
      },
      commands: [
        wire(draftPlan, async () => null, { opens: 'root' }),
        wire(revisePlan, loadPlan),
        wire(agreeWeights, loadPlan),
        wire(submitPlan, loadPlan),
        wire(reviewPlan, loadPlan),
        wire(openVoting, loadPlan),
        wire(adoptOpinion, loadPlan),
        wire(explainOpinion, loadPlan),
        wire(approvePlan, loadPlan),
        wire(amendPlan, loadPlan),
        wire(signCooperation, loadPlan),
      ],
      apply: {
        'plan.drafted': (e: EventSeen<Drafted>) => [
          insert('plan', { id: e.case, title: e.data.title, leader_id: e.data.leader, version: e.data.version }),
          ...version(e),
          ...e.data.parties.map((p, ordinal) =>
            insert('plan_party', {
              id: e.rowId(p.party),
              ordinal,
              party_id: p.party,
              weight: p.weight,
              lead: p.lead,
              representative_id: p.representative,
              committee_id: p.committee ?? null,
            }),
          ),
        ],
        'plan.revised': atWork,
        'plan.amended': atWork,
        'weights.agreed': (e: EventSeen<{ weights: readonly { row: string; weight: string }[] }>) =>
          e.data.weights.map((w) => update('plan_party', w.row, { weight: w.weight })),
        'plan.submitted': (e: EventSeen<Submitted>) => [
          update('plan', e.case, { round: e.data.round }),
          ...e.data.experts.map((x, ordinal) =>
            insert('plan_expert', {
              id: e.rowId(x.person),
              round: e.data.round,
              ordinal,
              person_id: x.person,
              kind: x.kind,
              party_id: x.party ?? null,
            }),
          ),
        ],
        'plan.reviewed': (e: EventSeen<Reviewed & { row: string }>) => [
          update('plan_expert', e.data.row, { conclusion: e.data.conclusion, given_on: e.on }),
          ...e.data.opinions.map((o) =>
            insert('plan_opinion', { id: o.id, round: e.data.round, ordinal: o.ordinal, person_id: e.data.expert, words: o.words }),
          ),
        ],
        'plan.passed': voted,
        'plan.rejected': voted,
        'opinion.adopted': (e: EventSeen<Written & { opinion: string; words: string }>) => [
          ...atWork(e),
          update('plan_opinion', e.data.opinion, {
            disposition: 'adopted',
            answer: e.data.words,
            version: e.data.version,
            answered_on: e.on,
          }),
        ],
        'opinion.explained': (e: EventSeen<{ opinion: string; words: string }>) => [
          update('plan_opinion', e.data.opinion, { disposition: 'explained', answer: e.data.words, answered_on: e.on }),
        ],
        'schedule.adjusted': (e: EventSeen<Written>) => [
          insert('plan_version', { ...written(e), approved_on: e.on }),
          update('plan', e.case, { version: e.data.version, in_force: e.data.version }),
        ],
        'plan.approved': (e: EventSeen<{ version: number; row: string }>) => [
          update('plan', e.case, { in_force: e.data.version }),
          update('plan_version', e.data.row, { approved_on: e.on }),
        ],
        'cooperation.signed': (e: EventSeen<{ row: string; agreement: string }>) => [
          update('plan_version', e.data.row, { signed_on: e.on, agreement_id: e.data.agreement }),
        ],
      },
    }),
  ],
});
