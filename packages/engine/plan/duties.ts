import type { Owes } from '../../kernel/brings.ts';
import { cited } from '../../kernel/chart.ts';
import { type Day, endOfDay } from '../../kernel/day.ts';
import type { OwedRow } from '../context.ts';
import { insert, update } from '../write.ts';
import type { CaseState, Ink } from './planned.ts';

/** What the tree owes while it is planned: duties begin, are met, lapse with their case, or their day passes. */
export class Duties {
  readonly #ink: Ink;
  readonly #owed: OwedRow[];
  readonly #over = new Set<string>();

  constructor(ink: Ink) {
    this.#ink = ink;
    this.#owed = [...ink.options.context.duties];
  }

  owe(c: CaseState, o: Owes, on: Day): void {
    const { newId, adopted } = this.#ink.options;
    const id = newId();
    const clauses = adopted(cited(o.clause));
    this.#ink.writes.push(
      insert('obligation', {
        id,
        case_id: c.id,
        duty: o.duty,
        owner_role: 'role' in o.owner ? o.owner.role : null,
        owner_person: 'person' in o.owner ? o.owner.person : null,
        due_on: o.by?.lastDay ?? null,
        due_at: o.by ? endOfDay(o.by.lastDay) : null,
        provisional: o.by?.provisional ?? false,
        met_by: [...o.metBy],
        whose: o.whose ?? null,
        moves: o.moves ?? null,
        clauses: [...clauses],
        force: o.force,
        state: 'owed',
        started_on: on,
      }),
    );
    this.#owed.push({ id, case: c.id, met_by: o.metBy, whose: o.whose ?? null });
    for (const about of clauses) this.#ink.mentions.push({ kind: 'clause', about, what: 'obligation', ref: id, case: c.id });
  }

  /** Duties discharged by the event; a settled case owes nothing any more. */
  meet(c: CaseState, event: string, whose?: string): void {
    for (const duty of this.#running(c.id)) {
      const met = duty.met_by.includes(event) && (whose === undefined || duty.whose === whose);
      if (met || c.settled) this.#end(duty.id, met ? 'met' : 'void');
    }
  }
  /** The day passed without its event: the duty is over, whatever the chart makes of it. */
  pass(id: string): void {
    this.#end(id, 'passed');
  }
  /** A withdrawn case owes nothing; `whose`: only these owe nothing any more. */
  lapse(caseId: string, whose?: readonly string[]): void {
    for (const duty of this.#running(caseId)) {
      if (whose === undefined || (duty.whose !== null && whose.includes(duty.whose))) this.#end(duty.id, 'void');
    }
  }

  #running(caseId: string): OwedRow[] {
    return this.#owed.filter((d) => d.case === caseId && !this.#over.has(d.id));
  }
  #end(id: string, state: 'met' | 'void' | 'passed'): void {
    this.#over.add(id);
    this.#ink.writes.push(update('obligation', id, { state, ended_on: this.#ink.options.on }));
  }
}
