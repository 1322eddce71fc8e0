import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import { isAnswered } from '../../kernel/law.ts';
import { showLimits } from '../../kernel/limits.ts';
import { ratio, showPercent } from '../../kernel/ratio.ts';
import type { Choice, VotingUnit } from '../../kernel/tally.ts';
import { leastOf, type Outcome } from './outcome.ts';
import { voteDenominator, votePassRate } from './rules.ts';
import type { BallotView } from './view.ts';

export async function ballotPanel(db: Connection, o: Viewing): Promise<BallotView> {
  const row = await db
    .selectFrom('ballot as b')
    .where('b.case_id', '=', o.case)
    .select((eb) => [
      ...(['b.question', 'b.matter', 'b.secret', 'b.opened_on as openedOn', 'b.closes_on as closesOn', 'b.closed_on as closedOn'] as const),
      'b.outcome',
      jsonArrayFrom(
        eb
          .selectFrom('ballot_voter as v')
          .innerJoin('person as p', 'p.id', 'v.person_id')
          .leftJoin('party as t', 't.id', 'v.party_id')
          .whereRef('v.case_id', '=', 'b.case_id')
          .orderBy('v.ordinal')
          .select([
            ...([
              'v.id',
              'p.name',
              't.title',
              'v.weight',
              'v.voted_on as votedOn',
              'v.vote',
              'v.recorded',
              'v.mandate_id as mandate',
            ] as const),
          ]),
      ).as('voters'),
    ])
    .executeTakeFirstOrThrow();
  const ask = { given: { matter: row.matter }, on: row.openedOn };
  const rate = o.law.answer(votePassRate, ask);
  const denominator = o.law.answer(voteDenominator, ask);
  const { question, secret, openedOn, closesOn, closedOn } = row;
  return {
    question,
    secret,
    openedOn,
    closesOn,
    closedOn,
    denominator: isAnswered(denominator) ? denominator.value : null,
    demands: (isAnswered(rate) ? rate.value : []).map(({ limit, clause }) => ({
      clause,
      of: limit.of as VotingUnit,
      limits: showLimits(limit.limits),
      least: leastOf(limit),
    })),
    voters: row.voters.map((v) => ({
      id: v.id,
      title: v.title ?? v.name,
      by: v.title ? v.name : null,
      weight: v.weight ?? showPercent(ratio(1n, BigInt(row.voters.length))),
      votedOn: v.votedOn,
      vote: v.vote as Choice | null,
      recorded: v.recorded,
      mandate: v.mandate,
    })),
    outcome: row.outcome as unknown as Outcome | null,
  };
}
