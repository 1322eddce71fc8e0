import type { Brings, ChartMove, Hold, Member, Raise, Seal } from '../../kernel/brings.ts';
import { cited, isSettled, next } from '../../kernel/chart.ts';
import type { Happened } from '../../kernel/command.ts';
import { chartOf } from '../chart-shelf.ts';
import type { CaseRow, Context } from '../context.ts';
import type { Procedure, Reaction } from '../procedure.ts';
import { type EventSeen, insert, update, type Write } from '../write.ts';
import { book, reverse } from './books.ts';
import { append } from './chain.ts';
import { Documents } from './documents.ts';
import { Duties } from './duties.ts';
import type { CaseState, Ink, Mention, PlannedEvent, PlannedJob, PlanOptions } from './planned.ts';
import { Steps } from './steps.ts';

/** Rows without a case of their own. */
const homeless: ReadonlySet<string> = new Set(['institution', 'case_file']);
const ofCase = (w: Write, id: string): Write => (w.op === 'update' || homeless.has(w.table) ? w : { ...w, row: { case_id: id, ...w.row } });

type OpenSpec = {
  readonly procedure: string;
  readonly title: string;
  readonly parent?: string;
  readonly number?: string;
  readonly secret?: true;
};

/** An event came to a case whose chart has no place for it. */
export class NoPlace extends Error {
  readonly procedure: string;
  readonly state: string;
  readonly title: string;
  constructor(c: Pick<CaseRow, 'procedure' | 'state' | 'title'>, event: string) {
    super(`${event} has no place in ${c.procedure} ${c.state}`);
    this.procedure = c.procedure;
    this.state = c.state;
    this.title = c.title;
  }
}

/**
 * Works out everything that a command's events do, before anything is written: transitions, children, steps, duties, holds,
 * bookings, documents, and what follows in parent and tree. Pure but for the ids it is given.
 */
export class Plan implements Ink {
  readonly options: PlanOptions;
  readonly events: PlannedEvent[] = [];
  readonly writes: Write[] = [];
  readonly mentions: Mention[] = [];
  readonly jobs: PlannedJob[] = [];
  readonly duties: Duties;
  readonly documents: Documents;
  readonly #cases = new Map<string, CaseState>();
  readonly #steps: Steps;
  readonly #members: Context['members'][number][];

  constructor(options: PlanOptions) {
    this.options = options;
    for (const c of options.context.cases) this.#cases.set(c.id, { ...c, fresh: false });
    this.#steps = new Steps(this, { raise: (c, r) => this.#raise(c, r), withdraw: (id, because) => this.#withdraw(id, because) });
    this.#members = [...options.context.members];
    this.duties = new Duties(this);
    this.documents = new Documents(this);
  }

  /** Begins a case: on its own, or under a parent. Its opening event must follow at once. */
  open(id: string, spec: OpenSpec): void {
    const { chart } = this.#procedure(spec.procedure);
    const parent = spec.parent === undefined ? undefined : this.#case(spec.parent);
    this.#cases.set(id, {
      id,
      procedure: spec.procedure,
      chart: this.options.chartHashes.get(spec.procedure)!,
      number: spec.number ?? null,
      title: spec.title,
      state: chart.def.initial,
      settled: isSettled(chart, chart.def.initial),
      withdrawn: false,
      root_id: parent?.root_id ?? id,
      parent_id: parent?.id ?? null,
      seq: 0,
      head: '',
      fresh: true,
    });
    if (!spec.secret) for (const m of this.#members.filter((x) => x.case === parent?.id)) this.#join(id, m);
  }

  /** One event in one case, with all it brings. House events have a place in every chart. */
  happen(caseId: string, happened: Happened, more: { readonly house?: true; readonly clauses?: readonly string[] } = {}): void {
    const c = this.#case(caseId);
    const { apply } = this.#procedure(c.procedure);
    const chart = chartOf(this.options, c);
    const step =
      c.seq === 0 ? { to: chart.def.initial, clause: chart.def.clause } : more.house ? undefined : next(chart, c.state, happened.event);
    if (!step && !more.house) throw new NoPlace(c, happened.event);
    if (step) {
      c.state = step.to;
      c.settled = isSettled(chart, step.to);
    }
    const clauses = this.options.adopted([
      ...new Set([...cited(step?.clause), ...(more.clauses ?? []), ...cited(happened.brings.route?.clause)]),
    ]);
    const { event, seen } = append(this, c, happened, clauses);
    this.events.push(event);
    this.writes.push(...(apply[happened.event]?.(seen as EventSeen<never>) ?? []).map((w) => ofCase(w, c.id)));
    this.#rowOf(c);
    this.duties.meet(c, happened.event, happened.brings.whose);
    this.#bring(c, happened.brings, seen);
    this.#tellParent(c, happened.event, seen);
    this.#tellTree(c, happened.event, seen);
  }

  /** Writes rows that belong to the last event but to no capability (a decision, a finding). */
  write(...writes: readonly Write[]): void {
    this.writes.push(...writes);
  }

  /** Chains are closed once all is planned: the last event of the first stream carries the rows' digest. */
  close(): {
    readonly home: string;
    readonly streams: readonly { id: string; seq: number; head: string; fresh: boolean; bodyHash: string; prev: string }[];
  } {
    const home = this.events[0]!.stream;
    const closing = this.events.findLast((e) => e.stream === home)!;
    closing.closing = true;
    const touched = new Set(this.events.map((e) => e.stream));
    const streams = [...touched].map((id) => {
      const c = this.#case(id);
      const last = this.events.findLast((e) => e.stream === id)!;
      return { id, seq: c.seq, head: last.hash, fresh: c.fresh, bodyHash: last.bodyHash, prev: last.prev };
    });
    return { home, streams };
  }

  caseOf(id: string): Readonly<CaseRow> {
    return this.#case(id);
  }

  #bring(c: CaseState, b: Brings, e: EventSeen): void {
    const id = this.options.newId;
    for (const s of b.subjects ?? []) {
      this.writes.push(insert('case_subject', { id: id(), case_id: c.id, register: s.register, record_id: s.record, role: s.role }));
      this.mentions.push({ kind: 'subject', about: s.record, what: 'case', ref: c.id, case: c.id });
    }
    for (const m of b.members ?? []) this.#join(c.id, m);
    for (const h of b.holds ?? []) {
      this.writes.push(insert('hold', { id: id(), case_id: c.id, register: h.register, record_id: h.record, claim: h.claim, since: e.on }));
    }
    if (b.lapses) this.duties.lapse(c.id, b.lapses);
    for (const o of b.owes ?? []) this.duties.owe(c, o, e.on);
    for (const h of b.releases ?? []) this.#release(h);
    if (b.posts) book(this, b.posts, e);
    if (b.reverses) reverse(this, e);
    for (const d of b.issues ?? []) this.documents.issue(c, d, e);
    for (const s of b.seals ?? []) this.#seal(s, e);
    if (b.route) this.#steps.open(c, b.route);
    // What it withdraws is what stood before: children of the same kind may be raised anew.
    for (const m of b.moves ?? []) this.#move(m);
    if (b.withdraws) this.#withdrawChildren(c, b.withdraws, e.type);
    for (const r of b.raises ?? []) this.#raise(c, r);
    if (b.reopens) this.#steps.reopen(c, b.reopens);
    if (b.measures) this.#steps.measure(c, b.measures);
  }

  #move({ case: id, chart, state }: ChartMove): void {
    const c = this.#case(id);
    const from = { chart: c.chart, state: c.state };
    Object.assign(c, { chart, state, settled: isSettled(chartOf(this.options, { ...c, chart }), state) });
    this.happen(id, { event: 'chart.moved', data: { from, to: { chart, state } }, brings: {} }, { house: true });
  }
  #seal(s: Seal, e: EventSeen): void {
    const id = this.options.newId();
    this.writes.push({ table: 'sealed', op: 'seal', id, row: { id, case_id: e.case, seq: e.seq, about: s.about, says: s.says } });
  }
  #release(h: Hold): void {
    const held = this.options.context.holds.find((x) => x.register === h.register && x.record === h.record && x.claim === h.claim);
    if (held) this.writes.push(update('hold', held.id, { released_on: this.options.on }));
  }

  #raise(parent: CaseState, r: Raise): string {
    const child = this.options.newId();
    const { chart, begins } = this.#procedure(r.procedure);
    this.open(child, { procedure: r.procedure, title: r.title, parent: parent.id, ...(r.secret ? { secret: true } : {}) });
    for (const m of r.members ?? []) this.#join(child, m);
    this.happen(child, { event: chart.def.opened, data: r.data, brings: begins?.(r.data) ?? {} });
    return child;
  }

  #withdrawChildren(c: CaseState, procedures: readonly string[], because: string): void {
    for (const child of [...this.#cases.values()]) {
      if (child.parent_id === c.id && !child.settled && procedures.includes(child.procedure)) this.#withdraw(child.id, because);
    }
  }
  #withdraw(id: string, because: string): void {
    const c = this.#case(id);
    if (c.withdrawn) return;
    c.withdrawn = true;
    for (const child of [...this.#cases.values()].filter((x) => x.parent_id === id)) this.#withdraw(child.id, because);
    this.documents.supersede({ case: id });
    this.duties.lapse(id);
    this.happen(id, { event: 'case.withdrawn', data: { because }, brings: {} }, { house: true });
  }

  #tellParent(c: CaseState, event: string, e: EventSeen): void {
    if (c.parent_id === null || c.withdrawn) return;
    const { outcomes } = this.#procedure(c.procedure);
    const done = outcomes?.done.includes(event);
    if (done || outcomes?.refused?.includes(event)) this.#settleStep(c.id, done ? 'done' : 'refused', e);
    const parent = this.#case(c.parent_id);
    this.#react(parent, this.#procedure(parent.procedure).awaits?.[c.procedure]?.[event], e);
  }
  #settleStep(child: string, state: 'done' | 'refused', e: EventSeen): void {
    const settled = this.#steps.settle(child, state, e.on);
    if (!settled) return;
    const { step, all } = settled;
    const data = { step: step.step, title: step.title, case: e.case, on: e.on };
    this.happen(step.case_id, { event: `step.${state}`, data, brings: {} }, { house: true, clauses: step.clauses });
    const react = this.#procedure(this.#case(step.case_id).procedure).routes?.[step.route];
    const then = state === 'refused' ? react?.refused : all ? react?.done : undefined;
    if (!then) return;
    const { event, brings = {} } = then;
    this.happen(step.case_id, { event, data: { route: step.route }, brings }, { clauses: step.clauses });
  }
  #tellTree(c: CaseState, event: string, e: EventSeen): void {
    for (const other of [...this.#cases.values()]) {
      if (other.withdrawn || other.root_id !== c.root_id) continue;
      this.#react(other, this.#procedure(other.procedure).follows?.[event], e);
    }
  }
  #react(c: CaseState, reaction: Reaction | undefined, e: EventSeen): void {
    const seen = e as EventSeen<never>;
    if (!reaction || reaction.when?.(seen, { id: c.id, parent: c.parent_id, state: c.state }) === false) return;
    const { data = {}, brings = {} } = reaction.with?.(seen) ?? {};
    this.happen(c.id, { event: reaction.event, data, brings });
  }

  #join(caseId: string, m: Member): void {
    if (this.#members.some((x) => x.case === caseId && x.person === m.person && x.role === m.role)) return;
    this.#members.push({ case: caseId, person: m.person, role: m.role });
    this.writes.push(insert('case_member', { id: this.options.newId(), case_id: caseId, person_id: m.person, role: m.role }));
  }

  #rowOf(c: CaseState): void {
    const { on } = this.options;
    const changing = { chart: c.chart, state: c.state, settled: c.settled, withdrawn: c.withdrawn, changed_on: on };
    if (c.fresh && c.seq === 1) {
      const { id, procedure, number, title, root_id, parent_id } = c;
      this.writes.push({
        table: 'case_file',
        op: 'insert',
        id,
        row: { id, procedure, number, title, root_id, parent_id, opened_on: on, ...changing },
      });
    } else this.writes.push(update('case_file', c.id, changing));
  }

  #case(id: string): CaseState {
    const c = this.#cases.get(id);
    if (!c) throw new Error(`case ${id} is not in this tree`);
    return c;
  }
  #procedure(id: string): Procedure {
    const p = this.options.procedures.get(id);
    if (!p) throw new Error(`no procedure ${id}`);
    return p;
  }
}
