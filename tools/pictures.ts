import { fileURLToPath } from 'node:url';
import { runTests } from './test-server.ts';

// The pictures of the documentation, taken while the stories of the browser are told.
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
process.env.TONGTU_PICTURES = '1';
process.exit(
  await runTests(['tests/browser/chaoyang-deal.test.ts', 'tests/browser/shifan-deal.test.ts'], { args: ['--test-concurrency=1'] }),
);
