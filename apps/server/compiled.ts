import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Where the program is kept compiled, for the next process that reads it. */
export const compiledFolder = fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url));

/** What is imported from here on is kept compiled, and found so. */
export const keepCompiled = (): void => void enableCompileCache(compiledFolder);
