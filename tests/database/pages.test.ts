import { equal, match } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { buildServer } from '../../apps/server/server.ts';
import { type TestHouse, testHouse } from '../support/house.ts';

const web = mkdtempSync(join(tmpdir(), 'pages-'));
const page = '<!doctype html><title>通途</title>';
const script = `console.log('${'很长的一段 '.repeat(300)}');`;
let h: TestHouse;
let app: FastifyInstance;
before(async () => {
  mkdirSync(join(web, 'assets'));
  for (const [name, content] of [
    ['index.html', page],
    ['assets/entry-1.js', script],
  ] as const) {
    writeFileSync(join(web, name), content);
    writeFileSync(join(web, `${name}.gz`), gzipSync(content));
  }
  writeFileSync(join(web, 'assets/small-1.js'), 'export {};');
  h = await testHouse();
  app = await buildServer({ engine: h.engine, settings: { origin: undefined }, web });
});
after(async () => {
  await app.close();
  await h.close();
  rmSync(web, { recursive: true });
});
const get = (url: string, encodings = '') => app.inject({ method: 'GET', url, headers: { 'accept-encoding': encodings } });

describe('pages go out compressed where the browser takes it', () => {
  it('sends the file made at the building, unpacked the same, and keeps proxies from mixing both', async () => {
    for (const [url, content, kind] of [
      ['/', page, /^text\/html; charset=utf-8$/],
      ['/cases/of-some-id', page, /^text\/html; charset=utf-8$/],
      ['/assets/entry-1.js', script, /^(text|application)\/javascript; charset=utf-8$/],
    ] as const) {
      const packed = await get(url, 'gzip, deflate, br');
      equal(packed.headers['content-encoding'], 'gzip');
      equal(gunzipSync(packed.rawPayload).toString(), content);
      const plain = await get(url);
      equal(plain.headers['content-encoding'], undefined);
      equal(plain.body, content);
      for (const answer of [packed, plain]) {
        equal(answer.statusCode, 200);
        match(String(answer.headers['content-type']), kind);
        equal(answer.headers.vary, 'accept-encoding');
      }
    }
  });

  it('sends plainly what has no compressed file', async () => {
    const answer = await get('/assets/small-1.js', 'gzip');
    equal(answer.body, 'export {};');
    equal(answer.headers['content-encoding'], undefined);
  });

  it('lets a browser keep a script for good and look for a new page each time', async () => {
    equal((await get('/assets/entry-1.js', 'gzip')).headers['cache-control'], 'public, max-age=31536000, immutable');
    equal((await get('/', 'gzip')).headers['cache-control'], 'no-cache');
  });
});
