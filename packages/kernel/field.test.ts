import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fields, list, optional } from './field.ts';
import { choice, count, day, money, note, person, share, shares, text, yesNo } from './field-kinds.ts';
import { recordSchema } from './field-schema.ts';
import { isWrong } from './parsed.ts';

const one = '00000000-0000-4000-8000-000000000001';
const two = '00000000-0000-4000-8000-000000000002';
const form = fields({
  title: text(10),
  amount: money(),
  on: day(),
  rate: optional(share()),
  kind: choice('a', 'b'),
  sure: yesNo(),
  heads: count(50),
  who: optional(list(person())),
  why: optional(note()),
});
const good = { title: '眼内液检测', amount: '297000', on: '2026-11-21', kind: 'a', sure: true, heads: 9 };
const faults = (raw: unknown): Record<string, string> => {
  const r = form.read(raw);
  return 'wrongs' in r ? Object.fromEntries(r.wrongs.map((w) => [(w.at ?? []).join('.'), w.code])) : {};
};

describe('a bad input gets a clear error at its field', () => {
  it('reads a good form into typed values', () => {
    const r = form.read(good);
    assert.ok('values' in r);
    assert.equal(r.values.amount, 29_700_000n);
    assert.equal(r.values.rate, undefined);
  });
  it('reports every fault at once, each at its own field', () => {
    assert.deepEqual(
      faults({ ...good, amount: '1.005', on: '2026-02-30', kind: 'c', heads: -1, sure: 'yes', who: [one, 'x'], titel: 'x' }),
      {
        titel: 'field.unknown',
        amount: 'money.decimals',
        on: 'day.not_real',
        kind: 'choice.not_offered',
        heads: 'count.not_a_number',
        sure: 'yes_no.form',
        'who.1': 'reference.form',
      },
    );
    assert.deepEqual(faults({}), {
      title: 'field.required',
      amount: 'field.required',
      on: 'field.required',
      kind: 'field.required',
      sure: 'field.required',
      heads: 'field.required',
    });
    assert.deepEqual(faults([]), { '': 'field.not_a_record' });
    assert.deepEqual(faults({ ...good, title: '一二三四五六七八九十一', amount: Number.NaN }), {
      title: 'field.too_long',
      amount: 'field.not_text',
    });
  });
  it('never reads a key of the prototype', () => assert.equal(faults({ ...good, constructor: 'x' }).constructor, 'field.unknown'));
  it('describes itself as JSON Schema', () => {
    const schema = recordSchema(form.shape) as { required: string[]; properties: Record<string, { type: string }> };
    assert.deepEqual(schema.required, ['title', 'amount', 'on', 'kind', 'sure', 'heads']);
    assert.equal(schema.properties.who!.type, 'array');
  });
});

describe('shares sum to exactly 100% and are never normalised (E-52)', () => {
  const read = (rows: [string, string][]): string => {
    const r = shares().read(rows.map(([p, s]) => ({ person: p, share: s })));
    return isWrong(r) ? r.wrong.code : 'read';
  };
  it('refuses 99.99%, 100.01%, a person twice and a zero share', () => {
    assert.equal(
      read([
        [one, '60%'],
        [two, '40%'],
      ]),
      'read',
    );
    assert.equal(
      read([
        [one, '1/3'],
        [two, '2/3'],
      ]),
      'read',
    );
    assert.equal(
      read([
        [one, '60%'],
        [two, '39.99%'],
      ]),
      'shares.sum',
    );
    assert.equal(
      read([
        [one, '60%'],
        [two, '40.01%'],
      ]),
      'shares.sum',
    );
    assert.equal(
      read([
        [one, '50%'],
        [one, '50%'],
      ]),
      'shares.twice',
    );
    assert.equal(
      read([
        [one, '100%'],
        [two, '0%'],
      ]),
      'shares.zero',
    );
    assert.equal(read([]), 'field.required');
  });
});
