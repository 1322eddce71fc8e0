import type { Owes, Raise } from '../../kernel/brings.ts';
import { commandsOf, facts, happened, type LawFor, type Outcome as Said } from '../../kernel/command.ts';
import type { Day } from '../../kernel/day.ts';
import { fields, optional } from '../../kernel/field.ts';
import { choice, paper, party, person } from '../../kernel/field-kinds.ts';
import type { JsonRecord } from '../../kernel/json.ts';
import { isWrong } from '../../kernel/parsed.ts';
import type { Party } from '../../kernel/party.ts';
import { compare, type Ratio, showPercent } from '../../kernel/ratio.ts';
import { type Refusal, refuse, refuseField, unmet } from '../../kernel/refusal.ts';
import type { Bound, NumberLimit } from '../../kernel/rule-kinds.ts';
import { type Choice, choices, weightsOf } from '../../kernel/tally.ts';
import { outcomeOf, votesCounted, votesOf } from './outcome.ts';
import { ballot } from './procedure.ts';
import { type BallotMatter, ballotMandate, voteDenominator, votePassRate } from './rules.ts';

/** One who may vote: for himself, or for the party he represents. */
export type Elector = {
  readonly id: string;
  readonly person: string;
  readonly title: string;
  readonly party?: Party;
  readonly weight?: Ratio;
};
export type Called = {
  readonly question: string;
  readonly matter: BallotMatter;
  readonly secret: boolean;
  readonly openedOn: Day;
  readonly closesOn: Day;
  readonly voters: readonly Elector[];
};
export type CallCode =
  | 'ballot.no_voters'
  | 'ballot.voter_twice'
  | 'ballot.closes_before'
  | 'ballot.weights_missing'
  | 'ballot.secret_weights';

/** A ballot for whatever wants one decided, and why it cannot be opened, if so. `bounds`: what the texts say it takes to pass. */
export function callBallot(
  c: Called,
  bounds: readonly Bound<NumberLimit>[],
): { readonly refusals: readonly Refusal<CallCode>[]; readonly raise: Raise } {
  const data = {
    question: c.question,
    matter: c.matter,
    secret: c.secret,
    openedOn: c.openedOn,
    closesOn: c.closesOn,
    voters: c.voters.map((v) => ({
      id: v.id,
      person: v.person,
      title: v.title,
      ...(v.party ? { party: v.party.id } : {}),
      ...(v.weight ? { weight: showPercent(v.weight) } : {}),
    })),
  };
  return { refusals: inTheWay(c, bounds), raise: { procedure: 'ballot', title: c.question, data } };
}

function inTheWay(c: Called, bounds: readonly Bound<NumberLimit>[]): Refusal<CallCode>[] {
  const keys = c.voters.map((v) => v.party?.id ?? v.person);
  const twice = c.voters.filter((_, i) => keys.indexOf(keys[i]!) < i).map((v) => v.title);
  const weights = c.voters.flatMap((v) => v.weight ?? []);
  const byWeight = bounds.filter((b) => b.limit.of === 'weight').map((b) => b.clause);
  const whole = weights.length === c.voters.length;
  const sum = weights.length > 0 && whole ? weightsOf(weights) : undefined;
  const uneven = weights.some((w) => compare(w, weights[0]!) !== 0);
  return [
    ...(c.voters.length === 0 ? [refuse('ballot.no_voters')] : []),
    ...(twice.length > 0 ? [refuse('ballot.voter_twice', { names: twice })] : []),
    ...(c.closesOn < c.openedOn ? [refuse('ballot.closes_before', { on: c.openedOn }, { at: ['closesOn'] })] : []),
    ...(byWeight.length > 0 && !whole ? [refuse('ballot.weights_missing', {}, { clause: byWeight })] : []),
    ...(sum && isWrong(sum) ? [{ ...refuseField(sum.wrong), ...(byWeight.length > 0 ? { clause: byWeight } : {}) }] : []),
    ...(c.secret && uneven ? [refuse('ballot.secret_weights', {}, { at: ['secret'] })] : []),
  ];
}

/** Everybody owes his vote, and the passing of the last day closes the ballot. */
export function owedBy(data: JsonRecord): Owes[] {
  const { voters, closesOn } = data as unknown as { voters: readonly { id: string; person: string }[]; closesOn: Day };
  const by = { lastDay: closesOn, provisional: false };
  return [
    ...voters.map(
      (v) => ({ duty: 'vote.cast', owner: { person: v.person }, by, metBy: ['vote.cast'], whose: v.id, force: 'must' }) as const,
    ),
    { duty: 'ballot.run', owner: { role: 'LP' }, by, metBy: ['ballot.passed', 'ballot.rejected'], moves: 'ballot.end', force: 'must' },
  ];
}

export type Voter = {
  readonly id: string;
  readonly person: string;
  readonly title: string;
  readonly party: Party | null;
  readonly weight: string | null;
  readonly votedOn: Day | null;
  /** Null in a secret ballot, whatever he chose. */
  readonly vote: Choice | null;
};
export type Ballot = {
  readonly matter: string;
  readonly secret: boolean;
  readonly openedOn: Day;
  readonly closesOn: Day;
  readonly voters: readonly Voter[];
  /** Who asks, so that his party's texts are asked and no other's. */
  readonly asker: string | null;
  /** How many chose what; known only of a secret ballot that may be counted. */
  readonly count?: Readonly<Partial<Record<Choice, number>>>;
};
type Named = { readonly party?: string | undefined; readonly person?: string | undefined };

/** Whose ballot it is: the party or person that is named, else the asker's own where he has but one. */
function voterOf(f: Ballot, named: Named | undefined): Voter | undefined {
  if (named?.party) return f.voters.find((v) => v.party?.id === named.party);
  if (named?.person) return f.voters.find((v) => v.party === null && v.person === named.person);
  const own = f.voters.filter((v) => v.person === f.asker);
  return own.length === 1 ? own[0] : undefined;
}
const missing = (f: Ballot): string[] => f.voters.filter((v) => v.votedOn === null).map((v) => v.title);
const command = commandsOf(ballot);

const noVoter = (f: Ballot, person: string): Refusal<'ballot.not_a_voter'>[] =>
  f.voters.some((v) => v.person === person) ? [] : [refuse('ballot.not_a_voter')];

/** Casts a ballot, or casts it anew while the ballot runs. A party's is cast by who represents it; a paper one is entered with its paper. */
export const castVote = command('vote.cast', {
  action: 'parent:V',
  brings: ['vote.cast'],
  asks: [ballotMandate],
  refuses: ['ballot.not_a_voter', 'ballot.name_voter', 'ballot.invalid_on_paper', 'ballot.secret_recorded', 'ballot.mandate_missing'],
  recordable: true,
  input: fields({ vote: choice(...choices), party: optional(party()), person: optional(person()), mandate: optional(paper()) }),
  facts: facts<Ballot>(),
  ground: ({ facts: f, input }) => {
    const whose = voterOf(f, input)?.party;
    return { given: { matter: f.matter }, dates: { openedOn: f.openedOn }, parties: whose ? [whose] : [] };
  },
  ready: ({ facts: f, actor }) => noVoter(f, actor.person),
  decide: ({ input: i, facts: f, law, actor, recorded }) => {
    const not = recorded ? [] : noVoter(f, actor.person);
    if (not.length > 0) return not;
    const voter = voterOf(f, i);
    const own = f.voters.filter((v) => recorded || v.person === actor.person).map((v) => v.title);
    if (!voter) return [refuse('ballot.name_voter', { names: own }, { at: ['party'] })];
    if (!recorded && voter.person !== actor.person) return [refuse('ballot.not_a_voter', {}, { at: ['party'] })];
    if (!recorded && i.vote === 'invalid') return [refuse('ballot.invalid_on_paper', {}, { at: ['vote'] })];
    // Who enters a vote for another knows it: then it is secret no more.
    if (recorded && f.secret) return [refuse('ballot.secret_recorded')];
    const papers = [...(i.mandate ? [i.mandate] : []), ...(recorded?.paper ? [recorded.paper] : [])];
    const said = f.secret ? {} : { vote: i.vote };
    return [
      ...mandateOf(voter, i.mandate, law['ballot-mandate']),
      happened(
        'vote.cast',
        {
          voter: voter.id,
          again: voter.votedOn !== null,
          ...said,
          ...(i.mandate ? { mandate: i.mandate } : {}),
          ...(recorded ? { recorded: true } : {}),
        },
        {
          whose: voter.id,
          papers,
          about: [voter.party?.id ?? voter.person],
          ...(f.secret ? { seals: [{ about: voter.id, says: i.vote }] } : {}),
        },
      ),
    ];
  },
});

/** What the voter's own party must have decided first, in the name of that party's text. */
function mandateOf(
  voter: Voter,
  mandate: string | undefined,
  answers: LawFor<readonly [typeof ballotMandate]>['ballot-mandate'],
): Refusal<'ballot.mandate_missing'>[] {
  if (mandate) return [];
  return answers.flatMap(({ party: p, answer }) =>
    answer
      ? [unmet('ballot.mandate_missing', answer.clauses, { party: p.title, mandate: [...answer.value], voter: voter.title }, ['mandate'])]
      : [],
  );
}

type CountLaw = LawFor<readonly [typeof votePassRate, typeof voteDenominator]>;
type Closed = 'ballot.passed' | 'ballot.rejected';
type CloseCode = 'ballot.still_open' | 'ballot.weights_missing' | 'ballot.not_countable';

/** Counts and says what came out, with what the other denominators would have given. */
function close(f: Ballot, law: CountLaw): Said<Closed, CloseCode> {
  const { value: bounds, clauses } = law['vote-pass-rate'];
  const weighted = f.voters.every((v) => v.weight !== null);
  if (bounds.some((b) => b.limit.of === 'weight') && !weighted) return [refuse('ballot.weights_missing', {}, { clause: clauses })];
  if (f.secret && !f.count) return [refuse('ballot.not_countable')];
  const votes = f.secret ? votesCounted(f.count!, f.voters.length) : votesOf(f.voters);
  const outcome = outcomeOf(votes, { bounds, denominator: law['vote-denominator'].value, weighted });
  return [happened(outcome.passed ? 'ballot.passed' : 'ballot.rejected', { outcome } as unknown as JsonRecord)];
}

const closing = {
  action: 'parent:V',
  brings: ['ballot.passed', 'ballot.rejected'],
  asks: [votePassRate, voteDenominator],
  refuses: ['ballot.still_open', 'ballot.weights_missing', 'ballot.not_countable'],
  unforeseen: true,
  input: fields({}),
  facts: facts<Ballot>(),
  ground: ({ facts: f }: { readonly facts: Ballot }) => ({ given: { matter: f.matter }, dates: { openedOn: f.openedOn } }),
} as const;
/** Votes that are wanting while they may still be cast. */
const stillOpen = (f: Ballot, on: Day): Refusal<'ballot.still_open'>[] =>
  on <= f.closesOn && missing(f).length > 0 ? [refuse('ballot.still_open', { missing: missing(f), closesOn: f.closesOn })] : [];

/** Closes a ballot before its last day is over: only when nobody's vote is wanting. */
export const closeBallot = command('ballot.close', {
  ...closing,
  ready: ({ facts: f, on }) => stillOpen(f, on),
  decide: ({ facts: f, law, on }): Said<Closed, CloseCode> => {
    const open = stillOpen(f, on);
    return open.length > 0 ? open : close(f, law);
  },
});

/** Only the passing of the last day runs this: who has not voted by then is absent. */
export const endBallot = command('ballot.end', {
  ...closing,
  decide: ({ facts: f, law }): Said<Closed, CloseCode> => close(f, law),
});
