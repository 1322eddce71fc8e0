import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { adoptionColumns } from './adoptions.ts';
import { question } from './question.ts';
import type { DB } from './schema.generated.ts';

type InTree = ExpressionBuilder<DB & { tree: { root: string; ids: string[] } }, never>;
const inTree = sql<string>`any ((select ids from tree)::uuid[])`;

/** The whole tree of a case, as its reader may see it; every list in it is ordered. Its cases are found once: each table is then read by their ids. */
export const caseTree = question((db, about: { case: string }) =>
  db
    .with('tree', (w) =>
      w
        .selectFrom('case_file as c')
        .where('c.id', '=', about.case)
        .select(['c.root_id as root', sql<string[]>`array(select t.id from case_file t where t.root_id = c.root_id)`.as('ids')]),
    )
    .selectNoFrom((eb) => [...matterIn(eb), ...peopleIn(eb), ...openIn(eb), ...papersIn(eb), ...recordIn(eb)]),
);

/** What the tree is: its cases and steps, and the texts that bind its institution. */
const matterIn = (eb: InTree) => [
  jsonArrayFrom(eb.selectFrom('adopted').orderBy('id').select(adoptionColumns)).as('adoptions'),
  jsonArrayFrom(
    eb
      .selectFrom('case_file as c')
      .innerJoin('stream as s', 's.id', 'c.id')
      .where('c.id', '=', inTree)
      .orderBy('c.id')
      .select([
        ...([
          'c.id',
          'c.procedure',
          'c.chart',
          'c.number',
          'c.title',
          'c.state',
          'c.settled',
          'c.withdrawn',
          'c.root_id',
          'c.parent_id',
        ] as const),
        ...(['c.opened_on', 'c.changed_on', 's.seq'] as const),
      ]),
  ).as('cases'),
  jsonArrayFrom(eb.selectFrom('step').where('case_id', '=', inTree).orderBy('case_id').orderBy('ordinal').selectAll()).as('steps'),
];

/** Who takes part. */
const peopleIn = (eb: InTree) => [
  jsonArrayFrom(eb.selectFrom('case_member').where('case_id', '=', inTree).select(['case_id as case', 'person_id as person', 'role'])).as(
    'members',
  ),
  jsonArrayFrom(
    eb
      .selectFrom('person as p')
      .where('p.id', 'in', eb.selectFrom('case_member').where('case_id', '=', eb.selectFrom('tree').select('root')).select('person_id'))
      .orderBy('p.staff_no')
      .select(['p.id', 'p.staff_no as staffNo', 'p.name', 'p.unit']),
  ).as('people'),
];

/** What is owed, found and asked to be corrected. */
const openIn = (eb: InTree) => [
  jsonArrayFrom(
    eb
      .selectFrom('duty_list as d')
      .leftJoin('person as p', 'p.id', 'd.owner_person')
      .where('d.case_id', '=', inTree)
      .orderBy('d.due_on')
      .orderBy('d.id')
      .select([
        ...([
          'd.id',
          'd.case_id as case',
          'd.duty',
          'd.owner_role as ownerRole',
          'p.name as owner',
          'd.due_on as dueOn',
          'd.provisional',
        ] as const),
        ...(['d.clauses', 'd.unblocked'] as const),
      ]),
  ).as('duties'),
  jsonArrayFrom(
    eb
      .selectFrom('finding as f')
      .leftJoin('person as p', 'p.id', 'f.closed_by')
      .where('f.case_id', '=', inTree)
      .orderBy('f.id')
      .select([
        ...([
          'f.id',
          'f.case_id as case',
          'f.code',
          'f.clauses',
          'f.facts',
          'f.owner_role as ownerRole',
          'f.opened_on as openedOn',
          'f.state',
        ] as const),
        ...(['f.closed_on as closedOn', 'p.name as closedBy', 'f.paper_id as paper', 'f.explanation'] as const),
      ]),
  ).as('findings'),
  jsonArrayFrom(
    eb
      .selectFrom('correction as k')
      .innerJoin('person as p', 'p.id', 'k.asked_by')
      .leftJoin('person as q', 'q.id', 'k.decided_by')
      .where('k.case_id', '=', inTree)
      .orderBy('k.id')
      .select([
        ...([
          'k.id',
          'k.case_id as case',
          'k.tbl as table',
          'k.row_id as row',
          'k.field',
          'k.old_value as old',
          'k.new_value as new',
        ] as const),
        ...([
          'k.reason',
          'p.name as askedBy',
          'k.asked_on as askedOn',
          'k.state',
          'q.name as decidedBy',
          'k.decided_on as decidedOn',
        ] as const),
      ]),
  ).as('corrections'),
];

/** What was issued and what was filed. */
const papersIn = (eb: InTree) => [
  jsonArrayFrom(
    eb
      .selectFrom('document as d')
      .where('d.case_id', '=', inTree)
      .orderBy('d.id')
      .select([
        ...(['d.id', 'd.case_id as case', 'd.kind', 'd.version', 'd.title', 'd.state', 'd.issued_on as issuedOn'] as const),
        sql<boolean>`d.pdf_sha256 is not null`.as('rendered'),
      ]),
  ).as('documents'),
  jsonArrayFrom(
    eb
      .selectFrom('paper as a')
      .leftJoin('person as p', 'p.id', 'a.filed_by')
      .where('a.case_id', '=', inTree)
      .orderBy('a.id')
      .select([
        ...(['a.id', 'a.case_id as case', 'a.kind', 'a.title', 'a.media_type as mediaType', 'a.size', 'a.sha256'] as const),
        ...(['a.filed_at as filedAt', 'p.name as filedBy'] as const),
        sql<boolean>`file_known(a.sha256)`.as('kept'),
      ]),
  ).as('papers'),
];

/** What was booked, decided and done. */
const recordIn = (eb: InTree) => [
  jsonArrayFrom(
    eb
      .selectFrom('ledger_entry as l')
      .where('l.case_id', '=', inTree)
      .orderBy('l.id')
      .select([
        ...(['l.id', 'l.case_id as case', 'l.on_day as on', 'l.account', 'l.about', 'l.reverses'] as const),
        ...[sql<string>`yuan(l.debit)`.as('debit'), sql<string>`yuan(l.credit)`.as('credit')],
      ]),
  ).as('entries'),
  jsonArrayFrom(
    eb
      .selectFrom('decision as x')
      .where('x.case_id', '=', inTree)
      .orderBy('x.id')
      .select(['x.id', 'x.case_id as case', 'x.seq', 'x.command', 'x.on_day as on']),
  ).as('decisions'),
  jsonArrayFrom(
    eb
      .selectFrom('event as e')
      .leftJoin('person as p', 'p.id', 'e.actor_id')
      .where('e.stream_id', '=', inTree)
      .orderBy('e.at', 'desc')
      .orderBy('e.stream_id')
      .orderBy('e.seq', 'desc')
      .limit(300)
      .select([
        'e.stream_id as stream',
        'e.seq',
        'e.type',
        'e.on_day as on',
        'e.at',
        'p.name as actor',
        'e.decided_by as decidedBy',
        'e.command',
        'e.clauses',
      ]),
  ).as('history'),
];
