import { createHash } from 'node:crypto';
import type { Brings, Hold, Issue, Member, OpenRoute, Owes, Posting, Raise, Reopen } from '../kernel/brings.ts';
import { cited, isSettled, next } from '../kernel/chart.ts';
import type { Happened, Recorded } from '../kernel/command.ts';
import { type Day, endOfDay, type Instant } from '../kernel/day.ts';
import { canonical, type JsonRecord } from '../kernel/json.ts';
import { onward } from '../kernel/route.ts';
import type { CaseRow, Context, StepRow } from './context.ts';
import type { Procedure, Reaction } from './procedure.ts';
import { type EventSeen, insert, json, update, type Write } from './write.ts';

/** An event ready to be appended; `closing` marks the one that carries the digest of all rows written with it. */
export type PlannedEvent = {
  readonly stream: string;
  readonly seq: number;
  readonly type: string;
  readonly body: string;
  readonly bodyHash: string;
  readonly prev: string;
  hash: string;
  readonly clauses: readonly string[];
  closing: boolean;
};
export type Mention = {
  readonly kind: 'subject' | 'party' | 'clause';
  readonly about: string;
  readonly what: string;
  readonly ref: string;
  readonly case: string;
};
export type PlannedJob = { readonly queue: 'document-render'; readonly data: JsonRecord };

export type PlanOptions = {
  readonly context: Context;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly chartHashes: ReadonlyMap<string, string>;
  readonly institution: string;
  readonly actor: string | null;
  readonly command: string;
  readonly at: Instant;
  readonly on: Day;
  readonly recorded?: Recorded;
  readonly newId: () => string;
  /** Keeps only clauses of texts the institution has adopted. */
  readonly adopted: (clauses: readonly string[]) => readonly string[];
};

/** Rows without a case of their own. */
const homeless: ReadonlySet<string> = new Set(['institution', 'case_file']);
const ofCase = (w: Write, id: string): Write => (w.op === 'update' || homeless.has(w.table) ? w : { ...w, row: { case_id: id, ...w.row } });

/** A UUID (version 8) that is a hash of the name. */
function derivedId(name: string): string {
  const hex = sha256(name);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenSpec = {
  readonly procedure: string;
  readonly title: string;
  readonly parent?: string;
  readonly number?: string;
  readonly secret?: true;
};
type CaseState = Mutable<CaseRow> & { fresh: boolean };

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
export class Plan {
  readonly events: PlannedEvent[] = [];
  readonly writes: Write[] = [];
  readonly mentions: Mention[] = [];
  readonly jobs: PlannedJob[] = [];
  readonly #o: PlanOptions;
  readonly #cases = new Map<string, CaseState>();
  readonly #steps: Mutable<StepRow>[];
  readonly #members: Context['members'][number][];
  readonly #issued: Mutable<Context['issued'][number]>[];
  readonly #met = new Set<string>();
  readonly #owed: { readonly id: string; readonly case: string; readonly met_by: readonly string[] }[];

  constructor(o: PlanOptions) {
    this.#o = o;
    for (const c of o.context.cases) this.#cases.set(c.id, { ...c, fresh: false });
    this.#steps = o.context.steps.map((s) => ({ ...s }));
    this.#members = [...o.context.members];
    this.#issued = o.context.issued.map((d) => ({ ...d }));
    this.#owed = [...o.context.duties];
  }

  /** Begins a case: on its own, or under a parent. Its opening event must follow at once. */
  open(id: string, spec: OpenSpec): void {
    const { chart } = this.#procedure(spec.procedure);
    const parent = spec.parent === undefined ? undefined : this.#case(spec.parent);
    this.#cases.set(id, {
      id,
      procedure: spec.procedure,
      chart: this.#o.chartHashes.get(spec.procedure)!,
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
    const { chart, apply } = this.#procedure(c.procedure);
    const step =
      c.seq === 0 ? { to: chart.def.initial, clause: chart.def.clause } : more.house ? undefined : next(chart, c.state, happened.event);
    if (!step && !more.house) throw new NoPlace(c, happened.event);
    if (step) {
      c.state = step.to;
      c.settled = isSettled(chart, step.to);
    }
    const clauses = this.#o.adopted([
      ...new Set([...cited(step?.clause), ...(more.clauses ?? []), ...cited(happened.brings.route?.clause)]),
    ]);
    const seen = this.#append(c, happened, clauses);
    this.writes.push(...(apply[happened.event]?.(seen as EventSeen<never>) ?? []).map((w) => ofCase(w, c.id)));
    this.#rowOf(c);
    this.#bring(c, happened.brings, seen);
    this.#meet(c, happened.event);
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

  #append(c: CaseState, happened: Happened, clauses: readonly string[]): EventSeen {
    const { at, on, actor, command, recorded } = this.#o;
    c.seq += 1;
    const body = canonical({
      stream: c.id,
      seq: c.seq,
      type: happened.event,
      at,
      on,
      actor,
      ...(recorded ? { decidedBy: recorded.decidedBy, paper: recorded.paper } : {}),
      command,
      clauses,
      data: happened.data,
    });
    const bodyHash = sha256(body);
    const hash = sha256(c.head + bodyHash);
    this.events.push({ stream: c.id, seq: c.seq, type: happened.event, body, bodyHash, prev: c.head, hash, clauses, closing: false });
    c.head = hash;
    const ref = `${c.id}/${c.seq}`;
    for (const clause of clauses) this.mentions.push({ kind: 'clause', about: clause, what: 'event', ref, case: c.id });
    for (const about of happened.brings.about ?? []) this.mentions.push({ kind: 'party', about, what: 'event', ref, case: c.id });
    for (const paper of [...(happened.brings.papers ?? []), ...(recorded?.paper ? [recorded.paper] : [])]) {
      this.mentions.push({ kind: 'subject', about: paper, what: 'event', ref, case: c.id });
    }
    const { id, seq } = c;
    return { type: happened.event, data: happened.data, case: id, seq, on, at, actor, rowId: (name) => derivedId(`${id}/${seq}/${name}`) };
  }

  #bring(c: CaseState, b: Brings, e: EventSeen): void {
    const id = this.#o.newId;
    for (const s of b.subjects ?? []) {
      this.writes.push(insert('case_subject', { id: id(), case_id: c.id, register: s.register, record_id: s.record, role: s.role }));
      this.mentions.push({ kind: 'subject', about: s.record, what: 'case', ref: c.id, case: c.id });
    }
    for (const m of b.members ?? []) this.#join(c.id, m);
    for (const h of b.holds ?? []) {
      this.writes.push(insert('hold', { id: id(), case_id: c.id, register: h.register, record_id: h.record, claim: h.claim, since: e.on }));
    }
    for (const o of b.owes ?? []) this.#owe(c, o, e.on);
    for (const h of b.releases ?? []) this.#release(h);
    if (b.posts) this.#post(c, b.posts, e);
    if (b.reverses) this.#reverse(c, e);
    for (const d of b.issues ?? []) this.#issue(c, d, e);
    if (b.route) this.#openRoute(c, b.route);
    for (const r of b.raises ?? []) this.#raise(c, r);
    if (b.reopens) this.#reopen(c, b.reopens);
    if (b.withdraws) this.#withdrawChildren(c, b.withdraws, e.type);
  }

  #release(h: Hold): void {
    const held = this.#o.context.holds.find((x) => x.register === h.register && x.record === h.record && x.claim === h.claim);
    if (held) this.writes.push(update('hold', held.id, { released_on: this.#o.on }));
  }

  #post(c: CaseState, posts: readonly Posting[], e: EventSeen): void {
    const balance = posts.reduce((sum, p) => sum + (p.debit ?? 0n) - (p.credit ?? 0n), 0n);
    if (balance !== 0n) throw new Error(`the bookings of ${e.type} do not balance: ${balance} fen`);
    for (const p of posts.filter((x) => (x.debit ?? 0n) !== (x.credit ?? 0n))) {
      const { account, debit = 0n, credit = 0n, about = null } = p;
      this.writes.push(
        insert('ledger_entry', { id: this.#o.newId(), case_id: c.id, seq: e.seq, on_day: e.on, account, debit, credit, about }),
      );
    }
  }
  /** Paid money is corrected by the opposite booking, line for line. */
  #reverse(c: CaseState, e: EventSeen): void {
    for (const line of this.#o.context.entries.filter((x) => x.case === c.id)) {
      const { account, about } = line;
      const swapped = { debit: BigInt(line.credit), credit: BigInt(line.debit) };
      this.writes.push(
        insert('ledger_entry', {
          id: this.#o.newId(),
          case_id: c.id,
          seq: e.seq,
          on_day: e.on,
          account,
          about,
          ...swapped,
          reverses: line.id,
        }),
      );
    }
  }

  #owe(c: CaseState, o: Owes, on: Day): void {
    const id = this.#o.newId();
    const clauses = this.#o.adopted(cited(o.clause));
    this.writes.push(
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
        moves: o.moves ?? null,
        clauses: [...clauses],
        force: o.force,
        state: 'owed',
        started_on: on,
      }),
    );
    this.#owed.push({ id, case: c.id, met_by: o.metBy });
    for (const clause of clauses) this.mentions.push({ kind: 'clause', about: clause, what: 'obligation', ref: id, case: c.id });
  }

  /** Duties discharged by the event; a settled case owes nothing any more. */
  #meet(c: CaseState, event: string): void {
    for (const duty of this.#owed) {
      if (duty.case !== c.id || this.#met.has(duty.id)) continue;
      const met = duty.met_by.includes(event);
      if (!met && !c.settled) continue;
      this.#met.add(duty.id);
      this.writes.push(update('obligation', duty.id, { state: met ? 'met' : 'void', ended_on: this.#o.on }));
    }
  }
  /** The day passed without its event: the duty is over, whatever the chart makes of it. */
  pass(obligation: string): void {
    this.#met.add(obligation);
    this.writes.push(update('obligation', obligation, { state: 'passed', ended_on: this.#o.on }));
  }

  #issue(c: CaseState, d: Issue, e: EventSeen): void {
    const id = this.#o.newId();
    const earlier = this.#issued.filter((x) => x.case === c.id && x.kind === d.kind);
    for (const old of earlier.filter((x) => x.state === 'issued')) {
      old.state = 'superseded';
      this.writes.push(update('document', old.id, { state: 'superseded' }));
    }
    const version = Math.max(0, ...earlier.map((x) => x.version)) + 1;
    this.#issued.push({ id, case: c.id, kind: d.kind, version, state: 'issued' });
    this.writes.push(
      insert('document', {
        id,
        case_id: c.id,
        seq: e.seq,
        kind: d.kind,
        version,
        title: d.title,
        model: json(d.model),
        state: 'issued',
        issued_on: e.on,
      }),
    );
    this.mentions.push({ kind: 'subject', about: c.id, what: 'document', ref: id, case: c.id });
    this.jobs.push({ queue: 'document-render', data: { document: id, case: c.id, institution: this.#o.institution } });
  }
  /** Issued documents that no longer say what holds: those of a case, or those of some kinds anywhere in the tree. */
  supersede(which: { readonly case: string } | { readonly kinds: readonly string[] }): void {
    for (const d of this.#issued) {
      if (d.state !== 'issued' || !('case' in which ? d.case === which.case : which.kinds.includes(d.kind))) continue;
      d.state = 'superseded';
      this.writes.push(update('document', d.id, { state: 'superseded' }));
    }
  }

  #openRoute(c: CaseState, route: OpenRoute): void {
    const clauses = this.#o.adopted(cited(route.clause));
    for (const [ordinal, s] of route.steps.entries()) {
      const before = route.fulfilled?.[s.id];
      const child = before?.case ?? this.#raise(c, { procedure: s.does, title: s.title, data: { ...s.with } });
      const fresh = { child_id: child, state: before ? ('done' as const) : ('open' as const), done_on: before?.on ?? null };
      const again = this.#steps.find((x) => x.case_id === c.id && x.route === route.key && x.step === s.id);
      if (again) {
        Object.assign(again, fresh, { attempt: again.attempt + 1 });
        this.writes.push(update('step', again.id, { ...fresh, attempt: again.attempt }));
        continue;
      }
      const { id: step, title, does, after } = s;
      const row = { id: this.#o.newId(), case_id: c.id, route: route.key, step, title, does, ordinal, attempt: 1, ...fresh };
      this.#steps.push({ ...row, after, settings: s.with, clauses });
      this.writes.push(insert('step', { ...row, after: [...after], settings: json(s.with), clauses: [...clauses] }));
    }
  }

  #raise(parent: CaseState, r: Raise): string {
    const child = this.#o.newId();
    const { chart, begins } = this.#procedure(r.procedure);
    this.open(child, { procedure: r.procedure, title: r.title, parent: parent.id, ...(r.secret ? { secret: true } : {}) });
    for (const m of r.members ?? []) this.#join(child, m);
    this.happen(child, { event: chart.def.opened, data: r.data, brings: begins?.(r.data) ?? {} });
    return child;
  }

  /** 退回: the step and all after it start anew; their cases are withdrawn, with everything they owe. */
  #reopen(c: CaseState, r: Reopen): void {
    const route = this.#steps.filter((s) => s.case_id === c.id && s.route === r.key);
    const graph = route.map((s) => ({ id: s.step, after: s.after }));
    const from = 'step' in r ? r.step : route.find((s) => s.child_id === r.afterCase)?.step;
    const again = new Set(from === undefined ? [] : onward(graph, from));
    if ('afterCase' in r && from !== undefined) again.delete(from);
    for (const s of route.filter((x) => again.has(x.step))) {
      this.#withdraw(s.child_id, r.because);
      const child = this.#raise(c, { procedure: s.does, title: s.title, data: { ...s.settings } });
      s.child_id = child;
      s.state = 'open';
      s.done_on = null;
      s.attempt += 1;
      this.writes.push(update('step', s.id, { child_id: child, state: 'open', done_on: null, attempt: s.attempt }));
    }
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
    this.supersede({ case: id });
    for (const duty of this.#owed.filter((d) => d.case === id && !this.#met.has(d.id))) {
      this.#met.add(duty.id);
      this.writes.push(update('obligation', duty.id, { state: 'void', ended_on: this.#o.on }));
    }
    this.happen(id, { event: 'case.withdrawn', data: { because }, brings: {} }, { house: true });
  }

  #tellParent(c: CaseState, event: string, e: EventSeen): void {
    if (c.parent_id === null || c.withdrawn) return;
    const { outcomes } = this.#procedure(c.procedure);
    const step = this.#steps.find((s) => s.child_id === c.id);
    const done = outcomes?.done.includes(event);
    if (step && (done || outcomes?.refused?.includes(event))) this.#settleStep(step, done ? 'done' : 'refused', e);
    const parent = this.#case(c.parent_id);
    this.#react(parent, this.#procedure(parent.procedure).awaits?.[c.procedure]?.[event], e);
  }
  #settleStep(step: Mutable<StepRow>, state: 'done' | 'refused', e: EventSeen): void {
    step.state = state;
    step.done_on = e.on;
    this.writes.push(update('step', step.id, { state, done_on: e.on }));
    this.happen(
      step.case_id,
      { event: `step.${state}`, data: { step: step.step, title: step.title, case: e.case, on: e.on }, brings: {} },
      { house: true, clauses: step.clauses },
    );
    const parent = this.#case(step.case_id);
    const react = this.#procedure(parent.procedure).routes?.[step.route];
    const all = this.#steps.filter((s) => s.case_id === step.case_id && s.route === step.route);
    const then = state === 'refused' ? react?.refused : all.every((s) => s.state === 'done') ? react?.done : undefined;
    if (then) this.happen(parent.id, { event: then, data: { route: step.route }, brings: {} }, { clauses: step.clauses });
  }
  #tellTree(c: CaseState, event: string, e: EventSeen): void {
    for (const other of [...this.#cases.values()]) {
      if (other.id === c.id || other.withdrawn || other.root_id !== c.root_id) continue;
      this.#react(other, this.#procedure(other.procedure).follows?.[event], e);
    }
  }
  #react(c: CaseState, reaction: Reaction | undefined, e: EventSeen): void {
    const seen = e as EventSeen<never>;
    if (!reaction || reaction.when?.(seen, { state: c.state }) === false) return;
    const { data = {}, brings = {} } = reaction.with?.(seen) ?? {};
    this.happen(c.id, { event: reaction.event, data, brings });
  }

  #join(caseId: string, m: Member): void {
    if (this.#members.some((x) => x.case === caseId && x.person === m.person && x.role === m.role)) return;
    this.#members.push({ case: caseId, person: m.person, role: m.role });
    this.writes.push(insert('case_member', { id: this.#o.newId(), case_id: caseId, person_id: m.person, role: m.role }));
  }

  #rowOf(c: CaseState): void {
    const { on } = this.#o;
    const changing = { state: c.state, settled: c.settled, withdrawn: c.withdrawn, changed_on: on };
    if (c.fresh && c.seq === 1) {
      const { id, procedure, chart, number, title, root_id, parent_id } = c;
      this.writes.push({
        table: 'case_file',
        op: 'insert',
        id,
        row: { id, procedure, chart, number, title, root_id, parent_id, opened_on: on, ...changing },
      });
    } else this.writes.push(update('case_file', c.id, changing));
  }

  #case(id: string): CaseState {
    const c = this.#cases.get(id);
    if (!c) throw new Error(`case ${id} is not in this tree`);
    return c;
  }
  #procedure(id: string): Procedure {
    const p = this.#o.procedures.get(id);
    if (!p) throw new Error(`no procedure ${id}`);
    return p;
  }
}
