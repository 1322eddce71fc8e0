import type { ClauseId } from './clause-id.ts';
import { type Answer, isAnswered } from './law.ts';
import type { Clause, Example, Pack, Shelf, Text } from './pack.ts';
import { answerExample } from './pack-check.ts';
import type { AnyRule } from './rule.ts';
import { same } from './same.ts';

/** What a word of a text or a clause was and is; null where there is none. */
export type WordChange = { readonly what: string; readonly before: string | null; readonly after: string | null };
/** One version of one answer, as the file writes it. */
export type VersionSaid = {
  readonly when: Readonly<Record<string, readonly string[]>>;
  readonly force: string;
  readonly overrides: readonly ClauseId[];
  readonly from: string;
  readonly to: string | null;
  readonly value: unknown;
  readonly source: string;
  readonly alternatives: readonly { readonly value: unknown; readonly because: string }[];
};
/** A version that was added, taken out, or of which something (`what`) was changed. */
export type VersionChange = {
  readonly rule: string;
  readonly what: readonly (keyof VersionSaid)[];
  readonly before: VersionSaid | null;
  readonly after: VersionSaid | null;
};
export type ClauseChange = {
  readonly clause: ClauseId;
  readonly change: 'added' | 'removed' | 'changed';
  readonly title: string;
  readonly words: readonly WordChange[];
  readonly answers: readonly VersionChange[];
};
export type Difference = { readonly text: readonly WordChange[]; readonly clauses: readonly ClauseChange[] };

/** What one edition of a text says otherwise than another: word by word of each clause, and version by version of what it answers. */
export function differenceOf(before: Pack, after: Pack): Difference {
  const was = new Map(before.clauses.map((c) => [c.id, c]));
  const is = new Map(after.clauses.map((c) => [c.id, c]));
  const ids = [...new Set([...is.keys(), ...was.keys()])];
  return { text: textWords(before.text, after.text), clauses: ids.flatMap((id) => clauseChange(was.get(id), is.get(id)) ?? []) };
}

function clauseChange(before: Clause | undefined, after: Clause | undefined): ClauseChange | undefined {
  const { id: clause, title } = (after ?? before)!;
  const words = wordsOf(clauseWords(before), clauseWords(after));
  const answers = versionChanges(versionsIn(before), versionsIn(after));
  if (before && after && words.length === 0 && answers.length === 0) return undefined;
  return { clause, change: before ? (after ? 'changed' : 'removed') : 'added', title, words, answers };
}

type Said = Readonly<Record<string, string | undefined>>;
const clauseWords = (c: Clause | undefined): Said =>
  c ? { title: c.title, sentence: c.sentence, force: c.force, certainty: c.certainty, doubt: c.doubt } : {};
const textWords = (before: Text, after: Text): readonly WordChange[] => {
  const said = ({ public: shown, ...t }: Text): Said => ({ ...t, public: shown ? 'yes' : 'no' });
  return wordsOf(said(before), said(after));
};
const wordsOf = (before: Said, after: Said): readonly WordChange[] =>
  [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((what) =>
    before[what] === after[what] ? [] : [{ what, before: before[what] ?? null, after: after[what] ?? null }],
  );

type Version = { readonly rule: string; readonly said: VersionSaid };
const versionsIn = (c: Clause | undefined): readonly Version[] =>
  (c?.answers ?? []).flatMap((a) =>
    a.versions.map((v) => ({
      rule: a.rule,
      said: {
        when: a.when,
        force: a.force,
        overrides: a.overrides,
        from: v.from,
        to: v.to ?? null,
        value: v.raw,
        source: v.source,
        alternatives: v.alternatives.map(({ raw: value, because }) => ({ value, because })),
      },
    })),
  );

/** Which version became which: one that is unchanged is itself; else of the same rule, nearest by conditions and first day. */
function versionChanges(before: readonly Version[], after: readonly Version[]): readonly VersionChange[] {
  const left = new Set(before);
  const found = new Map<Version, Version>();
  const nearer: readonly ((a: VersionSaid, b: VersionSaid) => boolean)[] = [
    same,
    (a, b) => same(a.when, b.when) && a.from === b.from,
    (a, b) => same(a.when, b.when),
    () => true,
  ];
  for (const near of nearer) {
    for (const v of after) {
      const was = found.has(v) ? undefined : [...left].find((b) => b.rule === v.rule && near(b.said, v.said));
      if (!was) continue;
      found.set(v, was);
      left.delete(was);
    }
  }
  const whole = (said: VersionSaid): readonly (keyof VersionSaid)[] => Object.keys(said) as (keyof VersionSaid)[];
  return [
    ...after.flatMap(({ rule, said }, i): VersionChange[] => {
      const was = found.get(after[i]!)?.said;
      const what = whole(said).filter((k) => !same(was?.[k], said[k]));
      return what.length === 0 ? [] : [{ rule, what: was ? what : whole(said), before: was ?? null, after: said }];
    }),
    ...[...left].map(({ rule, said }) => ({ rule, what: whole(said), before: said, after: null })),
  ];
}

/** What was said to a worked example's question: the clauses that answered and their values; none where nobody did. */
export type ExampleSaid = readonly { readonly clause: ClauseId; readonly value: unknown }[];
export type ExampleChange = {
  readonly clause: ClauseId;
  readonly name: string;
  readonly rule: string;
  readonly before: ExampleSaid;
  readonly after: ExampleSaid;
};

/** Worked examples, of this text and of others that take it as adopted, to whose questions the two shelves answer differently. */
export function exampleChanges(
  text: string,
  { before, after }: { readonly before: Shelf; readonly after: Shelf },
  rules: ReadonlyMap<string, AnyRule>,
): ExampleChange[] {
  const asked = new Map<string, readonly [ClauseId, Example]>();
  for (const shelf of [before, after]) {
    for (const [clause, examples] of [...shelf.values()].flatMap((p) => Object.entries(p.examples))) {
      for (const e of examples) {
        const { name, rule, given, on, adopt, reading } = e;
        if (adopt.some((a) => a.text === text)) asked.set(JSON.stringify([clause, name, rule, given, on, adopt, reading]), [clause, e]);
      }
    }
  }
  return [...asked.values()].flatMap(([clause, example]) => {
    const [was, is] = [before, after].map((shelf) => answerExample(example, clause, { shelf, rules }));
    const alike = was && is && isAnswered(was) && isAnswered(is) ? same(was.value, is.value) : same(saidIn(was), saidIn(is));
    const { name, rule } = example;
    return alike ? [] : [{ clause, name, rule, before: saidIn(was), after: saidIn(is) }];
  });
}
const saidIn = (answer: Answer<unknown> | undefined): ExampleSaid =>
  (answer?.trace.considered ?? []).flatMap(({ because, clause, value }) => (because === 'applies' ? [{ clause, value }] : []));
