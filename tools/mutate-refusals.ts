import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { nameOf, type Places, placesIn, type Site } from './refusal-sites.ts';
import { runTests, testServer } from './test-server.ts';

// Every refusal is turned off once: the condition before it goes the other way, in a copy of that one file, and some test that reached it
// must fail. First every test runs over sources that tell which refusals it reaches; a refusal is then tried with those tests alone.
const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const { only, reached, list } = parseArgs({
  options: {
    /** A part of the name of a place, as it is listed: a file, a code. */
    only: { type: 'string', default: '' },
    /** A file that keeps which test reaches what, between runs over the same sources. */
    reached: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
}).values;

/** Which test files reach a place, the quickest first. */
type Reached = Readonly<Record<string, readonly string[]>>;
/** In the environment, so that a program which a test starts reads the same sources. */
const replaced = (o: Readonly<Record<string, string>>) => ({
  NODE_OPTIONS: `--import=${new URL(`replaced-sources.ts?${new URLSearchParams(o)}`, import.meta.url).href}`,
});
const scratch = (): string => mkdtempSync(join(tmpdir(), 'refusals-'));
function put(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

const unit = globSync(['packages/**/*.test.ts', 'tests/{packs,vectors}/*.test.ts']).sort();
const withServer = globSync('tests/{database,stories,doors}/*.test.ts').sort();

async function recording(places: readonly Places[]): Promise<Reached> {
  const [folder, told] = [scratch(), scratch()];
  try {
    for (const p of places) put(folder, p.file, p.telling);
    if ((await runTests([...unit, ...withServer], { quiet: true, env: replaced({ folder, told }) })) !== 0)
      console.error('tests fail before anything is turned off');
    const files = readdirSync(told).map((f) => readFileSync(join(told, f), 'utf8').trimEnd().split('\n'));
    const took = (lines: readonly string[]): number => Number(/^(\d+) ms$/.exec(lines.at(-1)!)?.[1] ?? 0);
    const by = new Map<string, Set<string>>();
    for (const [file, ...lines] of files.sort((a, b) => took(a) - took(b)))
      for (const place of lines) by.set(place, (by.get(place) ?? new Set()).add(file!));
    return Object.fromEntries([...by].map(([place, by]) => [place, [...by]]));
  } finally {
    for (const f of [folder, told]) rmSync(f, { recursive: true, force: true });
  }
}

/** Whether a test file fails over sources in which this one place does not refuse. */
async function failsWithout(site: Site, file: string, env: Readonly<Record<string, string>>): Promise<boolean> {
  const folder = scratch();
  try {
    put(folder, site.file, site.off);
    const child = spawn(process.execPath, ['--test-timeout=120000', file], {
      stdio: 'ignore',
      env: { ...process.env, ...env, ...replaced({ folder }) },
    });
    const late = setTimeout(() => child.kill('SIGKILL'), 300_000);
    const code = await new Promise<number>((resolve) => child.on('exit', (c) => resolve(c ?? 1)));
    clearTimeout(late);
    return code !== 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const began = performance.now();
const seconds = (): string => `${Math.round((performance.now() - began) / 1000)} s`;
const places = placesIn(root);
const sites = places.flatMap((p) => p.sites).filter((s) => nameOf(s).includes(only));
console.log(`${sites.length} refusals`);
if (list) {
  for (const s of sites) console.log(nameOf(s));
  process.exit();
}
const known: Reached = reached && existsSync(reached) ? (JSON.parse(readFileSync(reached, 'utf8')) as Reached) : await recording(places);
if (reached) writeFileSync(reached, JSON.stringify(known));
const unreached = sites.filter((s) => !known[nameOf(s)]);
for (const s of unreached) console.log(`no test reaches ${nameOf(s)}`);
console.log(`${unreached.length} are not reached by any test (${seconds()})`);

const { env, stop } = await testServer();
const survivors: Site[] = [];
const queue = sites.filter((s) => known[nameOf(s)]);
async function work(): Promise<void> {
  for (let site = queue.shift(); site; site = queue.shift()) {
    let killed = false;
    for (const file of known[nameOf(site)]!) {
      killed = await failsWithout(site, file, env);
      if (killed) break;
    }
    if (killed) continue;
    survivors.push(site);
    console.log(`survives: ${nameOf(site)} (${known[nameOf(site)]!.join(', ')})`);
  }
}
try {
  await Promise.all([work(), work()]);
} finally {
  await stop();
}
console.log(`${sites.length - unreached.length - survivors.length} of ${sites.length} fail a test when turned off (${seconds()})`);
console.log(`${unreached.length + survivors.length} survivors`);
process.exit(unreached.length + survivors.length > 0 ? 1 : 0);
