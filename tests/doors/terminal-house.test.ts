import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { readFounding } from '../../apps/cli/founding-file.ts';
import { type House, openHouse } from '../../apps/server/open-house.ts';
import { buildServer } from '../../apps/server/server.ts';
import { found as foundInstitution } from '../../packages/capabilities/institution/founding.ts';
import { migrate } from '../../packages/engine/migrate.ts';
import type { MustBeAccepted } from '../../packages/engine/must.ts';
import { PackSource } from '../../packages/kernel/pack-source.ts';
import { freshDatabase } from '../support/database.ts';
import { program, type Said, tongtu } from '../support/terminal.ts';

// An institution from nothing, by the terminal alone: a database with no schema yet, a description, accounts, a server.
let database: Awaited<ReturnType<typeof freshDatabase>>;
let owner: pg.Client;
let folder: string;
let house: House | undefined;
let app: FastifyInstance | undefined;
before(async () => {
  database = await freshDatabase('template1');
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  folder = mkdtempSync(join(tmpdir(), 'founding-'));
});
after(async () => {
  await app?.close();
  await house?.close();
  await owner.end();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});
const local = (args: readonly string[], input = ''): Promise<Said> => tongtu(args, { input, env: { DATABASE_URL: database.url } });
const assertWrong = (said: Said, words: RegExp): void => {
  assert.deepEqual([said.code, said.out], [2, ''], said.err);
  assert.match(said.err, words);
  assert.ok(!/^\s+at /m.test(said.err), said.err);
};

const description = `title: 县医院（测试）
short: 县医院
kind: hospital
since: 2020-01-01
people:
  li: { name: 李医生, unit: 骨科, roles: [CT] }
  wang: { name: 王经理, unit: 转化办, roles: [TT, SA] }
  zhao: { name: 赵院长, roles: [DM], post: { title: 院长, leader: chief-of-institution, from: 2021-01-01 } }
bodies:
  meeting: { title: 院长办公会, seats: [zhao, wang] }
parties:
  buyer: { title: 某公司, kind: enterprise, stateOwnedShare: 30% }
adoptions:
  - { text: cn-conversion-law, from: 2020-01-01, basis: 公立医院 }
`;
const found = (text: string): Promise<Said> => {
  const file = join(folder, 'house.yaml');
  writeFileSync(file, text);
  return local(['found', file]);
};

describe('A tool that only looks makes nothing', () => {
  it('says that there is no Tongtu yet, in an empty database and in a folder without one', async () => {
    const [verify, account, folderless] = await Promise.all([
      local(['verify']),
      local(['account', 'li', '--staff-no', 'li', '--institution', '县医院'], 'a long password'),
      tongtu(['verify'], { env: { TONGTU_DATA: join(folder, 'no-cluster') } }),
    ]);
    for (const said of [verify, account]) assertWrong(said, /^there is no Tongtu in the database that DATABASE_URL names; `npm start` or/);
    assertWrong(folderless, /^there is no Tongtu in .*no-cluster \(TONGTU_DATA\)/);
    const { rows } = await owner.query(`select from pg_tables where schemaname = 'public'`);
    assert.equal(rows.length, 0);
  });
  it('says which database does not answer', async () => {
    assertWrong(await tongtu(['verify'], { env: { DATABASE_URL: 'postgresql://x@127.0.0.1:1/x' } }), /connect ECONNREFUSED 127\.0\.0\.1:1/);
  });
});

describe('tongtu found founds an institution whole', () => {
  it('says every fault of the description at its place', async () => {
    const [yaml, shape] = [
      await found('title: [\n'),
      await found(
        description.replace('short:', 'shrot:').replace('[zhao, wang]', '[zhao, qian]').replace('30% }', '30%, ourselves: perhaps }'),
      ),
    ];
    assertWrong(yaml, /house\.yaml:\d+:\d+: 不是合法的YAML/);
    assertWrong(
      shape,
      /^shrot: is not known; there are: title, short.*\nshort: is missing\nbodies\.meeting\.seats: nobody is called qian\nparties\.buyer\.ourselves: write yes or no/,
    );
  });

  it('refuses what a command would refuse, before any has run', async () => {
    assertWrong(await found(description.replace('[TT, SA]', '[TT, XX]')), /^role\.assign .*\nrole 权限表里没有角色“XX”。/);
    const { engine, close } = await openHouse({ url: database.url });
    const refused: readonly (readonly [string, string, string])[] = [
      ['from: 2021-01-01', 'from: 2021-02-30', 'post.hold day.not_real'],
      ['kind: hospital', 'kind: clinic', 'institution.found choice.not_offered'],
      ['text: cn-conversion-law', 'text: no-law', 'text.adopt text.unknown'],
      ['from: 2020-01-01, basis', 'from: 2010-01-01, basis', 'text.adopt text.before_its_day'],
      ['name: 王经理,', 'name: 王经理, staffNo: li,', 'person.list record.exists'],
    ];
    for (const [from, to, words] of refused) {
      const raw = new PackSource('house.yaml', description.replace(from, to)).data;
      await assert.rejects(foundInstitution(engine, readFounding(raw, 'house.yaml')), (e: MustBeAccepted) => {
        assert.equal(`${e.ask.command} ${e.refusals[0]!.refused}`, words);
        return true;
      });
    }
    await close();
    assert.deepEqual((await owner.query('select from institution')).rowCount, 0);
    assert.deepEqual((await owner.query('select from event')).rowCount, 0);
  });

  it('is cut off in the middle, and goes on when it is asked again; not from another description', async () => {
    const own = await freshDatabase('template1');
    const client = new pg.Client({ connectionString: own.url });
    await client.connect();
    const count = async (table: string): Promise<number> => (await client.query(`select from ${table}`)).rowCount!;
    const again = (text: string): Promise<Said> => {
      writeFileSync(file, text);
      return tongtu(['found', file], { env: { DATABASE_URL: own.url } });
    };
    const file = join(folder, 'cut-off.yaml');
    writeFileSync(file, description);
    try {
      await migrate(own.url);
      await client.query('begin');
      await client.query('lock table post in share mode'); // what the third person's post waits for
      const child = program('apps/cli/tongtu.ts', ['found', file], { env: { DATABASE_URL: own.url } });
      const ended = new Promise((resolve) => child.on('close', resolve));
      const waits = `select from pg_locks where not granted and relation = 'post'::regclass`;
      while ((await client.query(waits)).rowCount === 0) await setTimeout(20);
      child.kill('SIGKILL');
      await ended;
      await client.query('rollback');
      assert.equal(await count('event'), 7); // the institution, three people, three roles

      assertWrong(await again(description.replace('骨科', '外科')), /^there is an institution 县医院 already/);
      assert.equal(await count('event'), 7);
      const said = await again(description);
      assert.equal(said.code, 0, said.err);
      assert.deepEqual([await count('institution'), await count('person'), await count('event')], [1, 3, 14]);
      assertWrong(await again(description), /^there is an institution 县医院 already/);
    } finally {
      await client.end();
      await own.drop();
    }
  });

  it('founds it, says who is in it, and not a second time', async () => {
    const said = await found(description);
    assert.equal(said.code, 0, said.err);
    const { institution, title, people } = JSON.parse(said.out);
    assert.deepEqual([title, people], ['县医院（测试）', ['li', 'wang', 'zhao']]);
    assert.deepEqual((await owner.query('select id from institution')).rows, [{ id: institution }]);
    assertWrong(await found(description), /^there is an institution 县医院 already/);
  });
});

describe('tongtu account gives a person an account', () => {
  const account = (login: string, staffNo: string, password: string, institution = '县医院') =>
    local(['account', login, '--staff-no', staffNo, '--institution', institution], `${password}\n`);

  it('wants a password of ten characters, a person on the list, a name that is free and fits', async () => {
    assertWrong(await account('li', 'li', 'too short'), /^a password has at least 10 characters/);
    assertWrong(await account('li', 'nobody', 'a long password'), /^县医院 has nobody with the staff number nobody/);
    assertWrong(await account('li', 'li', 'a long password', '省医院'), /^there is no institution 省医院; there are: 县医院/);
    assertWrong(await account('l'.repeat(61), 'li', 'a long password'), /^account\.open .*\nlogin 最多60个字/);
    assert.equal((await owner.query('select from account')).rowCount, 0);
    const [li, wang] = [await account('li', 'li', 'a long password'), await account('wang', 'wang', '一个足够长的中文密码')];
    assert.deepEqual([li.code, JSON.parse(li.out)], [0, { login: 'li', person: '李医生', institution: '县医院' }]);
    assert.equal(wang.code, 0, wang.err);
    assertWrong(await account('li', 'zhao', 'a long password'), /^the name li is taken/);
  });

  it('keeps no password that can be read, and tells the institution’s file of the account', async () => {
    const { rows } = await owner.query<{ secret: string }>('select secret from account');
    for (const { secret } of rows) assert.match(secret, /^\$argon2id\$/);
    const { rows: events } = await owner.query<{ body: string }>(`select body from event where type = 'account.opened' order by seq`);
    assert.deepEqual(
      events.map((e) => JSON.parse(e.body).data.login),
      ['li', 'wang'],
    );
    assert.ok(events.every((e) => !e.body.includes('password') && !e.body.includes('argon2')));
  });
});

describe('tongtu do, preview and commands: every command of the server, JSON in and JSON out', () => {
  let env: Record<string, string>;
  before(async () => {
    house = await openHouse({ url: database.url });
    app = await buildServer({ engine: house.engine, settings: { origin: undefined } });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const TONGTU_URL = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    env = { TONGTU_URL, TONGTU_LOGIN: 'li', TONGTU_PASSWORD: 'a long password' };
  });
  const ask = (args: readonly string[], input: unknown = {}, more: Record<string, string> = {}) =>
    tongtu(args, { input: JSON.stringify(input), env: { ...env, ...more } });
  let person: string;

  it('lists the commands without signing in, and what each takes', async () => {
    const [list, one, none] = await Promise.all([
      ask(['commands']),
      ask(['commands', 'achievement.disclose']),
      ask(['commands', 'no.such']),
    ]);
    const names = JSON.parse(list.out).map((c: { command: string }) => c.command);
    assert.ok(names.length > 35 && names.includes('split.propose') && !names.includes('notice.end'));
    const { takes } = JSON.parse(one.out);
    assert.deepEqual(takes.properties.input.required.sort(), ['contributors', 'kind', 'summary', 'title']);
    assertWrong(none, /^there is no command no\.such; `tongtu commands` lists them/);
  });

  it('previews and sends a command, its input alone or with what goes beside it, from a file or standard input', async () => {
    person = (await owner.query<{ id: string }>(`select id from person where staff_no = 'li'`)).rows[0]!.id;
    const input = { title: '可调节支具', kind: 'device', summary: '术后康复支具。', contributors: [{ person, main: true }], rights: [] };
    const previewed = await ask(['preview', 'achievement.disclose'], input);
    assert.deepEqual([previewed.code, JSON.parse(previewed.out).happens[0].event], [0, 'achievement.disclosed'], previewed.err);
    assert.equal((await owner.query('select from achievement')).rowCount, 0);
    const file = join(folder, 'input.json');
    writeFileSync(file, JSON.stringify({ input, key: 'once' }));
    const [first, again] = [
      await ask(['do', 'achievement.disclose', '--input', file]),
      await ask(['do', 'achievement.disclose', '--input', file]),
    ];
    assert.equal(first.code, 0, first.out + first.err);
    assert.deepEqual(JSON.parse(again.out), JSON.parse(first.out)); // the same key does it once
    assert.equal((await owner.query('select from achievement')).rowCount, 1);
    const registered = await ask(
      ['do', 'achievement.register', '--case', JSON.parse(first.out).case],
      {},
      { TONGTU_LOGIN: 'wang', TONGTU_PASSWORD: '一个足够长的中文密码' },
    );
    assert.deepEqual([registered.code, JSON.parse(registered.out).events[0].type], [0, 'achievement.registered'], registered.out);
  });

  it('exits with 1 where the command is refused, and prints the problem, in the terminal’s language', async () => {
    const { id } = (await owner.query<{ id: string }>(`select id from case_file where procedure = 'disclosure'`)).rows[0]!;
    const refused = await ask(['do', 'achievement.register', '--case', id]);
    const problem = JSON.parse(refused.out);
    assert.deepEqual([refused.code, problem.status, problem.refusals[0].code], [1, 403, 'may.not']);
    const english = await ask(['do', 'achievement.register', '--case', 'nonsense'], {}, { LC_ALL: 'en_US.UTF-8' });
    assert.deepEqual([english.code, JSON.parse(english.out).title], [1, 'Not found']);
    const unknown = await ask(['do', 'no.such']);
    assert.deepEqual([unknown.code, JSON.parse(unknown.out).refusals[0].code], [1, 'route.not_found']);
    assertWrong(await ask(['do', 'x'], {}, { TONGTU_PASSWORD: 'wrong password' }), /^登录名或密码不对。$/m);
  });

  it('leaves no session open behind it', async () => {
    assert.equal((await owner.query('select from session')).rowCount, 0);
  });
});

describe('tongtu verify reads everything anew', () => {
  it('exits with 0 where all is as its events wrote it', async () => {
    const said = await local(['verify']);
    const { discrepancies, events, rows } = JSON.parse(said.out);
    assert.deepEqual([said.code, discrepancies], [0, []]);
    assert.ok(events > 10 && rows > 10);
  });

  it('exits with 1 where a row or an event was changed behind it, and says where', async () => {
    const { rows } = await owner.query<{ id: string; stream_id: string; seq: number }>(
      `select a.id, e.stream_id, e.seq from achievement a join event e on e.stream_id = a.case_id and e.type = 'achievement.registered'`,
    );
    const { id, stream_id, seq } = rows[0]!;
    await owner.query(`update achievement set title = '改过的名称'`);
    await owner.query(
      `update event set body = replace(body, 'achievement.registered', 'achievement.returned') where stream_id = $1 and seq = $2`,
      [stream_id, seq],
    );
    const said = await local(['verify']);
    assert.equal(said.code, 1);
    const found = JSON.parse(said.out).discrepancies.map((x: Record<string, string>) => `${x.what} ${x.where}: ${x.says}`);
    assert.ok(found.includes(`achievement ${id}: the row is not as its last event wrote it`), found.join('\n'));
    assert.ok(found.includes(`event ${stream_id}/${seq}: its text is not what was hashed`), found.join('\n'));
  });
});
