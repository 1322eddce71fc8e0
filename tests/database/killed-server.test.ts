import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import type { Accepted, Ask } from '../../packages/engine/ask.ts';
import type { Line, Loop } from '../support/command-loop.ts';
import { accepted, anotherId } from '../support/house.ts';
import { type PlainDeal, type PlainHouse, plainHouse } from '../support/plain.ts';
import { asOwner, changesNothing, isWhole } from '../support/stored.ts';

let h: PlainHouse;
let conversions: readonly PlainDeal[];
before(async () => {
  h = await plainHouse();
  conversions = [await h.deal().signed(), await h.deal().signed()];
});
after(() => h.close());

const named = 'command-loop';
const loop = (): Loop => {
  const url = new URL(h.url);
  url.searchParams.set('application_name', named);
  const { first: discloser, finance: cashier } = h.who.people;
  return {
    url: url.toString(),
    packs: h.packs.folder,
    institution: h.who.id,
    discloser: discloser!,
    cashier: cashier!,
    conversions: conversions.map((d) => d.conversion),
    on: '2026-03-02',
  };
};

/** A process of its own that sends commands, and every line it managed to write. */
function started(): {
  readonly child: ChildProcess;
  readonly lines: Line[];
  readonly said: (n: number) => Promise<void>;
  readonly ended: Promise<void>;
} {
  const script = fileURLToPath(new URL('../support/command-loop.ts', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(loop())], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: Line[] = [];
  const waiting: { n: number; go: () => void }[] = [];
  const reader = createInterface({ input: child.stdout! });
  reader.on('line', (text) => {
    lines.push(JSON.parse(text) as Line);
    for (const w of waiting) if (lines.length >= w.n) w.go();
  });
  const closed = new Promise<void>((resolve) => reader.on('close', resolve));
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve())).then(() => closed);
  const said = (n: number): Promise<void> =>
    Promise.race([
      new Promise<void>((go) => (lines.length >= n ? go() : waiting.push({ n, go }))),
      ended.then(() => Promise.reject(new Error('the process ended by itself'))),
    ]);
  return { child, lines, said, ended };
}
/** Waits until the server has noticed that the process is gone, and rolled back what it had not finished. */
async function forgotten(): Promise<void> {
  await asOwner(h.url, async (client) => {
    for (let n = 0; ; n += 1) {
      const { rowCount } = await client.query('select from pg_stat_activity where datname = current_database() and application_name = $1', [
        named,
      ]);
      if (rowCount === 0) return;
      if (n > 400) throw new Error('a connection of the killed process stays');
      await new Promise((r) => setTimeout(r, 25));
    }
  });
}
/** Waits until this is so of the queries that wait for a lock in this database. */
async function waiting(isSo: (queries: readonly string[]) => boolean): Promise<void> {
  await asOwner(h.url, async (client) => {
    for (let n = 0; ; n += 1) {
      const { rows } = await client.query<{ query: string }>(
        `select query from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (isSo(rows.map((r) => r.query))) return;
      if (n > 400) throw new Error(`waiting: ${JSON.stringify(rows)}`);
      await new Promise((r) => setTimeout(r, 25));
    }
  });
}
async function killed(p: ReturnType<typeof started>): Promise<void> {
  p.child.kill('SIGKILL');
  await p.ended;
  assert.equal(p.child.signalCode, 'SIGKILL');
  await forgotten();
}

type Sent = { readonly person: string; readonly ask: Ask; readonly answer?: Accepted };
/** Every command that was sent, with the answer where one came. */
function sent(lines: readonly Line[]): Map<string, Sent> {
  const all = new Map<string, Sent>();
  for (const { person, ask, ...rest } of lines)
    all.set(ask.key!, { person, ask, ...('answer' in rest ? { answer: accepted(rest.answer as Accepted) } : {}) });
  return all;
}

/** How often each thing that a command writes is there, by the word that only this command used. */
async function traces(client: pg.Client, key: string, command: string): Promise<Record<string, number>> {
  const disclosure = `with a as (select * from achievement where title = $1)
    select (select count(*) from a) as record, (select count(*) from case_file where id in (select case_id from a)) as "case",
      (select count(*) from contributor where achievement_id in (select id from a)) as contributor,
      (select count(*) from achievement_right where title = $1) as "right",
      (select count(*) from document where case_id in (select case_id from a)) as document,
      (select count(*) from pgboss.job j join document d on d.id::text = j.data ->> 'document' where d.case_id in (select case_id from a)) as job,
      (select count(*) from obligation where case_id in (select case_id from a)) as duty,
      (select count(*) from event where body like '%' || $1 || '%') as event,
      (select count(*) from command_receipt where key = $1) as receipt`;
  const booking = `with a as (select * from receipt where voucher = $1)
    select (select count(*) from a) as record, (select count(*) from case_file where id in (select case_id from a)) as "case",
      (select count(*) from ledger_entry where case_id in (select case_id from a)) / 2 as lines,
      (select count(*) from obligation where case_id in (select case_id from a)) as duty,
      (select count(*) from event where body like '%' || $1 || '%') / 2 as event,
      (select count(*) from command_receipt where key = $1) as receipt`;
  const { rows } = await client.query<Record<string, string>>(command === 'income.book' ? booking : disclosure, [key]);
  return Object.fromEntries(Object.entries(rows[0]!).map(([k, v]) => [k, Number(v)]));
}
/** Which of them are there: each must be there whole, or not at all. */
async function there(all: Iterable<readonly [string, Sent]>): Promise<Set<string>> {
  return await asOwner(h.url, async (client) => {
    const found = new Set<string>();
    for (const [key, { ask }] of all) {
      const traced = await traces(client, key, ask.command);
      const values = new Set(Object.values(traced));
      assert.ok(values.size === 1 && (values.has(0) || values.has(1)), `${ask.command} ${key} is half done: ${JSON.stringify(traced)}`);
      if (values.has(1)) found.add(key);
    }
    return found;
  });
}
const again = async ({ person, ask }: Sent): Promise<Accepted> =>
  accepted(await h.send({ institution: h.who.id, person }, ask.command, ask));

describe('a server that is killed in the middle of a command leaves nothing half done', () => {
  it('keeps every command it answered, whole, and of the others all or nothing; sent again, each is there once', async () => {
    const all = new Map<string, Sent>();
    for (const wait of [0, 1, 2, 3, 5, 8, 13, 21]) {
      const p = started();
      await p.said(10);
      await new Promise((r) => setTimeout(r, wait));
      await killed(p);
      for (const [key, s] of sent(p.lines)) all.set(key, s);
    }
    const unanswered = [...all].filter(([, s]) => s.answer === undefined);
    assert.ok(unanswered.length >= 8, `${unanswered.length} of ${all.size} commands were under way when the process was killed`);
    await isWhole(h.url);

    const before = await there(all);
    for (const [key, s] of all) assert.ok(s.answer === undefined || before.has(key), `${key} was answered and is not there`);
    for (const s of all.values()) {
      const answer = await again(s);
      if (s.answer) assert.deepEqual(answer, s.answer);
    }
    assert.equal((await there(all)).size, all.size);
    await changesNothing(h.url, async () => {
      for (const s of all.values()) await again(s);
    });
  });

  /** Holds a lock, so that every hand stops at that point of its transaction, and kills the process there. */
  async function killedAt(lock: string, waitsFor: RegExp): Promise<[string, Sent][]> {
    return await asOwner(h.url, async (client) => {
      await client.query('begin');
      await client.query(lock);
      const p = started();
      await waiting((queries) => queries.length === conversions.length && queries.some((q) => waitsFor.test(q)));
      p.child.kill('SIGKILL');
      await p.ended;
      await client.query('rollback');
      await forgotten();
      return [...sent(p.lines)].filter(([, s]) => s.answer === undefined);
    });
  }
  for (const [where, lock, waitsFor] of [
    ['before it has loaded anything', `select from stream for update`, /command_open/],
    ['while it writes', `lock table achievement_right, ledger_entry in share row exclusive mode`, /^with w0 as/],
  ] as const) {
    it(`leaves nothing of a command whose process is killed ${where}`, async () => {
      const stopped = await killedAt(lock, waitsFor);
      assert.equal(stopped.length, conversions.length);
      assert.equal((await there(stopped)).size, 0);
      await isWhole(h.url);
      for (const [, s] of stopped) await again(s);
      assert.equal((await there(stopped)).size, stopped.length);
      await isWhole(h.url);
    });
  }
});

describe('a database connection that is lost in the middle of a command is a fault, and nothing is half done', () => {
  it('throws, writes nothing, and does the same command when it is sent again', async () => {
    const ask = {
      case: conversions[0]!.conversion,
      input: { amount: '4.56', receivedOn: '2026-03-02', bookedTo: 'unit', budgetLine: '收入' },
      key: anotherId(),
    };
    const send = () => h.send(h.who.as('finance'), 'income.book', ask);
    await changesNothing(h.url, () =>
      asOwner(h.url, async (client) => {
        await client.query('begin');
        await client.query('lock table ledger_entry in share row exclusive mode');
        const lost = assert.rejects(send(), /terminating connection|Connection terminated/);
        await waiting((queries) => queries.some((q) => /^with w0 as/.test(q)));
        await client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        await lost;
        await client.query('rollback');
      }),
    );
    accepted(await send());
    await isWhole(h.url);
  });
});
