import type { Ground } from '../kernel/answer-law.ts';
import { clauseOnDay } from '../kernel/citation.ts';
import type { Circumstances, Recorded } from '../kernel/command.ts';
import type { Day, Instant } from '../kernel/day.ts';
import type { Ask, Asker } from './ask.ts';
import type { DueRow } from './context.ts';
import type { Engine } from './engine.ts';
import { newId } from './ids.ts';
import type { Wired } from './procedure.ts';

/** A command on its way: who asks for what, read and found, at which instant. */
export type Running = {
  readonly engine: Engine;
  readonly asker: Asker;
  readonly ask: Ask;
  readonly wired: Wired;
  readonly procedure: string | undefined;
  readonly input: unknown;
  readonly recorded?: Recorded;
  readonly at: Instant;
  /** Answers what would happen and writes nothing. */
  readonly preview: boolean;
  /** Set when a passed deadline runs the command. */
  readonly deadline?: DueRow;
};

/** What the command's rules are asked about. */
export function groundOf(wired: Wired, facts: unknown, input: unknown, on: Day): Ground {
  const { ground, asks, name } = wired.command;
  if (ground) return (ground as (g: unknown) => Ground)({ facts, input, on });
  if (asks.length > 0) throw new Error(`${name} asks rules but states no ground`);
  return { given: {}, dates: {} };
}

type Moment = Pick<Circumstances, 'at' | 'on' | 'recorded'>;
/** What every decision is told beside its input, its facts and the law. */
export function circumstancesOf({ law }: Engine, asker: Asker, moment: Moment): Circumstances {
  const shelf = law.shelfIn(asker.institution);
  return {
    ...moment,
    calendar: law.calendar,
    actor: { person: asker.person ?? '' },
    id: newId,
    cite: (clause) => law.cite(clause, asker.institution),
    sentence: (clause) => clauseOnDay(shelf, clause, moment.on)?.clause.sentence,
    text: (id) => shelf.get(id)?.text,
  };
}
