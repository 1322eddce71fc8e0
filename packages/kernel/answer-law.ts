import { textOf } from './clause-id.ts';
import type { Day } from './day.ts';
import { type Answer, type Answered, type Considered, isAnswered, type Law, type Reading } from './law.ts';
import type { Laws, Party, PartyAnswer } from './party.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { AnyRule } from './rule.ts';

export type Ground = {
  readonly given: Readonly<Record<string, string | undefined>>;
  readonly dates: Readonly<Record<string, Day>>;
  readonly parties?: readonly Party[];
};
export type LawAsked = {
  /** By rule id; undefined where no adopted text answers and the rule lets that be. A rule about parties has each party's answer. */
  readonly law: Readonly<Record<string, Answered<unknown> | readonly PartyAnswer<unknown>[] | undefined>>;
  readonly answers: readonly Answer<unknown>[];
  /** Clauses of all that was answered, whosever texts they stand in. */
  readonly clauses: readonly string[];
  /** Gaps and conflicts that stop the command. */
  readonly refusals: readonly Refusal[];
};
type More = { readonly reading?: Reading; readonly dry?: boolean };

type LooseAnswer = (rule: AnyRule, ask: { given: Ground['given']; on: Day; reading?: Reading }) => Answer<unknown>;

/** Who asks, and what. */
export type Asking = { readonly name: string; readonly asks: readonly AnyRule[] };
/** Answers every rule a command asks. In a dry run (`dry`) what depends on the input stays open and is no refusal. */
export function answerLaw(laws: Laws, command: Asking, ground: Ground, more: More = {}): LawAsked {
  const found: Record<string, Answered<unknown> | readonly PartyAnswer<unknown>[] | undefined> = {};
  const answers: Answer<unknown>[] = [];
  const refusals: Refusal[] = [];
  const ask = (rule: AnyRule, law: Law, party?: Party): Answered<unknown> | undefined => {
    const answer = answerOf(rule, law, { ...more, ground, command: command.name, ...(party ? { party } : {}) });
    answers.push(answer);
    refusals.push(...inTheWay(rule, answer, { ...more, ...(party ? { party: party.title } : {}) }));
    return isAnswered(answer) ? answer : undefined;
  };
  for (const rule of command.asks) {
    if (rule.about === 'case') found[rule.id] = ask(rule, laws.whole);
    else found[rule.id] = partiesIn(ground, command).map((party) => ({ party, answer: ask(rule, laws.of(party), party) }));
  }
  const clauses = [...new Set(answers.filter(isAnswered).flatMap((a) => a.clauses))];
  return { law: found, answers, clauses, refusals };
}

function partiesIn(ground: Ground, command: Asking): readonly Party[] {
  if (!ground.parties) throw new Error(`${command.name} asks a rule about parties, but its ground names none`);
  return ground.parties;
}

function answerOf(
  rule: AnyRule,
  law: Law,
  o: { readonly ground: Ground; readonly command: string; readonly reading?: Reading; readonly party?: Party },
): Answer<unknown> {
  const on = o.ground.dates[rule.asOf];
  if (on === undefined) throw new Error(`${o.command} asks ${rule.id} as of ${rule.asOf}, but its ground has no such day`);
  const given = Object.fromEntries(rule.given.map((k) => [k, o.ground.given[k]]));
  const answer = (law.answer as unknown as LooseAnswer)(rule, { given, on, ...(o.reading ? { reading: o.reading } : {}) });
  return o.party ? { ...answer, trace: { ...answer.trace, party: o.party.title } } : answer;
}

/** Why an answer stops the command, if it does: in a party's own name where it was that party's texts that were asked. */
function inTheWay(rule: AnyRule, answer: Answer<unknown>, o: { readonly dry?: boolean; readonly party?: string }): Refusal[] {
  if (isAnswered(answer)) return [];
  const { on } = answer.trace;
  if ('conflict' in answer) {
    const clause = answer.conflict;
    return o.party === undefined
      ? [refuse('law.conflict', { rule: rule.id, on }, { clause })]
      : [refuse('law.party_conflict', { rule: rule.id, on, party: o.party }, { clause })];
  }
  if ('open' in answer) return o.dry ? [] : [refuse('law.open', { rule: rule.id, needs: [...answer.open] })];
  if (rule.ifSilent !== 'forbidden') return [];
  return o.party === undefined
    ? [refuse('law.silent', { rule: rule.id, on })]
    : [refuse('law.party_silent', { rule: rule.id, on, party: o.party })];
}

/** Other readings of the clauses that made the answers, in whosever texts they stand; each once. */
export function readingsIn(laws: Laws, command: Asking, ground: Ground, asked: LawAsked): Reading[] {
  const found = new Map<string, Reading>();
  for (const rule of command.asks) {
    const bound = rule.about === 'case' ? [laws.whole] : partiesIn(ground, command).map(laws.of);
    for (const r of bound.flatMap((law) => law.readings(rule, ground.dates[rule.asOf]!)))
      if (asked.clauses.includes(r.clause)) found.set(`${r.clause} ${r.rule} ${r.index}`, r);
  }
  return [...found.values()];
}

/** The revision of every pack that had a say. */
export function revisionsOf(answers: readonly Answer<unknown>[]): Record<string, string> {
  const all: Record<string, string> = {};
  for (const c of answers.flatMap((a): readonly Considered[] => a.trace.considered)) all[textOf(c.clause)] = c.revision;
  return all;
}
