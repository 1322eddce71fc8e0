import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
export const webFolder = join(root, 'apps/web/dist');
const stampName = 'built-from.txt';
const stamp = join(webFolder, stampName);
/** On the same disk, and no source. */
const workshop = join(root, 'node_modules/.cache');
/** What the pages are built from. */
const sources = ['apps/web', 'packages/kernel', 'packages/catalogue', 'packages/capabilities', 'packages/instruments', 'package-lock.json'];

function* filesBelow(path: string): Generator<string> {
  if (!statSync(path).isDirectory()) yield path;
  else for (const name of readdirSync(path).sort()) if (name !== 'dist' && name !== 'node_modules') yield* filesBelow(join(path, name));
}
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const source of sources)
    for (const file of filesBelow(join(root, source)))
      hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

const builtFrom = (): string | undefined => (existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined);

/**
 * Builds the pages where they are missing or older than their sources. They are built beside and moved into place whole: whoever builds at
 * the same time, or is cut off, leaves no half of them.
 */
export async function ensureWebPages(say: (words: string) => void = () => undefined): Promise<string> {
  const now = fingerprint();
  if (builtFrom() === now) return webFolder;
  say('building the web pages …');
  mkdirSync(workshop, { recursive: true });
  const bench = mkdtempSync(join(workshop, 'pages-'));
  try {
    const made = join(bench, 'made');
    // In a process of its own: whoever waits for the pages does something else meanwhile.
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const options = ['--config', join(root, 'apps/web/vite.config.ts'), '--outDir', made, '--logLevel', 'warn'];
    await run(process.execPath, [vite, 'build', ...options], { cwd: root });
    writeFileSync(join(made, stampName), now);
    if (builtFrom() === now) return webFolder;
    if (existsSync(webFolder)) renameSync(webFolder, join(bench, 'older'));
    try {
      renameSync(made, webFolder);
    } catch (e) {
      if (builtFrom() !== now) throw e; // another was quicker
    }
    return webFolder;
  } finally {
    rmSync(bench, { recursive: true, force: true });
  }
}
