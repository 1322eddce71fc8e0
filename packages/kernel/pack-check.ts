import type { ClauseId } from './clause-id.ts';
import { type Answer, isAnswered, lawOf } from './law.ts';
import type { Adoption, Clause, ClauseAnswer, DayOrAsk, Example, Pack, Shelf } from './pack.ts';
import { isWrong, type Wrong } from './parsed.ts';
import type { AnyRule } from './rule.ts';
import { same } from './same.ts';

/**
 * A fault that only shows when clauses are seen together, or an example that does not come out: the clause it is about, and the place in
 * that clause's file or in the examples beside it.
 */
export type ShelfFault = {
  readonly clause: ClauseId;
  readonly code: string;
  readonly facts: Wrong['facts'];
  readonly in: 'clause' | 'examples';
  readonly at: readonly (string | number)[];
};

/** Everything that a single file cannot show: overlapping versions, undeclared exceptions, clauses without an example, examples that fail. */
export function checkShelf(shelf: Shelf, rules: ReadonlyMap<string, AnyRule>): ShelfFault[] {
  const packs = [...shelf.values()];
  const known = new Map(packs.flatMap((p) => p.clauses.map((c) => [c.id, c])));
  return packs.flatMap((pack) => [
    ...pack.clauses.flatMap((clause) => [
      ...overlaps(clause),
      ...idleOverrides(clause, known),
      ...withoutExample(clause, pack),
      ...(pack.examples[clause.id] ?? []).flatMap((e, i) => checkExample(e, { clause: clause.id, at: [i] }, { shelf, rules })),
    ]),
    ...undeclaredExceptions(pack, rules),
  ]);
}

const inClause = (clause: Clause, at: ShelfFault['at'], code: string, facts: Wrong['facts']): ShelfFault => ({
  clause: clause.id,
  code,
  facts,
  in: 'clause',
  at,
});

const start = (d: DayOrAsk): string => (d === 'ask' ? '0000' : d);
const end = (d: DayOrAsk | undefined): string => (d === undefined || d === 'ask' ? '9999' : d);

function overlaps(clause: Clause): ShelfFault[] {
  return clause.answers.flatMap((a, n) => {
    const sorted = [...a.versions].sort((x, y) => start(x.from).localeCompare(start(y.from)));
    return sorted.slice(1).flatMap((v, i): ShelfFault[] => {
      const before = sorted[i]!;
      if (start(v.from) > end(before.to)) return [];
      const facts = { rule: a.rule, first: end(before.to), second: start(v.from) };
      return [inClause(clause, ['answers', n, 'versions', a.versions.indexOf(v), 'from'], 'pack.versions_overlap', facts)];
    });
  });
}

/** What a clause gives way to must be there, and must answer the same rule where this one does. */
function idleOverrides(clause: Clause, known: ReadonlyMap<ClauseId, Clause>): ShelfFault[] {
  return clause.answers.flatMap((a, n) =>
    a.overrides.flatMap((id, i): ShelfFault[] => {
      const other = known.get(id);
      const meets = other?.answers.some((b) => b.rule === a.rule && bothCanHold(a, b));
      if (meets) return [];
      const code = other ? 'pack.overrides_nothing' : 'pack.overrides_unknown';
      return [inClause(clause, ['answers', n, 'overrides', i], code, { given: id, rule: a.rule })];
    }),
  );
}

function withoutExample(clause: Clause, pack: Pack): ShelfFault[] {
  const shown = new Set((pack.examples[clause.id] ?? []).map((e) => e.rule));
  return clause.answers.flatMap((a, n) =>
    shown.has(a.rule) ? [] : [inClause(clause, ['answers', n, 'rule'], 'pack.no_example', { rule: a.rule })],
  );
}

/** Two clauses of one text that each give a rule its single answer, under conditions that can both hold, must say which gives way. */
function undeclaredExceptions(pack: Pack, rules: ReadonlyMap<string, AnyRule>): ShelfFault[] {
  const single = pack.clauses.flatMap((clause) =>
    clause.answers.filter((a) => rules.get(a.rule)?.kind.single).map((answer) => ({ clause, answer })),
  );
  return single.flatMap((a, i) =>
    single.slice(i + 1).flatMap((b): ShelfFault[] => {
      if (a.answer.rule !== b.answer.rule || sameValues(a.answer, b.answer) || !bothCanHold(a.answer, b.answer)) return [];
      if (a.answer.overrides.includes(b.clause.id) || b.answer.overrides.includes(a.clause.id)) return [];
      const at = ['answers', b.clause.answers.indexOf(b.answer), 'rule'];
      return [inClause(b.clause, at, 'pack.undeclared_exception', { rule: a.answer.rule, other: a.clause.id })];
    }),
  );
}
/** No condition of the one shuts the other out. */
export const bothCanHold = (a: ClauseAnswer, b: ClauseAnswer): boolean =>
  Object.entries(a.when).every(([key, values]) => b.when[key] === undefined || values.some((v) => b.when[key]!.includes(v)));
const sameValues = (a: ClauseAnswer, b: ClauseAnswer): boolean =>
  same(
    a.versions.map((v) => v.raw),
    b.versions.map((v) => v.raw),
  );

/** What the packs answer to an example's question; nothing where there is no such rule or no such reading of the clause. */
export function answerExample(
  example: Example,
  clause: ClauseId,
  { shelf, rules }: { readonly shelf: Shelf; readonly rules: ReadonlyMap<string, AnyRule> },
): Answer<unknown> | undefined {
  const rule = rules.get(example.rule);
  if (!rule) return undefined;
  const law = lawOf(shelf, example.adopt as readonly Adoption[]);
  const given = Object.fromEntries(rule.given.map((k) => [k, example.given[k]]));
  const reading = example.reading === undefined ? undefined : { clause, rule: rule.id, index: example.reading - 1 };
  if (reading && !law.readings(rule, example.on).some((r) => r.clause === clause && r.index === reading.index)) return undefined;
  const ask = { given: given as Record<never, string>, on: example.on, ...(reading ? { reading } : {}) };
  return law.answer(rule as Parameters<typeof law.answer>[0], ask);
}

/** Asks the example's question of the packs and compares what comes out. */
function checkExample(
  example: Example,
  { clause, at }: { readonly clause: ClauseId; readonly at: readonly number[] },
  { shelf, rules }: { readonly shelf: Shelf; readonly rules: ReadonlyMap<string, AnyRule> },
): ShelfFault[] {
  const fault = (code: string, facts: Wrong['facts']): ShelfFault[] => [
    { clause, code, facts: { ...facts, example: example.name }, in: 'examples', at },
  ];
  const rule = rules.get(example.rule);
  if (!rule) return fault('pack.unknown_rule', { given: example.rule, known: '' });
  const unknown = example.adopt.find((a) => !shelf.has(a.text));
  if (unknown) return fault('pack.adopts_unknown', { given: unknown.text });
  const answer = answerExample(example, clause, { shelf, rules });
  if (!answer) return fault('example.no_reading', { reading: example.reading! });
  if (example.silent) return isAnswered(answer) ? fault('example.answered', { came: answer.clauses.join(', ') }) : [];
  if (!isAnswered(answer)) {
    const what =
      'silent' in answer ? 'silent' : 'conflict' in answer ? `conflict ${answer.conflict.join(', ')}` : `open ${answer.open.join(', ')}`;
    return fault('example.unanswered', { came: what });
  }
  const held = rule.kind.example(answer.value as never, example.expects);
  return isWrong(held) ? fault(held.wrong.code, held.wrong.facts) : [];
}
