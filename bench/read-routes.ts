import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { scratchCluster } from '../tools/scratch-database.ts';
import { fillDemonstration } from './demonstration-house.ts';
import { cpuSeconds, type Figure, type Measure, median, spread } from './figure.ts';
import { type Load, openLoad } from './load.ts';
import type { Address, Ready } from './read-servers.ts';

const connections = 16;
/** How long each address is asked, and how long one turn of one server lasts: short, so that what else the machine does hits both. */
const [askedFor, turn] = [5000, 15];

async function measure(): Promise<readonly Figure[]> {
  const cluster = await scratchCluster();
  try {
    await fillDemonstration(cluster.url);
    const servers = fork(fileURLToPath(new URL('./read-servers.ts', import.meta.url)), [cluster.url], { stdio: 'inherit' });
    try {
      const ready = await told<Ready>(servers);
      const figures: Figure[] = [];
      for (const address of ready.addresses) figures.push(await compare(servers, ready, address));
      servers.send('stop');
      return figures;
    } finally {
      await ended(servers);
    }
  } finally {
    await cluster.stop();
  }
}

/** Both servers in turns, each turn so many requests; the ratio is taken pair by pair. */
async function compare(servers: ChildProcess, ready: Ready, address: Address): Promise<Figure> {
  const open = (port: number): Promise<Load> => openLoad({ port, path: address.path, cookie: ready.cookie, connections });
  const [product, bare] = [await open(ready.product), await open(ready.bare)];
  for (const side of [product, bare]) await side.ask(400); // every connection of both pools has planned every statement
  const times = Math.max(connections, Math.round((100 * turn) / (await product.ask(100))));
  const turns: { readonly ours: Turn; readonly theirs: Turn }[] = [];
  const until = performance.now() + askedFor;
  while (performance.now() < until) {
    const first = await turnOf(servers, turns.length % 2 === 0 ? product : bare, times);
    const second = await turnOf(servers, turns.length % 2 === 0 ? bare : product, times);
    turns.push(turns.length % 2 === 0 ? { ours: first, theirs: second } : { ours: second, theirs: first });
  }
  product.close();
  bare.close();
  const ratios = turns.map((t) => t.theirs.ms / t.ours.ms);
  const rate = median(turns.map((t) => (times * 1000) / t.ours.ms));
  const cpu = (side: 'ours' | 'theirs'): string => ((median(turns.map((t) => t[side].cpu)) / times) * 1e6).toFixed(0);
  return {
    name: address.name,
    value: median(ratios),
    unit: 'times',
    target: { atLeast: 0.9 },
    beside: `${Math.round(rate)} requests/s, ${cpu('ours')} µs of our processor against ${cpu('theirs')}, ${address.statements} statements, ${(address.bytes / 1024).toFixed(1)} KB; middle half ${spread(ratios)}`,
  };
}

type Turn = { readonly ms: number; readonly cpu: number };
async function turnOf(servers: ChildProcess, load: Load, times: number): Promise<Turn> {
  const before = await cpuOf(servers);
  const ms = await load.ask(times);
  return { ms, cpu: cpuSeconds(before, await cpuOf(servers)) };
}
function cpuOf(servers: ChildProcess): Promise<NodeJS.CpuUsage> {
  const answer = told<NodeJS.CpuUsage>(servers);
  servers.send('cpu');
  return answer;
}
function told<T>(from: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const gone = (): void => reject(new Error('the servers under load ended'));
    from.once('exit', gone);
    from.once('message', (m) => {
      from.off('exit', gone);
      resolve(m as T);
    });
  });
}
async function ended(child: ChildProcess): Promise<void> {
  const late = setTimeout(() => child.kill('SIGKILL'), 5000);
  if (child.connected && child.exitCode === null) child.disconnect();
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve));
  clearTimeout(late);
}

export const readRoutes: Measure = { name: 'reads', title: 'Reading over HTTP against bare node:http with the same statements', measure };
