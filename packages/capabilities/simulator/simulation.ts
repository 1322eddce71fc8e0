import type { Calendar } from '../../kernel/calendar.ts';
import { clauseOnDay } from '../../kernel/citation.ts';
import type { Day } from '../../kernel/day.ts';
import { canonical, type Json } from '../../kernel/json.ts';
import { type Answer, type Law, lawOf, type Reading } from '../../kernel/law.ts';
import type { Shelf } from '../../kernel/pack.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { type Adopted, adopt } from './adopted.ts';
import type { Ground } from './asking.ts';
import { divideMoney } from './money-way.ts';
import type { Question } from './question.ts';
import type { Result } from './result.ts';
import { divideShares } from './shares-way.ts';

/** What the texts would make of it if one clause were read another way. */
export type OtherReading = {
  readonly reading: Reading;
  readonly because: string;
  /** The value read so, as the file writes it. */
  readonly value: unknown;
  readonly differs: boolean;
  readonly result: Result;
};
export type Simulation = {
  readonly question: Question;
  readonly adopted: Adopted;
  readonly law: Law;
  readonly result: Result;
  readonly readings: readonly OtherReading[];
};
/** The texts and the working days, as the server has them or as they travelled. */
export type Texts = { readonly shelf: Shelf; readonly calendar: Calendar };

/**
 * “如果…”: who would get what, what it would cost in tax, what refuses and why, and what another reading would change. The commands of the
 * house decide, on facts that the question supposes; nothing is worked out here that they work out.
 */
export function simulate(question: Question, { shelf, calendar }: Texts): Simulation {
  const adopted = adopt(question.law, shelf, question.receivedOn);
  const law = lawOf(shelf, adopted.adoptions);
  const ground: Ground = { shelf, calendar, law, on: question.paidOn };
  const result = once(question, ground);
  const told = tell(result);
  // The same shares under every reading: what is compared is the texts, not two proposals.
  const proposed: Question = { ...question, shares: { ...question.shares, ...result.shares } };
  const readings = readingsOf(result.answers, law).map((reading): OtherReading => {
    const other = once(proposed, { ...ground, reading });
    const { because, raw } = alternativeOf(shelf, reading, question.receivedOn);
    return { reading, because, value: raw, differs: tell(other) !== told, result: other };
  });
  return { question, adopted, law, result, readings };
}

const once = (q: Question, g: Ground): Result => (q.mode === 'equity' ? divideShares(q, g) : divideMoney(q, g));

/** Every other reading of a clause that counted in an answer that was asked, once. */
function readingsOf(answers: readonly Answer<unknown>[], law: Law): readonly Reading[] {
  const counted = (a: Answer<unknown>, clause: string): boolean =>
    a.trace.considered.some((c) => c.clause === clause && c.because === 'applies');
  const all = answers.flatMap((a) => law.readings({ id: a.trace.rule }, a.trace.on).filter((r) => counted(a, r.clause)));
  return [...new Map(all.map((r) => [`${r.rule} ${r.clause} ${r.index}`, r])).values()];
}

function alternativeOf(shelf: Shelf, r: Reading, on: Day): { readonly because: string; readonly raw: unknown } {
  const clause = clauseOnDay(shelf, r.clause, on)?.clause;
  const versions = clause?.answers.filter((a) => a.rule === r.rule).flatMap((a) => a.versions) ?? [];
  return versions.flatMap((v) => v.alternatives)[r.index] ?? { because: '', raw: undefined };
}

/** What a result comes to, as text: two readings agree where it is the same. */
function tell(r: Result): string {
  const refusals = (all: readonly Refusal[]): Json => all.map((x) => `${x.refused} ${canonical(x.facts)}`);
  return canonical({
    net: r.net === undefined ? null : `${r.net}`,
    lines: r.lines.map((l) => [l.part, `${l.amount}`]),
    people: r.people.map((p) => [p.name, `${p.amount}`]),
    standing: refusals(r.standing),
    warnings: refusals(r.warnings),
  });
}
