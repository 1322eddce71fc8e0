import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { capabilities } from '../apps/server/capabilities.ts';
import { houseCommands } from '../packages/engine/house/house.ts';
import type { Procedure } from '../packages/engine/procedure.ts';
import { allSeen, begun, brought, refusal, type Seen, transition } from '../tests/support/seen.ts';
import { runTests } from './test-server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const procedures = capabilities.flatMap((c) => c.procedures);
const byId = new Map<string, Procedure>(procedures.map((p) => [p.chart.def.id, p]));
const commands = [...procedures.flatMap((p) => p.commands), ...houseCommands(byId)].map((w) => w.command);

/** Every way into a case and every step of every chart. */
const transitions = procedures.flatMap(({ chart: { def } }) => [
  begun(def.id, def.opened),
  ...Object.entries(def.states).flatMap(([state, s]) => Object.keys(s.on ?? {}).map((event) => transition(def.id, state, event))),
]);
/** Every event that a command says it can bring. */
const brings = commands.flatMap((c) => c.brings.map((event) => brought(c.name, event)));

/** Codes that stand in the source itself: what the engine refuses with, and what the field kinds find wrong. */
function codesIn(...patterns: readonly string[]): string[] {
  const named = /\b(?:refuse|unmet|warn|wrong)\(\s*'([a-z_]+\.[a-z_]+)'/g;
  const files = patterns.flatMap((p) => globSync(p, { cwd: root })).filter((f) => !f.endsWith('.test.ts'));
  return files.flatMap((f) => [...readFileSync(root + f, 'utf8').matchAll(named)].map((m) => m[1]!));
}
const declared = commands.flatMap((c) => c.refuses.map((code) => refusal(c.name, code)));
const ofHouse = codesIn('packages/engine/*.ts', 'packages/kernel/{field,field-kinds,money,day}.ts').map((code) => refusal('', code));

/** What the tests were to make happen and did not. */
function unprovoked(folder: string): string[] {
  const seen: Seen = allSeen(folder);
  const [moved, refused] = [new Set(seen.happened), new Set(seen.refused)];
  const missing = (what: string, wanted: readonly string[], found: ReadonlySet<string>): string[] =>
    [...new Set(wanted)].filter((x) => !found.has(x)).map((x) => `${what} ${x}`);
  return [
    ...missing('no test takes the step', transitions, moved),
    ...missing('in no test', brings, moved),
    ...missing('no test provokes the refusal', [...declared, ...ofHouse], refused),
  ];
}

/**
 * Runs the stories and the tests of the database. Where they pass, it still fails if there is a step, an event or a refusal that none of
 * them brought about, and names it.
 */
export async function testsThatProvoke(o: { readonly server?: string; readonly quiet?: boolean } = {}): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'tongtu-seen-'));
  try {
    const failed = await runTests(globSync('tests/{database,stories}/*.test.ts', { cwd: root }).sort(), { ...o, seen: folder });
    if (failed !== 0) return failed;
    const missing = unprovoked(folder);
    console.log([...missing, `${missing.length} not provoked`].join('\n'));
    return missing.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// `npm run provoked`
if (import.meta.main) process.exit(await testsThatProvoke({ quiet: true }));
