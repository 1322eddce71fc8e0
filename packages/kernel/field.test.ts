import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareClauses, showArticle } from './clause-id.ts';
import { fields, list, optional } from './field.ts';
import { choice, count, day, money, note, person, share, shares, text, yesNo } from './field-kinds.ts';
import { recordSchema } from './field-schema.ts';
import { canonical } from './json.ts';
import { isWrong } from './parsed.ts';
import { readRoute } from './route.ts';

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

describe('a route is a partial order of steps', () => {
  const does = ['act', 'notice'];
  const read = (raw: unknown): string => {
    const r = readRoute(raw, { does });
    return isWrong(r) ? `${r.wrong.code}@${(r.wrong.at ?? []).join('.')}` : r.value.map((s) => s.id).join(' ');
  };
  it('orders the steps by what each waits for', () => {
    assert.equal(
      read({ c: { title: 'C', does: 'act', after: ['a', 'b'] }, a: { title: 'A', does: 'act' }, b: { title: 'B', does: 'notice' } }),
      'a b c',
    );
  });
  it('refuses a circle, an unknown step and an unknown procedure, each at its place', () => {
    assert.equal(
      read({ a: { title: 'A', does: 'act', after: ['b'] }, b: { title: 'B', does: 'act', after: ['a'] } }),
      'route.circle@a.after',
    );
    assert.equal(read({ a: { title: 'A', does: 'act', after: ['z'] } }), 'route.unknown_step@a.after');
    assert.equal(read({ a: { title: 'A', does: 'fly' } }), 'rule.not_offered@a.does');
    assert.equal(read({}), 'route.empty@');
  });
});

describe('clauses are named as their texts name them', () => {
  it('writes articles, paragraphs, items and sentences', () => {
    assert.equal(showArticle('004:11.1', 'articles', ''), '第十一条（一）');
    assert.equal(showArticle('cn-conversion-law:45.p1.1', 'articles', ''), '第四十五条第一款（一）');
    assert.equal(showArticle('004:11.end', 'articles', ''), '第十一条末款');
    assert.equal(showArticle('004:10.p1.s2', 'articles', ''), '第十条第一款第二句');
    assert.equal(showArticle('cn-withholding:6.t1', 'articles', ''), '第六条附表一');
    assert.equal(showArticle('004:11.b', 'articles', ''), '第十一条（b）');
    assert.equal(showArticle('001:5.1.2.b', 'sections', ''), '5.1.2 b)');
    assert.equal(showArticle('001:5.2.2.a.2', 'sections', ''), '5.2.2 a) 2)');
    assert.equal(showArticle('000:8.2.p2', 'sections', ''), '8.2 第2段');
    assert.equal(showArticle('001:6.2.1.t1', 'sections', ''), '6.2.1 表1');
    assert.equal(showArticle('000:a.1.2.d', 'sections', ''), '附录A.1.2 d)');
    assert.equal(showArticle('000:a.4.p2', 'sections', ''), '附录A.4 第2段');
    assert.equal(showArticle('chaoyang:process', 'names', '转化流程八步'), '转化流程八步');
  });
  it('sorts as the text counts', () => {
    const article = [
      '004:9.p1',
      '004:10',
      '004:11',
      '004:11.p1.s1',
      '004:11.p1.s2',
      '004:11.1',
      '004:11.1.s2',
      '004:11.2',
      '004:11.10',
      '004:11.end',
    ];
    const section = ['001:5.1.2', '001:5.1.2.p1', '001:5.1.2.t1', '001:5.1.2.a', '001:5.1.2.b', '001:5.1.10', '001:a.1', '001:a.1.2.d'];
    for (const order of [article, section]) assert.deepEqual([...order].reverse().sort(compareClauses), order);
  });
});

describe('canonical JSON', () => {
  it('is the same text for the same value, whatever the order of keys', () => {
    assert.equal(canonical({ b: 1, a: [true, null, { d: undefined, c: '中' }] }), canonical({ a: [true, null, { c: '中' }], b: 1 }));
  });
});
