import { deepEqual, equal } from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { buildServer } from '../../apps/server/server.ts';
import { giveAccount } from '../../packages/engine/sessions.ts';
import { type PlainHouse, plainHouse } from '../support/plain.ts';

let h: PlainHouse;
let app: FastifyInstance;
let cookie: string;
before(async () => {
  h = await plainHouse();
  app = await buildServer({ engine: h.engine, settings: { origin: undefined } });
  await giveAccount(h.engine, { institution: h.who.id, person: h.who.people.tto!, login: 'tto', password: 'a password of the tests' });
  const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { login: 'tto', password: 'a password of the tests' } });
  cookie = `tongtu=${answer.cookies.find((c) => c.name === 'tongtu')!.value}`;
});
after(async () => {
  await app.close();
  await h.close();
});
const get = (url: string, as = cookie) => app.inject({ method: 'GET', url, headers: { cookie: as } });

describe('what is asked in one go with the session is told only to whom the session is', () => {
  it('answers a session with its person, and a false one, an ended one and none with 401 and nothing else', async () => {
    equal((await get('/api/session')).json().person.name, '技术经理人');
    for (const url of ['/api/session', '/api/today', '/api/registers/people']) {
      equal((await get(url)).statusCode, 200);
      for (const as of ['', 'tongtu=forged', 'tongtu=']) {
        const answer = await get(url, as);
        equal(answer.statusCode, 401);
        deepEqual(
          answer.json().refusals.map((r: { code: string }) => r.code),
          ['session.none'],
        );
      }
    }
  });
});
