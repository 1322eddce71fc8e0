import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
export const webFolder = join(root, 'apps/web/dist');
const stamp = join(webFolder, 'built-from.txt');
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

/** Builds the pages where they are missing or older than their sources. */
export async function ensureWebPages(say: (words: string) => void = () => undefined): Promise<string> {
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return webFolder;
  say('building the web pages …');
  // In a process of its own: whoever waits for the pages does something else meanwhile.
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await run(process.execPath, [vite, 'build', '--config', join(root, 'apps/web/vite.config.ts'), '--logLevel', 'warn'], { cwd: root });
  writeFileSync(stamp, now);
  return webFolder;
}
