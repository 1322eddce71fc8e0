import { deepEqual, equal, rejects } from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { type Database, openDatabase, run } from '../../packages/engine/database.ts';
import { question } from '../../packages/engine/question.ts';
import { freshDatabase } from '../support/database.ts';

let home: Awaited<ReturnType<typeof freshDatabase>>;
let database: Database;
before(async () => {
  home = await freshDatabase();
  database = openDatabase({ url: home.url, owner: true, connections: 1 });
});
after(async () => {
  await database.close();
  await home.drop();
});
const keys = async (): Promise<string[]> =>
  (await run<{ key: string }>(database.pooled, 'select key from setting order by key', [])).map((r) => r.key);

describe('a transaction is kept whole or undone whole', () => {
  it('undoes what was written before the fault and gives the connection back', async () => {
    const failing = database.transaction(async (db) => {
      await run(db, 'insert into setting (key, value) values ($1, $2)', ['half', 'done']);
      throw new Error('in the middle');
    });
    await rejects(failing, /in the middle/);
    deepEqual(await keys(), []);
    await database.transaction((db) => run(db, 'insert into setting (key, value) values ($1, $2)', ['whole', 'done']));
    deepEqual(await keys(), ['whole']);
  });

  it('is a fault of the work alone when the server ends the connection, and the next work has a new one', async () => {
    const lost = database.transaction(async (db) => {
      await run(db, 'insert into setting (key, value) values ($1, $2)', ['lost', 'x']);
      await run(db, 'select pg_terminate_backend(pg_backend_pid())', []);
    });
    await rejects(lost, /terminat/i);
    deepEqual(await keys(), ['whole']);
  });

  it('answers statements asked at once on one connection each by itself, also where one of them faults', async () => {
    const answers = await database.connected((db) =>
      Promise.allSettled([
        run<{ n: number }>(db, 'select $1::int as n', [1]),
        run(db, 'select 1 / $1::int', [0]),
        run<{ n: number }>(db, 'select $1::int as n', [3]),
      ]),
    );
    deepEqual(
      answers.map((a) => (a.status === 'fulfilled' ? a.value : (a.reason as Error).message)),
      [[{ n: 1 }], 'division by zero', [{ n: 3 }]],
    );
  });
});

describe('a question is put together once and asked with different values', () => {
  const between = question((db, o: { from: string; to: string | null; keys: readonly string[] }) =>
    db
      .selectFrom('setting')
      .where('key', '>=', o.from)
      .where((w) => w.or([w('key', '<=', o.to), w(sql`${o.to}::text`, 'is', null)]))
      .where('key', '=', sql<string>`any (${o.keys}::text[])`)
      .orderBy('key')
      .select(['key', sql<string>`'constant'`.as('said')]),
  );
  before(() =>
    database.transaction((db) => run(db, `insert into setting (key, value) select k, k from unnest($1::text[]) k`, [['a', 'b', 'c']])),
  );

  it('answers each asking by its own values, lists and nothing included', async () => {
    const all = ['a', 'b', 'c'];
    const found = async (from: string, to: string | null, of: readonly string[]) =>
      (await between.list(database.pooled, { from, to, keys: of })).map((r) => r.key);
    deepEqual(await found('b', null, all), ['b', 'c']);
    deepEqual(await found('a', 'b', all), ['a', 'b']);
    deepEqual(await found('a', 'b', ['b', 'c']), ['b']);
    deepEqual(await found('a', null, []), []);
  });

  it('finds nothing where there is no row, and faults where one is needed', async () => {
    const none = { from: 'x', to: null, keys: ['a'] };
    equal(await between.find(database.pooled, none), undefined);
    await rejects(between.get(database.pooled, none), /no row answers/);
    equal((await between.get(database.pooled, { ...none, from: 'a' })).said, 'constant');
  });

  it('refuses a text that would depend on a value', async () => {
    const wrong = question((db, o: { table: string }) => db.selectFrom('setting').select(sql<string>`${sql.raw(`'${o.table}'`)}`.as('x')));
    await rejects(async () => wrong.list(database.pooled, { table: 'x' }), /cannot depend on table/);
  });
});
