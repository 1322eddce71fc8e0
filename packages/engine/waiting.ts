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
import type { Visitor } from './sessions.ts';
import { waitingTrees } from './waiting-trees.ts';

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
  const seen = await waitingTrees.get(db, { roots, today: dayAt(engine.clock.now()) });
  await engine.law.learn(db, visitor.institution, seen.adoptions.map(asAdoption));
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

type Seen = Awaited<ReturnType<typeof waitingTrees.get>>;
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
