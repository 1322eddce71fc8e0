import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { dropTemplates, makeTemplate, mayForge } from '../tests/support/database.ts';
import { scratchCluster } from './scratch-database.ts';

/** Every test file is a process, and many start others: what they load is compiled once. */
const compiled = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url));

/** What the tests find in their environment: a server, and a template to clone. */
export type TestServer = { readonly env: Readonly<Record<string, string>>; readonly stop: () => Promise<void> };

/** Starts what tests need, unless a server is named. */
export async function testServer(named?: string): Promise<TestServer> {
  const cluster = named ? undefined : await scratchCluster();
  const server = named ?? cluster!.url;
  const template = `tongtu_template_${process.pid}`;
  const stop = async (): Promise<void> => (cluster ? await cluster.stop() : await dropTemplates(server, template));
  try {
    await makeTemplate(server, template);
  } catch (e) {
    await stop();
    throw e;
  }
  return { env: { NODE_COMPILE_CACHE: compiled, TONGTU_TEST_SERVER: server, TONGTU_TEST_TEMPLATE: template }, stop };
}

/** Runs node's test runner over the patterns, with what tests need, and answers with its exit code. */
export async function runTests(
  patterns: readonly string[],
  o: {
    readonly server?: string;
    readonly args?: readonly string[];
    readonly quiet?: boolean;
    readonly seen?: string;
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<number> {
  if (patterns.length === 0) throw new Error('no test files: the runner would run whatever it finds');
  if (o.server && !(await mayForge(o.server))) {
    console.error('the tests need a superuser: name one in DATABASE_URL');
    return 2;
  }
  const { env, stop } = await testServer(o.server);
  try {
    return await new Promise((resolve) => {
      const child = spawn(process.execPath, ['--test', '--test-timeout=300000', ...(o.args ?? []), ...patterns], {
        stdio: o.quiet ? 'ignore' : 'inherit',
        env: { ...process.env, ...env, ...o.env, ...(o.seen ? { TONGTU_SEEN: o.seen } : {}) },
      });
      child.on('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    await stop();
  }
}

if (import.meta.main) process.exit(await runTests(process.argv.slice(2)));
