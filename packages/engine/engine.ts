import { type Chart, checkChart, cited } from '../kernel/chart.ts';
import type { AnyRule } from '../kernel/rule.ts';
import { chartHash } from './chart-shelf.ts';
import type { Database } from './database.ts';
import { houseApply, houseCommands } from './house/house.ts';
import type { Jobs } from './jobs.ts';
import type { LawShelf } from './law-shelf.ts';
import { lentRow } from './lent-row.ts';
import { actionOf, type Matrix } from './permissions.ts';
import type { Clock } from './ports/clock.ts';
import type { Capability, Procedure, Wired } from './procedure.ts';

/** The runtime of one process: what commands there are, what law runs, where it is written. */
export type Engine = {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly law: LawShelf;
  readonly matrix: Matrix;
  readonly procedures: ReadonlyMap<string, Procedure>;
  /** The chart that a new case of a procedure is opened on. */
  readonly chartHashes: ReadonlyMap<string, string>;
  /** Every chart that a case may be on, by hash. */
  readonly charts: ReadonlyMap<string, Chart>;
  /** Commands by name, each with its procedure; a house command belongs to none. */
  readonly commands: ReadonlyMap<string, Commanded>;
  /** Commands that people give in a case of the procedure, by the procedure. */
  readonly commandsIn: ReadonlyMap<string, readonly Commanded[]>;
};
export type Commanded = { readonly wired: Wired; readonly procedure: string | undefined };

export type EngineParts = {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly law: LawShelf;
  readonly matrix: Matrix;
  readonly capabilities: readonly Capability[];
  readonly charts: ReadonlyMap<string, Chart>;
};

export const rulesOf = (capabilities: readonly Capability[]): ReadonlyMap<string, AnyRule> =>
  new Map(capabilities.flatMap((c) => c.rules).map((r) => [r.id, r]));

const citesOf = ({ def }: Chart): readonly string[] => [
  ...cited(def.clause),
  ...Object.values(def.states).flatMap((s) => Object.values(s.on ?? {}).flatMap((step) => cited(step.clause))),
];

/** Puts the declarations together and refuses, at once, what could only fail later: names twice, charts at fault, rows the matrix lacks. */
export function createEngine(parts: EngineParts): Engine {
  const procedures = new Map<string, Procedure>();
  const commands = new Map<string, Commanded>();
  const add = (wired: Wired, procedure: string | undefined): void => {
    const { name, action } = wired.command;
    if (commands.has(name)) throw new Error(`two commands are called ${name}`);
    const { row } = actionOf(action);
    if (!wired.system && row !== lentRow && !parts.matrix.rows.has(row))
      throw new Error(`${name}: the permission matrix has no row ${action}`);
    commands.set(name, { wired, procedure });
  };
  for (const p of parts.capabilities.flatMap((c) => c.procedures)) {
    const { id } = p.chart.def;
    if (procedures.has(id)) throw new Error(`two procedures are called ${id}`);
    const unknown = citesOf(p.chart).find((c) => c.startsWith('@') && !parts.law.rules.has(c.slice(1)));
    if (unknown) throw new Error(`the chart ${id} rests on ${unknown}, which is no rule`);
    const [fault] = checkChart(p.chart);
    if (fault) throw new Error(fault);
    procedures.set(id, { ...p, apply: { ...houseApply, ...p.apply } });
    for (const w of p.commands) add(w, id);
    for (const row of Object.values(p.lends ?? {}))
      if (!parts.matrix.rows.has(row)) throw new Error(`${id} lends a row that the permission matrix does not have: ${row}`);
  }
  for (const w of houseCommands(procedures)) add(w, undefined);
  const chartHashes = new Map([...procedures].map(([id, p]) => [id, chartHash(p.chart)]));
  const { capabilities: _, ...rest } = parts;
  return { ...rest, procedures, chartHashes, commands, commandsIn: commandsIn(commands.values()) };
}

function commandsIn(commands: Iterable<Commanded>): ReadonlyMap<string, readonly Commanded[]> {
  const found = new Map<string, Commanded[]>();
  for (const c of commands) {
    const { opens, system } = c.wired;
    const where = typeof opens === 'object' ? opens.under : opens === 'root' || system ? undefined : c.procedure;
    if (where !== undefined) found.set(where, [...(found.get(where) ?? []), c]);
  }
  return found;
}
