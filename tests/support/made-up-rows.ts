import type pg from 'pg';

type Column = { readonly name: string; readonly type: string; readonly needed: boolean };
const someId = '00000000-0000-4000-8000-0000000000aa';
const values: Readonly<Record<string, unknown>> = {
  uuid: someId,
  bool: true,
  date: '2026-03-02',
  timestamptz: '2026-03-02T04:00:00Z',
  _text: ['x'],
  _uuid: [someId],
  jsonb: { x: 1 },
  bytea: '\\x00',
  int2: 1,
  int4: 1,
  int8: '1',
  text: 'x',
};

/**
 * One made-up row in each of these tables that has none of the institution's: so that what must hold of every table is tried on every
 * table, those too that no story has reached. Keys and checks must be off.
 */
export async function makeUpRows(client: pg.Client, institution: string, tables: readonly string[]): Promise<string[]> {
  const filled: string[] = [];
  for (const table of tables) {
    const { rowCount } = await client.query(`select from "${table}" where institution_id = $1 limit 1`, [institution]);
    if (rowCount !== 0) continue;
    const { rows: columns } = await client.query<Column>(
      `select column_name as name, udt_name as type, is_nullable = 'NO' and column_default is null and is_identity = 'NO' as needed
       from information_schema.columns where table_schema = 'public' and table_name = $1`,
      [table],
    );
    const row: Record<string, unknown> = Object.fromEntries(columns.filter((c) => c.needed).map((c) => [c.name, values[c.type] ?? 'x']));
    const names = [...new Set([...Object.keys(row), 'institution_id'])].map((n) => `"${n}"`).join(', ');
    await client.query(`insert into "${table}" (${names}) select ${names} from jsonb_populate_record(null::"${table}", $1)`, [
      JSON.stringify({ ...row, institution_id: institution }),
    ]);
    filled.push(table);
  }
  return filled;
}

/** Foreign keys and checks are off: for the transaction, or (committed) for good. */
export async function withoutChecks(client: pg.Client): Promise<void> {
  await client.query('set session_replication_role = replica');
  await client.query(`do $$ declare c record; begin
    for c in select conrelid::regclass as t, conname from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace loop
      execute format('alter table %s drop constraint %I', c.t, c.conname); end loop; end $$`);
}
