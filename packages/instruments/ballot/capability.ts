import { anyRules, capability, procedure, wire } from '../../engine/procedure.ts';
import { type EventSeen, insert, json, update, type Write } from '../../engine/write.ts';
import { castVote, closeBallot, endBallot, owedBy } from './decisions.ts';
import type { Outcome } from './outcome.ts';
import { ballotPanel } from './panel.ts';
import { ballot } from './procedure.ts';
import { loadBallot, loadCounted } from './queries.ts';
import { ballotForm, ballotMandate, voteDenominator, votePassRate } from './rules.ts';

type Opened = {
  question: string;
  matter: string;
  secret: boolean;
  openedOn: string;
  closesOn: string;
  voters: readonly { id: string; person: string; party?: string; weight?: string }[];
};
type Cast = { voter: string; vote?: string; mandate?: string; recorded?: true };

const closed = (e: EventSeen<{ outcome: Outcome }>): readonly Write[] => [
  update('ballot', e.case, { closed_on: e.on, result: e.data.outcome.passed ? 'passed' : 'rejected', outcome: json(e.data.outcome) }),
];

export const ballots = capability({
  id: 'ballot',
  uses: [],
  rules: anyRules(votePassRate, voteDenominator, ballotForm, ballotMandate),
  procedures: [
    procedure({
      chart: ballot,
      panel: ballotPanel,
      begins: (data) => ({ owes: owedBy(data) }),
      commands: [wire(castVote, loadBallot), wire(closeBallot, loadCounted), wire(endBallot, loadCounted, { system: true })],
      apply: {
        'ballot.opened': ({ data: d, case: id }: EventSeen<Opened>) => [
          insert('ballot', {
            id,
            question: d.question,
            matter: d.matter,
            secret: d.secret,
            opened_on: d.openedOn,
            closes_on: d.closesOn,
          }),
          ...d.voters.map((v, ordinal) =>
            insert('ballot_voter', {
              id: v.id,
              ordinal,
              person_id: v.person,
              party_id: v.party ?? null,
              weight: v.weight ?? null,
              secret: d.secret,
            }),
          ),
        ],
        'vote.cast': ({ data: d, on }: EventSeen<Cast>) => [
          update('ballot_voter', d.voter, {
            voted_on: on,
            vote: d.vote ?? null,
            recorded: d.recorded ?? false,
            mandate_id: d.mandate ?? null,
          }),
        ],
        'ballot.passed': closed,
        'ballot.rejected': closed,
      },
    }),
  ],
});
