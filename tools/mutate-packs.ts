import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rules } from '../apps/server/open-house.ts';
import { loadPacks } from '../packages/engine/pack-folder.ts';
import { type Mutant, mutantsOf } from './pack-mutants.ts';
import { runTests } from './test-server.ts';

// Mutation of law: every value of every pack is moved by its smallest step, once each; some check must fail each time. First `packs check`
// with its worked examples, for what survives the tests of the packs, for what survives those the stories. Survivors are listed.
const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const folder = join(root, 'packs');
const { only, 'examples-only': examplesOnly } = parseArgs({
  options: { only: { type: 'string', default: '' }, 'examples-only': { type: 'boolean', default: false } },
}).values;

const clauses = globSync('packs/*/*.yaml').filter((f) => !/\/text\.yaml$|\.examples\.yaml$|^packs\/calendar\//.test(f));
const mutants = clauses
  .filter((f) => f.includes(only))
  .sort()
  .flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')));

const contents = new Map(globSync('packs/**/*.yaml').map((f) => [join(root, f), readFileSync(f, 'utf8')]));
const killedByExamples = (m: Mutant): boolean =>
  loadPacks(folder, rules, (path) => (relative(root, path) === m.file ? m.text : contents.get(path)!)).faults.length > 0;

/** Runs the packs' own tests, or the stories, over a folder of packs with this one change. */
async function killedByTests(m: Mutant, run: () => Promise<boolean>): Promise<boolean> {
  const copy = mkdtempSync(join(tmpdir(), 'mutant-'));
  try {
    cpSync(folder, copy, { recursive: true });
    writeFileSync(join(copy, relative('packs', m.file)), m.text);
    process.env.TONGTU_PACKS = copy;
    return !(await run());
  } finally {
    delete process.env.TONGTU_PACKS;
    rmSync(copy, { recursive: true, force: true });
  }
}
const packTests = async (): Promise<boolean> =>
  spawnSync(process.execPath, ['--test', ...globSync('tests/{packs,vectors}/*.test.ts')]).status === 0;
const stories = async (): Promise<boolean> => (await runTests(globSync('tests/stories/*.test.ts').sort(), { quiet: true })) === 0;

const began = performance.now();
let left = mutants.filter((m) => !killedByExamples(m));
console.log(
  `${mutants.length} mutants; ${mutants.length - left.length} fail their worked examples (${((performance.now() - began) / 1000).toFixed(1)} s)`,
);
if (!examplesOnly) {
  for (const [name, run] of [
    ['the tests of the packs', packTests],
    ['the stories', stories],
  ] as const) {
    const survivors: Mutant[] = [];
    for (const m of left) if (!(await killedByTests(m, run))) survivors.push(m);
    console.log(`${left.length - survivors.length} more fail ${name}`);
    left = survivors;
  }
}
for (const m of left) console.log(`survives: ${m.file}:${m.line} ${m.what}`);
console.log(`${left.length} survivors`);
process.exit(left.length > 0 ? 1 : 0);
