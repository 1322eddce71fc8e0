import { next } from '../kernel/chart.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { recordedFields, referencesIn } from './ask.ts';
import { chartOf } from './chart-shelf.ts';
import { type CaseRow, type Context, lineage } from './context.ts';
import type { Engine } from './engine.ts';
import { actionIn } from './lent-row.ts';
import { may, wideRoles } from './permissions.ts';
import type { Wired } from './procedure.ts';
import type { Running } from './running.ts';

type Door = { readonly context: Context; readonly own: CaseRow | undefined };

/**
 * Why the asker's command is not let in, if so: unknown records, no right, a changed case, no place in the chart. A guest of the case, whom
 * its own records ask, takes part in it.
 */
export function admission(r: Running, { context, own }: Door): readonly Refusal[] {
  const { person } = r.asker;
  if (!own || person === null) return refusedAdmission(r, context, own);
  const members = [...context.members, ...context.guests.map((role) => ({ case: own.id, person, role }))];
  return refusedAdmission(r, { ...context, members }, own);
}

function refusedAdmission(r: Running, context: Context, own: CaseRow | undefined): readonly Refusal[] {
  const unknown = unknownRecords(r, context);
  if (unknown.length > 0) return unknown;
  const refused = notAllowed(r, context, own) ?? (own && notAsSeen(r, own));
  return refused ? [refused] : [];
}

function unknownRecords({ wired, ask }: Running, context: Context): Refusal[] {
  if (context.missing.length === 0) return [];
  const named = [...referencesIn(wired.command.input.shape, ask.input), ...referencesIn(recordedFields.shape, ask.recorded)];
  return context.missing.map((m) => {
    const at = named.find((x) => x.id === m.id)?.at;
    return refuse('reference.unknown', { register: m.register }, at ? { at } : {});
  });
}

function notAllowed(r: Running, context: Context, own: CaseRow | undefined): Refusal | undefined {
  const { person } = r.asker;
  if (person === null) return undefined;
  // Who neither sees the whole institution nor takes part in the case does not learn that it exists.
  if (own && !takesPart(context, own.id, person)) return refuse('case.not_found');
  const parent = context.cases.find((c) => c.id === own?.parent_id);
  const action = actionIn(r.engine, r.wired, own, parent);
  const code = r.recorded ? 'E' : (action?.code ?? '—');
  const roles = rolesIn(context, own?.id, person);
  if (action && may(r.engine.matrix, { row: action.row, code }, roles)) return undefined;
  return refuse('may.not', { row: action?.row ?? '—', code, roles: [...new Set(roles)] });
}

function rolesIn(context: Context, caseId: string | undefined, person: string): string[] {
  const cases = caseId === undefined ? [] : lineage(context.cases, caseId).map((c) => c.id);
  return [...context.roles, ...context.members.filter((m) => m.person === person && cases.includes(m.case)).map((m) => m.role)];
}
function takesPart(context: Context, caseId: string, person: string): boolean {
  if (context.roles.some((r) => (wideRoles as readonly string[]).includes(r))) return true;
  const cases = lineage(context.cases, caseId).map((c) => c.id);
  return context.members.some((m) => m.person === person && cases.includes(m.case));
}

function notAsSeen({ engine, ask, wired, procedure, deadline }: Running, own: CaseRow): Refusal | undefined {
  if (own.withdrawn && !wired.afterwards) return refuse('case.withdrawn', { title: own.title });
  if (ask.seen !== undefined && own.seq > ask.seen) return refuse('case.changed', { seen: ask.seen, now: own.seq });
  return deadline ? undefined : placeRefusal(engine, wired, procedure, own);
}

/** Whether the chart has a place for any event that the command brings, and whether the command is of this procedure at all. */
export function placeRefusal(engine: Engine, wired: Wired, procedure: string | undefined, own: CaseRow): Refusal | undefined {
  if (procedure === undefined || wired.opens === 'root') return undefined;
  const expected = typeof wired.opens === 'object' ? wired.opens.under : procedure;
  if (own.procedure !== expected) return refuse('command.other_procedure', { procedure: own.procedure });
  const { awaits } = engine.procedures.get(expected)!;
  const chart = chartOf(engine, own);
  const fits = (event: string): boolean => next(chart, own.state, event) !== undefined;
  if (wired.opens) {
    // A child that its parent must answer to can only be opened where the parent's chart has a place for that.
    const child = engine.procedures.get(procedure)!.chart.def;
    const answer = awaits?.[child.id]?.[child.opened]?.event;
    if (answer === undefined || fits(answer)) return undefined;
  } else if (wired.command.brings.some(fits)) return undefined;
  return refuse('chart.no_place', { procedure: own.procedure, state: own.state, title: own.title });
}
