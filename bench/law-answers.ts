import { packFolder, rules } from '../apps/server/open-house.ts';
import { chaoyang, shifan } from '../demonstration/cast.ts';
import { loadPacks } from '../packages/engine/pack-folder.ts';
import { type Answer, type Law, lawOf } from '../packages/kernel/law.ts';
import type { Shelf } from '../packages/kernel/pack.ts';
import type { AnyRule } from '../packages/kernel/rule.ts';
import { cpuSeconds, type Figure, type Measure, median, spread } from './figure.ts';

type Ask = { readonly given: Readonly<Record<string, string | undefined>>; readonly on: string };
type Question = { readonly law: Law; readonly rule: AnyRule; readonly ask: Ask };
const answer = ({ law, rule, ask }: Question): Answer<unknown> =>
  (law.answer as unknown as (rule: AnyRule, ask: Ask) => Answer<unknown>)(rule, ask);

/** Days on which other versions hold: before the draft, in it, after it. */
const days = ['2019-06-03', '2024-12-31', '2026-11-24', '2029-12-31'];

/** Every rule with every combination of what its clauses make conditions of, on each of the days, at both institutions; what no text speaks to is left out. */
export function questions(shelf: Shelf): Question[] {
  const found: Question[] = [];
  for (const { adoptions } of [chaoyang, shifan]) {
    const law = lawOf(shelf, adoptions);
    for (const rule of rules.values()) {
      for (const given of combinations(shelf, rule)) {
        for (const on of days) {
          const question = { law, rule, ask: { given, on } };
          if (answer(question).trace.considered.length > 0) found.push(question);
        }
      }
    }
  }
  return found;
}

function combinations(shelf: Shelf, rule: AnyRule): readonly Record<string, string>[] {
  const answers = [...shelf.values()].flatMap((p) => p.clauses).flatMap((c) => c.answers.filter((a) => a.rule === rule.id));
  return rule.given.reduce<readonly Record<string, string>[]>(
    (known, key) => {
      const values = [...new Set(answers.flatMap((a) => a.when[key] ?? [])), 'nothing-named'];
      return known.flatMap((k) => values.map((v) => ({ ...k, [key]: v })));
    },
    [{}],
  );
}

async function measure(): Promise<readonly Figure[]> {
  const { shelf, faults } = loadPacks(packFolder, rules);
  if (faults.length > 0) throw new Error('the packs have faults');
  const asked = questions(shelf);
  const lines = asked.reduce((n, q) => n + answer(q).trace.considered.length, 0) / asked.length;
  for (let n = 0; n < 400; n += 1) asked.forEach(answer);
  const rates = Array.from({ length: 9 }, () => rateOf(asked, 300));
  const slowest = Math.min(...asked.map((q) => rateOf([q], 20)));
  const wide = manyClauses(shelf, 40);
  const wideRates = Array.from({ length: 5 }, () => rateOf([wide], 200));
  return [
    {
      name: 'rule answers with full trace',
      value: median(rates),
      unit: 'per CPU s',
      target: { atLeast: 500_000 },
      beside: `${asked.length} questions, ${lines.toFixed(1)} clauses traced each; slowest question ${Math.round(slowest / 1000)},000; rounds ${spread(
        rates.map((r) => r / 1000),
        0,
      )} thousand`,
    },
    {
      name: 'the same where 40 clauses speak to one rule',
      value: median(wideRates),
      unit: 'per CPU s',
      beside: 'copies of the texts’ limits on rewards: all traced, all binding',
    },
  ];
}

/** A question to which so many clauses answer: the limits on rewards, copied into further texts until there are enough. */
function manyClauses(shelf: Shelf, many: number): Question {
  const rule = rules.get('reward-limits')!;
  const of = shelf.get('004')!;
  const ask = { given: { mode: 'transfer' }, on: '2026-11-24' };
  for (let copies = 1; ; copies += 1) {
    const texts = Array.from({ length: copies }, (_, n) => [`copy-${n}`, { ...of, text: { ...of.text, id: `copy-${n}` } }] as const);
    const law = lawOf(
      new Map(texts),
      texts.map(([text]) => ({ text, from: '2024-12-20' })),
    );
    const question = { law, rule, ask };
    if (answer(question).trace.considered.length >= many) return question;
  }
}

/** Answers a second of processor time, garbage collection included. */
function rateOf(asked: readonly Question[], ms: number): number {
  const before = process.cpuUsage();
  const until = performance.now() + ms;
  let count = 0;
  let kept: unknown;
  const times = Math.ceil(200 / asked.length);
  while (performance.now() < until) {
    for (let n = 0; n < times; n += 1) for (const q of asked) kept = answer(q);
    count += times * asked.length;
  }
  if (kept === undefined) throw new Error('nothing was answered');
  return count / cpuSeconds(before, process.cpuUsage());
}

export const lawAnswers: Measure = { name: 'law', title: 'Rules', measure };
