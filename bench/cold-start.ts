import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { demonstrationPassword } from '../demonstration/demonstrate.ts';
import { startEmbedded } from '../packages/adapters/embedded-postgres/supervisor.ts';
import { type Figure, type Measure, median } from './figure.ts';

const program = fileURLToPath(new URL('../apps/server/start.ts', import.meta.url));
/** What the end of `npm ci` does. */
const prepare = fileURLToPath(new URL('../tools/prepare.ts', import.meta.url));
const patience = 60_000;

/** An empty data folder each time: cluster, schema, both institutions and their deals. */
async function measure(): Promise<readonly Figure[]> {
  await promisify(execFile)(process.execPath, [prepare]);
  const runs = await starts(5);
  const figure = (name: string, of: 'page' | 'answer'): Figure => ({
    name,
    value: median(runs.map((r) => r[of])),
    unit: 's',
    target: { atMost: 5 },
    beside: `${median(runs.map((r) => r.cpu)).toFixed(1)} s of processor until the answer; ${runs.length} runs: ${runs.map((r) => r[of].toFixed(2)).join(', ')}`,
  });
  return [figure('npm start in an empty folder: first page', 'page'), figure('npm start in an empty folder: answer of the API', 'answer')];
}

/** So many starts, fewer where they are slow. */
async function starts(most: number): Promise<readonly Started[]> {
  const runs: Started[] = [];
  const until = performance.now() + 20_000;
  while (runs.length < most && (runs.length === 0 || performance.now() < until)) {
    await new Promise((r) => setTimeout(r, 1500)); // what the start before has left the disk to do
    runs.push(await start());
  }
  return runs;
}

/** Seconds from the start; `cpu` is processor time of the server, what it ran, and PostgreSQL. */
type Started = { readonly page: number; readonly answer: number; readonly cpu: number };
async function start(): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'tongtu-'));
  const port = await freePort();
  const { DATABASE_URL: _, ...env } = process.env;
  const began = performance.now();
  const server = spawn(process.execPath, [program], {
    env: { ...env, TONGTU_DATA: folder, TONGTU_HOST: '127.0.0.1', TONGTU_PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const since = (): number => (performance.now() - began) / 1000;
  try {
    const origin = `http://127.0.0.1:${port}`;
    await firstPage(origin, server);
    const page = since();
    await firstAnswer(origin);
    return { page, answer: since(), cpu: cpuOf(server.pid!, folder) };
  } finally {
    await stop(server, folder);
  }
}

function parentOf(pid: string): string | undefined {
  try {
    return stat(pid)[1];
  } catch {
    return undefined; // gone since
  }
}
const stat = (pid: number | string): string[] =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');

/** Linux tells it of each process and of the children it has waited for; elsewhere it is not known. */
function cpuOf(server: number, folder: string): number {
  if (process.platform !== 'linux') return Number.NaN;
  const ticks = (pid: number | string): number => {
    const [own, system, waited, waitedSystem] = stat(pid).slice(11, 15).map(Number) as [number, number, number, number];
    return own + system + waited + waitedSystem;
  };
  const postmaster = readFileSync(join(folder, 'pg18', 'postmaster.pid'), 'utf8').split('\n')[0]!;
  const backends = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && parentOf(pid) === postmaster);
  return [server, postmaster, ...backends].reduce((n: number, pid) => n + ticks(pid), 0) / 100;
}

/** The page, and every file that it names. */
async function firstPage(origin: string, server: ChildProcess): Promise<void> {
  const until = performance.now() + patience;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    if (performance.now() > until) throw new Error('the server did not answer');
    const answer = await fetch(origin).catch(() => undefined);
    if (answer?.ok) {
      const files = [...(await answer.text()).matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((m) => m[1]!);
      if (files.length === 0) throw new Error('the page names no files');
      await Promise.all(files.map((f) => body(`${origin}${f}`)));
      return;
    }
    await new Promise((r) => setTimeout(r, 15));
  }
}
async function firstAnswer(origin: string): Promise<void> {
  const signed = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'sh-tto', password: demonstrationPassword }),
  });
  if (signed.status !== 204) throw new Error(`signing in: ${signed.status}`);
  const cookie = signed.headers.getSetCookie()[0]!.split(';')[0]!;
  await body(`${origin}/api/today`, { cookie });
}
async function body(url: string, headers: Record<string, string> = {}): Promise<void> {
  const answer = await fetch(url, { headers });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  await answer.arrayBuffer();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    const late = setTimeout(() => server.kill('SIGKILL'), 10_000);
    server.kill('SIGTERM');
    await ended;
    clearTimeout(late);
  }
  // The embedded PostgreSQL outlives its server; attaching to it is how it is stopped.
  if (existsSync(join(folder, 'pg18', 'postmaster.pid'))) await (await startEmbedded({ folder })).stop();
  rmSync(folder, { recursive: true, force: true });
}

export const coldStart: Measure = { name: 'start', title: 'Cold start', measure };
