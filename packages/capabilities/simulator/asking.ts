import { answerLaw } from '../../kernel/answer-law.ts';
import type { Calendar } from '../../kernel/calendar.ts';
import { citeClause, clauseOn } from '../../kernel/citation.ts';
import { type Command, type Happened, isRefusal, type LawFor } from '../../kernel/command.ts';
import type { Day } from '../../kernel/day.ts';
import type { JsonRecord } from '../../kernel/json.ts';
import type { Answer, Law, Reading } from '../../kernel/law.ts';
import type { Shelf } from '../../kernel/pack.ts';
import { lawOfAll } from '../../kernel/party.ts';
import { type Refusal, refuseField } from '../../kernel/refusal.ts';
import type { AnyRule } from '../../kernel/rule.ts';

/** What every decision in a simulation is told beside its input and its facts. */
export type Ground = {
  readonly shelf: Shelf;
  readonly calendar: Calendar;
  readonly law: Law;
  readonly on: Day;
  /** Another reading of one clause, under which all is decided. */
  readonly reading?: Reading;
};
/** What a command made of it: what it refuses, what would happen, and the law that it asked, on which day. */
export type Asked = {
  readonly refusals: readonly Refusal[];
  readonly happened: readonly Happened[];
  readonly answers: readonly Answer<unknown>[];
};

/** Reads the input, answers the rules, decides (where the texts say nothing, that is said before faults of the input): what the engine does with a command, without anything being written. */
export function ask<N extends string, I, F, R extends readonly AnyRule[], E extends string, C extends string>(
  command: Command<N, I, F, R, E, C>,
  { facts, input }: { readonly facts: NoInfer<F>; readonly input: JsonRecord },
  g: Ground,
): Asked {
  const read = command.input.read(input);
  if ('wrongs' in read) {
    const asked = answersFor(command, command.ground?.({ facts, input: undefined, on: g.on }), g);
    const refusals = asked.refusals.length > 0 ? asked.refusals : read.wrongs.map(refuseField);
    return { refusals, happened: [], answers: asked.answers };
  }
  const asked = answersFor(command, command.ground?.({ facts, input: read.values, on: g.on }), g);
  if (asked.refusals.length > 0) return { refusals: asked.refusals, happened: [], answers: asked.answers };
  let ids = 0;
  const outcome: readonly (Refusal | Happened)[] = command.decide({
    at: `${g.on}T04:00:00.000Z`,
    on: g.on,
    calendar: g.calendar,
    actor: { person: memberId(0) },
    id: () => memberId(1000 + ids++),
    cite: (clause) => citeClause(g.shelf, clause),
    sentence: (clause) => clauseOn(g.shelf, clause)?.clause.sentence,
    text: (id) => g.shelf.get(id)?.text,
    input: read.values,
    facts,
    law: asked.law as LawFor<R>,
  });
  return {
    refusals: outcome.filter(isRefusal),
    happened: outcome.filter((x): x is Happened => !isRefusal(x)),
    answers: asked.answers,
  };
}

/** The answers to rules that no command asks, as one would: a rule that may be silent is undefined where no text answers. */
export function answers<const R extends readonly AnyRule[]>(name: string, asks: R, { ground, law, reading }: Ground & Grounded) {
  const asked = answerLaw(lawOfAll(law), { name, asks }, ground, reading ? { reading } : {});
  return { ...asked, law: asked.law as Partial<LawFor<R>> };
}
type Grounded = { readonly ground: Parameters<typeof answerLaw>[2] };

function answersFor(
  command: { readonly name: string; readonly asks: readonly AnyRule[] },
  ground: { readonly given: object; readonly dates: object } | undefined,
  g: Ground,
) {
  return answers(command.name, command.asks, { ...g, ground: (ground ?? { given: {}, dates: {} }) as Grounded['ground'] });
}

/** People of a simulation have no records; they are told apart by their place. */
export const memberId = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
/** The data of an event, where it happened. */
export const dataOf = <T>(asked: Asked, event: string): T | undefined =>
  asked.happened.find((h) => h.event === event)?.data as unknown as T | undefined;
