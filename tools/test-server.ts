import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { dropTemplates, makeTemplate, mayForge } from '../tests/support/database.ts';
import { scratchCluster } from './scratch-database.ts';

/** Every test file is a process, and many start others: what they load is compiled once. */
const compiled = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url));

/** Starts what tests need (unless it is there), runs node's test runner over the patterns, and answers with its exit code. */
export async function runTests(
  patterns: readonly string[],
  o: { readonly server?: string; readonly args?: readonly string[]; readonly quiet?: boolean; readonly seen?: string } = {},
): Promise<number> {
  if (patterns.length === 0) throw new Error('no test files: the runner would run whatever it finds');
  const cluster = o.server ? undefined : await scratchCluster();
  const server = o.server ?? cluster!.url;
  if (o.server && !(await mayForge(server))) {
    console.error('the tests need a superuser: name one in DATABASE_URL');
    return 2;
  }
  const template = `tongtu_template_${process.pid}`;
  try {
    await makeTemplate(server, template);
    return await new Promise((resolve) => {
      const child = spawn(process.execPath, ['--test', '--test-timeout=300000', ...(o.args ?? []), ...patterns], {
        stdio: o.quiet ? 'ignore' : 'inherit',
        env: {
          NODE_COMPILE_CACHE: compiled,
          ...process.env,
          TONGTU_TEST_SERVER: server,
          TONGTU_TEST_TEMPLATE: template,
          ...(o.seen ? { TONGTU_SEEN: o.seen } : {}),
        },
      });
      child.on('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    if (cluster) await cluster.stop();
    else await dropTemplates(server, template);
  }
}

if (import.meta.main) process.exit(await runTests(process.argv.slice(2)));
