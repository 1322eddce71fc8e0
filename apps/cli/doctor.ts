import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import pg from 'pg';
import { binaries, hasCluster, mayEnter, mayRun } from '../../packages/adapters/embedded-postgres/supervisor.ts';
import { loadPacks } from '../../packages/engine/pack-folder.ts';
import { faultLine } from '../server/fault-line.ts';
import { rules } from '../server/open-house.ts';
import { readSettings, type Settings, settingNames } from '../server/settings.ts';
import { whyItGaveUp } from '../server/startup-fault.ts';
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

const withoutPassword = (url: string | undefined): string | undefined =>
  url?.replace(/:\/\/([^:@/]*):.*@/, '://$1:…@').replace(/(password=)[^&]*/i, '$1…');

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
  findings.push(dataFolder(folder));
  return findings;
}

function dataFolder(folder: string): Finding {
  const what = 'data folder';
  const bytes = Buffer.byteLength(folder);
  if (bytes > 85) return ill(what, `${folder} is ${bytes} bytes long, of which a socket allows 85: set TONGTU_DATA to a shorter path`);
  let above = folder;
  while (!existsSync(above)) above = dirname(above);
  if (!statSync(above).isDirectory()) return ill(what, `${above} is a file, not a folder: set TONGTU_DATA to a folder`);
  if (!writable(above)) return ill(what, `${above} may not be written to: set TONGTU_DATA, or start as its owner`);
  try {
    mayEnter(above);
  } catch (e) {
    return ill(what, (e as Error).message);
  }
  const free = statfsSync(above);
  const gigabytes = (free.bavail * free.bsize) / 2 ** 30;
  if (gigabytes < 1) return ill(what, `${folder} has ${gigabytes.toFixed(1)} GiB free; 1 GiB is little enough`);
  return well(what, `${folder}, ${gigabytes.toFixed(0)} GiB free${hasCluster(folder) ? '' : '; `npm start` makes it'}`);
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
    const { rows } = await client.query<{
      version: string;
      number: string;
      encoding: string;
      roles: boolean;
      acts: boolean;
      may: boolean;
    }>(`
      select current_setting('server_version') as version, current_setting('server_version_num') as number, current_setting('server_encoding') as encoding,
             (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as roles,
             coalesce(pg_has_role(to_regrole('tongtu_app'), 'member'), false) as acts,
             has_database_privilege(current_database(), 'create') and has_schema_privilege('public', 'create') as may`);
    const { version, number, encoding, roles, acts, may } = rows[0]!;
    if (Number(number) < 150_000) return [ill('DATABASE_URL', `PostgreSQL ${version}; 15 or later is needed`)];
    if (encoding !== 'UTF8') return [ill('DATABASE_URL', `the database is in ${encoding}; create it with encoding UTF8`)];
    if (!may) return [ill('DATABASE_URL', 'the role may not create schemas and tables here: alter database … owner to it')];
    if (!roles && !acts)
      return [
        ill('DATABASE_URL', 'the role may not create roles and does not act as tongtu_app: create role tongtu_app; grant tongtu_app to it'),
      ];
    return [well('DATABASE_URL', `PostgreSQL ${version}`)];
  } catch (e) {
    return [ill('DATABASE_URL', `does not answer: ${whyItGaveUp(e, language) ?? e}`)];
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function port({ host, port: number }: Settings): Promise<Finding> {
  const at = `${host}:${number}`;
  const ours = await fetch(`http://${at}/api/health`, { signal: AbortSignal.timeout(2000) })
    .then(async (r) => ((await r.json()) as { ok?: boolean }).ok === true)
    .catch(() => false); // another program may answer anything
  if (ours) return well('port', `${at}: Tongtu answers`);
  const fault = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(number, host, () => server.close(() => resolve(undefined)));
  });
  if (!fault) return well('port', `${at} is free`);
  const why = fault.code === 'EADDRINUSE' ? 'another program listens there' : fault.message;
  return ill('port', `${at}: ${why}. Set TONGTU_PORT${fault.code === 'EADDRNOTAVAIL' ? ' or TONGTU_HOST' : ''}`);
}

function packs(settings: Settings): Finding {
  const { shelf, faults } = loadPacks(settings.packs, rules);
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
