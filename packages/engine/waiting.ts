import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { cited, next } from '../kernel/chart.ts';
import { type Day, dayAt } from '../kernel/day.ts';
import { asAdoption } from '../kernel/party.ts';
import { placeRefusal } from './admission.ts';
import { chartOf } from './chart-shelf.ts';
import { type CaseRow, lineage, type StepRow } from './context.ts';
import type { Connection } from './database.ts';
import type { Engine } from './engine.ts';
import { isBlocked } from './gate.ts';
import { actionIn } from './lent-row.ts';
import { may } from './permissions.ts';
import type { Wired } from './procedure.ts';
import { question } from './question.ts';
import type { Visitor } from './sessions.ts';

/** What a running case waits for, whose part that is, and which clauses say so. */
export type Waiting = {
  readonly root: string;
  readonly case: string;
  readonly title: string;
  /** A duty that is owed; or, where nothing is owed, a command that would bring the case on. */
  readonly duty: string | null;
  readonly command: string | null;
  /** A day that brings the case on by itself. */
  readonly moves: boolean;
  readonly roles: readonly string[];
  /** Who holds those roles, or the one person who owes it. */
  readonly people: readonly string[];
  readonly yours: boolean;
  readonly dueOn: Day | null;
  readonly provisional: boolean;
  readonly clauses: readonly string[];
};

/** For each of these trees, what every case that is open in it waits for. A case below which others run waits for them. */
export async function waitingIn(engine: Engine, db: Connection, visitor: Visitor, roots: readonly string[]): Promise<Waiting[]> {
  if (roots.length === 0) return [];
  const seen = await inTrees.get(db, { roots, today: dayAt(engine.clock.now()) });
  const steps = seen.steps as unknown as StepRow[];
  const cases = seen.cases as unknown as CaseRow[];
  const place = new Map(steps.map((s) => [s.child_id, s.ordinal]));
  const running = cases
    .filter((c) => !c.settled && !c.withdrawn)
    .sort((a, b) => (place.get(a.id) ?? steps.length) - (place.get(b.id) ?? steps.length));
  // A settled case in between (a receipt that is netted) hides nothing of what runs below it.
  const waitedFor = new Set(running.flatMap((c) => lineage(cases, c.id).slice(1)).map((c) => c.id));
  return running
    .filter((c) => !isBlocked(steps, c.id))
    .flatMap((c) => {
      const owed = owedIn(seen, visitor, c);
      if (owed.length > 0) return owed;
      const parent = cases.find((x) => x.id === c.parent_id);
      return waitedFor.has(c.id) ? [] : possibleIn(engine, seen, visitor, { c, parent });
    });
}

type Seen = Awaited<ReturnType<typeof inTrees.get>>;
const membersOf = (seen: Seen, c: CaseRow) => seen.members.filter((m) => m.case === c.id);
const holdersOf = (seen: Seen, c: CaseRow, roles: readonly string[]): string[] => [
  ...new Set([...membersOf(seen, c), ...seen.holders].filter((h) => roles.includes(h.role)).map((h) => h.name)),
];
const rolesOf = (seen: Seen, c: CaseRow, visitor: Visitor): string[] => [
  ...visitor.roles,
  ...membersOf(seen, c)
    .filter((m) => m.person === visitor.person)
    .map((m) => m.role),
];

function owedIn(seen: Seen, visitor: Visitor, c: CaseRow): Waiting[] {
  const own = rolesOf(seen, c, visitor);
  return seen.duties
    .filter((d) => d.case === c.id)
    .map((d) => ({
      root: c.root_id,
      case: c.id,
      title: c.title,
      duty: d.duty,
      command: null,
      moves: d.moves !== null,
      roles: d.role === null ? [] : [d.called ?? d.role],
      people: d.owner ? [d.owner] : (d.speakers ?? holdersOf(seen, c, [d.role!])),
      yours: d.person === visitor.person || d.his || (d.role !== null && own.includes(d.role)),
      dueOn: d.dueOn,
      provisional: d.provisional ?? false,
      clauses: d.clauses ?? [],
    }));
}

type Placed = { readonly c: CaseRow; readonly parent: CaseRow | undefined };

function possibleIn(engine: Engine, seen: Seen, visitor: Visitor, { c, parent }: Placed): Waiting[] {
  const own = rolesOf(seen, c, visitor);
  const law = engine.law.law(seen.adoptions.map(asAdoption));
  return onward(engine, { c, parent }).map(({ command, action, clauses }) => {
    const roles = engine.matrix.roles.filter((role) => may(engine.matrix, action, [role]));
    return {
      root: c.root_id,
      case: c.id,
      title: c.title,
      duty: null,
      command,
      moves: false,
      roles,
      people: holdersOf(seen, c, roles),
      yours: may(engine.matrix, action, own),
      dueOn: null,
      provisional: false,
      clauses: law.cited(clauses, dayAt(engine.clock.now())),
    };
  });
}

type Onward = {
  readonly command: string;
  readonly action: NonNullable<ReturnType<typeof actionIn>>;
  readonly clauses: readonly string[];
};
/** The commands that bring a case on from where its chart has it: to another state, or to a child of its own. */
function onward(engine: Engine, { c, parent }: Placed): Onward[] {
  const chart = chartOf(engine, c);
  const clausesOf = ({ command, opens }: Wired, procedure: string): readonly string[] | undefined => {
    if (opens) return cited(engine.procedures.get(procedure)!.chart.def.clause);
    const left = command.brings.map((e) => next(chart, c.state, e)).find((step) => step !== undefined && step.to !== c.state);
    return left && cited(left.clause);
  };
  // what opens a child of the case is looked for before what ends it
  const inOrder = (engine.commandsIn.get(c.procedure) ?? []).toSorted((a, b) => Number(!a.wired.opens) - Number(!b.wired.opens));
  return inOrder.flatMap(({ wired, procedure }): Onward[] => {
    if (procedure === undefined || placeRefusal(engine, wired, procedure, c)) return [];
    const clauses = clausesOf(wired, procedure);
    const action = actionIn(engine, wired, c, parent);
    return clauses && action ? [{ command: wired.command.name, action, clauses }] : [];
  });
}

/** One question for all the trees; their cases are found once, and each table is read by their ids. */
const inTrees = question((db, { roots, today }: { roots: readonly string[]; today: Day }) =>
  db
    .with('trees', (w) =>
      w
        .selectFrom('case_file as t')
        .where('t.root_id', '=', sql<string>`any (${roots}::uuid[])`)
        .select(sql<string[]>`array_agg(t.id)`.as('ids')),
    )
    .selectNoFrom((eb) => {
      const ofThem = sql<string>`any ((select ids from trees)::uuid[])`;
      return [
        jsonArrayFrom(
          eb
            .selectFrom('case_file as c')
            .where('c.id', '=', ofThem)
            .orderBy('c.id')
            .select([
              ...(['c.id', 'c.procedure', 'c.chart', 'c.title', 'c.state'] as const),
              ...(['c.settled', 'c.withdrawn', 'c.root_id', 'c.parent_id'] as const),
            ]),
        ).as('cases'),
        jsonArrayFrom(
          eb
            .selectFrom('step')
            .where('case_id', '=', ofThem)
            .orderBy('ordinal')
            .select(['case_id', 'route', 'step', 'after', 'child_id', 'state']),
        ).as('steps'),
        jsonArrayFrom(
          eb
            .selectFrom('duty_list as d')
            .leftJoin('person as p', 'p.id', 'd.owner_person')
            .where('d.case_id', '=', ofThem)
            .orderBy('d.due_on')
            .orderBy('d.id')
            .select([
              ...([
                'd.case_id as case',
                'd.duty',
                'd.moves',
                'd.owner_role as role',
                'd.owner_person as person',
                'p.name as owner',
              ] as const),
              ...(['d.due_on as dueOn', 'd.provisional', 'd.clauses'] as const),
              // an opinion may be asked of a post, a body, a unit or a person by name
              sql<string | null>`reviewer_title(d.owner_role, d.root_id)`.as('called'),
              sql<
                string[] | null
              >`case when d.owner_role like '%:%' then array(select n.name from speakers(d.owner_role, d.root_id, ${today}::date) s
                join person n on n.id = s order by n.staff_no) end`.as('speakers'),
              sql<boolean>`coalesce(d.owner_role like '%:%' and d.owner_role = any (speaks_for(app_person(), d.root_id, ${today}::date)), false)`.as(
                'his',
              ),
            ]),
        ).as('duties'),
        jsonArrayFrom(
          eb
            .selectFrom('case_member as m')
            .innerJoin('person as p', 'p.id', 'm.person_id')
            .where('m.case_id', '=', ofThem)
            .orderBy('p.staff_no')
            .select(['m.case_id as case', 'm.person_id as person', 'm.role', 'p.name']),
        ).as('members'),
        jsonArrayFrom(
          eb
            .selectFrom('assignment as a')
            .innerJoin('person as p', 'p.id', 'a.person_id')
            .where('a.role', '<>', 'CT') // contributors are named by the case they take part in
            .where('a.from_on', '<=', today)
            .where((w) => w.or([w('a.to_on', 'is', null), w('a.to_on', '>=', today)]))
            .orderBy('p.staff_no')
            .select(['a.role', 'p.name']),
        ).as('holders'),
        jsonArrayFrom(
          eb
            .selectFrom('adoption')
            .where('party_id', 'is', null)
            .orderBy('id')
            .select(['text_id as text', 'from_on as from', 'to_on as to', 'basis']),
        ).as('adoptions'),
      ];
    }),
);
