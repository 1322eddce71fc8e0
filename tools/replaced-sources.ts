import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Loaded before a program (`--import`): files of the folder named in its address stand in for those of the tree. So a test can be run over a
// source that is changed in one place, and the product needs no switch for it.
const root = new URL('..', import.meta.url).href;
const asked = new URL(import.meta.url).searchParams;
const folder = asked.get('folder')!;
const told = asked.get('told');

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.startsWith(root) || url.includes('/node_modules/')) return loaded;
    const instead = join(folder, url.slice(root.length));
    return existsSync(instead) ? { ...loaded, source: readFileSync(instead, 'utf8') } : loaded;
  },
});

/** Keeps, for the test file that runs, the places that it or a program it starts reaches, each once, and at its end how long it took. */
if (told !== null) {
  const isTest = process.env.NODE_TEST_CONTEXT !== undefined;
  const write = (line: string): void => appendFileSync(join(told, `${isTest ? process.pid : process.ppid}.txt`), `${line}\n`);
  const reached = new Set<string>();
  Object.assign(globalThis, {
    reached: (place: string) => {
      if (reached.has(place)) return;
      reached.add(place);
      write(place);
    },
  });
  if (isTest) {
    write(process.argv[1]!.slice(fileURLToPath(root).length));
    process.on('exit', () => write(`${Math.round(performance.now())} ms`));
  }
}
