import { type LawAsked, revisionsOf } from '../kernel/answer-law.ts';
import { cited } from '../kernel/chart.ts';
import type { Happened } from '../kernel/command.ts';
import { type Day, dayAt } from '../kernel/day.ts';
import type { JsonRecord } from '../kernel/json.ts';
import type { Trace } from '../kernel/law.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { CaseRow, Context } from './context.ts';
import { newId } from './ids.ts';
import { Plan } from './plan/plan.ts';
import type { Running } from './running.ts';
import { insert, json } from './write.ts';

/** A decision that stands: what happened, on which day and in which case, what was found, and the law it was decided by. */
export type Decided = {
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

/** Plans everything the decision brings; throws NoPlace where an event has no place in some case of the tree. */
export function workOut(d: Decided): Plan {
  const { r, caseId } = d;
  const plan = emptyPlan(d);
  if (r.wired.opens) plan.open(caseId, opening(d, r.wired.opens));
  if (r.deadline) {
    const { id, due_on: on, moves } = r.deadline;
    plan.duties.pass(id);
    plan.happen(caseId, { event: 'deadline.passed', data: { on, moves }, brings: {} }, { house: true });
  }
  const { clauses } = d.lawAsked;
  for (const h of d.happened) {
    plan.happen(caseId, h, r.procedure === undefined ? { house: true, clauses } : { clauses });
    if (h.event === 'record.corrected') plan.documents.supersede({ kinds: h.data.documents as readonly string[] });
  }
  for (const f of d.findings) openFinding(plan, d, f);
  if (d.lawAsked.answers.length > 0) keepDecision(plan, d);
  return plan;
}

function emptyPlan({ r, context, on, lawAsked }: Decided): Plan {
  const { engine, asker, wired } = r;
  const { whole } = engine.law.laws(context.adoptions);
  const answered = new Set(lawAsked.clauses);
  return new Plan({
    context,
    procedures: engine.procedures,
    chartHashes: engine.chartHashes,
    charts: engine.charts,
    institution: asker.institution,
    actor: asker.person,
    command: wired.command.name,
    at: r.at,
    on,
    ...(r.recorded ? { recorded: r.recorded } : {}),
    newId,
    adopted: (cites) => [...new Set([...whole.cited(cites, on), ...cites.filter((c) => answered.has(c))])],
  });
}

function opening({ r, context, own, happened }: Decided, opens: NonNullable<Running['wired']['opens']>): Parameters<Plan['open']>[1] {
  const procedure = r.procedure!;
  const title = String(happened[0]?.data.title ?? '');
  if (opens !== 'root') return { procedure, title, parent: own!.id };
  const { numbered } = r.engine.procedures.get(procedure)!;
  return numbered ? { procedure, title, number: `${numbered}〔${dayAt(r.at).slice(0, 4)}〕${context.number}号` } : { procedure, title };
}

function openFinding(plan: Plan, d: Decided, f: Refusal): void {
  const id = newId();
  const clauses = plan.options.adopted(cited(f.clause));
  const opened_on = dayAt(d.r.at);
  const row = { id, case_id: d.caseId, code: f.refused, clauses: [...clauses], facts: json(f.facts), opened_on };
  plan.write(insert('finding', { ...row, owner_role: 'TT', state: 'open' }));
  for (const about of clauses) plan.mentions.push({ kind: 'clause', about, what: 'finding', ref: id, case: d.caseId });
}

/** The answers of the law with their traces and other readings, beside the event they led to. */
function keepDecision(plan: Plan, { r, caseId, on, lawAsked, readings }: Decided): void {
  plan.write(
    insert('decision', {
      id: newId(),
      case_id: caseId,
      seq: plan.caseOf(caseId).seq,
      command: r.wired.command.name,
      on_day: on,
      answers: json(lawAsked.answers.map((a) => written(a.trace))),
      readings: json(readings),
      revisions: json(revisionsOf(lawAsked.answers)),
    }),
  );
}

/** A trace as it is kept: values as text, because jsonb would sort the keys that a file has in its own order. */
const written = (trace: Trace): object => ({
  ...trace,
  considered: trace.considered.map((c) => ({ ...c, value: JSON.stringify(c.value) })),
});
