import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import { type About, capability, procedure, wire } from '../../engine/procedure.ts';
import { type EventSeen, insert, update } from '../../engine/write.ts';
import type { JsonRecord } from '../../kernel/json.ts';
import { confirmShare, type Pool, proposeShares, refuseShare } from './decisions.ts';
import { splitAgreement } from './procedure.ts';

async function load(db: Connection, about: About<unknown>): Promise<Pool> {
  const row = await db
    .selectFrom('event as e')
    .where('e.stream_id', '=', about.case)
    .where('e.seq', '=', 1)
    .select((eb) => [
      sql<string>`(e.body::jsonb) #>> '{data,pool}'`.as('pool'),
      sql<JsonRecord>`(e.body::jsonb) #> '{data,terms}'`.as('terms'),
      jsonArrayFrom(
        eb
          .selectFrom('case_member as m')
          .innerJoin('person as p', 'p.id', 'm.person_id')
          .where('m.case_id', '=', about.case)
          .where('m.role', '=', 'CT')
          .orderBy('p.staff_no')
          .select(['p.id as person', 'p.name']),
      ).as('team'),
      jsonArrayFrom(
        eb
          .selectFrom('team_share as s')
          .where('s.case_id', '=', about.case)
          .orderBy('s.id')
          .select(['s.id', 's.person_id as person', 's.share', 's.proposal', sql<boolean>`s.confirmed_on is not null`.as('confirmed')]),
      ).as('all'),
    ])
    .executeTakeFirstOrThrow();
  const proposal = Math.max(0, ...row.all.map((l) => l.proposal));
  return { pool: row.pool, terms: row.terms ?? {}, team: row.team, proposal, lines: row.all.filter((l) => l.proposal === proposal) };
}

type Proposed = { proposal: number; lines: readonly { person: string; share: string }[] };

export const splitAgreements = capability({
  id: 'split-agreement',
  uses: [],
  rules: [],
  procedures: [
    procedure({
      chart: splitAgreement,
      begins: () => ({
        owes: [{ duty: 'shares.propose', owner: { role: 'CT' }, metBy: ['shares.proposed'], clause: '004:11.1.s2', force: 'must' }],
      }),
      commands: [wire(proposeShares, load), wire(confirmShare, load), wire(refuseShare, load)],
      apply: {
        'shares.proposed': (e: EventSeen<Proposed>) =>
          e.data.lines.map((l) =>
            insert('team_share', { id: e.rowId(l.person), person_id: l.person, share: l.share, proposal: e.data.proposal }),
          ),
        'share.confirmed': (e: EventSeen<{ line: string; signed?: string }>) => [
          update('team_share', e.data.line, { confirmed_on: e.on, paper_id: e.data.signed ?? null }),
        ],
      },
    }),
  ],
});
