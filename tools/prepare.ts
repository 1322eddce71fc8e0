import { flushCompileCache } from 'node:module';
import { keepCompiled } from '../apps/server/compiled.ts';
import { ensureWebPages } from '../apps/server/web-pages.ts';

// The end of `npm ci`: the pages are built and the program is compiled, so that the first start does neither. A start whose sources are
// newer does what is missing itself.
const pages = ensureWebPages();
keepCompiled();
await Promise.all([import('../apps/server/serve.ts'), import('../apps/server/server.ts'), import('../apps/server/work.ts')]);
flushCompileCache();
await pages;
process.exit(0);
