import type { Measures, OpenRoute, Raise, Reopen } from '../../kernel/brings.ts';
import { cited } from '../../kernel/chart.ts';
import type { Day } from '../../kernel/day.ts';
import { isRequired, onward, type RouteStep, waitsOf } from '../../kernel/route.ts';
import { isBehind, type StepRow } from '../context.ts';
import { insert, json, update } from '../write.ts';
import type { CaseState, Ink, Mutable } from './planned.ts';

/** What the steps of a route need of the plan: each step is a child case. */
type Children = {
  readonly raise: (parent: CaseState, r: Raise) => string;
  readonly withdraw: (id: string, because: string) => void;
};
type Step = Mutable<StepRow>;

/** The routes of the tree while it is planned: opened, sent back, measured by a figure, done step by step. */
export class Steps {
  readonly #ink: Ink;
  readonly #children: Children;
  readonly #all: Step[];

  constructor(ink: Ink, children: Children) {
    this.#ink = ink;
    this.#children = children;
    this.#all = ink.options.context.steps.map((s) => ({ ...s }));
  }

  open(c: CaseState, route: OpenRoute): void {
    const clauses = this.#ink.options.adopted(cited(route.clause));
    for (const [ordinal, s] of route.steps.entries()) {
      const before = route.fulfilled?.[s.id];
      const child = before?.case ?? this.#children.raise(c, { procedure: s.does, title: s.title, data: { ...s.with } });
      const fresh = { child_id: child, state: before ? ('done' as const) : ('open' as const), done_on: before?.on ?? null };
      const again = this.#of(c, route.key).find((x) => x.step === s.id);
      if (again) this.#children.withdraw(again.child_id, 'again');
      if (again) this.#change(again, { ...fresh, attempt: again.attempt + 1 });
      else this.#add(c, { s, key: route.key, ordinal, fresh, clauses });
    }
    for (const [by, amount] of Object.entries(route.figures ?? {})) this.measure(c, { key: route.key, by, amount });
  }

  /** Passes by the steps that the figure's tier does not require; one passed by before, and required now, starts anew. */
  measure(c: CaseState, { key, by, amount }: Measures): void {
    for (const s of this.#of(c, key).filter((x) => x.required_in?.by === by)) {
      if (isRequired(s.required_in!, amount)) {
        if (s.state === 'passed-by') this.#startAnew(c, s);
      } else if (s.state !== 'passed-by') {
        this.#children.withdraw(s.child_id, 'tier');
        this.#change(s, { state: 'passed-by', done_on: null });
      }
    }
  }

  /** 退回: the step and all after it start anew; their cases are withdrawn, with everything they owe. */
  reopen(c: CaseState, r: Reopen): void {
    const route = this.#of(c, r.key);
    const from = 'step' in r ? r.step : route.find((s) => s.child_id === r.afterCase)?.step;
    const again = new Set(from === undefined ? [] : onward(waitsOf(route), from));
    if ('afterCase' in r && from !== undefined) again.delete(from);
    for (const s of route.filter((x) => again.has(x.step) && x.state !== 'passed-by')) {
      this.#children.withdraw(s.child_id, r.because);
      this.#startAnew(c, s);
    }
  }

  /** The step that this child fulfils is done, or refused; `all`: nobody waits for any step of its route any more. */
  settle(child: string, state: 'done' | 'refused', on: Day): { readonly step: Readonly<StepRow>; readonly all: boolean } | undefined {
    const step = this.#all.find((s) => s.child_id === child);
    if (!step) return undefined;
    this.#change(step, { state, done_on: on });
    const all = this.#all.filter((s) => s.case_id === step.case_id && s.route === step.route).every(isBehind);
    return { step, all };
  }

  #of(c: CaseState, route: string): readonly Step[] {
    return this.#all.filter((s) => s.case_id === c.id && s.route === route);
  }
  #add(c: CaseState, a: { s: RouteStep; key: string; ordinal: number; fresh: Fresh; clauses: readonly string[] }): void {
    const { id: step, title, does, after, only: required_in = null } = a.s;
    const { ordinal, key: route, fresh, clauses } = a;
    const row = { id: this.#ink.options.newId(), case_id: c.id, route, step, title, does, ordinal, attempt: 1, ...fresh };
    this.#all.push({ ...row, after, settings: a.s.with, clauses, required_in });
    const columns = { after: [...after], settings: json(a.s.with), clauses: [...clauses], required_in: json(required_in) };
    this.#ink.writes.push(insert('step', { ...row, ...columns }));
  }
  #startAnew(c: CaseState, s: Step): void {
    const child = this.#children.raise(c, { procedure: s.does, title: s.title, data: { ...s.settings } });
    this.#change(s, { child_id: child, state: 'open', done_on: null, attempt: s.attempt + 1 });
  }
  #change(s: Step, change: Partial<Fresh & { attempt: number }>): void {
    Object.assign(s, change);
    this.#ink.writes.push(update('step', s.id, change));
  }
}
type Fresh = Pick<StepRow, 'child_id' | 'state' | 'done_on'>;
