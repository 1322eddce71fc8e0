import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openHouse } from '../apps/server/open-house.ts';
import { buildServer } from '../apps/server/server.ts';
import { migrate } from '../packages/engine/migrate.ts';
import { dumpSchema } from './dump-schema.ts';
import { scratchCluster } from './scratch-database.ts';

// Files made from others. `--check` compares instead of writing, and says which one is stale.
const check = process.argv.includes('--check');
const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const stale: string[] = [];

function put(path: string, content: string): void {
  let before = '';
  try {
    before = readFileSync(at(path), 'utf8');
  } catch {
    // not yet made
  }
  if (before === content) return;
  if (check) stale.push(path);
  else {
    writeFileSync(at(path), content);
    console.log(`wrote ${path}`);
  }
}

async function fromDatabase(): Promise<void> {
  const cluster = await scratchCluster();
  try {
    await migrate(cluster.url);
    const client = new pg.Client({ connectionString: cluster.url });
    await client.connect();
    put('db/schema.sql', await dumpSchema(client));
    await client.end();
    const out = at('node_modules/.cache-schema.ts');
    const mapping = JSON.stringify({ int8: 'bigint', date: 'string', timestamptz: 'string', json: 'unknown' });
    const codegen = at('node_modules/kysely-codegen/dist/cli/bin.js');
    execFileSync(
      process.execPath,
      [
        codegen,
        '--dialect',
        'postgres',
        '--url',
        cluster.url,
        '--default-schema',
        'public',
        '--include-pattern',
        'public.*',
        '--type-mapping',
        mapping,
        '--out-file',
        out,
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    put('packages/engine/schema.generated.ts', readFileSync(out, 'utf8'));
    await fromRoutes(cluster.url);
  } finally {
    await cluster.stop();
  }
}

/** The OpenAPI document of the running routes, and the types of the client that the pages use. */
async function fromRoutes(url: string): Promise<void> {
  const house = await openHouse({ url });
  try {
    const app = await buildServer({ engine: house.engine, settings: { origin: undefined } });
    const { body } = await app.inject({ method: 'GET', url: '/api/openapi.json' });
    await app.close();
    const { default: openapiTS, astToString } = await import('openapi-typescript');
    put('apps/web/src/api/client.generated.ts', astToString(await openapiTS(JSON.parse(body))));
  } finally {
    await house.close();
  }
}

/** Every migration with the hash it was put on record with: a new one is added, a line that stands is never changed (a test compares them). */
function recordMigrations(): void {
  const recorded = readFileSync(at('db/migrations.sha256'), 'utf8').trim().split('\n');
  const known = new Set(recorded.map((line) => line.split('  ')[1]));
  const added = readdirSync(at('db/migrations')).filter((name) => !known.has(name));
  const lines = added.map(
    (name) =>
      `${createHash('sha256')
        .update(readFileSync(at(`db/migrations/${name}`)))
        .digest('hex')}  ${name}`,
  );
  const byName = (a: string, b: string): number => (a.slice(66) < b.slice(66) ? -1 : 1);
  put('db/migrations.sha256', `${[...recorded, ...lines].filter(Boolean).sort(byName).join('\n')}\n`);
}

recordMigrations();
await fromDatabase();
if (stale.length > 0) {
  console.error(`stale: ${stale.join(', ')} — run npm run generate`);
  process.exit(1);
}
