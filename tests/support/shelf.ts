import { capabilities } from '../../apps/server/capabilities.ts';
import { packFolder } from '../../apps/server/open-house.ts';
import { rulesOf } from '../../packages/engine/engine.ts';
import { loadPacks } from '../../packages/engine/pack-folder.ts';
import { type Calendar, calendarOf } from '../../packages/kernel/calendar.ts';
import { isAnswered, lawOf } from '../../packages/kernel/law.ts';
import type { IfSilent, Rule } from '../../packages/kernel/rule.ts';

const loaded = loadPacks(packFolder, rulesOf(capabilities));
if (loaded.faults.length > 0) throw new Error(JSON.stringify(loaded.faults));

/** The calendar of the house's packs. */
export const calendar: Calendar = calendarOf(loaded.calendar);

/** What the house's packs answer to a rule for somebody who adopted these texts; a question that they leave open is an error. */
export function answered<Id extends string, One, V, G extends string, D extends string, S extends IfSilent>(
  rule: Rule<Id, One, V, G, D, S>,
  o: {
    readonly texts: readonly string[];
    readonly given: { readonly [K in G]: string | undefined };
    readonly on?: string;
    readonly reading?: number;
  },
): { readonly value: V; readonly clauses: readonly string[] } {
  const on = o.on ?? '2026-11-21';
  const law = lawOf(
    loaded.shelf,
    o.texts.map((text) => ({ text, from: '2020-01-01' })),
  );
  const reading = o.reading === undefined ? undefined : law.readings(rule, on)[o.reading];
  if (o.reading !== undefined && reading === undefined) throw new Error(`${rule.id} has no reading ${o.reading}`);
  const answer = law.answer(rule, { given: o.given, on, ...(reading ? { reading } : {}) });
  if (!isAnswered(answer)) throw new Error(`${rule.id}: ${JSON.stringify(answer)}`);
  return answer;
}
