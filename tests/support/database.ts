import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../../packages/engine/migrate.ts';

/**
 * A database of its own for one test file, cloned from a migrated template. The server is the one the check has started
 * (TONGTU_TEST_SERVER), or DATABASE_URL's.
 */
export async function freshDatabase(
  template = process.env.TONGTU_TEST_TEMPLATE ?? 'tongtu_template',
): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const server = process.env.TONGTU_TEST_SERVER;
  if (!server) throw new Error('run tests with `npm test`: it starts the server they need');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await ask(server, `create database ${name} template ${template}`);
  return { url: named(server, name), drop: async () => void (await ask(server, `drop database ${name} with (force)`)) };
}

export const named = (url: string, database: string): string => {
  const u = new URL(url);
  u.pathname = `/${database}`;
  return u.toString();
};

export async function makeTemplate(server: string, template: string): Promise<void> {
  await ask(server, `drop database if exists ${template} with (force)`);
  await ask(server, `create database ${template}`);
  await migrate(named(server, template));
}

/** The name of the template that has the demonstration in it, once a test has filled it. */
export const filledOf = (template: string): string => `${template}_filled`;
/** Tests forge rows behind the engine's back, to see that it is found: only a superuser can. */
export async function mayForge(server: string): Promise<boolean> {
  const [row] = await ask(server, 'select rolsuper as may from pg_roles where rolname = current_user');
  return row?.may === true;
}
/** Leaves somebody's own server as it was found. */
export async function dropTemplates(server: string, template: string): Promise<void> {
  for (const name of [template, filledOf(template)]) await ask(server, `drop database if exists ${name} with (force)`);
}

export async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return (await client.query<Record<string, unknown>>(sql)).rows;
      } catch (e) {
        // another file is cloning the template at this moment
        if ((e as { code?: string }).code !== '55006' || attempt > 100) throw e;
        await new Promise((r) => setTimeout(r, 50));
      }
    }
  } finally {
    await client.end();
  }
}
