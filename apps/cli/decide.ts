import { sentenceOf } from '../../packages/catalogue/sentences.ts';
import { loadPacks } from '../../packages/engine/pack-folder.ts';
import { type Field, fields, group, list, optional } from '../../packages/kernel/field.ts';
import { day, text } from '../../packages/kernel/field-kinds.ts';
import { type Answer, isAnswered, lawOf } from '../../packages/kernel/law.ts';
import { parsed, wrong } from '../../packages/kernel/parsed.ts';
import { asAdoption } from '../../packages/kernel/party.ts';
import type { AnyRule } from '../../packages/kernel/rule.ts';
import { faultLine } from '../server/fault-line.ts';
import { rules } from '../server/open-house.ts';
import { readSettings } from '../server/settings.ts';
import { UserFault } from '../server/user-fault.ts';
import type { Arguments } from './tongtu.ts';
import { language, print, readJson } from './words.ts';

/** The conditions a rule is given: words by name. */
const conditions: Field<Readonly<Record<string, string>>> = {
  shape: { kind: 'group', required: false },
  read: (raw) => {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return wrong('field.not_a_record');
    const [bad] = Object.entries(raw).find(([, v]) => typeof v !== 'string') ?? [];
    return bad === undefined ? parsed(raw as Record<string, string>) : wrong('field.not_text', {}, [bad]);
  },
};
const adoption = group({ text: text(40), from: day(), to: optional(day()), basis: optional(text(500)) });
const question = fields({ rule: text(60), on: day(), given: optional(conditions), adopt: list(adoption, { most: 100 }) });

/**
 * {"rule": "reward-limits", "on": "2026-03-02", "given": {"mode": "transfer"}, "adopt": [{"text": "chaoyang", "from": "2020-12-31"}]}
 * → the value, the clauses it rests on, and the trace of every clause considered.
 */
export async function decide({ flags }: Arguments): Promise<number> {
  const asked = readJson(flags.input);
  const rule = rules.get(String(asked.rule));
  if (!rule) throw new UserFault(`there is no rule ${asked.rule ?? '(none was named)'}; there are: ${[...rules.keys()].sort().join(', ')}`);
  const read = question.read(asked);
  if ('wrongs' in read) {
    const lines = read.wrongs.map((w) => `${w.at?.join('.')}: ${sentenceOf({ refused: w.code, facts: w.facts }, language)}`);
    throw new UserFault(`${lines.join('\n')}\n"on" is the day of the fact that ${rule.id} is about (${rule.asOf})`);
  }
  const { on, given = {}, adopt } = read.values;
  const unknown = Object.keys(given).find((k) => !(rule.given as readonly string[]).includes(k));
  if (unknown) throw new UserFault(`${rule.id} is not given ${unknown}; it is given: ${rule.given.join(', ') || 'nothing'}`);
  const { shelf, faults } = loadPacks(readSettings().packs, rules);
  if (faults.length > 0) throw new UserFault(faults.map((f) => faultLine(f, language)).join('\n'));
  const missing = adopt.find((a) => !shelf.has(a.text));
  if (missing) throw new UserFault(`there is no text ${missing.text}; there are: ${[...shelf.keys()].sort().join(', ')}`);

  type Loose = (rule: AnyRule, ask: { given: Record<string, string | undefined>; on: string }) => Answer<unknown>;
  const answer = (lawOf(shelf, adopt.map(asAdoption)).answer as unknown as Loose)(rule, { given, on });
  print(answer);
  return isAnswered(answer) ? 0 : 1;
}
