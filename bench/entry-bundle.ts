import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureWebPages } from '../apps/server/web-pages.ts';
import type { Figure, Measure } from './figure.ts';

/** What a browser must fetch before anything shows: all that the page names, and whatever those files import, to the last. */
async function measure(): Promise<readonly Figure[]> {
  const folder = await ensureWebPages();
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((m) => m[1]!);
  const entry = withImports(folder, named);
  const signIn = pageChunk(folder, 'sign-in');
  const first = withImports(folder, [...entry, signIn]);
  return [
    {
      name: 'entry bundle, compressed (gzip)',
      value: kilobytes(folder, entry),
      unit: 'KB',
      target: { atMost: 200 },
      beside: `${entry.size} files: scripts, what they import, styles; heaviest ${heaviest(folder, entry)}`,
    },
    {
      name: 'all for the page of signing in, compressed',
      value: kilobytes(folder, first),
      unit: 'KB',
      beside: `${first.size} files; sent so (content-encoding: gzip)`,
    },
  ];
}

/** The files and all that they import statically; what is fetched only when it is needed does not count. */
function withImports(folder: string, from: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...from];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    if (!path.endsWith('.js')) continue;
    const text = readFileSync(join(folder, path), 'utf8');
    waiting.push(...[...text.matchAll(/\b(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].map((m) => `assets/${m[1]}`));
  }
  return found;
}

function pageChunk(folder: string, name: string): string {
  const file = readdirSync(join(folder, 'assets')).find((f) => f.startsWith(`${name}-`) && f.endsWith('.js'));
  if (!file) throw new Error(`no chunk of the page ${name}`);
  return `assets/${file}`;
}

const compressed = (folder: string, path: string): number => gzipSync(readFileSync(join(folder, path)), { level: 9 }).length / 1024;
const kilobytes = (folder: string, paths: Iterable<string>): number => [...paths].reduce((n, p) => n + compressed(folder, p), 0);
function heaviest(folder: string, paths: Iterable<string>): string {
  const sizes = [...paths].map((p) => [p.replace(/^assets\/(.+)-[\w-]{8}\.(\w+)$/, '$1.$2'), compressed(folder, p)] as const);
  return sizes
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([name, kb]) => `${name} ${kb.toFixed(0)}`)
    .join(', ');
}

export const entryBundle: Measure = { name: 'bundle', title: 'What a browser fetches first', measure };
