import assert from 'node:assert/strict';
import { sentenceOf } from '../../packages/catalogue/sentences.ts';
import type { Result } from '../../packages/engine/ask.ts';
import { cited } from '../../packages/kernel/chart.ts';
import type { Refusal } from '../../packages/kernel/refusal.ts';

/** A refusal as the person reads it who asked. */
export type Told = {
  readonly code: string;
  readonly at: string;
  readonly clauses: readonly string[];
  readonly zh: string;
  readonly en: string;
};

/** What somebody is told, in both languages; a sentence that is missing, or that a fact is missing from, fails. */
export function tell(refusals: readonly Pick<Refusal, 'refused' | 'facts' | 'clause' | 'at'>[]): Told[] {
  return refusals.map((r) => {
    const told = {
      code: r.refused,
      at: (r.at ?? []).join('.'),
      clauses: cited(r.clause),
      zh: sentenceOf(r, 'zh'),
      en: sentenceOf(r, 'en'),
    };
    for (const sentence of [told.zh, told.en])
      assert.ok(!/{{|}}|\$t\(|undefined|^(?:refusal:)?[a-z_]+\.[a-z_]+$/.test(sentence), `${r.refused} is told as “${sentence}”`);
    assert.match(told.zh, /[\u4e00-\u9fff]{2}.*。$/u, r.refused);
    assert.match(told.en, /[A-Za-z]{2}.*\.$/u, r.refused);
    return told;
  });
}

/** What the asker was told, where it must have been refused. */
export function told(result: Result): Told[] {
  if (result.accepted) throw new Error(`accepted: ${result.events.map((e) => e.type).join(', ')}`);
  return tell(result.refusals);
}
/** The one thing the asker was told. */
export function toldOnly(result: Result): Told {
  const all = told(result);
  assert.equal(all.length, 1, all.map((t) => `${t.code} ${t.at}`).join(', '));
  return all[0]!;
}
