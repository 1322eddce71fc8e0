import { answerLaw, type LawAsked } from '../kernel/answer-law.ts';
import { type Happened, isRefusal, type Outcome } from '../kernel/command.ts';
import { dayAt } from '../kernel/day.ts';
import { isId } from '../kernel/id.ts';
import { canonical, type Json } from '../kernel/json.ts';
import { otherReadings } from '../kernel/other-readings.ts';
import { type Refusal, refuse, refuseField } from '../kernel/refusal.ts';
import { weigh } from './act-or-record.ts';
import { admission } from './admission.ts';
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
import { type CaseRow, type Context, type DueRow, openContext } from './context.ts';
import type { Connection } from './database.ts';
import type { Engine } from './engine.ts';
import { newId } from './ids.ts';
import { NoPlace, type Plan } from './plan/plan.ts';
import type { About } from './procedure.ts';
import { circumstancesOf, groundOf, type Running } from './running.ts';
import { sha256 } from './sha256.ts';
import { append } from './statement.ts';
import { type Decided, workOut } from './work-out.ts';

/** Something that must happen before the command: the case's passed deadlines, in due order. */
class DeadlinesFirst extends Error {
  readonly due: readonly DueRow[];
  constructor(due: readonly DueRow[]) {
    super('deadlines have passed');
    this.due = due;
  }
}
/** The transaction ends without writing: with a refusal, with an answer already given, or with what would happen. */
class Unwritten extends Error {
  readonly answer: Result | { readonly preview: Preview };
  constructor(answer: Result | { readonly preview: Preview }) {
    super('unwritten');
    this.answer = answer;
  }
}
const refusedBy = (...refusals: readonly Refusal[]): Refused => ({ accepted: false, refusals });
const stop = (...refusals: readonly Refusal[]): never => {
  throw new Unwritten(refusedBy(...refusals));
};

/** Runs one command: the only way anything changes. Refusals are answers; only faults are thrown. */
export async function runCommand(engine: Engine, asker: Asker, ask: Ask): Promise<Result> {
  const answer = await answerTo(engine, asker, ask, false);
  if ('preview' in answer) throw new Error('a command ran as a preview');
  return answer;
}

/** What the command would do: the same way to the same decision, and nothing written. */
export async function previewCommand(engine: Engine, asker: Asker, ask: Ask): Promise<Preview> {
  const answer = await answerTo(engine, asker, ask, true);
  if ('preview' in answer) return answer.preview;
  return { refusals: answer.accepted ? [] : answer.refusals, warnings: [], findings: [], happens: [] };
}

type Answer = Result | { readonly preview: Preview };
async function answerTo(engine: Engine, asker: Asker, ask: Ask, preview: boolean): Promise<Answer> {
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
  return settle({ engine, asker, ask, preview, ...found, input: read.values, at, ...(fact ? { recorded: fact } : {}) });
}

/** Applies passed deadlines first, retries what the database asks to retry, and turns its constraints into refusals. */
async function settle(running: Running): Promise<Answer> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await running.engine.database.transaction((db) => within(db, running));
    } catch (e) {
      if (e instanceof Unwritten) return e.answer;
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
export async function passDeadline(engine: Engine, institution: string, due: DueRow): Promise<void> {
  const found = engine.commands.get(due.moves);
  if (!found?.wired.system) throw new Error(`the deadline names ${due.moves}, which no passed day may run`);
  const asker: Asker = { institution, person: null };
  const ask: Ask = { command: due.moves, case: due.case, input: {} };
  await settle({ engine, asker, ask, preview: false, ...found, input: {}, at: engine.clock.now(), deadline: due });
}

/** The six steps, in one transaction of three statements: open, load, write. */
async function within(db: Connection, r: Running): Promise<Accepted> {
  const context = await opened(db, r);
  const asked = hashOf(r.ask);
  if (context.receipt) {
    if (context.receipt.asked !== asked) stop(refuse('command.key_reused'));
    throw new Unwritten(context.receipt.result as Accepted);
  }
  const own = r.wired.opens === 'root' ? undefined : context.cases.find((c) => c.id === r.ask.case)!;
  if (!r.deadline && context.due.length > 0) throw new DeadlinesFirst(context.due);
  if (r.deadline && !context.due.some((d) => d.id === r.deadline!.id)) return passedAlready(own!);
  const refused = admission(r, { context, own });
  if (refused.length > 0) stop(...refused);

  const { decided, weighed } = await decide(db, r, context, own);
  const { standing: refusals, warnings, findings } = weighed;
  if (r.preview) {
    if (refusals.length === 0) placed(decided);
    throw new Unwritten({ preview: { refusals, warnings, findings, happens: r.wired.command.unforeseen ? [] : decided.happened } });
  }
  if (refusals.length > 0 && !r.deadline) stop(...refusals);
  const plan = placed(decided);
  const result = resultOf(plan, decided, warnings);
  await append(db, {
    plan,
    institution: r.asker.institution,
    person: r.asker.person,
    at: r.at,
    on: decided.on,
    command: r.wired.command.name,
    decidedBy: r.recorded?.decidedBy ?? null,
    jobs: await Promise.all(plan.jobs.map((j) => r.engine.jobs.statement(j.queue, j.data))),
    ...(r.ask.key && r.asker.person ? { receipt: { key: r.ask.key, asked, result } } : {}),
  });
  return result;
}

async function opened(db: Connection, { engine, asker, ask, wired, procedure, at }: Running): Promise<Context> {
  const opensRoot = wired.opens === 'root';
  const word = procedure && opensRoot ? engine.procedures.get(procedure)?.numbered : undefined;
  const context = await openContext(db, {
    person: asker.person,
    institution: asker.institution,
    case: opensRoot ? null : ask.case && isId(ask.case) ? ask.case : stop(refuse('case.not_found')),
    key: ask.key ?? null,
    at,
    counter: word ? `${word}〔${dayAt(at).slice(0, 4)}〕` : null,
    guests: guestsOf(engine, typeof wired.opens === 'object' ? wired.opens.under : procedure),
    refs: [...referencesIn(wired.command.input.shape, ask.input), ...referencesIn(recordedFields.shape, ask.recorded)],
  });
  if (!context) return stop(refuse('case.not_found'));
  await engine.law.learn(db, asker.institution, context.adoptions);
  return context;
}

/** Who may be a guest of a case of that procedure; a command of every case may be sent in one of any. */
function guestsOf(engine: Engine, procedure: string | undefined): readonly string[] {
  const all = procedure === undefined ? [...engine.procedures.values()] : [engine.procedures.get(procedure)];
  return [...new Set(all.flatMap((p) => p?.guests ?? []))];
}

/** What was asked, so that the same key cannot stand for something else. */
function hashOf(ask: Ask): string {
  const { command, case: of = null, input = {}, recorded = null } = ask;
  return sha256(canonical({ command, case: of, input: input as Json, recorded: recorded as Json }));
}

/** Loads the facts, asks the law, decides, and weighs what was said. */
async function decide(db: Connection, r: Running, context: Context, own: CaseRow | undefined) {
  const { engine, asker, wired, input } = r;
  const { command } = wired;
  const today = dayAt(r.at);
  const on = r.recorded?.on ?? r.deadline?.due_on ?? today;
  const caseId = wired.opens ? newId() : own!.id;
  const about: About<unknown> = {
    case: own?.id ?? caseId,
    institution: asker.institution,
    person: asker.person,
    today,
    input,
    law: engine.law,
  };
  const facts = await (wired.load as (db: Connection, a: About<unknown>) => Promise<unknown>)(db, about);
  const laws = engine.law.laws(context.adoptions);
  const ground = groundOf(wired, facts, input, on);
  const lawAsked = answerLaw(laws, command, ground);
  // A day passes whatever the law now says: the case goes on without what the command would have brought.
  if (lawAsked.refusals.length > 0 && !r.deadline) stop(...lawAsked.refusals);

  const circumstances = circumstancesOf(engine, asker, { at: r.at, on, ...(r.recorded ? { recorded: r.recorded } : {}) });
  const outcomeUnder = (l: LawAsked['law']): Outcome<string, string> =>
    (command.decide as (g: unknown) => Outcome<string, string>)({ ...circumstances, input, facts, law: l });
  const base = lawAsked.refusals.length > 0 ? lawAsked.refusals : outcomeUnder(lawAsked.law);
  const weighed = weigh(r, context, own, on, base);
  const happened = base.filter((x): x is Happened => !isRefusal(x));
  if (happened.length === 0 && weighed.standing.length === 0 && !r.deadline)
    throw new Error(`${command.name} neither refused nor happened`);
  const readings = otherReadings({ laws, command, ground, asked: lawAsked, base, decide: outcomeUnder });
  const stands = weighed.standing.length === 0 || r.preview ? happened : [];
  const decided: Decided = { r, context, own, caseId, on, happened: stands, findings: weighed.findings, lawAsked, readings };
  return { decided, weighed };
}

/** An event that the chart of some case in the tree has no place for refuses the command. */
function placed(decided: Decided): Plan {
  try {
    return workOut(decided);
  } catch (e) {
    if (e instanceof NoPlace) return stop(refuse('chart.no_place', { procedure: e.procedure, state: e.state, title: e.title }));
    throw e;
  }
}

function resultOf(plan: Plan, { caseId, findings }: Decided, warnings: readonly Refusal[]): Accepted {
  return {
    accepted: true,
    case: caseId,
    number: plan.caseOf(caseId).number,
    events: plan.events.map((e) => ({ stream: e.stream, seq: e.seq, type: e.type })),
    findings: findings.map((f) => f.refused),
    warnings,
  };
}
/** A deadline that another process has passed already. */
const passedAlready = (own: CaseRow): Accepted => ({
  accepted: true,
  case: own.id,
  number: own.number,
  events: [],
  findings: [],
  warnings: [],
});
