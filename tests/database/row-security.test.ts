import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { type FullHouse, fullHouse } from '../support/full-house.ts';
import { makeUpRows, withoutChecks } from '../support/made-up-rows.ts';
import { asOwner, stored } from '../support/stored.ts';

let h: FullHouse;
let tables: readonly Table[];
before(async () => {
  h = await fullHouse();
  tables = await asOwner(h.url, tablesOf);
  await asOwner(h.url, fill);
  samples = await asOwner(h.url, samplesOf);
});
after(() => h.close());

/** Every table of the schema, and by which of its columns a row belongs to an institution; read from the catalogue, so that a new one is not forgotten. */
type Table = { readonly name: string; readonly home: 'institution_id' | 'id' | null };
async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.relname as name, case when c.relname = 'institution' then 'id' when exists (select from pg_attribute a
      where a.attrelid = c.oid and a.attname = 'institution_id' and not a.attisdropped) then 'institution_id' end as home
    from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`);
  return rows;
}
/** A table that no story has reached yet has a row all the same. */
async function fill(client: pg.Client): Promise<void> {
  await withoutChecks(client);
  const names = ofInstitutions().map((t) => t.name);
  await makeUpRows(
    client,
    h.sh.id,
    names.filter((n) => n !== 'institution'),
  );
}
/** One row of each table that belongs to 示范医院. */
let samples: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
async function samplesOf(client: pg.Client): Promise<Map<string, Record<string, unknown>>> {
  const found = new Map<string, Record<string, unknown>>();
  for (const { name, home } of ofInstitutions()) {
    const { rows } = await client.query(`select to_jsonb(t) as row from "${name}" t where "${home}" = $1 limit 1`, [h.sh.id]);
    if (rows[0]) found.set(name, rows[0].row);
  }
  return found;
}
const ofInstitutions = () => tables.filter((t): t is Table & { home: string } => t.home !== null);

type Setting = { readonly institution?: string; readonly scope?: 'wide' | 'narrow'; readonly cases?: readonly string[] };
/** Connected as the application connects, with this said of who asks. */
async function asApplication<T>(s: Setting, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: h.url, options: '-c role=tongtu_app' });
  await client.connect();
  try {
    await client.query(
      `select set_config('app.institution', $1, false), set_config('app.scope', $2, false), set_config('app.cases', $3, false)`,
      [s.institution ?? '', s.scope ?? '', (s.cases ?? []).join(',')],
    );
    return await act(client);
  } finally {
    await client.end();
  }
}
/** How many rows the statement reaches; none where the role may not even try. */
async function reaches(client: pg.Client, sql: string, values: readonly unknown[] = []): Promise<number> {
  try {
    return (await client.query(sql, [...values])).rowCount ?? 0;
  } catch (e) {
    const { code, message } = e as { code: string; message: string };
    assert.equal(code, '42501', `${sql}: ${message}`); // permission denied, or refused by the row's policy
    return 0;
  }
}
const strangers: readonly (readonly [string, () => Setting])[] = [
  ['without a setting', () => ({})],
  ['wide without an institution', () => ({ scope: 'wide' })],
  ['as the other institution, wide', () => ({ institution: h.cy.id, scope: 'wide' })],
  [
    'as the other institution, narrow, naming a case of this one',
    () => ({ institution: h.cy.id, scope: 'narrow', cases: [h.running.conversion] }),
  ],
  ['as an institution that there is not', () => ({ institution: '00000000-0000-4000-8000-000000000000', scope: 'wide' })],
];
/** Does it, and finds every row of every table as it was. */
async function leavesRows(act: () => Promise<void>): Promise<void> {
  const before = await stored(h.url);
  await act();
  assert.deepEqual(await stored(h.url), before);
}

describe('the application role sees and changes rows of the institution it has said, and of no other', () => {
  it('has a row of this institution to be seen in every table', () => {
    assert.deepEqual(
      ofInstitutions().filter((t) => !samples.has(t.name)),
      [],
    );
    assert.ok(ofInstitutions().length >= 45);
  });
  it('sees all of them once it has said so, but those that only a door or their own asker leads to', async () => {
    const own = { institution: h.sh.id, scope: 'wide' } as const;
    for (const t of ofInstitutions()) {
      const sql = `select from "${t.name}" where "${t.home}" = $1`;
      const all = await asOwner(h.url, (c) => reaches(c, sql, [h.sh.id]));
      const seen = await asApplication(own, (c) => reaches(c, sql, [h.sh.id]));
      assert.equal(seen, ['membership', 'session', 'sealed', 'command_receipt'].includes(t.name) ? 0 : all, t.name);
    }
  });
  for (const [who, setting] of strangers) {
    it(`sees no row, changes no row, removes no row and adds none: connected ${who}`, () =>
      leavesRows(() =>
        asApplication(setting(), async (client) => {
          for (const { name, home } of ofInstitutions()) {
            const its = `"${home}" is distinct from nullif(current_setting('app.institution'), '')::uuid`;
            assert.equal(await reaches(client, `select from "${name}" where ${its}`), 0, `${name} shows a row`);
            assert.equal(await reaches(client, `update "${name}" set "${home}" = "${home}" where ${its}`), 0, `${name} is changed`);
            assert.equal(await reaches(client, `delete from "${name}" where ${its}`), 0, `${name} loses a row`);
            const another = 'id' in samples.get(name)! && name !== 'row_version' ? { id: '00000000-0000-4000-8000-00000000000f' } : {};
            const added = `insert into "${name}" ${name === 'row_version' ? 'overriding system value' : ''} select * from jsonb_populate_record(null::"${name}", $1)`;
            const row = JSON.stringify({ ...samples.get(name), ...another });
            assert.equal(await reaches(client, added, [row]), 0, `${name} takes a row of another institution`);
          }
        }),
      ));
  }
  it('lets a row of its own go to no other institution', () =>
    leavesRows(() =>
      asApplication({ institution: h.sh.id, scope: 'wide' }, async (client) => {
        for (const { name, home } of ofInstitutions())
          assert.equal(await reaches(client, `update "${name}" set "${home}" = $1`, [h.cy.id]), 0, name);
      }),
    ));
  it('shows no file but through a paper or document that is seen', async () => {
    const files = 'select from file_content';
    const all = await asOwner(h.url, (c) => reaches(c, files));
    const each = await Promise.all(
      [h.cy.id, h.sh.id].map((institution) => asApplication({ institution, scope: 'wide' }, (c) => reaches(c, files))),
    );
    assert.ok(each.every((n) => n > 0 && n < all));
    assert.equal(await asApplication({}, (c) => reaches(c, files)), 0);
  });
});

describe('a narrow reader sees the cases he takes part in, and never who objected', () => {
  it('sees of every table with cases only rows of his own cases, and writes none', async () => {
    const { person, cases } = await asOwner(h.url, async (client) => {
      const { rows } = await client.query<{ id: string }>('select distinct case_id as id from case_member where person_id = $1', [
        h.sh.people['sh-third'],
      ]);
      return { person: h.sh.people['sh-third']!, cases: rows.map((r) => r.id) };
    });
    assert.ok(cases.length > 3);
    await h.see({ institution: h.sh.id, person }, async () => undefined); // signs in: the door gives him the same scope
    const open: string[] = [];
    await asApplication({ institution: h.sh.id, scope: 'narrow', cases }, async (client) => {
      for (const { name } of ofInstitutions()) {
        const column = { stream: 'id', event: 'stream_id', case_file: 'id' }[name] ?? ((await hasCase(name)) ? 'case_id' : undefined);
        if (column && (await reaches(client, `select from "${name}" where not ("${column}" = any ($1::uuid[]))`, [cases])) > 0)
          open.push(name);
        assert.equal(
          await reaches(client, `update "${name}" set "${homeOf(name)}" = "${homeOf(name)}"`),
          0,
          `${name} is changed by a narrow reader`,
        );
      }
      assert.equal(await reaches(client, 'select from objector'), 0);
      assert.ok((await reaches(client, 'select from objection')) > 0, 'the objection itself he sees');
    });
    // what everybody in the institution chooses from: people, bodies, parties, texts
    assert.deepEqual(open, ['adoption', 'assignment', 'body', 'party', 'person', 'post', 'seat', 'text_revision']);
  });
  it('is what the door of a session sets for him', async () => {
    const asker = { institution: h.sh.id, person: h.sh.people['sh-third']! };
    const seen = await h.see(asker, async (db, visitor) => ({
      wide: visitor.wide,
      objectors: (await db.selectFrom('objector').selectAll().execute()).length,
      deals: (await db.selectFrom('case_file').where('procedure', '=', 'conversion').select('id').execute()).length,
      others: (await db.selectFrom('institution').selectAll().execute()).length,
    }));
    assert.deepEqual(seen, { wide: false, objectors: 0, deals: 2, others: 1 });
  });
});
const homeOf = (name: string): string => tables.find((t) => t.name === name)!.home!;
const hasCase = (name: string): Promise<boolean> =>
  asOwner(
    h.url,
    async (c) =>
      (
        await c.query(
          `select from information_schema.columns where table_schema = 'public' and table_name = $1 and column_name = 'case_id'`,
          [name],
        )
      ).rowCount! > 0,
  );

describe('the application role owns nothing, and what only grows it can neither change nor remove', () => {
  const ask = <T extends pg.QueryResultRow>(sql: string): Promise<T[]> => asOwner(h.url, async (c) => (await c.query<T>(sql)).rows);
  it('is no superuser, passes no policy by, and is a member of nothing', async () => {
    const [role] = await ask(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'tongtu_app'`);
    assert.deepEqual(role, { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
    assert.deepEqual(await ask(`select roleid::regrole from pg_auth_members where member = 'tongtu_app'::regrole`), []);
  });
  it('owns no table, view, function, type or schema', async () => {
    assert.deepEqual(
      await ask(`select 'class', relname::text from pg_class where relowner = 'tongtu_app'::regrole
        union all select 'function', proname::text from pg_proc where proowner = 'tongtu_app'::regrole
        union all select 'type', typname::text from pg_type where typowner = 'tongtu_app'::regrole
        union all select 'schema', nspname::text from pg_namespace where nspowner = 'tongtu_app'::regrole`),
      [],
    );
  });
  it('may remove nothing at all, and create nothing', async () => {
    const may = await ask(`select relname from pg_class where relkind in ('r', 'p', 'v') and relnamespace = 'public'::regnamespace
      and (has_table_privilege('tongtu_app', oid, 'DELETE') or has_table_privilege('tongtu_app', oid, 'TRUNCATE') or has_table_privilege('tongtu_app', oid, 'TRIGGER'))`);
    assert.deepEqual(may, []);
    const [create] = await ask(`select has_schema_privilege('tongtu_app', 'public', 'CREATE') as may`);
    assert.deepEqual(create, { may: false });
  });
  it('cannot change an event, a row version, a decision, a ledger line, a file, a kept answer or a line of the index, even its own institution’s', async () => {
    await asApplication({ institution: h.sh.id, scope: 'wide' }, async (client) => {
      for (const [name, column] of [
        ['event', 'body'],
        ['row_version', 'hash'],
        ['decision', 'answers'],
        ['ledger_entry', 'debit'],
        ['file_content', 'bytes'],
        ['command_receipt', 'result'],
        ['mention', 'about'],
      ]) {
        await assert.rejects(client.query(`update ${name} set ${column} = ${column}`), /permission denied/, name);
        await assert.rejects(client.query(`delete from ${name}`), /permission denied/, name);
      }
    });
  });
  it('reaches a table of its own only under a policy; every view sees what its reader may see', async () => {
    const open =
      await ask(`select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relrowsecurity
      and has_table_privilege('tongtu_app', oid, 'SELECT, INSERT, UPDATE') order by 1`);
    assert.deepEqual(open, [{ relname: 'chart_version' }, { relname: 'setting' }], 'neither says anything of an institution');
    const views = await ask(`select relname from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
      and not coalesce('security_invoker=true' = any (reloptions), false)`);
    assert.deepEqual(views, []);
  });
  it('passes policies by through these doors alone, each with its path fixed', async () => {
    const doors = await ask<{
      name: string;
      fixed: boolean;
    }>(`select proname as name, coalesce('search_path=public, pg_temp' = any (proconfig), false) as fixed
      from pg_proc where prosecdef and pronamespace = 'public'::regnamespace and has_function_privilege('tongtu_app', oid, 'EXECUTE') order by 1`);
    assert.deepEqual(
      doors.filter((x) => !x.fixed),
      [],
    );
    assert.deepEqual(
      doors.map((x) => x.name),
      [
        'account_open',
        'ballot_count',
        'charts_keep',
        'deadlines_due',
        'demonstration_accounts',
        'demonstration_forward',
        'file_known',
        'file_store',
        'seal',
        'session_asked',
        'session_end',
        'session_open',
        'session_start',
        'sign_in_failed',
        'sign_in_look_up',
        'unit_meant',
      ],
    );
  });
  it('stores no file while nobody asks, and none under another file’s hash', async () => {
    const store = `select file_store(encode(sha256('a'::bytea), 'hex'), $1)`;
    await assert.rejects(
      asApplication({}, (c) => c.query(store, [Buffer.from('a')])),
      /nobody asks/,
    );
    await assert.rejects(
      asApplication({ institution: h.sh.id, scope: 'wide' }, (c) => c.query(store, [Buffer.from('b')])),
      /the bytes are not those of the hash/,
    );
  });
});
