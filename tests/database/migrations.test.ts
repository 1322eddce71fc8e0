import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const db = fileURLToPath(new URL('../../db/', import.meta.url));
const recorded = readFileSync(`${db}migrations.sha256`, 'utf8')
  .trim()
  .split('\n')
  .map((line) => ({ sha256: line.slice(0, 64), name: line.slice(66) }));

describe('a migration that is on record is never edited: what is wrong in it another one puts right', () => {
  for (const { name, sha256 } of recorded) {
    it(`has ${name} as it was put on record`, () => {
      assert.equal(
        createHash('sha256')
          .update(readFileSync(`${db}migrations/${name}`))
          .digest('hex'),
        sha256,
      );
    });
  }
  it('has every migration on record, each once', () => {
    assert.deepEqual(recorded.map((r) => r.name).sort(), readdirSync(`${db}migrations`).sort());
  });
});
