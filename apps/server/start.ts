import { keepCompiled } from './compiled.ts';
import { readSettings } from './settings.ts';
import { ensureWebPages } from './web-pages.ts';

// `npm start`; `-- --empty` leaves the demonstration out. What takes long begins at once: where the pages have to be built, another
// process builds them while this one reads the rest of the program, which a later start finds compiled.
try {
  const settings = readSettings();
  keepCompiled();
  const pages = ensureWebPages((words) => console.log(words));
  pages.catch(() => undefined); // told where it is waited for
  const { serve } = await import('./serve.ts');
  await serve(settings, { empty: process.argv.includes('--empty'), pages });
} catch (e) {
  const { whyItGaveUp } = await import('./startup-fault.ts');
  const why = whyItGaveUp(e, 'zh') ?? (e as Error).stack ?? String(e);
  console.error(`could not start: ${why}\n\n\`npm run doctor\` looks for the cause.`);
  process.exit(1);
}
