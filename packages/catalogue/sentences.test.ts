import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { capabilities } from '../../apps/server/capabilities.ts';
import { houseCommands } from '../engine/house/house.ts';
import { readMatrix } from '../engine/permissions.ts';
import type { FieldShape } from '../kernel/field.ts';
import { enRefusals } from './messages/en-refusals.ts';
import { zhRefusals } from './messages/zh-refusals.ts';
import { zhWords } from './messages/zh-words.ts';
import { sentenceOf } from './sentences.ts';

const procedures = capabilities.flatMap((c) => c.procedures);
const commands = [...procedures.flatMap((p) => p.commands), ...houseCommands(new Map())].map((w) => w.command);
const has = (group: object, key: string): boolean => Object.hasOwn(group, key);

function* sources(dir: string): Generator<string> {
  for (const name of readdirSync(dir)) {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) yield* sources(path);
    else if (/\.ts$/.test(name) && !/\.test\.ts$|messages/.test(path)) yield path;
  }
}

describe('every code has a sentence, in both languages, that says what to do', () => {
  it('covers every refusal that a command declares', () => {
    const missing = [...new Set(commands.flatMap((c) => c.refuses))].filter((c) => !has(zhRefusals, c));
    assert.deepEqual(missing, []);
  });
  it('covers every code that the code names', () => {
    const named = new Set<string>();
    for (const root of ['..', '../../apps'].map((p) => fileURLToPath(new URL(p, import.meta.url)))) {
      for (const file of sources(root)) {
        for (const [, code] of readFileSync(file, 'utf8').matchAll(/\b(?:refuse|unmet|warn|wrong|byForce)\(\s*'([a-z_]+\.[a-z_]+)'/g))
          named.add(code!);
      }
    }
    assert.ok(named.size > 100);
    assert.deepEqual(
      [...named].filter((c) => !has(zhRefusals, c)),
      [],
    );
  });
  it('asks for the same facts in both languages', () => {
    const facts = (s: string): string[] => [...s.matchAll(/{{(\w+)}}/g)].map((m) => m[1]!).sort();
    for (const [code, zh] of Object.entries(zhRefusals))
      assert.deepEqual(facts(enRefusals[code as keyof typeof enRefusals]), facts(zh), code);
  });
  it('puts facts into words', () => {
    const r = { refused: 'step.before', facts: { step: '签订转化合同', waits: ['医院公示', '中技所公示'] } };
    assert.equal(sentenceOf(r, 'zh'), '“签订转化合同”之前的步骤还没有完成：医院公示、中技所公示。');
    assert.equal(
      sentenceOf({ refused: 'deduction.not_allowed', facts: { kind: 'rnd-costs' } }, 'zh'),
      '“研发成本”不在可扣除的费用之内，不能从收入中扣除。',
    );
    assert.match(
      sentenceOf({ refused: 'chart.no_place', facts: { title: '定价', procedure: 'pricing', state: 'priced' } }, 'en'),
      /priced/,
    );
  });
});

describe('every word of the declarations is in the catalogue', () => {
  it('names procedures, states, events, commands, fields, options, roles and rules', () => {
    const missing: string[] = [];
    const want = (group: keyof typeof zhWords, key: string): void => {
      if (!has(zhWords[group], key)) missing.push(`${group}:${key}`);
    };
    const field = (shapes: Readonly<Record<string, FieldShape>>, command: string): void => {
      for (const [key, shape] of Object.entries(shapes)) {
        if (!has(zhWords.fieldIn, `${command}.${key}`)) want('field', key);
        for (const option of shape.options ?? []) if (key !== 'reviewer') want('option', `${key}.${option}`);
        if (shape.fields) field(shape.fields, command);
        if (shape.of?.fields) field(shape.of.fields, command);
      }
    };
    for (const p of procedures) {
      const { id, states, opened } = p.chart.def;
      want('procedure', id);
      want('event', opened);
      for (const [state, s] of Object.entries(states)) {
        want('state', `${id}.${state}`);
        for (const event of Object.keys(s.on ?? {})) want('event', event);
      }
    }
    for (const c of commands) {
      want('command', c.name);
      for (const event of c.brings) want('event', event);
      if (!['document.rendered', 'paper.file', 'correction.ask', 'finding.close', 'correction.decide'].includes(c.name))
        field(c.input.shape, c.name);
    }
    for (const r of capabilities.flatMap((c) => c.rules)) {
      want('rule', r.id);
      for (const condition of r.given) want('option', `needs.${condition}`);
    }
    for (const role of readMatrix().roles) want('role', role);
    assert.deepEqual(missing, []);
  });
});
