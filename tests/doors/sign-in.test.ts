import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { buildServer } from '../../apps/server/server.ts';
import { demonstrationPassword } from '../../demonstration/demonstrate.ts';
import { type Doors, openDoors } from '../support/doors.ts';

let d: Doors;
let owner: pg.Client;
before(async () => {
  d = await openDoors();
  owner = new pg.Client({ connectionString: d.url });
  await owner.connect();
});
after(async () => {
  await owner.end();
  await d.close();
});
const signIn = (login: string, password: string) => d.call('POST', '/api/session', { body: { login, password } });
const asked = (cookie: string) => d.call('GET', '/api/session', { headers: { cookie } });
const cookieIn = (header: unknown): string => String(header).split(';')[0]!;

describe('Signing in by name and password', () => {
  it('opens a session that says who is in, of which institution, with which roles', async () => {
    const { status, raw } = await signIn('cy-finance', demonstrationPassword);
    assert.deepEqual([status, raw.body], [204, '']);
    const { body } = await asked(cookieIn(raw.headers['set-cookie']));
    assert.deepEqual([body.person.name, body.institution.short, body.roles, body.wide], ['财务处经办', '朝阳医院', ['FA'], true]);
  });

  it('answers a wrong password, an unknown name and a closed account alike, word for word', async () => {
    await owner.query(`update account set disabled_at = now() where login = 'cy-audit'`);
    const answers = [
      await signIn('cy-finance', 'not the password'),
      await signIn('nobody-of-that-name', demonstrationPassword),
      await signIn('cy-audit', demonstrationPassword),
    ];
    await owner.query(`update account set disabled_at = null where login = 'cy-audit'`);
    assert.deepEqual(
      answers.map((a) => [a.status, a.raw.body, a.raw.headers['set-cookie']]),
      answers.map(() => [401, answers[0]!.raw.body, undefined]),
    );
    assert.deepEqual(answers[0]!.codes, ['sign_in.wrong']);
  });

  it('works as hard for an unknown name as for a wrong password, so that time does not tell them apart', async () => {
    const worked = { known: [] as number[], unknown: [] as number[] };
    for (const role of ['tto', 'dean', 'finance', 'legal', 'audit', 'inventor', 'secretary']) {
      for (const [kind, prefix] of [
        ['known', 'sh'],
        ['unknown', 'nn'],
      ] as const) {
        const before = process.cpuUsage(); // and not the clock: others use this machine too
        await signIn(`${prefix}-${role}`, 'not the password');
        const { user, system } = process.cpuUsage(before);
        worked[kind].push((user + system) / 1000);
      }
    }
    const median = (times: number[]): number => times.sort((a, b) => a - b)[3]!;
    const [known, unknown] = [median(worked.known), median(worked.unknown)];
    assert.ok(known > 5 && unknown > known / 2 && unknown < known * 2, `${unknown} ms of work against ${known} ms`);
  });

  it('waits after ten failures, for a name that exists and for one that does not', async () => {
    for (const login of ['sh-third', 'nobody-at-all']) {
      for (let i = 0; i < 10; i += 1) assert.equal((await signIn(login, `wrong ${i}`)).status, 401);
      const eleventh = await signIn(login, demonstrationPassword);
      assert.deepEqual([eleventh.status, eleventh.codes], [429, ['sign_in.too_often']]);
    }
    await owner.query(`update sign_in_failure set at = at - interval '16 minutes' where login = 'sh-third'`);
    assert.equal((await signIn('sh-third', demonstrationPassword)).status, 204);
  });

  it('lets nobody in who has left the institution', async () => {
    const cookie = await d.cookieOf('sh-second');
    await owner.query(`update person set left_on = current_date - 1 where staff_no = 'sh-second'`);
    assert.deepEqual((await signIn('sh-second', demonstrationPassword)).codes, ['sign_in.wrong']);
    assert.equal((await asked(cookie)).status, 401);
    await owner.query(`update person set left_on = null where staff_no = 'sh-second'`);
  });
});

describe('A session', () => {
  it('ends when its owner signs out, for every copy of its cookie', async () => {
    const { raw } = await signIn('sh-legal', demonstrationPassword);
    const cookie = cookieIn(raw.headers['set-cookie']);
    assert.equal((await asked(cookie)).status, 200);
    const out = await d.call('DELETE', '/api/session', { headers: { cookie } });
    assert.equal(out.status, 204);
    assert.match(String(out.raw.headers['set-cookie']), /^tongtu=; .*Expires=Thu, 01 Jan 1970/);
    assert.deepEqual((await asked(cookie)).codes, ['session.none']);
  });

  it('ends after twelve hours, and at once when the account is closed', async () => {
    const { raw } = await signIn('sh-legal', demonstrationPassword);
    const header = String(raw.headers['set-cookie']);
    const lasts = (Date.parse(/Expires=([^;]+)/.exec(header)![1]!) - Date.now()) / 3_600_000;
    assert.ok(lasts > 11.9 && lasts <= 12, `${lasts} h`);
    const cookie = cookieIn(header);
    await owner.query(`update account set disabled_at = now() where login = 'sh-legal'`);
    assert.equal((await asked(cookie)).status, 401);
    await owner.query(`update account set disabled_at = null where login = 'sh-legal'`);
    assert.equal((await asked(cookie)).status, 200);
    await owner.query(`update session set expires_at = now() - interval '1 second'`);
    assert.deepEqual([(await asked(cookie)).status, (await asked(cookie)).codes], [401, ['session.none']]);
  });

  it('is not to be had by a made-up token, nor by the hash that the database keeps', async () => {
    const { raw } = await signIn('sh-legal', demonstrationPassword);
    const { rows } = await owner.query<{ token_hash: string }>('select token_hash from session');
    assert.ok(rows.every((r) => !String(raw.headers['set-cookie']).includes(r.token_hash)));
    for (const token of ['', 'x', rows.at(-1)!.token_hash, "' or true --", '%00', 'a'.repeat(4000)])
      assert.equal((await asked(`tongtu=${token}`)).status, 401, token);
  });
});

describe('The session cookie', () => {
  it('is kept from scripts and from other sites; over http it has its plain name', async () => {
    const { raw } = await signIn('sh-legal', demonstrationPassword);
    const attributes = String(raw.headers['set-cookie']).split('; ').slice(1);
    assert.deepEqual(attributes.filter((a) => !a.startsWith('Expires')).sort(), ['HttpOnly', 'Path=/', 'SameSite=Lax']);
    assert.ok(String(raw.headers['set-cookie']).startsWith('tongtu='));
  });

  it('is `__Host-` and Secure where people come by https, when it is set and when it is taken back', async () => {
    const app = await buildServer({ engine: d.engine, settings: { origin: 'https://tongtu.example.org' } });
    const payload = { login: 'sh-legal', password: demonstrationPassword };
    const signed = await app.inject({ method: 'POST', url: '/api/session', payload });
    const set = String(signed.headers['set-cookie']);
    assert.match(set, /^__Host-tongtu=[\w-]{40,}; /);
    const cookie = cookieIn(set);
    assert.equal((await app.inject({ method: 'GET', url: '/api/session', headers: { cookie } })).statusCode, 200);
    const plain = cookie.replace('__Host-', '');
    assert.equal((await app.inject({ method: 'GET', url: '/api/session', headers: { cookie: plain } })).statusCode, 401);
    const gone = String((await app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } })).headers['set-cookie']);
    for (const header of [set, gone])
      for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
        assert.ok(header.includes(attribute), `${attribute}: ${header}`);
    await app.close();
  });
});
