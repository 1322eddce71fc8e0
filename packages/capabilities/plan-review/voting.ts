import { callBallot, type Elector } from '../../instruments/ballot/decisions.ts';
import { ballotForm, voteDenominator, votePassRate } from '../../instruments/ballot/rules.ts';
import { commandsOf, facts, happened, type LawFor } from '../../kernel/command.ts';
import { fields } from '../../kernel/field.ts';
import { day, yesNo } from '../../kernel/field-kinds.ts';
import { between } from '../../kernel/party.ts';
import { divide, ratio, readRatio } from '../../kernel/ratio.ts';
import { type Refusal, refuse, unmet } from '../../kernel/refusal.ts';
import { kindsMissing } from './decisions.ts';
import type { Expert, Plan, PlanParty } from './plan.ts';
import { planReview } from './procedure.ts';
import { planExperts, planVoters } from './rules.ts';

const command = commandsOf(planReview);

/** Opens the parties' ballot on the plan, once experts of every kind that is wanted have reviewed it. */
export const openVoting = command('voting.open', {
  action: 'T14:P',
  brings: ['voting.opened'],
  asks: [votePassRate, voteDenominator, planVoters, planExperts, ballotForm],
  refuses: [
    ...['plan.review_missing', 'plan.experts_do_not_vote', 'ballot.form_otherwise', 'law.parties_differ'],
    ...['ballot.no_voters', 'ballot.voter_twice', 'ballot.closes_before', 'ballot.weights_missing', 'ballot.secret_weights'],
  ] as const,
  input: fields({ closesOn: day(), secret: yesNo() }),
  facts: facts<Plan>(),
  ground: ({ facts: f, on }) => ({ given: { matter: 'plan' }, dates: { openedOn: on, submittedOn: on }, parties: f.parties }),
  suggest: () => ({ secret: false }),
  ready: ({ facts: f, law }) => [
    ...kindsMissing(reviewed(f), law['plan-experts'], 'plan.review_missing'),
    ...weightFaults(f, law['vote-pass-rate']?.value ?? []),
  ],
  decide: ({ input: i, facts: f, law, on, id, cite }) => {
    const experts = law['plan-voters'].value === 'experts';
    const voters = experts ? dividedAmongExperts(f, id) : f.parties.map((p) => electorOf(p, id()));
    const { refusals, raise } = callBallot(
      {
        question: f.title,
        matter: 'plan',
        secret: i.secret,
        openedOn: on,
        closesOn: i.closesOn,
        voters,
      },
      law['vote-pass-rate'].value,
    );
    return [
      ...kindsMissing(reviewed(f), law['plan-experts'], 'plan.review_missing'),
      // The permission matrix refuses experts the ballot (P07): by this reading the parties would first have to give it them.
      ...(experts ? [refuse('plan.experts_do_not_vote', {}, { clause: law['plan-voters'].clauses })] : []),
      ...formOf(i.secret, law['ballot-form'], cite),
      ...refusals,
      happened('voting.opened', { version: f.version, round: f.round, closesOn: i.closesOn, secret: i.secret }, { raises: [raise] }),
    ];
  },
});
const reviewed = (f: Plan): Expert[] => f.experts.filter((e) => e.conclusion !== null);
const electorOf = (p: PlanParty, id: string): Elector => ({
  id,
  person: p.representative,
  title: p.title,
  party: { id: p.id, title: p.title, ourselves: p.ourselves },
  weight: readRatio(p.weight)!,
});
/** What is wrong with the weights themselves, before anything is typed. */
const weightFaults = (f: Plan, bounds: Parameters<typeof callBallot>[1]) => {
  const called = { question: f.title, matter: 'plan' as const, secret: false, openedOn: f.openedOn, closesOn: f.openedOn };
  return callBallot({ ...called, voters: f.parties.map((p) => electorOf(p, p.id)) }, bounds).refusals;
};
/** By the other reading of the clause each party's weight is divided among the experts it named. */
function dividedAmongExperts(f: Plan, id: () => string): Elector[] {
  return f.parties.flatMap((p) => {
    const own = f.experts.filter((e) => e.namedBy === p.id);
    const weight = own.length > 0 ? divide(readRatio(p.weight)!, ratio(BigInt(own.length))) : undefined;
    return own.map((e) => ({ id: id(), person: e.person, title: e.name, ...(weight ? { weight } : {}) }));
  });
}

/** Open or secret, where a party's own texts say which; where two parties' texts differ, it is for them to settle. */
function formOf(
  secret: boolean,
  answers: LawFor<readonly [typeof ballotForm]>['ballot-form'],
  cite: (clause: string) => string,
): Refusal<'law.parties_differ' | 'ballot.form_otherwise'>[] {
  const found = between(answers);
  if ('differ' in found) {
    const said = found.differ.map((d) => `${d.party.title}（${d.answer.clauses.map(cite).join('、')}）`);
    return [
      refuse('law.parties_differ', { rule: 'ballot-form', answers: said }, { clause: found.differ.flatMap((d) => d.answer.clauses) }),
    ];
  }
  const { agreed } = found;
  if (!agreed || (agreed.value === 'secret') === secret) return [];
  return [unmet('ballot.form_otherwise', agreed.clauses, { ballotForm: agreed.value }, ['secret'])];
}
