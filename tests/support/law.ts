import assert from 'node:assert/strict';
import { packFolder, rules } from '../../apps/server/open-house.ts';
import { loadPacks } from '../../packages/engine/pack-folder.ts';
import { calendarOf } from '../../packages/kernel/calendar.ts';
import type { Day } from '../../packages/kernel/day.ts';
import { isAnswered, lawOf } from '../../packages/kernel/law.ts';
import type { IfSilent, Rule } from '../../packages/kernel/rule.ts';

const loaded = loadPacks(packFolder, rules);
assert.deepEqual(loaded.faults, []);
/** The calendar of the house's own packs. */
export const calendar = calendarOf(loaded.calendar);

/** What the adopted texts of the house's packs answer on a day; faults where they do not. */
export function answerOf<Id extends string, One, V, G extends string, D extends string, S extends IfSilent>(
  rule: Rule<Id, One, V, G, D, S>,
  ask: { readonly on: Day; readonly texts: readonly string[]; readonly given?: Readonly<Record<string, string>> },
): V {
  const law = lawOf(
    loaded.shelf,
    ask.texts.map((text) => ({ text, from: '2020-01-01' })),
  );
  const answer = law.answer(rule, { given: (ask.given ?? {}) as { readonly [K in G]: string | undefined }, on: ask.on });
  if (!isAnswered(answer)) assert.fail(`${rule.id} is not answered by ${ask.texts.join(', ')}`);
  return answer.value;
}
