import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import pg from 'pg';
import { binaries, mayRun } from '../../packages/adapters/embedded-postgres/supervisor.ts';
import { loadPacks } from '../../packages/engine/pack-folder.ts';
import { faultLine } from '../server/fault-line.ts';
import { packFolder, rules } from '../server/open-house.ts';
import { readSettings, type Settings, settingNames } from '../server/settings.ts';

import { language } from './words.ts';

type Finding = { readonly what: string; readonly ok: boolean; readonly says: string };
const well = (what: string, says: string): Finding => ({ what, ok: true, says });
const ill = (what: string, says: string): Finding => ({ what, ok: false, says });

/** Looks at everything `npm start` needs, changes nothing, and says what to do where something is wrong. */
export async function doctor(): Promise<number> {
  const settings = readSettings();
  console.log('settings:');
  for (const [name, otherwise, meaning] of settingNames) {
    const value = name === 'DATABASE_URL' ? withoutPassword(process.env[name]) : process.env[name];
    console.log(`  ${name.padEnd(14)} ${(value ?? otherwise).padEnd(24)} ${value ? '' : '(default) '}${meaning}`);
  }
  const database = settings.databaseUrl ? await ownServer(settings.databaseUrl) : await embedded(settings.dataFolder);
  const findings = [nodeVersion(), ...database, await port(settings), packs(settings), ...packages()];
  console.log('');
  for (const f of findings) console.log(`${f.ok ? '✔' : '✖'} ${f.what}: ${f.says}`);
  return findings.every((f) => f.ok) ? 0 : 1;
}

const withoutPassword = (url: string | undefined): string | undefined => url?.replace(/:\/\/([^:@/]*):[^@]*@/, '://$1:…@');

function nodeVersion(): Finding {
  const { version } = process;
  return Number(version.slice(1).split('.')[0]) >= 24
    ? well('Node.js', version)
    : ill('Node.js', `${version}; 24 or later is needed. npm scripts bring their own (npm ci --include=optional): use \`npm run doctor\``);
}

async function embedded(folder: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  try {
    const { postgres } = await binaries();
    mayRun(postgres);
    findings.push(well('embedded PostgreSQL', dirname(postgres)));
  } catch (e) {
    findings.push(ill('embedded PostgreSQL', (e as Error).message));
  }
  const bytes = Buffer.byteLength(folder);
  let above = folder;
  while (!existsSync(above)) above = dirname(above);
  const free = statfsSync(above);
  const gigabytes = (free.bavail * free.bsize) / 2 ** 30;
  if (bytes > 85)
    findings.push(ill('data folder', `${folder} is ${bytes} bytes long, of which a socket allows 85: set TONGTU_DATA to a shorter path`));
  else if (!writable(above)) findings.push(ill('data folder', `${above} may not be written to: set TONGTU_DATA, or start as its owner`));
  else if (gigabytes < 1) findings.push(ill('data folder', `${folder} has ${gigabytes.toFixed(1)} GiB free; 1 GiB is little enough`));
  else findings.push(well('data folder', `${folder}, ${gigabytes.toFixed(0)} GiB free`));
  return findings;
}
function writable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function ownServer(url: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; number: string; encoding: string; roles: boolean; here: boolean }>(`
      select current_setting('server_version') as version, current_setting('server_version_num') as number, current_setting('server_encoding') as encoding,
             (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as roles, to_regrole('tongtu_app') is not null as here`);
    const { version, number, encoding, roles, here } = rows[0]!;
    if (Number(number) < 150_000) return [ill('DATABASE_URL', `PostgreSQL ${version}; 15 or later is needed`)];
    if (encoding !== 'UTF8') return [ill('DATABASE_URL', `the database is in ${encoding}; create it with encoding UTF8`)];
    if (!roles && !here)
      return [
        ill('DATABASE_URL', 'the role may not create roles and tongtu_app is missing: create role tongtu_app; grant tongtu_app to it'),
      ];
    return [well('DATABASE_URL', `PostgreSQL ${version}`)];
  } catch (e) {
    return [ill('DATABASE_URL', `does not answer: ${(e as Error).message}`)];
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function port({ host, port: number }: Settings): Promise<Finding> {
  const at = `${host}:${number}`;
  const ours = await fetch(`http://${at}/api/health`, { signal: AbortSignal.timeout(2000) }).then(
    async (r) => ((await r.json()) as { ok?: boolean }).ok === true,
    () => false,
  );
  if (ours) return well('port', `${at}: Tongtu answers`);
  const fault = await new Promise<string | undefined>((resolve) => {
    const server = createServer();
    server.once('error', (e) => resolve(e.message));
    server.listen(number, host, () => server.close(() => resolve(undefined)));
  });
  return fault ? ill('port', `${at}: ${fault}. Set TONGTU_PORT`) : well('port', `${at} is free`);
}

function packs(settings: Settings): Finding {
  const { shelf, faults } = loadPacks(settings.packs ?? packFolder, rules);
  return faults.length > 0
    ? ill('packs', faults.map((f) => faultLine(f, language)).join('\n  '))
    : well('packs', [...shelf.keys()].join(', '));
}

/** What documents and pages are made with. */
function packages(): Finding[] {
  const require = createRequire(import.meta.url);
  return ['@expo-google-fonts/noto-serif-sc', '@expo-google-fonts/noto-sans-sc', '@myriaddreamin/typst-ts-node-compiler', 'vite'].map(
    (name) => {
      try {
        require.resolve(`${name}/package.json`);
        return well(name, 'installed');
      } catch (e) {
        return (e as { code?: string }).code === 'ERR_PACKAGE_PATH_NOT_EXPORTED'
          ? well(name, 'installed')
          : ill(name, 'is missing: npm ci');
      }
    },
  );
}
