import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { decide as answerRule } from '../../apps/cli/decide.ts';
import { rules } from '../../apps/server/open-house.ts';
import { loadPacks } from '../../packages/engine/pack-folder.ts';
import { Packs } from '../support/packs.ts';
import { type Said, tongtu } from '../support/terminal.ts';

// What needs no server and no database.
let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'terminal-'));
  chmodSync(folder, 0o755); // whoever PostgreSQL runs as goes through it
  writeFileSync(join(folder, 'file'), '');
});
after(() => rmSync(folder, { recursive: true, force: true }));

const all = <const A extends readonly (readonly string[])[]>(asked: A): Promise<{ [K in keyof A]: Said }> =>
  Promise.all(asked.map((args) => tongtu(args))) as Promise<{ [K in keyof A]: Said }>;

/** It was told on few lines what is wrong, without a trace. */
function assertWrong(said: Said, words: RegExp, code = 2): void {
  assert.equal(said.code, code, said.err);
  assert.match(said.err, words);
  assert.ok(!/^\s+at .*\.(?:ts|js):\d+/m.test(said.err), said.err);
  assert.equal(said.out, '');
}

describe('tongtu says what it can do, and what was wrong in how it was asked', () => {
  it('lists its commands when asked for help, and when asked for nothing or for what it has not', async () => {
    const help = await tongtu(['help']);
    assert.equal(help.code, 0);
    for (const word of ['commands', 'do', 'preview', 'decide', 'packs check', 'verify', 'found', 'account', 'doctor'])
      assert.match(help.err, new RegExp(`tongtu ${word}\\b`));
    const [nothing, nonsense, inherited] = await all([[], ['nonsense'], ['constructor']]);
    assert.deepEqual([nothing.code, nothing.err], [2, help.err]);
    for (const said of [nonsense, inherited]) assert.equal(said.code, 2);
    assert.match(nonsense.err, /^there is no `tongtu nonsense`\n\nusage:/);
  });

  it('exits with 2 for a wrong flag, a missing word, a setting that cannot be', async () => {
    const [fast, mend, found, account] = await all([['do', '--fast'], ['packs', 'mend'], ['found'], ['account', 'x']]);
    assertWrong(fast, /--fast/);
    assertWrong(mend, /^packs check \[FOLDER\]/);
    assertWrong(found, /^found FILE/);
    assertWrong(account, /^account LOGIN --staff-no/);
    const [send, port, origin] = await Promise.all([
      tongtu(['do', 'x']),
      tongtu(['verify'], { env: { TONGTU_PORT: 'many' } }),
      tongtu(['verify'], { env: { TONGTU_ORIGIN: 'tongtu.example.org' } }),
    ]);
    assertWrong(send, /TONGTU_LOGIN and TONGTU_PASSWORD/);
    assertWrong(port, /^TONGTU_PORT is not a port: many/);
    assertWrong(origin, /^TONGTU_ORIGIN is not an address like https/);
  });

  it('says so where no server answers, and where what answers is none of ours', async () => {
    const env = { TONGTU_LOGIN: 'a', TONGTU_PASSWORD: 'b' };
    assertWrong(await tongtu(['commands'], { env: { TONGTU_URL: 'http://127.0.0.1:1' } }), /^no server answers at/);
    const other = createServer((_, res) => res.setHeader('content-type', 'text/html').end('<h1>It works!</h1>'));
    await new Promise<void>((r) => other.listen(0, '127.0.0.1', r));
    const TONGTU_URL = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    for (const args of [['commands'], ['do', 'x']]) assertWrong(await tongtu(args, { env: { ...env, TONGTU_URL } }), /is not Tongtu/);
    other.close();
  });
});

describe('tongtu decide answers a rule from the packs', () => {
  const asked = {
    rule: 'reward-limits',
    on: '2026-03-02',
    given: { mode: 'transfer' },
    adopt: [{ text: 'cn-conversion-law', from: '2015-10-01' }],
  };
  const decide = (question: unknown, more = {}) =>
    tongtu(['decide'], { input: typeof question === 'string' ? question : JSON.stringify(question), ...more });

  it('gives the value, the clauses it rests on, and the trace of every clause considered', async () => {
    const said = await decide(asked);
    assert.equal(said.code, 0, said.err);
    const answer = JSON.parse(said.out);
    assert.ok(
      answer.clauses.some((c: string) => c.startsWith('cn-conversion-law:45')),
      said.out.slice(0, 400),
    );
    assert.ok(answer.trace.considered.length > 0 && JSON.stringify(answer.value).includes('contributor-reward'));
  });

  it('reads its question from a file as well, and exits with 1 where no adopted text answers', async () => {
    const file = join(folder, 'question.json');
    writeFileSync(file, JSON.stringify({ ...asked, adopt: [] }));
    const said = await tongtu(['decide', '--input', file]);
    assert.deepEqual([said.code, JSON.parse(said.out).silent], [1, true]);
  });

  it('says what the question lacks, in the terminal’s language', async () => {
    const [notJson, wrong, english, none] = await Promise.all([
      decide('{'),
      decide({ ...asked, on: '2026-02-30', given: { mode: 5 }, adopt: [{ text: 'x', from: 'soon' }], adpot: [] }),
      decide({ ...asked, on: undefined }, { env: { LANG: 'en_GB.UTF-8' } }),
      tongtu(['decide', '--input', join(folder, 'none.json')]),
    ]);
    assertWrong(notJson, /^standard input is not JSON/);
    assertWrong(
      wrong,
      /^adpot: 没有这个栏目。\non: 日历上没有“2026-02-30”这一天。\ngiven\.mode: 应当是文字。\nadopt\.0\.from: “soon”不是日期.*\n.*receivedOn/,
    );
    assertWrong(english, /^on: Please fill in\./);
    assertWrong(none, /none\.json cannot be read/);
  });

  it('says which rules, conditions and texts there are, where it is asked for another', async () => {
    const asking = (question: unknown): Promise<number> => {
      writeFileSync(join(folder, 'asked.json'), JSON.stringify(question));
      return answerRule({ words: [], flags: { input: join(folder, 'asked.json') } });
    };
    await assert.rejects(asking(null), /holds no JSON object/);
    await assert.rejects(asking({}), /^Error: there is no rule \(none was named\); there are: .*reward-limits/);
    await assert.rejects(asking({ ...asked, given: { colour: 'red' } }), /^Error: reward-limits is not given colour; it is given: mode/);
    await assert.rejects(
      asking({ ...asked, adopt: [{ text: 'no-such', from: '2020-01-01' }] }),
      /^Error: there is no text no-such; there are: .*chaoyang/,
    );
  });
});

describe('tongtu packs check says file, line, column, and what to write instead', () => {
  const check = (at: string, env = {}) => tongtu(['packs', 'check', at], { env });

  it('finds nothing in the packs that come with the house', async () => {
    const said = await tongtu(['packs', 'check']);
    assert.deepEqual([said.code, said.err], [0, '']);
    assert.match(said.out, /^\d+ texts, \d+ clauses, \d+ examples, 0 faults$/m);
  });

  it('names every fault of a broken folder at its place, in either language', async () => {
    const packs = new Packs();
    packs.change('chaoyang/5-reward.yaml', 'force: must', 'force: perhaps');
    packs.change('cn-conversion-law/text.yaml', 'level:', 'levle:');
    packs.write('shifan/9-broken.yaml', 'clause: "shifan:9"\ntitle: [\n');
    packs.write('nowhere/1-x.yaml', 'clause: "nowhere:1"\n');
    const said = await check(packs.folder);
    assert.equal(said.code, 1, said.err);
    const lines = said.err.trim().split('\n');
    const at = (file: string): string[] => lines.filter((l) => l.startsWith(`${file}:`));
    assert.match(at('chaoyang/5-reward.yaml')[0]!, /^chaoyang\/5-reward\.yaml:\d+:\d+: “force”不能写作“perhaps”。可以写：must.*may。$/);
    assert.ok(
      at('cn-conversion-law/text.yaml').some((l) => /:\d+:1: 不认识“levle”。可以写：.*level/.test(l)),
      lines.join('\n'),
    );
    assert.match(at('shifan/9-broken.yaml')[0]!, /:\d+:\d+: 不是合法的YAML/);
    assert.match(at('nowhere/text.yaml')[0]!, /^nowhere\/text\.yaml:1:1: 这个文件夹没有 text\.yaml/);
    assert.match(said.out, new RegExp(`${lines.length} faults`));
    const english = await check(packs.folder, { LANG: 'en_US.UTF-8' });
    assert.ok(english.code === 1 && /5-reward\.yaml:\d+:\d+: .*perhaps/.test(english.err) && !/不/.test(english.err));
    packs.remove();
  });

  it('takes a folder that is none, or has no pack in it, for a fault', async () => {
    mkdirSync(join(folder, 'empty'));
    for (const at of ['empty', 'file', 'none'])
      assert.deepEqual(
        loadPacks(join(folder, at), rules).faults.map((f) => f.code),
        ['pack.no_folder'],
      );
    const none = await check(join(folder, 'none'));
    assert.ok(none.code === 1 && /none:1:1: 这里没有规则包。每个文本一个文件夹/.test(none.err), none.err);
  });
});

describe('tongtu doctor says what is wrong where something is, and changes nothing', () => {
  let taken: Server;
  let port: string;
  before(async () => {
    taken = createServer((_, res) => res.end('another program'));
    await new Promise<void>((r) => taken.listen(0, '127.0.0.1', r));
    port = String((taken.address() as AddressInfo).port);
  });
  after(() => taken.close());
  const doctor = (env: Record<string, string> = {}) =>
    tongtu(['doctor'], { env: { TONGTU_DATA: join(folder, 'd'), TONGTU_PORT: '0', ...env } });
  const ill = (said: Said): string[] => said.out.split('\n').filter((l) => l.startsWith('✖'));

  it('exits with 0 where all is well, and shows every setting in force', async () => {
    const said = await doctor();
    assert.deepEqual([said.code, ill(said), said.err], [0, [], ''], said.out);
    for (const name of ['TONGTU_HOST', 'TONGTU_PORT', 'TONGTU_DATA', 'DATABASE_URL', 'TONGTU_ORIGIN', 'TONGTU_PACKS', 'TONGTU_FONTS'])
      assert.match(said.out, new RegExp(`^  ${name} `, 'm'));
  });

  it('finds a port that another program has, a data folder below a file, packs with a fault: all at once', async () => {
    const said = await doctor({ TONGTU_PORT: port, TONGTU_DATA: join(folder, 'file', 'data'), TONGTU_PACKS: join(folder, 'none') });
    assert.deepEqual([said.code, ill(said).length], [1, 3], said.out);
    const [data, listening, packs] = ill(said);
    assert.match(data!, /^✖ data folder: .*file is a file, not a folder: set TONGTU_DATA to a folder/);
    assert.match(listening!, /^✖ port: 127\.0\.0\.1:\d+: another program listens there\. Set TONGTU_PORT/);
    assert.match(packs!, /^✖ packs: .*:1:1: 这里没有规则包/);
  });

  it('finds a database that does not answer or is not there, an address that is not this machine’s, a path too long', async () => {
    const [silent, none, host, long] = await Promise.all([
      doctor({ DATABASE_URL: 'postgresql://a:se@cret@127.0.0.1:1/x?password=secret' }),
      doctor({ DATABASE_URL: process.env.TONGTU_TEST_SERVER!.replace(/\/\w+(?=\?|$)/, '/no_such') }),
      doctor({ TONGTU_HOST: '192.0.2.1' }),
      doctor({ TONGTU_DATA: join(folder, 'x'.repeat(80)) }),
    ]);
    for (const said of [silent, none, host, long]) assert.deepEqual([said.code, ill(said).length], [1, 1], said.out);
    assert.match(ill(silent)[0]!, /^✖ DATABASE_URL: does not answer: connect ECONNREFUSED/);
    assert.ok(!silent.out.includes('cret'), silent.out);
    assert.match(ill(none)[0]!, /^✖ DATABASE_URL: does not answer: database "no_such" does not exist/);
    assert.match(ill(host)[0]!, /^✖ port: 192\.0\.2\.1.*Set TONGTU_PORT or TONGTU_HOST/);
    assert.match(ill(long)[0]!, /^✖ data folder: .* of which a socket allows 85/);
  });

  it('finds a data folder that may not be written to', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o555);
    const root = process.getuid?.() === 0; // whom nothing is closed to: an ordinary user looks instead
    const env = { TONGTU_DATA: join(closed, 'data'), TONGTU_PORT: '0', HOME: folder };
    const said = await tongtu(['doctor'], { env, ...(root ? { uid: 65_534 } : {}) });
    assert.equal(said.code, 1, said.err);
    assert.match(ill(said).join('\n'), /✖ data folder: .*closed may not be written to: set TONGTU_DATA, or start as its owner/);
  });
});
