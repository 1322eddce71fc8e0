import { ensureWebPages } from '../apps/server/web-pages.ts';

// `npm run build`, also at the end of `npm ci`: so that the first start has the pages. A start whose pages are older builds them itself.
await ensureWebPages();
