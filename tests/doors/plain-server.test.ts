import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { buildServer } from '../../apps/server/server.ts';
import { answerOf } from '../support/doors.ts';
import { type TestHouse, testHouse } from '../support/house.ts';

let h: TestHouse;
let app: FastifyInstance;
let pages: string;
before(async () => {
  h = await testHouse();
  pages = mkdtempSync(join(tmpdir(), 'pages-'));
  writeFileSync(join(pages, 'index.html'), '<title>通途</title>');
  app = await buildServer({ engine: h.engine, settings: { origin: undefined }, web: pages });
});
after(async () => {
  await app.close();
  await h.close();
  rmSync(pages, { recursive: true });
});

const get = async (url: string) => answerOf(await app.inject({ method: 'GET', url }));

describe('a house that is no demonstration', () => {
  it('offers no demonstration accounts, and lets nobody move its days', async () => {
    const accounts = await get('/api/demonstration');
    assert.deepEqual([accounts.status, accounts.codes], [404, ['route.not_found']]);
    const moved = answerOf(await app.inject({ method: 'POST', url: '/api/demonstration/clock', payload: { days: 1 } }));
    assert.deepEqual([moved.status, moved.codes], [404, ['route.not_found']]);
  });
});

describe('an address that names nothing', () => {
  it('is a page where a person looks, and said to be nothing where a program asks', async () => {
    assert.match(String((await get('/nowhere')).raw.body), /通途/);
    const asked = await get('/api/nowhere');
    assert.deepEqual([asked.status, asked.codes], [404, ['route.not_found']]);
  });
});
