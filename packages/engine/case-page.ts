import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { type Day, dayAt } from '../kernel/day.ts';
import type { Adoption } from '../kernel/pack.ts';
import type { CaseRow, StepRow } from './context.ts';
import type { Connection } from './database.ts';
import { dryRun, type MayDo } from './dry-run.ts';
import type { Engine } from './engine.ts';
import { actionOf, may } from './permissions.ts';
import type { Visitor } from './sessions.ts';
import { isBlocked, waitingIn } from './waiting.ts';

export type CaseSummary = CaseRow & { readonly opened_on: Day; readonly changed_on: Day };
export type HistoryLine = {
  readonly stream: string;
  readonly seq: number;
  readonly type: string;
  readonly on: Day;
  readonly at: string;
  readonly actor: string | null;
  readonly decidedBy: string | null;
  readonly command: string;
  readonly clauses: readonly string[];
};

/** Everything the page of a case shows, for the whole tree it belongs to. */
export type CasePage = Awaited<ReturnType<typeof casePage>>;

/** A case and its tree as the visitor may see it; undefined where he may not. */
export async function casePage(engine: Engine, db: Connection, visitor: Visitor, id: string) {
  const own = await db.selectFrom('case_file').where('id', '=', id).select('root_id').executeTakeFirst();
  if (!own) return undefined;
  const root = own.root_id;
  const tree = await loadTree(db, root);
  const adoptions = await loadAdoptions(db);
  const laws = engine.law.laws(adoptions);
  const today = dayAt(engine.clock.now());
  const steps = tree.steps as unknown as StepRow[];
  const cases = tree.cases as unknown as CaseSummary[];
  const open = cases.filter((c) => !c.withdrawn && !isBlocked(steps, c.id));

  const mayDo: Record<string, readonly MayDo[]> = {};
  const panels: Record<string, unknown> = {};
  for (const c of cases) {
    const procedure = engine.procedures.get(c.procedure);
    if (procedure?.panel && !c.withdrawn)
      panels[c.id] = await procedure.panel(db, { case: c.id, law: laws.whole, lawOf: laws.of, today, calendar: engine.law.calendar });
    if (c.withdrawn) continue;
    const guest = c.settled ? [] : ((await procedure?.guests?.(db, { case: c.id, person: visitor.person, today })) ?? []);
    const member = tree.members.filter((m) => m.case === c.id && m.person === visitor.person).map((m) => m.role);
    const parent = cases.find((x) => x.id === c.parent_id);
    const seen = { row: c, parent, steps, adoptions, memberRoles: [...member, ...guest] };
    const found = await dryRun(engine, db, visitor, seen);
    if (found.length > 0) mayDo[c.id] = found;
  }
  const memberRoles = tree.members.filter((m) => m.person === visitor.person).map((m) => m.role);
  const house = (action: string): boolean => may(engine.matrix, actionOf(action), [...visitor.roles, ...memberRoles]);
  return {
    root,
    focus: id,
    today,
    cases,
    steps,
    open: open.map((c) => c.id),
    mayDo,
    waiting: await waitingIn(engine, db, visitor, [root]),
    panels,
    house: { file: house('T09:P'), correct: house('T10:D') },
    people: tree.people,
    duties: tree.duties,
    findings: tree.findings,
    corrections: tree.corrections,
    documents: tree.documents,
    papers: tree.papers,
    entries: tree.entries,
    decisions: tree.decisions,
    history: tree.history as unknown as HistoryLine[],
  };
}

export async function loadAdoptions(db: Connection): Promise<Adoption[]> {
  const rows = await db.selectFrom('adoption').select(['text_id', 'from_on', 'to_on', 'basis', 'party_id']).orderBy('id').execute();
  return rows.map((r) => ({
    text: r.text_id,
    from: r.from_on,
    ...(r.to_on ? { to: r.to_on } : {}),
    basis: r.basis,
    ...(r.party_id ? { party: r.party_id } : {}),
  }));
}

/** One question for the whole tree; every list in it is ordered. */
async function loadTree(db: Connection, root: string) {
  return await db
    .selectNoFrom((eb) => {
      const inTree = eb.selectFrom('case_file as t').where('t.root_id', '=', root).select('t.id');
      return [
        jsonArrayFrom(
          eb
            .selectFrom('case_file as c')
            .innerJoin('stream as s', 's.id', 'c.id')
            .where('c.root_id', '=', root)
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
        jsonArrayFrom(eb.selectFrom('step').where('case_id', 'in', inTree).orderBy('case_id').orderBy('ordinal').selectAll()).as('steps'),
        jsonArrayFrom(
          eb.selectFrom('case_member').where('case_id', 'in', inTree).select(['case_id as case', 'person_id as person', 'role']),
        ).as('members'),
        jsonArrayFrom(
          eb
            .selectFrom('person as p')
            .where('p.id', 'in', eb.selectFrom('case_member').where('case_id', '=', root).select('person_id'))
            .orderBy('p.staff_no')
            .select(['p.id', 'p.staff_no as staffNo', 'p.name', 'p.unit']),
        ).as('people'),
        jsonArrayFrom(
          eb
            .selectFrom('duty_list as d')
            .leftJoin('person as p', 'p.id', 'd.owner_person')
            .where('d.root_id', '=', root)
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
            .where('f.case_id', 'in', inTree)
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
            .where('k.case_id', 'in', inTree)
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
        jsonArrayFrom(
          eb
            .selectFrom('document as d')
            .where('d.case_id', 'in', inTree)
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
            .where('a.case_id', 'in', inTree)
            .orderBy('a.id')
            .select([
              ...(['a.id', 'a.case_id as case', 'a.kind', 'a.title', 'a.media_type as mediaType', 'a.size', 'a.sha256'] as const),
              ...(['a.filed_at as filedAt', 'p.name as filedBy'] as const),
              sql<boolean>`file_known(a.sha256)`.as('kept'),
            ]),
        ).as('papers'),
        jsonArrayFrom(
          eb
            .selectFrom('ledger_entry as l')
            .where('l.case_id', 'in', inTree)
            .orderBy('l.id')
            .select([
              ...(['l.id', 'l.case_id as case', 'l.on_day as on', 'l.account', 'l.about', 'l.reverses'] as const),
              ...[sql<string>`yuan(l.debit)`.as('debit'), sql<string>`yuan(l.credit)`.as('credit')],
            ]),
        ).as('entries'),
        jsonArrayFrom(
          eb
            .selectFrom('decision as x')
            .where('x.case_id', 'in', inTree)
            .orderBy('x.id')
            .select(['x.id', 'x.case_id as case', 'x.seq', 'x.command', 'x.on_day as on']),
        ).as('decisions'),
        jsonArrayFrom(
          eb
            .selectFrom('event as e')
            .leftJoin('person as p', 'p.id', 'e.actor_id')
            .where('e.stream_id', 'in', inTree)
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
    })
    .executeTakeFirstOrThrow();
}
