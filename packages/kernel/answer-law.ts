import type { AnyCommand } from './command.ts';
import type { Day } from './day.ts';
import { type Answer, type Answered, type Considered, isAnswered, type Law, type Reading } from './law.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { AnyRule } from './rule.ts';

export type Ground = { readonly given: Readonly<Record<string, string | undefined>>; readonly dates: Readonly<Record<string, Day>> };
export type LawAsked = {
  /** By rule id; undefined where no adopted text answers and the rule lets that be. */
  readonly law: Readonly<Record<string, Answered<unknown> | undefined>>;
  readonly answers: readonly Answer<unknown>[];
  /** Gaps and conflicts that stop the command. */
  readonly refusals: readonly Refusal[];
};

type LooseAnswer = (rule: AnyRule, ask: { given: Ground['given']; on: Day; reading?: Reading }) => Answer<unknown>;

/** Answers every rule a command asks. In a dry run (`dry`) what depends on the input stays open and is no refusal. */
export function answerLaw(
  law: Law,
  command: AnyCommand,
  ground: Ground,
  more: { readonly reading?: Reading; readonly dry?: boolean } = {},
): LawAsked {
  const found: Record<string, Answered<unknown> | undefined> = {};
  const answers: Answer<unknown>[] = [];
  const refusals: Refusal[] = [];
  for (const rule of command.asks) {
    const on = ground.dates[rule.asOf];
    if (on === undefined) throw new Error(`${command.name} asks ${rule.id} as of ${rule.asOf}, but its ground has no such day`);
    const given = Object.fromEntries(rule.given.map((k) => [k, ground.given[k]]));
    const answer = (law.answer as unknown as LooseAnswer)(rule, { given, on, ...(more.reading ? { reading: more.reading } : {}) });
    answers.push(answer);
    if (isAnswered(answer)) found[rule.id] = answer;
    else if ('conflict' in answer) refusals.push(refuse('law.conflict', { rule: rule.id, on }, { clause: answer.conflict }));
    else if ('open' in answer) {
      if (!more.dry) refusals.push(refuse('law.open', { rule: rule.id, needs: [...answer.open] }));
    } else if (rule.ifSilent === 'forbidden') refusals.push(refuse('law.silent', { rule: rule.id, on }));
  }
  return { law: found, answers, refusals };
}

/** The revision of every pack that had a say. */
export function revisionsOf(answers: readonly Answer<unknown>[]): Record<string, string> {
  const all: Record<string, string> = {};
  for (const c of answers.flatMap((a): readonly Considered[] => a.trace.considered))
    all[c.clause.slice(0, c.clause.indexOf(':'))] = c.revision;
  return all;
}
