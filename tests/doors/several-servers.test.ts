import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { verify } from '../../packages/engine/verify.ts';
import { freshDatabase } from '../support/database.ts';
import { launch, type Started, startServer } from '../support/terminal.ts';

// Real processes, started as `npm start` starts them, over one database of their own.
let database: Awaited<ReturnType<typeof freshDatabase>>;
let owner: pg.Client;
let one: Started;
let two: Started;
before(async () => {
  database = await freshDatabase('template1');
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
});
after(async () => {
  for (const server of [one, two]) server?.signal('SIGTERM');
  await Promise.all([one?.ended, two?.ended]);
  await owner.end();
  await database.drop();
});

async function ask(server: Started, method: string, path: string, o: { readonly cookie?: string; readonly body?: unknown } = {}) {
  const headers = { ...(o.cookie ? { cookie: o.cookie } : {}), ...(o.body ? { 'content-type': 'application/json' } : {}) };
  const r = await fetch(server.origin + path, { method, headers, ...(o.body ? { body: JSON.stringify(o.body) } : {}) });
  const text = await r.text();
  // biome-ignore lint/suspicious/noExplicitAny: what a test reads of an answer, its assertions say.
  return { status: r.status, body: (text ? JSON.parse(text) : undefined) as any, cookie: r.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}
const signIn = async (server: Started, login: string): Promise<string> =>
  (await ask(server, 'POST', '/api/session', { body: { login, password: 'tongtu-demo' } })).cookie;

describe('An empty database is filled with the demonstration once, whole, whoever is first', () => {
  it('is emptied and filled anew where the first who filled it was killed', async () => {
    const killed = launch({ DATABASE_URL: database.url });
    await killed.says(/filling in the demonstration/);
    for (let waited = 0; waited < 20_000; waited += 20) {
      const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from event');
      if (rows[0]!.n > 60) break;
      await new Promise((r) => setTimeout(r, 20));
    }
    killed.signal('SIGKILL');
    await killed.ended;
    const { rows } = await owner.query<{ mark: string; events: number }>(
      `select (select value from setting where key = 'demonstration') as mark, (select count(*)::int from event) as events`,
    );
    assert.ok(rows[0]!.mark === 'filling' && rows[0]!.events > 60, JSON.stringify(rows));
  });

  it('is filled by one of two who start at the same moment, while the other waits', async () => {
    [one, two] = await Promise.all([startServer({ DATABASE_URL: database.url }), startServer({ DATABASE_URL: database.url })]);
    assert.notEqual(one.origin, two.origin);
    const filled = [one, two].map((s) => /cut short: emptying/.test(s.said()) && /filling in the demonstration/.test(s.said()));
    assert.deepEqual(filled.sort(), [false, true]);
    const { rows } = await owner.query('select short from institution order by short');
    assert.deepEqual(rows.map((r) => r.short).sort(), ['朝阳医院', '示范医院'].sort());
    for (const s of [one, two]) await s.says(/cy-tto +技术经理人（首都医科大学附属北京朝阳医院）/);
    assert.deepEqual((await verify(database.url)).discrepancies, []);
  });
});

describe('Several servers over one database are one Tongtu', () => {
  it('takes a session of one for a session of the other, until it is ended at either', async () => {
    const cookie = await signIn(one, 'sh-tto');
    assert.equal((await ask(two, 'GET', '/api/session', { cookie })).body.institution.short, '示范医院');
    assert.equal((await ask(two, 'DELETE', '/api/session', { cookie })).status, 204);
    assert.equal((await ask(one, 'GET', '/api/session', { cookie })).status, 401);
  });

  it('lets somebody begin at one and go on at the other, and refuses the second of two who act at once', async () => {
    const [inventor, manager] = [await signIn(one, 'sh-inventor'), await signIn(two, 'sh-tto')];
    const person = (await ask(one, 'GET', '/api/session', { cookie: inventor })).body.person.id;
    const input = { title: '两台服务器上的成果', kind: 'device', summary: '—', contributors: [{ person, main: true }], rights: [] };
    const disclosed = await ask(one, 'POST', '/api/commands/achievement.disclose', { cookie: inventor, body: { input } });
    assert.equal(disclosed.status, 200);
    const body = { case: disclosed.body.case, input: {} };
    const both = await Promise.all([one, two].map((s) => ask(s, 'POST', '/api/commands/achievement.register', { cookie: manager, body })));
    assert.deepEqual(both.map((a) => a.status).sort(), [200, 409]);
    const keyed = { input: { ...input, title: '同一个请求' }, key: 'asked-at-both' };
    const same = await Promise.all(
      [one, two].map((s) => ask(s, 'POST', '/api/commands/achievement.disclose', { cookie: inventor, body: keyed })),
    );
    assert.deepEqual(
      same.map((a) => a.status),
      [200, 200],
    );
    assert.deepEqual(same[0]!.body, same[1]!.body);
  });

  it('counts failures to sign in at all of them together', async () => {
    for (let i = 0; i < 10; i += 1)
      await ask(i % 2 ? one : two, 'POST', '/api/session', { body: { login: 'cy-audit', password: 'wrong' } });
    for (const s of [one, two])
      assert.equal((await ask(s, 'POST', '/api/session', { body: { login: 'cy-audit', password: 'tongtu-demo' } })).status, 429);
  });

  it('passes a day that has come for both: the notice that ran ends once', async () => {
    const cookie = await signIn(one, 'sh-tto');
    const { today } = (await ask(one, 'GET', '/api/session', { cookie })).body;
    const { rows } = await ask(one, 'GET', '/api/registers/conversions?state=approving', { cookie }).then((a) => a.body);
    const running = async (s: Started): Promise<string[]> =>
      (await ask(s, 'GET', `/api/cases/${rows[0].id}`, { cookie })).body.steps
        .filter((x: { does: string; state: string }) => x.does === 'public-notice')
        .map((x: { state: string }) => x.state);
    assert.ok((await running(two)).includes('open'));
    const forward = await ask(one, 'POST', '/api/demonstration/clock', { cookie, body: { days: 16 } });
    assert.equal(forward.status, 200);
    for (let waited = 0; waited < 5000; waited += 100) {
      if ((await ask(two, 'GET', '/api/session', { cookie })).body.today === forward.body.today) break;
      await new Promise((r) => setTimeout(r, 100));
    }
    for (const s of [one, two]) assert.equal((await ask(s, 'GET', '/api/session', { cookie })).body.today, forward.body.today);
    assert.ok(forward.body.today > today);
    assert.deepEqual(await running(one), await running(two));
    assert.deepEqual(
      (await owner.query(`select stream_id from event where type = 'notice.ended' group by 1 having count(*) > 1`)).rows,
      [],
    );
    assert.deepEqual((await verify(database.url)).discrepancies, []);
  });
});
