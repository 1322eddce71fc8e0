import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { sha256 } from './sha256.ts';

const folder = fileURLToPath(new URL('../../db/migrations/', import.meta.url));
const lock = 7_265_001;
/** What a failure of the machine undoes is done again at the next start: no commit here waits for the disk. */
const hasty = '-c synchronous_commit=off';

/** Brings the schema up to date, one transaction a file, under a lock that several starters may wait for. Applied files are never edited. */
export async function migrate(ownerUrl: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, options: hasty });
  await client.connect();
  const applied: string[] = [];
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await client.query(
      'create table if not exists schema_migration (name text primary key, sha256 text not null, at timestamptz not null default now())',
    );
    const known = new Map(
      (await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration')).rows.map((r) => [
        r.name,
        r.sha256,
      ]),
    );
    const files = readdirSync(folder)
      .filter((f) => f.endsWith('.sql'))
      .sort();
    const newer = [...known.keys()].find((name) => !files.includes(name));
    if (newer) throw new Error(`the database was brought up to date by a later version (${newer}): start that version`);
    for (const name of files) {
      const sql = readFileSync(folder + name, 'utf8');
      const hash = sha256(sql);
      const before = known.get(name);
      if (before === hash) continue;
      if (before !== undefined) throw new Error(`${name} was changed after it was applied: add a new migration instead`);
      await client.query('begin');
      try {
        await client.query(sql);
        await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [name, hash]);
        await client.query('commit');
      } catch (e) {
        await client.query('rollback');
        throw new Error(`${name}: ${(e as Error).message}`, { cause: e });
      }
      applied.push(name);
    }
    await installJobs(ownerUrl, client);
  } finally {
    await client.end();
  }
  return applied;
}

/** The job tables belong to pg-boss; the application role may use them and owns none. */
async function installJobs(ownerUrl: string, client: pg.Client): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    options: hasty,
    schema: 'pgboss',
    max: 1,
    supervise: false,
    schedule: false,
  } as ConstructorParameters<typeof PgBoss>[0] & object);
  boss.on('error', () => undefined);
  await boss.start();
  for (const queue of queues) {
    if (!(await boss.getQueue(queue.name))) await boss.createQueue(queue.name, queue.options);
  }
  await boss.stop({ graceful: false });
  await client.query(`
    grant usage on schema pgboss to tongtu_app;
    grant select, insert, update, delete on all tables in schema pgboss to tongtu_app;
    grant execute on all functions in schema pgboss to tongtu_app;`);
}

/** Every queue there is: what runs after the transaction that asked for it, at least once. */
export const queues = [
  { name: 'document-render', options: { retryLimit: 5, retryBackoff: true, retryDelay: 1 } },
  { name: 'deadline-sweep', options: { policy: 'singleton' as const, retryLimit: 0 } },
] as const;
export type Queue = (typeof queues)[number]['name'];
