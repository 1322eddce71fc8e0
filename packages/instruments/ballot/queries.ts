import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import type { Choice } from '../../kernel/tally.ts';
import type { Ballot, Voter } from './decisions.ts';

type Asked = { readonly case: string; readonly person: string | null };

/** The ballot and its voters. How they voted is in it only where the ballot is an open one. */
export async function loadBallot(db: Connection, about: Asked): Promise<Ballot> {
  const { voters, ...row } = await db
    .selectFrom('ballot as b')
    .where('b.case_id', '=', about.case)
    .select((eb) => [
      'b.matter',
      'b.secret',
      'b.opened_on as openedOn',
      'b.closes_on as closesOn',
      jsonArrayFrom(
        eb
          .selectFrom('ballot_voter as v')
          .innerJoin('person as p', 'p.id', 'v.person_id')
          .leftJoin('party as t', 't.id', 'v.party_id')
          .whereRef('v.case_id', '=', 'b.case_id')
          .orderBy('v.ordinal')
          .select([
            ...(['v.id', 'v.person_id as person', 'p.name', 'v.weight', 'v.voted_on as votedOn', 'v.vote'] as const),
            ...(['t.id as party', 't.title as partyTitle', 't.ourselves'] as const),
          ]),
      ).as('voters'),
    ])
    .executeTakeFirstOrThrow();
  return { ...row, voters: voters.map(asVoter), asker: about.person };
}

type VoterRow = {
  id: string;
  person: string;
  name: string;
  weight: string | null;
  votedOn: string | null;
  vote: string | null;
  party: string | null;
  partyTitle: string | null;
  ourselves: boolean | null;
};
const asVoter = (v: VoterRow): Voter => ({
  id: v.id,
  person: v.person,
  title: v.partyTitle ?? v.name,
  party: v.party ? { id: v.party, title: v.partyTitle!, ourselves: v.ourselves === true } : null,
  weight: v.weight,
  votedOn: v.votedOn,
  vote: v.vote as Choice | null,
});

/** The same with the count of a secret ballot, where it may be counted: all have voted, or its last day is over. */
export async function loadCounted(db: Connection, about: Asked & { readonly today: string }): Promise<Ballot> {
  const ballot = await loadBallot(db, about);
  if (!ballot.secret) return ballot;
  const row = await db
    .selectNoFrom(sql<Record<Choice, number> | null>`ballot_count(${about.case}::uuid, ${about.today}::date)`.as('count'))
    .executeTakeFirstOrThrow();
  return row.count ? { ...ballot, count: row.count } : ballot;
}
