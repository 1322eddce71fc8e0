import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { cookieName } from '../../apps/server/routes/context.ts';
import { buildServer } from '../../apps/server/server.ts';
import { giveAccount, signIn } from '../../packages/engine/sessions.ts';
import type { PackData } from '../../packages/kernel/pack-assembly.ts';
import { type PlainHouse, plainHouse } from '../support/plain.ts';

let h: PlainHouse;
let app: FastifyInstance;
before(async () => {
  h = await plainHouse();
  app = await buildServer({ engine: h.engine, settings: { origin: undefined } });
});
after(async () => {
  await app.close();
  await h.close();
});

type Sent = { texts: readonly PackData[]; calendar: readonly unknown[]; adoptions: readonly { text: string; from: string }[] };
const asked = (headers: Readonly<Record<string, string>> = {}) => app.inject({ method: 'GET', url: '/api/public-law', headers });
const foldersIn = (body: string): string[] => (JSON.parse(body) as Sent).texts.map((t) => t.folder);

describe('the texts as data, for pages that answer from them', () => {
  it('gives anybody the public texts and no other, without an account', async () => {
    const answer = await asked();
    assert.equal(answer.statusCode, 200);
    const sent = JSON.parse(answer.body) as Sent;
    const folders = sent.texts.map((t) => t.folder);
    assert.ok(
      ['cn-conversion-law', '004', 'chaoyang', 'shifan'].every((t) => folders.includes(t)),
      folders.join(' '),
    );
    assert.ok(!folders.includes('plain'), '简明医院 has not published its rules');
    assert.ok(!answer.body.includes('简明医院'));
    assert.deepEqual(sent.adoptions, []);
    assert.ok(sent.calendar.length > 5);
    assert.equal(sent.texts.find((t) => t.folder === 'chaoyang')!.revision, h.engine.law.shelf.get('chaoyang')!.revision);
  });
  it('is told apart by a tag: asked again with it, nothing is sent', async () => {
    const first = await asked();
    const tag = String(first.headers.etag);
    assert.match(tag, /^"[0-9a-f]{32}"$/);
    const again = await asked({ 'if-none-match': tag });
    assert.deepEqual([again.statusCode, again.body], [304, '']);
    assert.equal(first.headers['cache-control'], 'private, no-cache');
  });
  it('gives somebody signed in also what his institution has adopted, and since when', async () => {
    const person = h.who.people.first!;
    const account = { login: 'reader', password: 'a password of the tests' };
    await giveAccount(h.engine, { institution: h.who.id, person, ...account });
    const signed = await signIn(h.engine, account);
    assert.ok('token' in signed);
    const answer = await asked({ cookie: `${cookieName(undefined)}=${signed.token}` });
    assert.ok(foldersIn(answer.body).includes('plain'));
    const { adoptions } = JSON.parse(answer.body) as Sent;
    assert.deepEqual(adoptions.map((a) => [a.text, a.from]).sort(), [
      ['004', '2024-12-20'],
      ['cn-conversion-law', '2015-10-01'],
      ['plain', '2025-01-01'],
    ]);
    assert.ok(!foldersIn((await asked()).body).includes('plain'), 'and nobody else sees it after that');
    assert.notEqual(answer.headers.etag, (await asked()).headers.etag);
  });
  it('treats a stale session as none', async () => {
    const answer = await asked({ cookie: `${cookieName(undefined)}=nobody` });
    assert.equal(answer.statusCode, 200);
    assert.ok(!foldersIn(answer.body).includes('plain'));
  });
});
