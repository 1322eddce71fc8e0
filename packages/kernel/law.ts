import { type ClauseId, textOf } from './clause-id.ts';
import type { Day } from './day.ts';
import type { Adoption, Clause, ClauseAnswer, DayOrAsk, Edition, Pack, Shelf, Version } from './pack.ts';
import { type Force, forces, type Hit, type IfSilent, levels, type Merged, type Rule } from './rule.ts';

/** Why a clause that speaks to the rule did or did not count. */
export type Because =
  | 'applies'
  | 'before-adoption'
  | 'after-adoption'
  | 'not-yet-in-force'
  | 'no-longer-in-force'
  | 'condition'
  | 'overridden'
  | 'less-specific';

/** One line of a trace: a clause considered, what became of it, its value as the file writes it, its source, and the pack's revision. */
export type Considered = {
  readonly clause: ClauseId;
  readonly because: Because;
  readonly detail?: string;
  readonly value: unknown;
  readonly source: string;
  readonly force: Force;
  readonly draft: boolean;
  readonly revision: string;
};
export type Trace = {
  readonly rule: string;
  readonly on: Day;
  readonly given: Given;
  readonly considered: readonly Considered[];
  /** Whose own texts were asked, where the rule is about one party. */
  readonly party?: string;
};

export type Given = Readonly<Record<string, string | undefined>>;
/** Swaps one clause's value for one of its alternative readings. */
export type Reading = { readonly clause: ClauseId; readonly rule: string; readonly index: number };

export type Answered<V> = { readonly value: V; readonly clauses: readonly ClauseId[]; readonly trace: Trace };
export type Unanswered =
  | { readonly silent: true; readonly trace: Trace }
  | { readonly conflict: readonly ClauseId[]; readonly trace: Trace }
  | { readonly open: readonly string[]; readonly trace: Trace };
export type Answer<V> = Answered<V> | Unanswered;
/** The strongest force among the clauses that made the answer: where none is a must, it may warn and not block (E-01). */
export const forceOf = (a: Answered<unknown>): Force =>
  forces.find((f) => a.trace.considered.some((c) => c.because === 'applies' && a.clauses.includes(c.clause) && c.force === f)) ?? 'must';
export const isAnswered = <V>(a: Answer<V>): a is Answered<V> => 'value' in a;

/** One clause's answer, ready to be asked: what does not depend on the question is worked out once. */
export type Entry = {
  readonly clause: Clause;
  readonly answer: ClauseAnswer;
  readonly version: Version;
  readonly conditions: readonly (readonly [string, readonly string[]])[];
  readonly adoptedFrom: Day;
  readonly adoptedTo: Day;
  readonly from: Day;
  readonly to: Day;
  readonly level: number;
  readonly draft: boolean;
  readonly revision: string;
  /** The edition of the text that it stands in, where there are several: on other days another one answers. */
  readonly edition?: Edition;
};

/** The texts that bind one party, indexed by rule. Pure: the same question has the same answer everywhere. */
export type Law = {
  readonly adoptions: readonly Adoption[];
  readonly answer: <Id extends string, One, V, G extends string, D extends string, S extends IfSilent>(
    rule: Rule<Id, One, V, G, D, S>,
    ask: { readonly given: { readonly [K in G]: string | undefined }; readonly on: Day; readonly reading?: Reading },
  ) => Answer<V>;
  /** Readings that could change the answer to this rule on that day. */
  readonly readings: (rule: { readonly id: string }, on: Day) => readonly (Reading & { readonly because: string })[];
  /** The clauses that a citation names: those of adopted texts, and for `@rule` all that answer the rule on that day. */
  readonly cited: (cites: readonly string[], on: Day) => readonly ClauseId[];
};

const never = '9999-12-31';
const resolveDay = (day: DayOrAsk | undefined, asked: Day): Day => (day === undefined || day === 'ask' ? asked : day);

const entriesOf = (pack: Pack, adoption: Adoption): [string, Entry][] =>
  pack.editions ? pack.editions.flatMap((edition) => entriesIn(edition.pack, adoption, edition)) : entriesIn(pack, adoption);

function entriesIn(pack: Pack, adoption: Adoption, edition?: Edition): [string, Entry][] {
  const level = levels.indexOf(pack.text.level);
  return pack.clauses.flatMap((clause) =>
    clause.answers.flatMap((answer) =>
      answer.versions.map((version): [string, Entry] => [
        answer.rule,
        {
          clause,
          answer,
          version,
          conditions: Object.entries(answer.when),
          adoptedFrom: adoption.from,
          adoptedTo: adoption.to ?? never,
          from: resolveDay(version.from, adoption.from),
          to: resolveDay(version.to, adoption.to ?? never),
          level,
          draft: pack.text.status === 'draft',
          revision: pack.revision,
          ...(edition ? { edition } : {}),
        },
      ]),
    ),
  );
}

export function lawOf(shelf: Shelf, adoptions: readonly Adoption[]): Law {
  const byRule = new Map<string, Entry[]>();
  const texts = new Set(adoptions.map((a) => a.text));
  for (const adoption of adoptions) {
    const pack = shelf.get(adoption.text);
    if (!pack) continue;
    for (const [rule, entry] of entriesOf(pack, adoption)) {
      const list = byRule.get(rule);
      if (list) list.push(entry);
      else byRule.set(rule, [entry]);
    }
  }
  const speaking = (rule: string, on: Day): readonly Entry[] => (byRule.get(rule) ?? []).filter((e) => isOf(e.edition, on));
  return {
    adoptions,
    answer: (rule, ask) => answerRule(rule, speaking(rule.id, ask.on), ask),
    readings: (rule, on) =>
      speaking(rule.id, on)
        .filter((e) => inForce(e, on) === undefined)
        .flatMap((e) => e.version.alternatives.map(({ because }, index) => ({ clause: e.clause.id, rule: rule.id, index, because }))),
    cited: (cites, on) => {
      const answering = (rule: string): ClauseId[] =>
        speaking(rule, on)
          .filter((e) => inForce(e, on) === undefined)
          .map((e) => e.clause.id);
      const clauses = cites.flatMap((c) => (c.startsWith('@') ? answering(c.slice(1)) : texts.has(textOf(c)) ? [c] : []));
      return [...new Set(clauses)];
    },
  };
}

/** What one text answers on a day to somebody who has adopted it so. */
export const standing = (pack: Pack, adoption: Adoption, on: Day): readonly Entry[] =>
  entriesOf(pack, adoption)
    .map(([, e]) => e)
    .filter((e) => isOf(e.edition, on) && inForce(e, on) === undefined);

const isOf = (edition: Edition | undefined, on: Day): boolean =>
  edition === undefined || ((edition.from ?? on) <= on && on <= (edition.to ?? on));

function inForce(e: Entry, on: Day): Because | undefined {
  if (on < e.adoptedFrom) return 'before-adoption';
  if (on > e.adoptedTo) return 'after-adoption';
  if (on < e.from) return 'not-yet-in-force';
  return on > e.to ? 'no-longer-in-force' : undefined;
}

function answerRule<Id extends string, One, V, G extends string, D extends string, S extends IfSilent>(
  rule: Rule<Id, One, V, G, D, S>,
  entries: readonly Entry[],
  ask: { readonly given: Given; readonly on: Day; readonly reading?: Reading },
): Answer<V> {
  const considered: Considered[] = [];
  const applying: { readonly entry: Entry; readonly hit: Hit<One>; readonly at: number }[] = [];
  const open = new Set<string>();
  for (const entry of entries) {
    const read = readingOf(entry, rule.id, ask.reading);
    let because: Because = inForce(entry, ask.on) ?? 'applies';
    let detail: string | undefined;
    if (because === 'applies') {
      for (const [key, admitted] of entry.conditions) {
        const given = ask.given[key];
        if (given === undefined) open.add(key);
        if (given === undefined || !admitted.includes(given)) {
          because = 'condition';
          detail = `${key}: ${given ?? '?'} ∉ ${admitted.join(', ')}`;
          break;
        }
      }
    }
    considered.push(line(entry, because, read.raw, detail));
    if (because === 'applies') {
      const hit = { value: read.value as One, clause: entry.clause.id, level: entry.level, force: entry.answer.force };
      applying.push({ entry, hit, at: considered.length - 1 });
    }
  }
  const trace: Trace = { rule: rule.id, on: ask.on, given: ask.given, considered };
  if (open.size > 0 && rule.given.some((k) => open.has(k))) return { open: [...open], trace };

  const exceptions = applying.filter((a) => a.entry.answer.overrides.length > 0);
  const standing = applying.filter(({ entry, at }) => {
    const by = exceptions.find((other) => other.entry.answer.overrides.includes(entry.clause.id));
    if (by) considered[at] = line(entry, 'overridden', considered[at]!.value, by.entry.clause.id);
    return by === undefined;
  });
  if (standing.length === 0) return { silent: true, trace };
  const merged: Merged<V> = rule.kind.merge(standing.map((s) => s.hit));
  if ('conflict' in merged) return { conflict: merged.conflict, trace };
  if (merged.by.length < standing.length) {
    for (const { entry, at } of standing) {
      if (!merged.by.includes(entry.clause.id)) considered[at] = line(entry, 'less-specific', considered[at]!.value);
    }
  }
  return { value: merged.value, clauses: merged.by, trace };
}

function readingOf(entry: Entry, rule: string, reading: Reading | undefined): { readonly value: unknown; readonly raw: unknown } {
  if (reading === undefined || reading.rule !== rule || reading.clause !== entry.clause.id) return entry.version;
  return entry.version.alternatives[reading.index] ?? entry.version;
}

function line(e: Entry, because: Because, value: unknown, detail?: string): Considered {
  const { source } = e.version;
  const base = { clause: e.clause.id, because, value, source, force: e.answer.force, draft: e.draft, revision: e.revision };
  return detail === undefined ? base : { ...base, detail };
}
