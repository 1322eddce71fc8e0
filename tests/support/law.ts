import assert from 'node:assert/strict';
import { packFolder, rules } from '../../apps/server/open-house.ts';
import { loadPacks } from '../../packages/engine/pack-folder.ts';
import { type Calendar, calendarOf } from '../../packages/kernel/calendar.ts';
import type { Day } from '../../packages/kernel/day.ts';
import { type Answered, isAnswered, lawOf } from '../../packages/kernel/law.ts';
import type { IfSilent, Rule } from '../../packages/kernel/rule.ts';

const loaded = loadPacks(packFolder, rules);
assert.deepEqual(loaded.faults, []);

/** The calendar of the house's packs. */
export const calendar: Calendar = calendarOf(loaded.calendar);

type Asked<G extends string> = {
  readonly texts: readonly string[];
  readonly given?: { readonly [K in G]: string | undefined };
  readonly on?: Day;
  /** Which of the clause's readings, where it has several; without it the one that is taken. */
  readonly reading?: number;
};

/** What the house's packs answer to a rule for somebody who adopted these texts; a question that they leave open fails the test. */
export function answered<Id extends string, One, V, G extends string, D extends string, S extends IfSilent>(
  rule: Rule<Id, One, V, G, D, S>,
  { texts, given = {} as { readonly [K in G]: undefined }, on = '2026-11-21', reading: nth }: Asked<G>,
): Answered<V> {
  const law = lawOf(
    loaded.shelf,
    texts.map((text) => ({ text, from: '2020-01-01' })),
  );
  const reading = nth === undefined ? undefined : law.readings(rule, on)[nth];
  assert.ok(nth === undefined || reading, `${rule.id} has no reading ${nth}`);
  const answer = law.answer(rule, { given, on, ...(reading ? { reading } : {}) });
  return isAnswered(answer) ? answer : assert.fail(`${rule.id} is not answered by ${texts.join(', ')}: ${JSON.stringify(answer)}`);
}
