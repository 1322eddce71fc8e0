import { answerLaw, type Ground, type LawAsked, readingsIn } from './answer-law.ts';
import type { AnyCommand, Happened, Outcome } from './command.ts';
import { isRefusal } from './command.ts';
import { canonical, type Json, type JsonRecord } from './json.ts';
import type { Laws } from './party.ts';

/** What an outcome comes to, as text: two readings agree where it is the same. New ids do not count. */
function tell(outcome: Outcome<string, string>): {
  readonly refused: readonly string[];
  readonly happens: readonly string[];
  readonly data: string;
} {
  const happened = outcome.filter((x): x is Happened => !isRefusal(x));
  const refused = outcome.filter(isRefusal).map((r) => `${r.refused} ${canonical(r.facts)}`);
  const ids = /"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{22}"/g;
  return {
    refused,
    happens: happened.map((h) => h.event),
    data: canonical(happened.map((h) => h.data) as unknown as Json).replaceAll(ids, '""'),
  };
}

/** Runs the decision once per other reading of the clauses it rests on, one at a time, and keeps what would come out differently (K12). */
export function otherReadings(o: {
  readonly laws: Laws;
  readonly command: AnyCommand;
  readonly ground: Ground;
  readonly asked: LawAsked;
  readonly base: Outcome<string, string>;
  readonly decide: (law: LawAsked['law']) => Outcome<string, string>;
}): JsonRecord[] {
  const readings = readingsIn(o.laws, o.command, o.ground, o.asked);
  if (readings.length === 0) return [];
  const base = tell(o.base);
  return readings.map((reading): JsonRecord => {
    const asked = answerLaw(o.laws, o.command, o.ground, { reading });
    const { clause, rule, index } = reading;
    if (asked.refusals.length > 0) return { clause, rule, index, differs: true, refused: asked.refusals.map((r) => r.refused) };
    const other = tell(o.decide(asked.law));
    return {
      clause,
      rule,
      index,
      differs: canonical({ ...other }) !== canonical({ ...base }),
      refused: other.refused,
      happens: other.happens,
    };
  });
}
