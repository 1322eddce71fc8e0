import { answerLaw } from '../kernel/answer-law.ts';
import { type Day, dayAt } from '../kernel/day.ts';
import type { FieldShape } from '../kernel/field.ts';
import type { JsonRecord } from '../kernel/json.ts';
import type { Trace } from '../kernel/law.ts';
import type { Laws } from '../kernel/party.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { placeRefusal } from './admission.ts';
import type { CaseRow, StepRow } from './context.ts';
import type { Connection } from './database.ts';
import type { Engine } from './engine.ts';
import { gate } from './gate.ts';
import { actionIn } from './lent-row.ts';
import { actionOf, may } from './permissions.ts';
import type { About, Wired } from './procedure.ts';
import { circumstancesOf, groundOf } from './running.ts';

/** One thing somebody may do now, or why not, and what the system already knows of its input. */
export type MayDo = {
  readonly command: string;
  /** Done here by the asker, who holds the code. */
  readonly act: boolean;
  /** Entered for another who decided (代录). */
  readonly record: boolean;
  /** What refuses an act now; a recorded fact would stand with findings. */
  readonly refusals: readonly Refusal[];
  readonly fields: Readonly<Record<string, FieldShape>>;
  readonly suggestion: JsonRecord;
  /** The law the form can already show. */
  readonly answers: readonly Trace[];
};

export type Looking = { readonly institution: string; readonly person: string; readonly roles: readonly string[] };
export type SeenCase = {
  readonly row: CaseRow;
  readonly parent: CaseRow | undefined;
  readonly steps: readonly StepRow[];
  readonly laws: Laws;
  /** Roles in this case and those above it, beside the roles in the institution. */
  readonly memberRoles: readonly string[];
};

/** Everything that has a place in the case's state, a use in the case, and that the asker's roles allow, with `ready` run on the facts. */
export async function dryRun(engine: Engine, db: Connection, who: Looking, seen: SeenCase): Promise<MayDo[]> {
  if (seen.row.withdrawn) return [];
  const at = engine.clock.now();
  const roles = [...who.roles, ...seen.memberRoles];
  const candidates: Candidate[] = [];
  const facts = new Map<unknown, Promise<unknown>>();
  for (const { wired, procedure } of engine.commandsIn.get(seen.row.procedure) ?? []) {
    if (placeRefusal(engine, wired, procedure, seen.row)) continue;
    const action = actionIn(engine, wired, seen.row, seen.parent);
    if (!action) continue;
    const { row, code } = action;
    const act = may(engine.matrix, { row, code }, roles);
    const record = wired.command.recordable === true && may(engine.matrix, { row, code: 'E' }, roles);
    if (!act && !record) continue;
    candidates.push({ who, seen, wired, at, act, record, facts });
  }
  return (await Promise.all(candidates.map((c) => readiness(engine, db, c)))).flatMap((m) => m ?? []);
}

type Candidate = {
  who: Looking;
  seen: SeenCase;
  wired: Wired;
  at: string;
  act: boolean;
  record: boolean;
  /** Facts already loaded for this case: commands of one procedure mostly share a loader. */
  facts: Map<unknown, Promise<unknown>>;
};

/** Undefined where the case has no use for the command. */
async function readiness(engine: Engine, db: Connection, c: Candidate): Promise<MayDo | undefined> {
  const { who, seen, wired } = c;
  const { command } = wired;
  const on: Day = dayAt(c.at);
  const about: About<unknown> = {
    case: seen.row.id,
    institution: who.institution,
    person: who.person,
    today: on,
    input: undefined,
    law: engine.law,
  };
  const load = wired.load as (db: Connection, a: About<unknown>) => Promise<unknown>;
  if (!c.facts.has(load)) c.facts.set(load, load(db, about));
  const facts = await c.facts.get(load);
  if ((command.applies as ((g: unknown) => boolean) | undefined)?.({ facts }) === false) return undefined;
  const asked = answerLaw(seen.laws, command, groundOf(wired, facts, undefined, on), { dry: true });
  const circumstances = circumstancesOf(engine, who, { at: c.at, on });
  const given = { ...circumstances, facts, law: asked.law };
  const ready = (command.ready as ((g: unknown) => readonly Refusal[]) | undefined)?.(given) ?? [];
  const gated = command.gated ? gate(seen.steps, seen.row.id, on) : [];
  return {
    command: command.name,
    act: c.act,
    record: c.record,
    refusals: [...asked.refusals, ...gated, ...ready],
    fields: command.input.shape,
    suggestion: (command.suggest as ((g: unknown) => JsonRecord) | undefined)?.(given) ?? {},
    answers: asked.answers.filter((a) => 'value' in a).map((a) => a.trace),
  };
}

/** What may be begun without a case: by procedure, for those whose roles allow it. */
export function mayOpen(
  engine: Engine,
  who: Looking,
): { readonly command: string; readonly fields: Readonly<Record<string, FieldShape>> }[] {
  return [...engine.commands.values()]
    .filter(({ wired }) => wired.opens === 'root' && !wired.system && may(engine.matrix, actionOf(wired.command.action), who.roles))
    .map(({ wired }) => ({ command: wired.command.name, fields: wired.command.input.shape }));
}
