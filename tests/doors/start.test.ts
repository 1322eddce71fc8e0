import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { printedPages } from '../../packages/adapters/documents/printed-text.ts';
import { startEmbedded } from '../../packages/adapters/embedded-postgres/supervisor.ts';
import { Packs } from '../support/packs.ts';
import { launch, type Started, startServer, tongtu } from '../support/terminal.ts';

// `npm start` on a data folder of its own, with the PostgreSQL that comes with it.
let folder: string;
let packs: Packs;
let env: Record<string, string>;
let first: Started;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  chmodSync(folder, 0o755); // whoever PostgreSQL runs as goes through it
  packs = new Packs();
  env = { TONGTU_DATA: join(folder, 'data'), TONGTU_PACKS: packs.folder };
});
after(async () => {
  first?.signal('SIGKILL');
  await first?.ended;
  if (existsSync(env.TONGTU_DATA!)) await (await startEmbedded({ folder: env.TONGTU_DATA! })).stop();
  packs.remove();
  rmSync(folder, { recursive: true, force: true });
});

const refused = async (more: Record<string, string>): Promise<string> => {
  const server = launch({ ...env, ...more });
  assert.equal(await server.ended, 1);
  assert.ok(!/^\s+at /m.test(server.said()), server.said());
  assert.match(server.said(), /^could not start: .*`npm run doctor` looks for the cause\.\n$/s);
  return server.said();
};
async function signedIn(server: Started, login: string): Promise<string> {
  const body = JSON.stringify({ login, password: 'tongtu-demo' });
  const answer = await fetch(`${server.origin}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}
const ask = async (server: Started, path: string, cookie: string) => await fetch(server.origin + path, { headers: { cookie } });

describe('A start that cannot be says why, before anything is touched', () => {
  it('names file, line and column of a fault in the packs, and what to write instead', async () => {
    packs.change('chaoyang/5-reward.yaml', 'force: must', 'force: perhaps');
    assert.match(await refused({}), /the packs have faults\nchaoyang\/5-reward\.yaml:3:1: “force”不能写作“perhaps”。可以写：must/);
    packs.change('chaoyang/5-reward.yaml', 'force: perhaps', 'force: must');
    assert.ok(!existsSync(env.TONGTU_DATA!));
  });

  it('says which setting cannot be, and that a database does not answer', async () => {
    const [port, database, long] = await Promise.all([
      refused({ TONGTU_PORT: '70000' }),
      refused({ DATABASE_URL: 'postgresql://x@127.0.0.1:1/x' }),
      refused({ TONGTU_DATA: join(folder, 'x'.repeat(80)) }),
    ]);
    assert.match(port, /TONGTU_PORT is not a port: 70000/);
    assert.match(database, /connect ECONNREFUSED 127\.0\.0\.1:1/);
    assert.match(long, /path is too long for a socket .*set TONGTU_DATA to a shorter one/);
  });
});

describe('npm start', () => {
  it('starts PostgreSQL, the demonstration, the pages and the work in the background', async () => {
    first = await startServer(env);
    assert.match(await (await fetch(first.origin)).text(), /<title>/);
    const cookie = await signedIn(first, 'cy-tto');
    const { rows } = (await (await ask(first, '/api/registers/distributions', cookie)).json()) as { rows: { id: string }[] };
    const list = async () => {
      const { documents } = (await (await ask(first, `/api/cases/${rows[0]!.id}`, cookie)).json()) as {
        documents: { id: string; kind: string; rendered: boolean }[];
      };
      return documents.find((d) => d.kind === 'payroll-list')!;
    };
    let document = await list();
    for (let waited = 0; waited < 40_000 && !document.rendered; waited += 250) {
      await new Promise((r) => setTimeout(r, 250));
      document = await list();
    }
    const pdf = Buffer.from(await (await ask(first, `/api/documents/${document.id}/pdf`, cookie)).arrayBuffer());
    assert.ok(printedPages(pdf).some((p) => p.text.replaceAll(/\s/g, '').includes('282,150.00')));
  });

  it('says that the port is taken to a second one on it, and lets one on another port attach to the same data', async () => {
    const { port } = new URL(first.origin);
    assert.match(
      await refused({ TONGTU_PORT: port }),
      /127\.0\.0\.1:\d+ is taken, by Tongtu already running or by another program: set TONGTU_PORT/,
    );
    const second = await startServer(env);
    const cookie = await signedIn(first, 'sh-tto');
    assert.equal((await ask(second, '/api/session', cookie)).status, 200);
    assert.ok(!/filling/.test(second.said()));
    second.signal('SIGINT');
    assert.equal(await second.ended, 0);
    assert.equal((await ask(first, '/api/session', cookie)).status, 200);
  });

  it('keeps the running packs on SIGHUP where the folder has a fault, says where, and takes them over once it is mended', async () => {
    const cookie = await signedIn(first, 'cy-tto');
    const sentence = async (): Promise<string> => {
      const { clauses } = (await (await ask(first, '/api/texts/chaoyang', cookie)).json()) as { clauses: { id: string; title: string }[] };
      return clauses.find((c) => c.id === 'chaoyang:reward')!.title;
    };
    const before = await sentence();
    packs.change('chaoyang/5-reward.yaml', `title: ${before}`, 'title: 改过的标题\nforce: twice');
    first.signal('SIGHUP');
    await first.says(/the packs were not taken over:\nchaoyang\/5-reward\.yaml:\d+:\d+: /);
    assert.equal(await sentence(), before);
    packs.change('chaoyang/5-reward.yaml', '\nforce: twice', '');
    first.signal('SIGHUP');
    await first.says(/the packs were read anew/);
    assert.equal(await sentence(), '改过的标题');
  });

  it('answers the request in hand on SIGTERM, takes no new one, and ends with 0', async () => {
    const { port } = new URL(first.origin);
    const body = JSON.stringify({ login: 'cy-tto', password: 'tongtu-demo' });
    const socket = connect(Number(port), '127.0.0.1');
    await new Promise<void>((r) => socket.once('connect', r));
    let answer = '';
    socket.on('data', (b: Buffer) => {
      answer += b;
    });
    const half = body.length / 2;
    socket.write(
      `POST /api/session HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, half)}`,
    );
    await new Promise((r) => setTimeout(r, 100));
    first.signal('SIGTERM');
    await new Promise((r) => setTimeout(r, 200));
    await assert.rejects(fetch(`${first.origin}/api/health`));
    socket.write(body.slice(half));
    await new Promise<void>((r) => socket.once('close', () => r()));
    assert.match(answer, /^HTTP\/1\.1 204 .*set-cookie: tongtu=/s);
    assert.equal(await first.ended, 0);
  });

  it('keeps the data at its second start, and is verified clean by a tool while it is down', async () => {
    const said = await tongtu(['verify'], { env });
    assert.deepEqual([said.code, JSON.parse(said.out).discrepancies], [0, []], said.err);
    first = await startServer(env);
    assert.ok(!/filling/.test(first.said()), first.said());
    assert.equal((await ask(first, '/api/registers/conversions', await signedIn(first, 'cy-tto'))).status, 200);
  });

  it('starts over a server of one’s own, as an owner who is no superuser, without the demonstration where it is told so', async () => {
    const { url } = await startEmbedded({ folder: env.TONGTU_DATA! });
    const superuser = new pg.Client({ connectionString: url });
    await superuser.connect();
    for (const sql of ['create role ordinary login', 'create database bare owner ordinary']) await superuser.query(sql);
    const DATABASE_URL = url.replace('//tongtu_owner@', '//ordinary@').replace('/tongtu?', '/bare?');
    const told = await tongtu(['doctor'], { env: { ...env, DATABASE_URL, TONGTU_PORT: '0' } });
    assert.match(told.out, /✖ DATABASE_URL: the role may not create roles and does not act as tongtu_app: .*grant tongtu_app to it/);
    await superuser.query('grant tongtu_app to ordinary');
    await superuser.end();
    const bare = await startServer({ ...env, DATABASE_URL }, ['--empty']);
    assert.ok(!/demonstration/.test(bare.said()));
    assert.equal((await fetch(`${bare.origin}/api/demonstration`)).status, 404);
    assert.equal((await fetch(`${bare.origin}/api/ready`)).status, 200);
    bare.signal('SIGTERM');
    assert.equal(await bare.ended, 0);
  });
});
