import { type TSchema, Type } from 'typebox';
import type { JsonRecord } from '../../packages/kernel/json.ts';

/** What travels of the law: texts and their clauses, comparisons, changes, and the traces of decisions. */
const { Object: object, Array: list, String: text, Integer: integer, Boolean: flag, Record: record, Unknown: unknown } = Type;
const orNull = <T extends TSchema>(t: T) => Type.Union([t, Type.Null()]);
const texts = list(text());
const facts = Type.Unsafe<JsonRecord>({ type: 'object', additionalProperties: true });

export const clause = object({
  id: text(),
  cite: text(),
  article: text(),
  title: text(),
  force: text(),
  certainty: text(),
  doubt: orNull(text()),
  sentence: text(),
  answers: list(
    object({
      rule: text(),
      force: text(),
      when: Type.Unsafe<Record<string, readonly string[]>>({ type: 'object', additionalProperties: true }),
      overrides: texts,
      versions: list(
        object({
          from: text(),
          to: orNull(text()),
          value: unknown(),
          source: text(),
          alternatives: list(object({ value: unknown(), because: text() })),
        }),
      ),
    }),
  ),
  examples: list(object({ name: text(), rule: text(), on: text() })),
  mentions: integer(),
});
export const lawText = object({
  id: text(),
  title: text(),
  short: text(),
  level: text(),
  status: text(),
  issuer: orNull(text()),
  number: orNull(text()),
  source: text(),
  from: text(),
  to: orNull(text()),
  days: orNull(text()),
  note: orNull(text()),
  revision: text(),
  clauses: integer(),
  adoption: orNull(object({ from: text(), to: orNull(text()), basis: text(), doubt: orNull(text()) })),
  parties: list(object({ party: text(), from: text(), to: orNull(text()), basis: text() })),
  issued: orNull(text()),
  revisions: list(object({ revision: text(), from: text(), basis: text() })),
});
const said = object({
  clause: text(),
  cite: text(),
  title: text(),
  sentence: text(),
  force: text(),
  draft: flag(),
  when: Type.Unsafe<Record<string, readonly string[]>>({ type: 'object', additionalProperties: true }),
  value: unknown(),
  source: text(),
  /** The rule from whose answer this follows, where it is not answered itself. */
  by: orNull(text()),
});
const namedText = object({ id: text(), title: text(), short: text(), level: text(), status: text() });
export const comparison = object({
  text: namedText,
  adopted: flag(),
  on: text(),
  above: list(namedText),
  rules: list(
    object({
      rule: text(),
      own: list(said),
      above: list(said),
      pairs: list(object({ own: integer(), above: integer(), relation: text() })),
      marks: texts,
    }),
  ),
});
/** `revise`: the institution's file, where the visitor may revise the text there. */
export const textPage = object({ text: lawText, clauses: list(clause), revise: orNull(text()) });
const file = object({ file: text(), content: text() });
export const textFiles = object({ text: namedText, case: text(), last: orNull(text()), files: list(file) });
const wordChange = object({ what: text(), before: orNull(text()), after: orNull(text()) });
const versionSaid = object({
  when: Type.Unsafe<Record<string, readonly string[]>>({ type: 'object', additionalProperties: true }),
  force: text(),
  overrides: texts,
  from: text(),
  to: orNull(text()),
  value: unknown(),
  source: text(),
  alternatives: list(object({ value: unknown(), because: text() })),
});
const exampleSaid = list(object({ clause: text(), cite: text(), value: unknown() }));
/** What a change of a text would be: its faults, or what it says otherwise. */
export const textChecked = object({
  faults: list(object({ file: text(), line: integer(), column: integer(), code: text(), facts, sentence: text() })),
  unchanged: flag(),
  revision: text(),
  text: list(wordChange),
  clauses: list(
    object({
      clause: text(),
      cite: text(),
      change: text(),
      title: text(),
      words: list(wordChange),
      answers: list(object({ rule: text(), what: texts, before: orNull(versionSaid), after: orNull(versionSaid) })),
    }),
  ),
  examples: list(object({ clause: text(), cite: text(), name: text(), rule: text(), before: exampleSaid, after: exampleSaid })),
});
export const textHelp = object({
  text: text(),
  title: text(),
  today: text(),
  purpose: list(object({ clause: text(), cite: text(), sentence: text(), elements: list(text()), rules: list(text()) })),
  basis: list(object({ clause: text(), cite: text(), title: text(), from: orNull(text()), to: orNull(text()), expired: flag() })),
});
const packData = object({ folder: text(), revision: text(), files: list(object({ file: text(), data: unknown() })) });
export const publicLaw = object({
  texts: list(packData),
  calendar: list(unknown()),
  adoptions: list(object({ text: text(), from: text(), to: orNull(text()) })),
  /** What the visitor's institution has made of its texts: from which day which files answer. */
  revisions: list(object({ text: text(), from: text(), pack: packData })),
});
export const clauseMention = object({
  what: text(),
  ref: text(),
  case: text(),
  root: text(),
  number: orNull(text()),
  title: text(),
  at: text(),
});

const considered = object({
  clause: text(),
  cite: text(),
  title: text(),
  sentence: text(),
  certainty: text(),
  doubt: orNull(text()),
  because: text(),
  detail: orNull(text()),
  value: unknown(),
  source: text(),
  force: text(),
  draft: flag(),
  revision: text(),
});
export const decision = object({
  id: text(),
  case: text(),
  seq: integer(),
  command: text(),
  on: text(),
  revisions: record(text(), text()),
  answers: list(object({ rule: text(), on: text(), party: orNull(text()), given: facts, considered: list(considered) })),
  readings: list(
    object({ clause: text(), cite: text(), rule: text(), because: text(), value: unknown(), differs: flag(), refused: texts }),
  ),
});
