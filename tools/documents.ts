import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// What the documents point at must be there: links, npm scripts, stages and tools of the terminal, and the identifiers of the glossary.
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const read = (path: string): string => readFileSync(path, 'utf8');
const pages = ['README.md', 'README.zh-CN.md', ...globSync('docs/**/*.md').sort()];
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
const sources = globSync(['{packages,apps,demonstration}/**/*.{ts,tsx,csv}', 'packs/**/*.yaml', 'db/migrations/*.sql'])
  .filter((path) => !path.includes('generated') && !path.includes('/dist/'))
  .map(read)
  .join('\n');

function faultsOf(page: string): string[] {
  const text = read(page);
  const links = [...text.matchAll(/\]\(([^)#]+?)(?:#[^)]*)?\)/g)].map((m) => m[1]!).filter((l) => !/^[a-z]+:/.test(l));
  const paths = [...text.matchAll(/`((?:apps|packages|packs|db|docs|tools|tests|demonstration)\/[\w./-]+)`/g)].map((m) => m[1]!);
  const runs = [...text.matchAll(/npm (?:run (?:-s )?([\w:]+)|(start|test)\b)/g)].map((m) => (m[1] ?? m[2])!);
  return [
    ...links.filter((l) => !existsSync(join(dirname(page), l))).map((l) => `links to ${l}, which is not there`),
    ...paths.filter((p) => !existsSync(p)).map((p) => `speaks of ${p}, which is not there`),
    ...runs.filter((r) => !scripts.includes(r)).map((r) => `says npm run ${r}, which package.json does not have`),
  ].map((fault) => `${page}: ${fault}`);
}

/** Every identifier of the glossary is a word of the sources. */
function unknownWords(page: string): string[] {
  const rows = read(page)
    .split('\n')
    .filter((l) => l.startsWith('| ') && !l.startsWith('| 中文'));
  const named = rows.flatMap((r) => [...(r.split('|')[3] ?? '').matchAll(/`([^`]+)`/g)].map((m) => m[1]!));
  return named.filter((n) => !sources.includes(n)).map((n) => `${page}: no source has the word ${n}`);
}

const faults = [...pages.flatMap(faultsOf), ...unknownWords('docs/glossary.md')];
for (const f of faults) console.error(f);
process.exit(faults.length > 0 ? 1 : 0);
