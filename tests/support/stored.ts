import assert from 'node:assert/strict';
import pg from 'pg';
import { verify } from '../../packages/engine/verify.ts';

/** As the owner of the tables, past every rule: for looking at all of it, and for spoiling it. */
export async function asOwner<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

/** Signing in leaves its own traces. */
const apart = ['account', 'membership', 'session', 'sign_in_failure'];

/** Every table, the jobs too: how many rows it has and one hash of all they say. */
export async function stored(url: string): Promise<Record<string, string>> {
  return await asOwner(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string; sql: string }>(
      `select c.relname as name, format('%I.%I', n.nspname, c.relname) as sql from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname = 'public' or (n.nspname, c.relname) = ('pgboss', 'job') order by 1`,
    );
    const each = tables
      .filter((t) => !apart.includes(t.name))
      .map(
        (t) => `select '${t.name}' as name, count(*) || ' rows ' || coalesce(md5(string_agg(h, '' order by h)), '') as said
                   from (select md5(x::text) as h from ${t.sql} x) y`,
      );
    const { rows } = await client.query<{ name: string; said: string }>(each.join(' union all '));
    return Object.fromEntries(rows.map((r) => [r.name, r.said]));
  });
}

/** Does it, and finds everything stored as it was, row for row, and every chain whole. */
export async function changesNothing<T>(url: string, act: () => Promise<T>): Promise<T> {
  const before = await stored(url);
  const result = await act();
  assert.deepEqual(await stored(url), before);
  await isWhole(url);
  return result;
}
export const isWhole = async (url: string): Promise<void> => assert.deepEqual((await verify(url)).discrepancies, []);
