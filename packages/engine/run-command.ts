import { createHash } from 'node:crypto';
import { cited, next } from '../kernel/chart.ts';
import { textOf } from '../kernel/clause-id.ts';
import type { Circumstances, Happened, Outcome, Recorded } from '../kernel/command.ts';
import { isRefusal } from '../kernel/command.ts';
import { type Day, dayAt, type Instant } from '../kernel/day.ts';
import { canonical, type Json, type JsonRecord } from '../kernel/json.ts';
import type { Trace } from '../kernel/law.ts';
import { type Refusal, refuse, refuseField, unmet } from '../kernel/refusal.ts';
import { answerLaw, type Ground, type LawAsked, revisionsOf } from './answer-law.ts';
import {
  type Accepted,
  type Ask,
  type Asker,
  asRecorded,
  type Preview,
  type Refused,
  type Result,
  recordedFields,
  referencesIn,
} from './ask.ts';
import { type CaseRow, type Context, type DueRow, lineage, openContext } from './context.ts';
import type { Connection } from './database.ts';
import type { Engine } from './engine.ts';
import { gate } from './gate.ts';
import { newId } from './ids.ts';
import { actionOf, may, wideRoles } from './permissions.ts';
import { NoPlace, Plan } from './plan.ts';
import type { About, Wired } from './procedure.ts';
import { otherReadings } from './readings.ts';
import { append } from './statement.ts';
import { insert, json } from './write.ts';

/** Something that must happen before the command: the case's passed deadlines, in due order. */
class DeadlinesFirst extends Error {
  readonly due: readonly DueRow[];
  constructor(due: readonly DueRow[]) {
    super('deadlines have passed');
    this.due = due;
  }
}
class Previewed extends Error {
  readonly preview: Preview;
  constructor(preview: Preview) {
    super('previewed');
    this.preview = preview;
  }
}
class RolledBack extends Error {
  readonly result: Result;
  constructor(result: Result) {
    super('refused');
    this.result = result;
  }
}
const refusedBy = (...refusals: readonly Refusal[]): Refused => ({ accepted: false, refusals });
const stop = (...refusals: readonly Refusal[]): never => {
  throw new RolledBack(refusedBy(...refusals));
};

type Running = {
  readonly engine: Engine;
  readonly asker: Asker;
  readonly ask: Ask;
  readonly wired: Wired;
  readonly procedure: string | undefined;
  readonly input: unknown;
  readonly recorded?: Recorded;
  readonly at: Instant;
  /** Set when a passed deadline runs the command. */
  readonly deadline?: DueRow;
};

/** Runs one command: the only way anything changes. Refusals are answers; only faults are thrown. */
export async function runCommand(engine: Engine, asker: Asker, ask: Ask): Promise<Result> {
  const found = engine.commands.get(ask.command);
  if (!found || (found.wired.system && asker.person !== null)) return refusedBy(refuse('command.unknown', { command: ask.command }));
  const { command } = found.wired;
  const at = engine.clock.now();

  const read = command.input.read(ask.input);
  const recorded = ask.recorded === undefined || ask.recorded === null ? undefined : recordedFields.read(ask.recorded);
  const wrongs = [
    ...('wrongs' in read ? read.wrongs : []),
    ...(recorded && 'wrongs' in recorded ? recorded.wrongs.map((w) => ({ ...w, at: ['recorded', ...(w.at ?? [])] })) : []),
  ];
  if (wrongs.length > 0 || 'wrongs' in read || (recorded && 'wrongs' in recorded)) return refusedBy(...wrongs.map(refuseField));
  const fact = recorded && asRecorded(recorded.values);
  if (fact && !command.recordable) return refusedBy(refuse('recorded.not_recordable', { command: command.name }));
  if (fact && fact.on > dayAt(at)) return refusedBy(refuse('recorded.future', { on: fact.on }, { at: ['recorded', 'on'] }));

  const running: Running = { engine, asker, ask, ...found, input: read.values, at, ...(fact ? { recorded: fact } : {}) };
  return settle(running);
}

/** What the command would do: the same way to the same decision, and nothing written. */
export async function previewCommand(engine: Engine, asker: Asker, ask: Ask): Promise<Preview> {
  try {
    const result = await runCommand(engine, asker, { ...ask, preview: true });
    return { refusals: result.accepted ? [] : result.refusals, warnings: [], findings: [], happens: [] };
  } catch (e) {
    if (e instanceof Previewed) return e.preview;
    throw e;
  }
}

/** Applies passed deadlines first, retries what the database asks to retry, and turns its constraints into refusals. */
async function settle(running: Running): Promise<Result> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await running.engine.database.kysely.transaction().execute((db) => within(db, running));
    } catch (e) {
      if (e instanceof RolledBack) return e.result;
      if (e instanceof DeadlinesFirst) {
        for (const due of e.due) await passDeadline(running.engine, running.asker.institution, due);
        if (attempt > 50) throw new Error('deadlines keep passing', { cause: e });
        continue;
      }
      const { code, constraint } = e as { code?: string; constraint?: string };
      if (attempt < 5 && (code === '40001' || code === '40P01' || constraint === 'command_receipt_pkey')) continue;
      if (code === '23505' && constraint === 'hold_once') return refusedBy(refuse('hold.taken'));
      if (code === '23505') return refusedBy(refuse('record.exists', { constraint: constraint ?? '' }));
      throw e;
    }
  }
}

/** Runs the command that a passed day brings. Whatever the command makes of it, the day has passed. */
export async function passDeadline(engine: Engine, institution: string, due: DueRow): Promise<Result> {
  const found = engine.commands.get(due.moves);
  if (!found?.wired.system) throw new Error(`the deadline names ${due.moves}, which no passed day may run`);
  const asker: Asker = { institution, person: null };
  const ask: Ask = { command: due.moves, case: due.case, input: {} };
  return settle({ engine, asker, ask, ...found, input: {}, at: engine.clock.now(), deadline: due });
}

/** The six steps, in one transaction of three statements: open, load, write. */
async function within(db: Connection, r: Running): Promise<Accepted> {
  const { engine, asker, ask, wired } = r;
  const { command } = wired;
  const opensRoot = wired.opens === 'root';
  const target = opensRoot ? null : (ask.case ?? stop(refuse('case.not_found')));
  const word = r.procedure && opensRoot ? engine.procedures.get(r.procedure)?.numbered : undefined;
  const today = dayAt(r.at);
  const context = await openContext(db, {
    person: asker.person,
    institution: asker.institution,
    case: target,
    key: ask.key ?? null,
    at: r.at,
    counter: word ? `${word}〔${today.slice(0, 4)}〕` : null,
    refs: [...referencesIn(command.input.shape, ask.input), ...referencesIn(recordedFields.shape, ask.recorded)],
  });
  if (!context) return stop(refuse('case.not_found'));
  const asked = createHash('sha256')
    .update(
      canonical({
        command: command.name,
        case: ask.case ?? null,
        input: (ask.input ?? {}) as Json,
        recorded: (ask.recorded ?? null) as Json,
      }),
    )
    .digest('hex');
  if (context.receipt) {
    if (context.receipt.asked !== asked) stop(refuse('command.key_reused'));
    throw new RolledBack(context.receipt.result as Accepted);
  }
  const own = target === null ? undefined : context.cases.find((c) => c.id === target)!;
  if (!r.deadline && context.due.length > 0) throw new DeadlinesFirst(context.due);
  if (r.deadline && !context.due.some((d) => d.id === r.deadline!.id)) return nothing(own!);
  checkAsker(r, context, own);

  const on: Day = r.recorded?.on ?? r.deadline?.due_on ?? today;
  const caseId = wired.opens ? newId() : own!.id;
  const about: About<unknown> = {
    case: wired.opens ? (own?.id ?? caseId) : caseId,
    institution: asker.institution,
    person: asker.person,
    today,
    input: r.input,
  };
  const facts = await (wired.load as (db: Connection, a: About<unknown>) => Promise<unknown>)(db, about);
  const law = engine.law.law(context.adoptions);
  const ground = groundOf(wired, facts, r.input, on);
  const lawAsked = answerLaw(law, command, ground);
  if (lawAsked.refusals.length > 0) stop(...lawAsked.refusals);

  const circumstances = circumstancesOf(r, on);
  const decide = (l: LawAsked['law']): Outcome<string, string> =>
    (command.decide as (g: unknown) => Outcome<string, string>)({ ...circumstances, input: r.input, facts, law: l });
  const outcome = decide(lawAsked.law);
  const { standing, findings, warnings } = weigh(r, context, own, on, outcome);
  if (ask.preview)
    throw new Previewed({ refusals: standing, warnings, findings, happens: outcome.filter((x): x is Happened => !isRefusal(x)) });
  if (standing.length > 0 && !r.deadline) stop(...standing);
  const happened = standing.length > 0 ? [] : outcome.filter((x): x is Happened => !isRefusal(x));
  if (happened.length === 0 && !r.deadline) throw new Error(`${command.name} neither refused nor happened`);

  const readings = otherReadings({ law, command, ground, base: outcome, decide });
  const plan = placed(() => planned({ r, context, own, caseId, on, happened, findings, lawAsked, readings }));
  const result: Accepted = {
    accepted: true,
    case: caseId,
    number: plan.caseOf(caseId).number,
    events: plan.events.map((e) => ({ stream: e.stream, seq: e.seq, type: e.type })),
    findings: findings.map((f) => f.refused),
    warnings,
  };
  await append(db, {
    plan,
    institution: asker.institution,
    person: asker.person,
    at: r.at,
    on,
    command: command.name,
    decidedBy: r.recorded?.decidedBy ?? null,
    jobs: await Promise.all(plan.jobs.map((j) => engine.jobs.statement(j.queue, j.data))),
    ...(ask.key && asker.person ? { receipt: { key: ask.key, asked, result } } : {}),
  });
  return result;
}

/** A deadline that another process has passed already. */
const nothing = (own: CaseRow): Accepted => ({ accepted: true, case: own.id, number: own.number, events: [], findings: [], warnings: [] });

export function rolesIn(context: Context, caseId: string | undefined, person: string | null): string[] {
  const cases = caseId === undefined ? [] : lineage(context.cases, caseId).map((c) => c.id);
  return [...context.roles, ...context.members.filter((m) => m.person === person && cases.includes(m.case)).map((m) => m.role)];
}

const isWide = (roles: readonly string[]): boolean => roles.some((r) => (wideRoles as readonly string[]).includes(r));
function takesPart(context: Context, caseId: string, person: string): boolean {
  const cases = lineage(context.cases, caseId).map((c) => c.id);
  return isWide(context.roles) || context.members.some((m) => m.person === person && cases.includes(m.case));
}

/** Who may, whether the case is as the asker saw it, and whether the chart has a place for the command. */
function checkAsker(r: Running, context: Context, own: CaseRow | undefined): void {
  const { engine, asker, ask, wired } = r;
  const { command } = wired;
  const unknown = context.missing.map((m) => {
    const at = [...referencesIn(command.input.shape, ask.input), ...referencesIn(recordedFields.shape, ask.recorded)].find(
      (x) => x.id === m.id,
    )?.at;
    return refuse('reference.unknown', { register: m.register }, at ? { at } : {});
  });
  if (unknown.length > 0) stop(...unknown);
  if (asker.person !== null) {
    const action = actionOf(command.action);
    const code = r.recorded ? 'E' : action.code;
    const roles = rolesIn(context, own?.id, asker.person);
    // Who neither sees the whole institution nor takes part in the case does not learn that it exists.
    if (own && !takesPart(context, own.id, asker.person)) stop(refuse('case.not_found'));
    if (!may(engine.matrix, { row: action.row, code }, roles))
      stop(refuse('may.not', { row: action.row, code, roles: [...new Set(roles)] }));
  }
  if (!own) return;
  if (own.withdrawn) stop(refuse('case.withdrawn', { title: own.title }));
  if (ask.seen !== undefined && own.seq > ask.seen) stop(refuse('case.changed', { seen: ask.seen, now: own.seq }));
  const place = placeRefusal(engine, wired, r.procedure, own);
  if (place && !r.deadline) stop(place);
}

/** Whether the chart has a place for any event that the command brings, and whether the command is of this procedure at all. */
export function placeRefusal(engine: Engine, wired: Wired, procedure: string | undefined, own: CaseRow): Refusal | undefined {
  if (procedure === undefined || wired.opens === 'root') return undefined;
  const expected = typeof wired.opens === 'object' ? wired.opens.under : procedure;
  if (own.procedure !== expected) return refuse('command.other_procedure', { procedure: own.procedure });
  if (wired.opens) {
    // A child that its parent must answer to can only be opened where the parent's chart has a place for that.
    const child = engine.procedures.get(procedure)!.chart.def;
    const parent = engine.procedures.get(expected)!;
    const answer = parent.awaits?.[child.id]?.[child.opened]?.event;
    return answer === undefined || next(parent.chart, own.state, answer)
      ? undefined
      : refuse('chart.no_place', { procedure: own.procedure, state: own.state, title: own.title });
  }
  const { chart } = engine.procedures.get(procedure)!;
  const fits = wired.command.brings.some((e) => next(chart, own.state, e) !== undefined);
  return fits ? undefined : refuse('chart.no_place', { procedure, state: own.state, title: own.title });
}

export function groundOf(wired: Wired, facts: unknown, input: unknown, on: Day): Ground {
  const { ground, asks, name } = wired.command;
  if (ground) return (ground as (g: unknown) => Ground)({ facts, input, on });
  if (asks.length > 0) throw new Error(`${name} asks rules but states no ground`);
  return { given: {}, dates: {} };
}

function circumstancesOf(r: Running, on: Day): Circumstances {
  return {
    at: r.at,
    on,
    calendar: r.engine.law.calendar,
    actor: { person: r.asker.person ?? '' },
    ...(r.recorded ? { recorded: r.recorded } : {}),
    id: newId,
    cite: (clause) => r.engine.law.cite(clause),
    text: (id) => r.engine.law.shelf.get(id)?.text,
  };
}

type Weighed = { readonly standing: readonly Refusal[]; readonly findings: readonly Refusal[]; readonly warnings: readonly Refusal[] };

/** Act or record: what is unmet refuses an act, and is a finding of a recorded fact. */
function weigh(r: Running, context: Context, own: CaseRow | undefined, on: Day, outcome: Outcome<string, string>): Weighed {
  const { command } = r.wired;
  const gated = own && command.gated ? gate(context.steps, own.id, on) : [];
  const said = [...gated, ...outcome.filter(isRefusal)];
  const noPaper =
    r.recorded && !r.recorded.paper ? [unmet('recorded.no_paper', stepClauses(context, own), { decidedBy: r.recorded.decidedBy })] : [];
  const open = [...said.filter((x) => x.how === 'unmet'), ...noPaper];
  const impossible = said.filter((x) => x.how === 'impossible');
  return {
    standing: r.recorded ? impossible : [...impossible, ...open],
    findings: r.recorded ? open : [],
    warnings: said.filter((x) => x.how === 'warning'),
  };
}
const stepClauses = (context: Context, own: CaseRow | undefined): readonly string[] =>
  context.steps.find((s) => s.child_id === own?.id)?.clauses ?? [];

type Deciding = {
  readonly r: Running;
  readonly context: Context;
  readonly own: CaseRow | undefined;
  readonly caseId: string;
  readonly on: Day;
  readonly happened: readonly Happened[];
  readonly findings: readonly Refusal[];
  readonly lawAsked: LawAsked;
  readonly readings: readonly JsonRecord[];
};

/** An event that the chart of some case in the tree has no place for refuses the command. */
function placed(plan: () => Plan): Plan {
  try {
    return plan();
  } catch (e) {
    if (e instanceof NoPlace) return stop(refuse('chart.no_place', { procedure: e.procedure, state: e.state, title: e.title }));
    throw e;
  }
}

function planned(d: Deciding): Plan {
  const { r, context, own, caseId, on } = d;
  const { engine, asker, wired } = r;
  const texts = new Set(context.adoptions.map((a) => a.text));
  const adopted = (clauses: readonly string[]): readonly string[] => clauses.filter((c) => texts.has(textOf(c)));
  const plan = new Plan({
    context,
    procedures: engine.procedures,
    chartHashes: engine.chartHashes,
    institution: asker.institution,
    actor: asker.person,
    command: wired.command.name,
    at: r.at,
    on,
    ...(r.recorded ? { recorded: r.recorded } : {}),
    newId,
    adopted,
  });
  const procedure = r.procedure!;
  if (wired.opens) {
    const { numbered } = engine.procedures.get(procedure)!;
    const number = numbered && wired.opens === 'root' ? `${numbered}〔${dayAt(r.at).slice(0, 4)}〕${context.number}号` : undefined;
    const title = String(d.happened[0]?.data.title ?? '');
    plan.open(caseId, { procedure, title, ...(number ? { number } : {}), ...(typeof wired.opens === 'object' ? { parent: own!.id } : {}) });
  }
  const answered = Object.values(d.lawAsked.law).flatMap((a) => a?.clauses ?? []);
  const house = r.procedure === undefined ? { house: true as const } : {};
  if (r.deadline) {
    plan.pass(r.deadline.id);
    plan.happen(
      caseId,
      { event: 'deadline.passed', data: { on: r.deadline.due_on, moves: r.deadline.moves }, brings: {} },
      { house: true },
    );
  }
  for (const h of d.happened) {
    plan.happen(caseId, h, { ...house, clauses: answered });
    if (h.event === 'record.corrected') plan.supersede({ kinds: h.data.documents as readonly string[] });
  }
  for (const f of d.findings) openFinding(plan, d, f, adopted);
  if (d.lawAsked.answers.length > 0) {
    const { seq } = plan.caseOf(caseId);
    plan.write(
      insert('decision', {
        id: newId(),
        case_id: caseId,
        seq,
        command: wired.command.name,
        on_day: on,
        answers: json(d.lawAsked.answers.map((a) => written(a.trace))),
        readings: json(d.readings),
        revisions: json(revisionsOf(d.lawAsked.answers)),
      }),
    );
  }
  return plan;
}

/** A trace as it is kept: values as text, because jsonb would sort the keys that a file has in its own order. */
const written = (trace: Trace): object => ({
  ...trace,
  considered: trace.considered.map((c) => ({ ...c, value: JSON.stringify(c.value) })),
});

function openFinding(plan: Plan, d: Deciding, f: Refusal, adopted: (c: readonly string[]) => readonly string[]): void {
  const id = newId();
  const clauses = adopted(cited(f.clause));
  plan.write(
    insert('finding', {
      id,
      case_id: d.caseId,
      code: f.refused,
      clauses: [...clauses],
      facts: json(f.facts),
      owner_role: 'TT',
      opened_on: dayAt(d.r.at),
      state: 'open',
    }),
  );
  for (const clause of clauses) plan.mentions.push({ kind: 'clause', about: clause, what: 'finding', ref: id, case: d.caseId });
}
