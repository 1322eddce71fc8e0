import type { AddressInfo } from 'node:net';
import { demonstrate, demonstrationPassword } from '../../demonstration/demonstrate.ts';
import { ScriptClock } from '../../demonstration/script-clock.ts';
import { openDatabase, run } from '../../packages/engine/database.ts';
import { PacksAtFault } from '../../packages/engine/law-shelf.ts';
import { migrate } from '../../packages/engine/migrate.ts';
import { dayAt } from '../../packages/kernel/day.ts';
import type { PackFault } from '../../packages/kernel/pack-source.ts';
import { DemonstrationClock, demonstrationDoor } from './demonstration-door.ts';
import { faultLine } from './fault-line.ts';
import { openHouse } from './open-house.ts';
import { ownerUrl as urlOf } from './owner-url.ts';
import { buildServer } from './server.ts';
import { readSettings, type Settings } from './settings.ts';
import { ensureWebPages } from './web-pages.ts';
import { work } from './work.ts';

const say = (words: string): void => console.log(words);

/** `npm start`: database, schema, demonstration where the database is empty, pages, server. `-- --empty`: without the demonstration. */
async function start(settings: Settings, o: { readonly empty: boolean }): Promise<void> {
  const began = performance.now();
  const pages = ensureWebPages(say);
  const { url: ownerUrl } = await urlOf(settings);
  await migrate(ownerUrl);
  if (!o.empty && (await isEmpty(ownerUrl))) await fill(ownerUrl, settings);

  const clock = new DemonstrationClock();
  const house = await openHouse({ url: ownerUrl, clock, works: true, ...(settings.packs ? { packs: settings.packs } : {}) });
  const { engine } = house;
  const isDemonstration = await clock.look(engine.database);
  const app = await buildServer({
    engine,
    settings,
    web: await pages,
    log: (line) => console.error(JSON.stringify({ level: 'error', at: new Date().toISOString(), ...line })),
    ...(isDemonstration ? { demonstration: demonstrationDoor(engine, clock) } : {}),
  });
  await app.listen({ host: settings.host, port: settings.port });
  await work(engine);
  const looking = isDemonstration ? setInterval(() => void clock.look(engine.database).catch(() => undefined), 1000) : undefined;
  const { port } = app.server.address() as AddressInfo;
  say(`\n通途 Tongtu: http://${settings.host}:${port}  (ready after ${((performance.now() - began) / 1000).toFixed(1)} s)`);
  if (isDemonstration) await showAccounts(engine.database.kysely);

  // The packs are read anew; where one has a fault, it is said and the running packs stay.
  process.on('SIGHUP', () => {
    const faults = engine.law.reload();
    say(faults.length > 0 ? `the packs were not taken over:\n${faultLines(faults)}` : 'the packs were read anew');
  });
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    clearInterval(looking);
    await app.close(); // finishes the requests in hand
    await house.close();
    process.exit(0); // the embedded PostgreSQL goes on; the next start attaches to it
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

const faultLines = (faults: readonly PackFault[]): string => faults.map((f) => faultLine(f, 'zh')).join('\n');

async function isEmpty(ownerUrl: string): Promise<boolean> {
  const owner = openDatabase({ url: ownerUrl, owner: true, connections: 1 });
  try {
    return (await run(owner.kysely, 'select from institution limit 1', [])).length === 0;
  } finally {
    await owner.close();
  }
}

async function fill(ownerUrl: string, settings: Settings): Promise<void> {
  say('an empty database: filling in the demonstration …');
  const today = dayAt(new Date().toISOString());
  const clock = new ScriptClock(today);
  const house = await openHouse({ url: ownerUrl, clock, ...(settings.packs ? { packs: settings.packs } : {}) });
  try {
    await demonstrate(house.engine, clock, { ownerUrl, today });
  } finally {
    await house.close();
  }
}

async function showAccounts(db: Parameters<typeof run>[0]): Promise<void> {
  type Account = { login: string; name: string; as: string; institution: string };
  const [row] = await run<{ a: Account[] }>(db, 'select demonstration_accounts() as a', []);
  say(`\ndemonstration accounts, password ${demonstrationPassword}:`);
  for (const a of row?.a ?? []) say(`  ${a.login.padEnd(14)} ${a.as}（${a.institution}）`);
}

start(readSettings(), { empty: process.argv.includes('--empty') }).catch((e: Error) => {
  const why = e instanceof PacksAtFault ? `the packs have faults\n${faultLines(e.faults)}` : e.message;
  console.error(`could not start: ${why}\n\n\`npm run doctor\` looks for the cause.`);
  process.exit(1);
});
