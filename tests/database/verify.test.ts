import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type pg from 'pg';
import { type Discrepancy, verifyOver } from '../../packages/engine/verify.ts';
import { type FullHouse, fullHouse } from '../support/full-house.ts';
import { makeUpRows, withoutChecks } from '../support/made-up-rows.ts';
import { asOwner, isWhole } from '../support/stored.ts';

let h: FullHouse;
let columns: ReadonlyMap<string, readonly Column[]>;
before(async () => {
  h = await fullHouse();
  columns = await asOwner(h.url, columnsOf);
});
after(() => h.close());

type Column = { readonly name: string; readonly type: string };
async function columnsOf(client: pg.Client): Promise<Map<string, Column[]>> {
  const { rows } = await client.query<{ tbl: string; name: string; type: string }>(
    `select table_name as tbl, column_name as name, udt_name as type from information_schema.columns c
     join pg_class t on t.relname = c.table_name and t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
     where table_schema = 'public' order by table_name, ordinal_position`,
  );
  const found = new Map<string, Column[]>();
  for (const { tbl, ...column } of rows) found.set(tbl, [...(found.get(tbl) ?? []), column]);
  return found;
}
/** Another value than the one that is there, whatever it is. */
function other({ name, type }: Column): string {
  const c = `"${name}"`;
  if (type === 'uuid') return 'gen_random_uuid()';
  if (type === 'bool') return `${c} is not true`;
  if (type === 'date') return `coalesce(${c} + 1, '2026-01-01')`;
  if (type === 'timestamptz') return `coalesce(${c} + interval '1 millisecond', '2026-01-01')`;
  if (type === '_text') return `coalesce(${c}, '{}') || 'x'::text`;
  if (type === '_uuid') return `coalesce(${c}, '{}') || gen_random_uuid()`;
  if (type === 'jsonb') return `jsonb_build_object('was', ${c})`;
  if (type === 'bytea') return `${c} || '\\x00'::bytea`;
  if (['int2', 'int4', 'int8'].includes(type)) return `coalesce(${c}, 0) + 1000`;
  return `coalesce(${c}, '') || 'x'`;
}

/** Spoils the database as its owner could, past every key and check; what verify says of it; and undoes it. */
async function spoilt(spoil: (client: pg.Client) => Promise<void>): Promise<readonly Discrepancy[]> {
  return await asOwner(h.url, async (client) => {
    await client.query('begin');
    await withoutChecks(client);
    await spoil(client);
    const { discrepancies } = await verifyOver(client);
    await client.query('rollback');
    return discrepancies;
  });
}
/** A table that no story has reached yet has a row all the same, with a version that says so. */
async function fill(client: pg.Client): Promise<void> {
  for (const tbl of await makeUpRows(
    client,
    h.sh.id,
    registers().filter((t) => t !== 'institution'),
  )) {
    await client.query(
      `insert into row_version (institution_id, tbl, row_id, hash, stream_id, seq)
       select t.institution_id, $1, t.id, row_hash(to_jsonb(t)), e.stream_id, e.seq
       from "${tbl}" t, (select stream_id, seq from event where rows = '' order by stream_id limit 1) e where t.institution_id = $2`,
      [tbl, h.sh.id],
    );
  }
}
const changing = (sql: string) =>
  spoilt(async (client) => {
    const { rowCount } = await client.query(sql);
    assert.ok((rowCount ?? 0) > 0, `nothing was changed by: ${sql}`);
  });

/** Not told by events, so not weighed against them: the index, counters and kept answers, and who signs in with what. */
const apart = [
  'mention',
  'counter',
  'command_receipt',
  'account',
  'membership',
  'session',
  'sign_in_failure',
  'setting',
  'chart_version',
  'schema_migration',
];
/** The record itself. */
const record = ['event', 'row_version', 'stream', 'file_content'];
const registers = (): string[] => [...columns.keys()].filter((t) => !apart.includes(t) && !record.includes(t));

describe('verify finds nothing where nothing was touched', () => {
  it('reads every chain, row, booking and file of two institutions and is content', async () => {
    await isWhole(h.url);
    assert.deepEqual(await spoilt(async () => undefined), []);
  });
});

describe('verify finds a changed row, whatever its table and whichever of its columns', () => {
  it('names exactly the rows that were changed, column by column through every table', async () => {
    const most = Math.max(...registers().map((t) => columns.get(t)!.length));
    for (let n = 0; n < most; n += 1) {
      const expected: string[] = [];
      const discrepancies = await spoilt(async (client) => {
        await fill(client);
        for (const tbl of registers()) {
          const column = columns.get(tbl)![n];
          if (!column || column.name === 'id') continue;
          // Only one party is the institution itself: the mark is taken off it, not set a second time.
          const { to, from } =
            column.name === 'ourselves'
              ? { to: 'null', from: `"${tbl}" where ourselves` }
              : { to: other(column), from: `"${tbl}" order by id offset ${n} % (select count(*) from "${tbl}")` };
          const { rows } = await client.query<{ id: string }>(
            `update "${tbl}" set "${column.name}" = ${to} where ctid = (select ctid from ${from} limit 1) returning id`,
          );
          assert.equal(rows.length, 1, `${tbl} has no row to change`);
          expected.push(`${tbl} ${rows[0]!.id} the row is not as its last event wrote it`);
        }
      });
      const rows = discrepancies.filter((x) => registers().includes(x.what)).map((x) => `${x.what} ${x.where} ${x.says}`);
      assert.deepEqual(rows.sort(), expected.sort(), `column ${n}`);
    }
  });
  it('names a row that is gone, and one that no event wrote, in every table', async () => {
    const removed: string[] = [];
    const added: string[] = [];
    const discrepancies = await spoilt(async (client) => {
      await fill(client);
      for (const tbl of registers()) {
        const gone = await client.query<{ id: string }>(
          `delete from "${tbl}" where ctid = (select ctid from "${tbl}" order by id limit 1) returning *`,
        );
        const row = gone.rows[0] ?? assert.fail(`${tbl} is empty`);
        removed.push(`${tbl} ${row.id} the row is gone`);
        const came = await client.query<{ id: string }>(
          `insert into "${tbl}" select (jsonb_populate_record(null::"${tbl}", $1::jsonb || jsonb_build_object('id', gen_random_uuid()))).* returning id`,
          [JSON.stringify(row, (_, v: unknown) => (typeof v === 'bigint' ? v.toString() : v))],
        );
        added.push(`${tbl} ${came.rows[0]!.id} no event wrote the row`);
      }
    });
    const found = discrepancies.map((x) => `${x.what} ${x.where} ${x.says}`);
    for (const line of [...removed, ...added]) assert.ok(found.includes(line), line);
  });
});

describe('verify finds a changed event, whichever of its columns', () => {
  it('finds every column of an event in the middle of its chain changed', async () => {
    for (const column of columns.get('event')!) {
      const found = await changing(`update event set "${column.name}" = ${other(column)} where (stream_id, seq) =
        (select stream_id, 2 from event group by stream_id having max(seq) > 3 order by stream_id limit 1)`);
      assert.ok(found.length > 0, `a changed ${column.name} is not found`);
    }
  });
  it('finds one letter changed in the text of any event, and says which event it is', async () => {
    const events = await asOwner(h.url, (c) => c.query<{ at: string }>('select stream_id || $1 || seq as at from event order by 1', ['/']));
    const some = events.rows.filter((_, i) => i % 29 === 0);
    assert.ok(some.length > 5);
    for (const { at } of some) {
      const found = await changing(
        `update event set body = overlay(body placing 'X' from length(body) / 2 for 1) where stream_id || '/' || seq = '${at}'`,
      );
      assert.ok(
        found.some((x) => x.what === 'event' && x.where === at && x.says === 'its text is not what was hashed'),
        at,
      );
    }
  });
  it('finds a text that was changed and hashed anew, by the event that follows it', async () => {
    const found = await changing(`update event e set body = replace(body, '"seq":2', '"seq": 2'),
        hash = chain_hash(prev, encode(sha256(convert_to(replace(body, '"seq":2', '"seq": 2'), 'UTF8')), 'hex'), rows)
      where (stream_id, seq) = (select stream_id, 2 from event group by stream_id having max(seq) > 3 order by stream_id limit 1)`);
    assert.deepEqual(
      found.map((x) => x.says),
      ['it does not follow the event before it'],
    );
  });
});

describe('verify finds an event that is missing or in another place', () => {
  const long = `(select stream_id from event group by stream_id having max(seq) > 4 order by stream_id limit 1)`;
  for (const [what, which, says] of [
    ['the first', 'seq = 1', 'an event before it is missing'],
    ['one in the middle', 'seq = 3', 'an event before it is missing'],
    ['the last', `seq = (select max(seq) from event where stream_id = ${long})`, 'the chain does not end where the stream says'],
  ]) {
    it(`finds ${what} event of a chain removed`, async () => {
      const found = await changing(`delete from event where stream_id = ${long} and ${which}`);
      assert.ok(
        found.some((x) => x.says === says),
        JSON.stringify(found),
      );
    });
  }
  it('finds the last event of a command removed together with the head that named it, by the rows it wrote', async () => {
    const found = await spoilt(async (client) => {
      await client.query(`with gone as (delete from event e where stream_id = ${long} and seq = (select max(seq) from event x where x.stream_id = e.stream_id) returning *)
        update stream s set seq = gone.seq - 1, head = gone.prev from gone where s.id = gone.stream_id`);
    });
    assert.ok(found.some((x) => x.says === 'it is missing, and row versions say it was there'));
  });
  it('finds all events of a case removed', async () => {
    const found = await changing(`delete from event where stream_id = ${long}`);
    assert.ok(found.some((x) => x.what === 'stream' && x.says === 'its events are missing'));
  });
  it('finds two neighbours in each other’s place', async () => {
    const found = await spoilt(async (client) => {
      await client.query(`update event set seq = -seq where stream_id = ${long} and seq in (2, 3)`);
      await client.query(`update event set seq = 5 + seq where stream_id = ${long} and seq in (-2, -3)`);
    });
    assert.ok(found.filter((x) => x.says === 'it does not follow the event before it').length >= 2);
  });
  it('finds an event carried into another case’s chain, in the place of that one’s', async () => {
    const short = `(select stream_id from event group by stream_id having max(seq) > 4 order by stream_id desc limit 1)`;
    const found = await spoilt(async (client) => {
      await client.query(`delete from event where stream_id = ${short} and seq = 2`);
      await client.query(`update event set stream_id = ${short} where stream_id = ${long} and seq = 2`);
    });
    assert.ok(found.some((x) => x.what === 'event' && x.where.endsWith('/2') && x.says === 'its columns differ from its text'));
  });
});

describe('verify finds the record of row versions touched', () => {
  for (const column of ['institution_id', 'tbl', 'row_id', 'hash', 'stream_id', 'seq']) {
    it(`finds a version’s ${column} changed`, async () => {
      const type = columns.get('row_version')!.find((c) => c.name === column)!;
      const found = await changing(
        `update row_version set "${column}" = ${other(type)} where id = (select id from row_version order by id offset 100 limit 1)`,
      );
      assert.ok(found.length > 0);
    });
  }
  it('finds a version removed, also where a later one says the same row', async () => {
    const found = await changing(
      `delete from row_version where id = (select min(id) from row_version group by tbl, row_id having count(*) > 1 order by 1 limit 1)`,
    );
    assert.ok(found.some((x) => x.says === 'the row versions kept with it are not those it wrote'));
  });
  it('finds an older state of a row put back, though an older version says so', async () => {
    const found = await spoilt(async (client) => {
      await client.query(`create temp table twice on commit drop as
        select v.row_id, min(v.id) as first, max(v.id) as last from row_version v where v.tbl = 'obligation' group by v.row_id having count(*) = 2 order by 1 limit 1`);
      await client.query(`update obligation set state = 'owed', ended_on = null where id::text = (select row_id from twice)`);
    });
    assert.deepEqual(
      found.map((x) => x.says),
      ['the row is not as its last event wrote it'],
    );
  });
  for (const column of ['institution_id', 'seq', 'head']) {
    it(`finds a stream’s ${column} changed`, async () => {
      const type = columns.get('stream')!.find((c) => c.name === column)!;
      const found = await changing(`update stream set "${column}" = ${other(type)} where id = (select id from stream order by id limit 1)`);
      assert.ok(found.length > 0);
    });
  }
});

describe('verify finds books that do not balance', () => {
  it('names the event whose lines do not balance, though every row is as a version says', async () => {
    const found = await spoilt(async (client) => {
      const { rows } = await client.query<{ id: string }>(
        `update ledger_entry set debit = debit + 1 where id = (select id from ledger_entry where debit > 0 order by id limit 1) returning id`,
      );
      await client.query(
        `update row_version set hash = (select row_hash(to_jsonb(l)) from ledger_entry l where l.id::text = row_id) where tbl = 'ledger_entry' and row_id = $1`,
        [rows[0]!.id],
      );
    });
    assert.ok(found.some((x) => x.what === 'ledger' && x.says === 'its lines do not balance'));
  });
});

describe('verify finds a file that is missing or changed', () => {
  const ofPaper = `select sha256 from paper order by id limit 1`;
  for (const form of ['docx', 'pdf']) {
    it(`finds the ${form} of an issued document missing`, async () => {
      const found = await changing(
        `delete from file_content where sha256 = (select ${form}_sha256 from document where ${form}_sha256 is not null order by id limit 1)`,
      );
      assert.deepEqual(
        found.map((x) => [x.what, x.says]),
        [['file', 'its bytes are missing']],
      );
    });
  }
  it('finds a paper’s bytes missing, and one byte of them changed', async () => {
    const missing = await changing(`delete from file_content where sha256 = (${ofPaper})`);
    assert.ok(missing.length > 0 && missing.every((x) => x.what === 'file' && x.says === 'its bytes are missing'));
    const changed = await changing(
      `update file_content set bytes = set_byte(bytes, 0, (get_byte(bytes, 0) + 1) % 256) where sha256 = (${ofPaper})`,
    );
    assert.ok(changed.length > 0 && changed.every((x) => x.what === 'file' && x.says === 'its bytes are not those filed'));
  });
});

describe('no table is left out by accident', () => {
  it('weighs every table but those that are named as apart', () => {
    for (const t of [...apart, ...record]) assert.ok(columns.has(t), `${t} is no table any more`);
    assert.ok(registers().every((t) => columns.get(t)!.some((c) => c.name === 'id')));
    assert.ok(registers().length > 30);
  });
});
