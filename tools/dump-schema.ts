import type pg from 'pg';

/** The schema as text, in one order: what a reader wants to see and a review can compare. Made from the catalogue, so no pg_dump is needed. */
export async function dumpSchema(client: pg.Client): Promise<string> {
  const rows = async (sql: string): Promise<string[]> => (await client.query<{ line: string }>(sql)).rows.map((r) => r.line);
  const tables = (
    await client.query<{ name: string; oid: number }>(`
    select c.relname as name, c.oid::int8::int as oid from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`)
  ).rows;
  const parts: string[] = ['-- The schema as the migrations leave it. Made by `npm run generate`; compared in the check.'];
  for (const t of tables) {
    const columns = await rows(`
      select '  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attidentity <> '' then ' generated always as identity' else '' end
        || case when a.attnotnull then ' not null' else '' end
        || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = ${t.oid} and a.attnum > 0 and not a.attisdropped order by a.attnum`);
    const constraints = await rows(`
      select '  constraint ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint
      where conrelid = ${t.oid} and contype <> 'n' order by contype desc, conname`);
    const indexes = await rows(`
      select pg_get_indexdef(indexrelid) || ';' as line from pg_index i
      where indrelid = ${t.oid} and not exists (select from pg_constraint c where c.conindid = i.indexrelid) order by 1`);
    const policies = await rows(`
      select 'policy ' || policyname || ' for ' || cmd || ' to ' || array_to_string(roles, ', ')
        || coalesce(E'\\n    using ' || qual, '') || coalesce(E'\\n    with check ' || with_check, '') as line
      from pg_policies where schemaname = 'public' and tablename = '${t.name}' order by policyname`);
    const grants = await rows(`
      select '-- tongtu_app may ' || string_agg(lower(privilege_type), ', ' order by privilege_type) as line
      from information_schema.role_table_grants where table_schema = 'public' and table_name = '${t.name}' and grantee = 'tongtu_app' having count(*) > 0`);
    parts.push(
      [
        `create table ${t.name} (`,
        [...columns, ...constraints].join(',\n'),
        ');',
        ...indexes,
        ...policies.map((p) => `-- ${p.replaceAll('\n', '\n-- ')}`),
        ...grants,
      ].join('\n'),
    );
  }
  parts.push(
    ...(await rows(`
    select 'create view ' || c.relname || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '')
      || E' as\\n' || pg_get_viewdef(c.oid, true) as line
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'v' order by c.relname`)),
  );
  parts.push(
    ...(
      await rows(`
    select pg_get_functiondef(p.oid) as line from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p') order by p.proname`)
    ).map((f) => `${f.trimEnd()};`),
  );
  return `${parts.join('\n\n')}\n`;
}
