import { type Day, dayAt, type Instant } from '../kernel/day.ts';
import type { JsonRecord } from '../kernel/json.ts';
import type { Adoption } from '../kernel/pack.ts';
import { asAdoption } from '../kernel/party.ts';
import { before, type Only, waitsOf } from '../kernel/route.ts';
import type { Connection } from './database.ts';
import { run } from './database.ts';
import type { Guest } from './procedure.ts';

/** A case as the engine sees it while it plans: its row and the head of its chain. */
export type CaseRow = {
  readonly id: string;
  readonly procedure: string;
  readonly chart: string;
  readonly number: string | null;
  readonly title: string;
  readonly state: string;
  readonly settled: boolean;
  readonly withdrawn: boolean;
  readonly root_id: string;
  readonly parent_id: string | null;
  readonly seq: number;
  readonly head: string;
};
export type StepRow = {
  readonly id: string;
  readonly case_id: string;
  readonly route: string;
  readonly step: string;
  readonly title: string;
  readonly does: string;
  readonly after: readonly string[];
  readonly settings: JsonRecord;
  readonly clauses: readonly string[];
  readonly required_in: Only | null;
  readonly ordinal: number;
  readonly child_id: string;
  /** `passed-by`: its tier does not require it. */
  readonly state: 'open' | 'done' | 'refused' | 'passed-by';
  readonly done_on: Day | null;
  readonly attempt: number;
};
/** Steps that nobody waits for any more. */
export const isBehind = (s: { readonly state: string }): boolean => s.state === 'done' || s.state === 'passed-by';
export type DueRow = { readonly id: string; readonly case: string; readonly moves: string; readonly due_on: Day; readonly due_at: Instant };

/** A duty that is owed: what meets it, and whose it is where several owe the same. */
export type OwedRow = { readonly id: string; readonly case: string; readonly met_by: readonly string[]; readonly whose: string | null };

type LineRow = {
  readonly id: string;
  readonly case: string;
  readonly account: string;
  readonly debit: string;
  readonly credit: string;
  readonly about: string | null;
};

/** What one round trip tells of the case's whole tree. */
export type Context = {
  readonly receipt?: { readonly asked: string; readonly result: unknown };
  readonly number: number | null;
  /** Records the input names that the institution does not have. */
  readonly missing: readonly { readonly register: string; readonly id: string }[];
  readonly cases: readonly CaseRow[];
  readonly steps: readonly StepRow[];
  readonly due: readonly DueRow[];
  readonly duties: readonly OwedRow[];
  readonly members: readonly { readonly case: string; readonly person: string; readonly role: string }[];
  readonly issued: readonly {
    readonly id: string;
    readonly case: string;
    readonly kind: string;
    readonly version: number;
    readonly state: string;
  }[];
  readonly holds: readonly { readonly id: string; readonly register: string; readonly record: string; readonly claim: string }[];
  /** Ledger lines of the tree that are neither reversed nor reversals; amounts in fen, as text. */
  readonly entries: readonly LineRow[];
  readonly roles: readonly string[];
  readonly adoptions: readonly Adoption[];
  readonly person: { readonly id: string; readonly name: string } | null;
  /** The roles that the asker has as a guest of the case. */
  readonly guests: readonly string[];
};

/** A record that an input names. */
export type Reference = { readonly register: string; readonly id: string; readonly at: readonly (string | number)[] };

export type Opening = {
  readonly person: string | null;
  readonly institution: string;
  readonly case: string | null;
  readonly key: string | null;
  readonly at: Instant;
  readonly counter: string | null;
  /** The SQL functions that may say whether the asker is a guest of the case. */
  readonly guests: readonly string[];
  readonly refs?: readonly Reference[];
};

/** Says who asks, locks the tree's root, and loads the context. Undefined where the institution has no such case. */
export async function openContext(db: Connection, o: Opening): Promise<Context | undefined> {
  const values = [o.person, o.institution, o.case, o.key, o.at, o.counter, JSON.stringify(o.refs ?? [])];
  const opening = 'select command_open($1, $2, $3, $4, $5, $6, $7) as c';
  type Opened = { c: Record<string, unknown> | null; guests?: readonly string[] };
  const roles = o.guests.map((f) => `${f}($3, $1, $8)`).join(' || ');
  const [row] = roles
    ? await run<Opened>(db, `with o as materialized (${opening}) select c, ${roles} as guests from o`, [...values, dayAt(o.at)])
    : await run<Opened>(db, opening, values);
  if (!row?.c) return undefined;
  const c = row.c as Partial<Context>;
  return {
    ...(c.receipt ? { receipt: c.receipt } : {}),
    number: c.number ?? null,
    missing: c.missing ?? [],
    cases: c.cases ?? [],
    steps: c.steps ?? [],
    due: c.due ?? [],
    duties: c.duties ?? [],
    members: c.members ?? [],
    issued: c.issued ?? [],
    holds: c.holds ?? [],
    entries: c.entries ?? [],
    roles: c.roles ?? [],
    adoptions: (c.adoptions ?? []).map(asAdoption),
    person: c.person ?? null,
    guests: row.guests ?? [],
  };
}

/** The roles that somebody has as a guest of a case, by the SQL function of its procedure. */
export async function guestRoles(db: Connection, guests: string | undefined, o: Guest): Promise<readonly string[]> {
  if (guests === undefined) return [];
  const [row] = await run<{ roles: readonly string[] }>(db, `select ${guests}($1, $2, $3) as roles`, [o.case, o.person, o.today]);
  return row!.roles;
}

/** The case and those above it, nearest first. */
export function lineage(cases: readonly CaseRow[], id: string): CaseRow[] {
  const found: CaseRow[] = [];
  for (let at: string | null = id; at !== null; ) {
    const one = cases.find((c) => c.id === at);
    if (!one) break;
    found.push(one);
    at = one.parent_id;
  }
  return found;
}

/** The steps that the step this case fulfils waits for, directly or through others, and the step itself. */
export function stepsBefore(
  steps: readonly StepRow[],
  child: string,
): { readonly own: StepRow; readonly before: readonly StepRow[] } | undefined {
  const own = steps.find((s) => s.child_id === child);
  if (!own) return undefined;
  const route = steps.filter((s) => s.case_id === own.case_id && s.route === own.route);
  const awaited = before(waitsOf(route), own.step);
  return { own, before: route.filter((s) => awaited.has(s.step)) };
}
