import { loadPacks } from '../../packages/engine/pack-folder.ts';
import { readDay } from '../../packages/kernel/day.ts';
import { type Answer, isAnswered, lawOf } from '../../packages/kernel/law.ts';
import type { Adoption } from '../../packages/kernel/pack.ts';
import { isWrong } from '../../packages/kernel/parsed.ts';
import type { AnyRule } from '../../packages/kernel/rule.ts';
import { faultLine } from '../server/fault-line.ts';
import { packFolder, rules } from '../server/open-house.ts';
import { readSettings } from '../server/settings.ts';
import type { Arguments } from './tongtu.ts';
import { language, print, readJson, Wrong } from './words.ts';

/**
 * {"rule": "reward-limits", "on": "2026-03-02", "given": {"mode": "transfer"}, "adopt": [{"text": "chaoyang", "from": "2020-12-31"}]}
 * → the value, the clauses it rests on, and the trace of every clause considered.
 */
export async function decide({ flags }: Arguments): Promise<number> {
  const asked = readJson(flags.input);
  const { shelf, faults } = loadPacks(readSettings().packs ?? packFolder, rules);
  if (faults.length > 0) throw new Wrong(faults.map((f) => faultLine(f, language)).join('\n'));
  const rule = rules.get(String(asked.rule));
  if (!rule) throw new Wrong(`there is no rule ${asked.rule}; there are: ${[...rules.keys()].sort().join(', ')}`);
  const on = readDay(String(asked.on));
  if (isWrong(on)) throw new Wrong(`"on" is the day of the fact (${rule.asOf}), YYYY-MM-DD; not ${asked.on}`);
  const given = (asked.given ?? {}) as Record<string, string>;
  const unknown = Object.keys(given).find((k) => !(rule.given as readonly string[]).includes(k));
  if (unknown) throw new Wrong(`${rule.id} is not given ${unknown}; it is given: ${rule.given.join(', ') || 'nothing'}`);
  const adopt = (Array.isArray(asked.adopt) ? asked.adopt : []) as Adoption[];
  const missing = adopt.find((a) => !shelf.has(a.text));
  if (missing) throw new Wrong(`there is no text ${missing.text}; there are: ${[...shelf.keys()].sort().join(', ')}`);

  type Loose = (rule: AnyRule, ask: { given: Record<string, string | undefined>; on: string }) => Answer<unknown>;
  const answer = (lawOf(shelf, adopt).answer as unknown as Loose)(rule, { given, on: on.value });
  print(answer);
  return isAnswered(answer) ? 0 : 1;
}
