import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { capabilities } from '../apps/server/capabilities.ts';

// The one direction of imports, the size of files and their names, checked over every source file, types included.
const root = fileURLToPath(new URL('..', import.meta.url));
type Source = { readonly path: string; readonly text: string; readonly imports: readonly string[]; readonly outside: readonly string[] };

function* files(dir: string): Generator<string> {
  for (const name of readdirSync(dir)) {
    if (['node_modules', '.git', 'dist', '.tongtu'].includes(name)) continue;
    const path = join(dir, name);
    if (statSync(path).isDirectory()) yield* files(path);
    else if (/\.tsx?$/.test(name)) yield relative(root, path);
  }
}
function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const imported = /^(?:import|export)\b[^;]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;
  const named = [...text.matchAll(imported)].map((m) => (m[1] ?? m[2] ?? m[3])!);
  const own = named.filter((n) => n.startsWith('.')).map((n) => relative(root, resolve(root, dirname(path), n)));
  return { path, text, imports: own, outside: named.filter((n) => !n.startsWith('.')) };
}

/** The layer a file belongs to: the folder that the direction of imports speaks of. */
function layerOf(path: string): string {
  const [top, second] = path.split('/');
  if (top === 'packages' && second === 'engine' && path.startsWith('packages/engine/ports/')) return 'engine/ports';
  if (top === 'packages' || top === 'apps') return second!;
  return top!;
}
const unitOf = (path: string): string => path.split('/').slice(0, 3).join('/');

const allowed: Readonly<Record<string, readonly string[]>> = {
  kernel: ['kernel'],
  catalogue: ['kernel', 'catalogue'],
  'engine/ports': ['kernel', 'engine/ports'],
  engine: ['kernel', 'engine', 'engine/ports'],
  instruments: ['kernel', 'engine', 'engine/ports'],
  capabilities: ['kernel', 'engine', 'engine/ports', 'instruments'],
  adapters: ['kernel', 'engine/ports'],
  server: ['kernel', 'engine', 'engine/ports', 'instruments', 'capabilities', 'adapters', 'catalogue', 'server', 'demonstration'],
  cli: ['kernel', 'engine', 'engine/ports', 'instruments', 'capabilities', 'adapters', 'catalogue', 'server', 'cli'],
  web: ['kernel', 'catalogue', 'web', 'instruments', 'capabilities'],
  demonstration: ['kernel', 'engine', 'engine/ports', 'capabilities', 'demonstration'],
};
/** Files of a capability or instrument run anywhere, the browser included, but for those that know the engine or the database. */
const pure = /^packages\/(?:capabilities|instruments)\/[^/]+\/(?!(?:capability|queries|panel|founding|account)\.ts$)[a-z-]+\.ts$/;
const isTest = (path: string): boolean =>
  /\.test\.tsx?$/.test(path) || path.startsWith('tests/') || path.includes('/printed-text') || path.includes('/written-text');
const forbiddenNames = new Set(['utils', 'helpers', 'common', 'lib', 'types', 'index', 'misc']);

function faultsOf(s: Source): string[] {
  const layer = layerOf(s.path);
  const faults: string[] = [];
  if (forbiddenNames.has(basename(s.path).replace(/\.tsx?$/, ''))) faults.push('its name says nothing of what it exports');
  const lines = s.text.split('\n').length;
  if (lines > 400 && !/generated|messages\/|words\/ui-/.test(s.path)) faults.push(`${lines} lines; the house stops at 400`);
  if (isTest(s.path) || !allowed[layer]) return faults;
  for (const i of s.imports) {
    const target = layerOf(i);
    const home = unitOf(s.path) === unitOf(i);
    if (target === layer && ['adapters', 'instruments', 'capabilities'].includes(layer) && !home && !usesAllow(s.path, i))
      faults.push(`imports ${i}, which its \`uses\` does not name`);
    else if (!allowed[layer]!.includes(target) && !(target === layer && (home || usesAllow(s.path, i))))
      faults.push(`imports ${i}: ${layer} may not import ${target}`);
    if (layer === 'web' && (target === 'capabilities' || target === 'instruments') && !pure.test(i))
      faults.push(`imports ${i}: pages take only pure files`);
    if (pure.test(s.path) && !['kernel'].includes(target) && !pure.test(i))
      faults.push(`imports ${i}: a pure file imports pure files only`);
  }
  if (layer === 'kernel' || pure.test(s.path)) {
    const impure = /'node:|new Date\(\)|Date\.now|Math\.random|\basync\b|\bawait\b|\bprocess\./.exec(
      s.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
    );
    if (impure) faults.push(`is to be pure, but has ${impure[0]}`);
    const foreign = s.outside.find((o) => o !== 'yaml');
    if (foreign) faults.push(`is to be pure, but imports ${foreign}`);
  }
  return faults;
}

/** The texts of institutions: no source may know them, so that an institution nobody has seen needs a pack and no code. */
const institutions = readdirSync(join(root, 'packs'))
  .filter((id) => existsSync(join(root, 'packs', id, 'text.yaml')))
  .filter((id) => /^level: institution$/m.test(readFileSync(join(root, 'packs', id, 'text.yaml'), 'utf8')));
function named(s: Source): string[] {
  const found = institutions.find((id) => s.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').includes(`'${id}:`));
  return found && s.path.startsWith('packages/') && !isTest(s.path) ? [`names a clause of ${found}: cite the rule it answers (@rule)`] : [];
}

const folderOf = new Map(capabilities.map((c) => [c.id, c.id]));
const usesOf = new Map(capabilities.map((c) => [c.id, c.uses]));
function usesAllow(from: string, to: string): boolean {
  const [own, other] = [from.split('/')[2]!, to.split('/')[2]!];
  return layerOf(from) === layerOf(to) && (usesOf.get(own)?.includes(other) ?? false);
}
function circles(): string[] {
  const visit = (id: string, path: readonly string[]): string[] =>
    path.includes(id)
      ? [`uses goes in a circle: ${[...path, id].join(' → ')}`]
      : (usesOf.get(id) ?? []).flatMap((u) => visit(u, [...path, id]));
  return [...folderOf.keys()].flatMap((id) => visit(id, []));
}

/** The picture of imports as they are: how many imports each layer has of each other. */
function picture(sources: readonly Source[]): string {
  const counts = new Map<string, number>();
  for (const s of sources.filter((x) => !isTest(x.path) && allowed[layerOf(x.path)])) {
    for (const i of s.imports) {
      const [a, b] = [layerOf(s.path), layerOf(i)];
      if (a !== b && !i.includes('generated')) counts.set(`${a} ${b}`, (counts.get(`${a} ${b}`) ?? 0) + 1);
    }
  }
  const rows = Object.keys(allowed).map((a) => {
    const size = sources.filter((s) => layerOf(s.path) === a && !isTest(s.path));
    const lines = size.filter((s) => !s.path.includes('generated')).reduce((n, s) => n + s.text.split('\n').length, 0);
    const to = Object.keys(allowed).flatMap((b) => (counts.has(`${a} ${b}`) ? [`${b} (${counts.get(`${a} ${b}`)})`] : []));
    return `| ${a} | ${size.length} | ${lines} | ${to.join(', ') || '—'} |`;
  });
  return ['| layer | files | lines | imports (how many) |', '|---|---|---|---|', ...rows].join('\n');
}

const sources = [...files(root)].map(read);
const faults = [...sources.flatMap((s) => [...faultsOf(s), ...named(s)].map((f) => `${s.path}: ${f}`)), ...circles()];
const page = join(root, 'docs/architecture.md');
const [start, end] = ['<!-- imports -->', '<!-- /imports -->'];
try {
  const before = readFileSync(page, 'utf8');
  const after = before.replace(new RegExp(`${start}[\\s\\S]*?${end}`), `${start}\n${picture(sources)}\n${end}`);
  if (after !== before) {
    if (process.argv.includes('--write')) writeFileSync(page, after);
    else faults.push('docs/architecture.md: its picture of imports is not the real one (npm run generate)');
  }
} catch {
  faults.push('docs/architecture.md is missing');
}
for (const f of faults) console.error(f);
for (const s of sources.filter(
  (x) => !isTest(x.path) && x.text.split('\n').length > 250 && !/generated|messages\/|words\/ui-/.test(x.path),
)) {
  console.log(`past 250 lines, worth a question: ${s.path} (${s.text.split('\n').length})`);
}
process.exit(faults.length > 0 ? 1 : 0);
