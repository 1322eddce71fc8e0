import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runTests } from './test-server.ts';

// The one check. `--only format,types,…` runs some stages; `--server` runs the database tests against DATABASE_URL.
const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const node = (...args: readonly string[]): readonly string[] => [process.execPath, ...args];
const bin = (path: string): string => `node_modules/${path}`;

type Stage =
  | { readonly name: string; readonly commands: readonly (readonly string[])[] }
  | { readonly name: string; readonly tests: () => Promise<number> };
const server = (): string => process.env.DATABASE_URL ?? fail('--server needs DATABASE_URL');
const options = parseArgs({ options: { only: { type: 'string' }, server: { type: 'boolean', default: false } } }).values;
const onServer = () => (options.server ? { server: server() } : {});

const stages: readonly Stage[] = [
  { name: 'format', commands: [node(bin('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '.')] },
  {
    name: 'types',
    commands: [node(bin('typescript-7/bin/tsc'), '-p', '.'), node(bin('typescript-7/bin/tsc'), '-p', 'apps/web')],
  },
  { name: 'lockfile', commands: [node('tools/lockfile.ts')] },
  { name: 'layers', commands: [node('tools/layers.ts')] },
  { name: 'documents', commands: [node('tools/documents.ts')] },
  { name: 'packs', commands: [node('apps/cli/tongtu.ts', 'packs', 'check')] },
  { name: 'generated', commands: [node('tools/generate.ts', '--check')] },
  { name: 'unit', commands: [node('--test', ...globSync(['packages/**/*.test.ts', 'tests/{packs,vectors}/*.test.ts']).sort())] },
  { name: 'database', tests: () => runTests(globSync('tests/{database,stories}/*.test.ts').sort(), onServer()) },
  { name: 'doors', tests: () => runTests(globSync('tests/doors/*.test.ts').sort(), { ...onServer(), args: ['--test-concurrency=2'] }) },
  { name: 'browser', tests: () => runTests(globSync('tests/browser/*.test.ts').sort(), { ...onServer(), args: ['--test-concurrency=1'] }) },
];

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

/** Runs one command quietly; what it said is shown when it failed. */
function quietly([command, ...args]: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command!, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    child.stdout.on('data', (b: Buffer) => said.push(b));
    child.stderr.on('data', (b: Buffer) => said.push(b));
    child.on('exit', (code) => {
      if (code !== 0) process.stdout.write(Buffer.concat(said));
      resolve(code === 0);
    });
  });
}

async function passes(stage: Stage): Promise<boolean> {
  const began = performance.now();
  const ok = 'tests' in stage ? (await stage.tests()) === 0 : (await Promise.all(stage.commands.map(quietly))).every(Boolean);
  console.log(`${ok ? '✔' : '✖'} ${stage.name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  return ok;
}

const wanted = options.only?.split(',');
const unknown = wanted?.find((w) => !stages.some((s) => s.name === w));
if (unknown) fail(`no stage ${unknown}; there are ${stages.map((s) => s.name).join(', ')}`);
const failed: string[] = [];
for (const stage of stages.filter((s) => wanted?.includes(s.name) ?? true)) if (!(await passes(stage))) failed.push(stage.name);
if (failed.length > 0) console.error(`\nfailed: ${failed.join(', ')}`);
process.exit(failed.length > 0 ? 1 : 0);
