import { type Static, type TSchema, Type } from 'typebox';
import type { FieldShape } from '../../packages/kernel/field.ts';
import type { JsonRecord } from '../../packages/kernel/json.ts';

/** What travels, as JSON Schema: the server serialises by it (what is not declared does not leave), OpenAPI and the client's types come of it. */
const { Object: object, Array: list, String: text, Integer: integer, Boolean: flag, Record: record } = Type;
const orNull = <T extends TSchema>(t: T) => Type.Union([t, Type.Null()]);
const texts = list(text());
const facts = Type.Unsafe<JsonRecord>({ type: 'object', additionalProperties: true });
const fieldShapes = Type.Unsafe<Record<string, FieldShape>>({ type: 'object', additionalProperties: true });

export const told = object({
  code: text(),
  how: Type.Union([Type.Literal('impossible'), Type.Literal('unmet'), Type.Literal('warning')]),
  sentence: text(),
  clauses: list(object({ id: text(), cite: text() })),
  facts,
  at: list(Type.Union([text(), integer()])),
});
export const problem = object({ type: text(), title: text(), status: integer(), detail: text(), refusals: list(told) });

export const accepted = object({
  case: text(),
  number: orNull(text()),
  events: list(object({ stream: text(), seq: integer(), type: text() })),
  findings: texts,
  warnings: list(told),
});

export const preview = object({
  refusals: list(told),
  warnings: list(told),
  findings: list(told),
  happens: list(object({ event: text(), data: facts })),
});

export const session = object({
  person: object({ id: text(), name: text(), unit: orNull(text()) }),
  institution: object({ id: text(), title: text(), short: text() }),
  roles: texts,
  wide: flag(),
  demonstration: flag(),
  today: text(),
});

export const duty = object({
  id: text(),
  case: text(),
  root: text(),
  procedure: text(),
  title: text(),
  number: orNull(text()),
  rootTitle: text(),
  duty: text(),
  ownerRole: orNull(text()),
  dueOn: orNull(text()),
  provisional: flag(),
  unblocked: flag(),
  clauses: texts,
});
/** What a running case waits for, and whose part that is. */
const waiting = object({
  root: text(),
  case: text(),
  title: text(),
  duty: orNull(text()),
  command: orNull(text()),
  moves: flag(),
  roles: texts,
  people: texts,
  yours: flag(),
  dueOn: orNull(text()),
  provisional: flag(),
  clauses: texts,
});
export const opening = object({ command: text(), fields: fieldShapes });
export const today = object({
  today: text(),
  duties: list(duty),
  findings: list(object({ id: text(), case: text(), code: text(), facts, title: text(), number: orNull(text()), openedOn: text() })),
  recent: list(
    object({
      id: text(),
      number: orNull(text()),
      title: text(),
      procedure: text(),
      state: text(),
      settled: flag(),
      changedOn: text(),
      waiting: list(waiting),
    }),
  ),
  next: list(object({ number: orNull(text()), rootTitle: text(), ...waiting.properties })),
  mayOpen: list(opening),
  clauses: record(text(), text()),
});

const mayDo = object({
  command: text(),
  act: flag(),
  record: flag(),
  refusals: list(told),
  fields: fieldShapes,
  suggestion: facts,
  answers: list(object({ rule: text(), clauses: texts })),
});
const caseRow = object({
  id: text(),
  procedure: text(),
  number: orNull(text()),
  title: text(),
  state: text(),
  settled: flag(),
  withdrawn: flag(),
  parent_id: orNull(text()),
  opened_on: text(),
  changed_on: text(),
  seq: integer(),
});
const step = object({
  id: text(),
  case_id: text(),
  route: text(),
  step: text(),
  title: text(),
  does: text(),
  after: texts,
  clauses: texts,
  ordinal: integer(),
  child_id: text(),
  state: text(),
  done_on: orNull(text()),
  attempt: integer(),
  /** The tiers of a figure that require it; null where it is always required. */
  required_in: orNull(object({ by: text(), tiers: texts, of: list(record(text(), text())) })),
});
export const casePage = object({
  root: text(),
  focus: text(),
  today: text(),
  cases: list(caseRow),
  steps: list(step),
  open: texts,
  mayDo: record(text(), list(mayDo)),
  waiting: list(waiting),
  panels: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
  house: object({ file: flag(), correct: flag() }),
  people: list(object({ id: text(), staffNo: text(), name: text(), unit: orNull(text()) })),
  duties: list(
    object({
      id: text(),
      case: text(),
      duty: text(),
      ownerRole: orNull(text()),
      owner: orNull(text()),
      dueOn: orNull(text()),
      provisional: flag(),
      clauses: texts,
      unblocked: flag(),
    }),
  ),
  findings: list(
    object({
      id: text(),
      case: text(),
      code: text(),
      sentence: text(),
      clauses: texts,
      ownerRole: text(),
      openedOn: text(),
      state: text(),
      closedOn: orNull(text()),
      closedBy: orNull(text()),
      paper: orNull(text()),
      explanation: orNull(text()),
    }),
  ),
  corrections: list(
    object({
      id: text(),
      case: text(),
      table: text(),
      field: text(),
      old: text(),
      new: text(),
      reason: text(),
      askedBy: text(),
      askedOn: text(),
      state: text(),
      decidedBy: orNull(text()),
      decidedOn: orNull(text()),
    }),
  ),
  documents: list(
    object({
      id: text(),
      case: text(),
      kind: text(),
      version: integer(),
      title: text(),
      state: text(),
      issuedOn: text(),
      rendered: flag(),
    }),
  ),
  papers: list(
    object({
      id: text(),
      case: text(),
      kind: text(),
      title: text(),
      mediaType: text(),
      size: integer(),
      sha256: text(),
      filedAt: text(),
      filedBy: orNull(text()),
      kept: flag(),
    }),
  ),
  entries: list(
    object({
      id: text(),
      case: text(),
      on: text(),
      account: text(),
      about: orNull(text()),
      reverses: orNull(text()),
      debit: text(),
      credit: text(),
    }),
  ),
  decisions: list(object({ id: text(), case: text(), seq: integer(), command: text(), on: text() })),
  history: list(
    object({
      stream: text(),
      seq: integer(),
      type: text(),
      on: text(),
      at: text(),
      actor: orNull(text()),
      decidedBy: orNull(text()),
      command: text(),
      clauses: texts,
    }),
  ),
  clauses: record(text(), text()),
});

export const registerPage = object({ rows: list(facts), total: integer(), page: integer(), size: integer() });
export const registerShape = object({
  name: text(),
  columns: list(object({ key: text(), kind: text(), filter: Type.Union([flag(), texts]) })),
});
export const demonstration = object({
  accounts: list(object({ login: text(), name: text(), as: text(), institution: text() })),
  password: text(),
  today: text(),
});
export const filed = object({ paper: text(), title: text(), mediaType: text(), sha256: text() });
export type Body<T extends TSchema> = Static<T>;
