import { type Day, dayAt } from '../kernel/day.ts';
import { asAdoption } from '../kernel/party.ts';
import { caseTree } from './case-tree.ts';
import { type CaseRow, guestRoles, type StepRow } from './context.ts';
import type { Connection } from './database.ts';
import { dryRun, type MayDo } from './dry-run.ts';
import type { Engine } from './engine.ts';
import { isBlocked } from './gate.ts';
import { actionOf, may } from './permissions.ts';
import type { Visitor } from './sessions.ts';
import { waitingIn } from './waiting.ts';

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
export type CasePage = NonNullable<Awaited<ReturnType<typeof casePage>>>;

/** A case and its tree as the visitor may see it; undefined where he may not. */
export async function casePage(engine: Engine, db: Connection, visitor: Visitor, id: string) {
  const tree = await caseTree.get(db, { case: id });
  const root = tree.cases[0]?.root_id;
  if (root === undefined) return undefined;
  const adoptions = tree.adoptions.map(asAdoption);
  await engine.law.learn(db, visitor.institution, adoptions);
  const laws = engine.law.laws(adoptions);
  const today = dayAt(engine.clock.now());
  const steps = tree.steps as unknown as StepRow[];
  const cases = tree.cases as unknown as CaseSummary[];
  const open = cases.filter((c) => !c.withdrawn && !isBlocked(steps, c.id));

  const mayDo: Record<string, readonly MayDo[]> = {};
  const panels: Record<string, unknown> = {};
  const looks = cases
    .filter((c) => !c.withdrawn)
    .map(async (row) => {
      const { panel, guests } = engine.procedures.get(row.procedure) ?? {};
      const mayDoIn = async (): Promise<readonly MayDo[]> => {
        const guest = row.settled ? [] : await guestRoles(db, guests, { case: row.id, person: visitor.person, today });
        const member = tree.members.filter((m) => m.case === row.id && m.person === visitor.person).map((m) => m.role);
        const parent = cases.find((x) => x.id === row.parent_id);
        return await dryRun(engine, db, visitor, { row, parent, steps, laws, memberRoles: [...member, ...guest] });
      };
      const viewing = { case: row.id, law: laws.whole, lawOf: laws.of, today, calendar: engine.law.calendar };
      const [shown, found] = await Promise.all([panel?.(db, viewing), mayDoIn()]);
      return { id: row.id, shown, found };
    });
  for (const { id: of, shown, found } of await Promise.all(looks)) {
    if (shown !== undefined) panels[of] = shown;
    if (found.length > 0) mayDo[of] = found;
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
