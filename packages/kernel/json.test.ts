import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonical } from './json.ts';

describe('canonical JSON', () => {
  it('is the same text for the same value, whatever the order of keys', () => {
    assert.equal(canonical({ b: 1, a: [true, null, { d: undefined, c: '中' }] }), canonical({ a: [true, null, { c: '中' }], b: 1 }));
  });
});
