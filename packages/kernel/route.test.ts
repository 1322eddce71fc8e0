import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isWrong } from './parsed.ts';
import { before, levelsOf, onward, readRoute, waitsOf } from './route.ts';

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
  it('says what comes before a step and after it, directly or through others, and what may run beside it', () => {
    const steps = waitsOf([
      { step: 'price', after: [] },
      { step: 'notice', after: ['price'] },
      { step: 'review', after: ['price'] },
      { step: 'contract', after: ['notice', 'review'] },
    ]);
    assert.deepEqual([...before(steps, 'contract')].sort(), ['notice', 'price', 'review']);
    assert.deepEqual([...before(steps, 'price')], []);
    assert.deepEqual([...onward(steps, 'notice')], ['notice', 'contract']);
    assert.deepEqual(
      levelsOf(steps).map((level) => level.map((s) => s.id)),
      [['price'], ['notice', 'review'], ['contract']],
    );
  });
});
