import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { demonstrationPassword } from '../../demonstration/demonstrate.ts';
import { run } from '../../packages/engine/database.ts';
import { LawShelf } from '../../packages/engine/law-shelf.ts';
import { migrate } from '../../packages/engine/migrate.ts';
import { DemonstrationClock, demonstrationDoor } from './demonstration-door.ts';
import { fillWhereEmpty } from './demonstration-filling.ts';
import { faultLine } from './fault-line.ts';
import { type House, openHouse, rules } from './open-house.ts';
import { ownerUrl as urlOf } from './owner-url.ts';
import type { Settings } from './settings.ts';
import { UserFault } from './user-fault.ts';

const say = (words: string): void => console.log(words);
/** How long a request in hand may take once we are told to stop. */
const patience = 30_000;

export type ServeOptions = {
  /** Without the demonstration. */
  readonly empty: boolean;
  /** Where the built pages are, once they are built. */
  readonly pages: Promise<string>;
};

/** Database, schema, demonstration where the database is empty, server; says where it is reached. */
export async function serve(settings: Settings, o: ServeOptions): Promise<void> {
  const law = new LawShelf(settings.packs, rules); // what prevents a start is said before anything is touched
  await portIsFree(settings);
  const database = urlOf(settings);
  // Read while the cluster is made.
  const later = Promise.all([import('./server.ts'), import('./work.ts')]);
  const { url: ownerUrl } = await database;
  await migrate(ownerUrl);
  if (!o.empty) await fillWhereEmpty({ ownerUrl, law, say });

  const clock = new DemonstrationClock();
  const house = await openHouse({ url: ownerUrl, clock, law, works: true });
  const { engine } = house;
  const isDemonstration = await clock.look(engine.database);
  const [{ buildServer }, { work }] = await later;
  const app = await buildServer({
    engine,
    settings,
    web: await o.pages,
    log: (line) => console.error(JSON.stringify({ level: 'error', at: new Date().toISOString(), ...line })),
    ...(isDemonstration ? { demonstration: demonstrationDoor(engine, clock) } : {}),
  });
  await app.listen({ host: settings.host, port: settings.port });
  await work(engine);
  const looking = isDemonstration ? setInterval(() => void clock.look(engine.database).catch(() => undefined), 1000) : undefined;
  stopWhenTold(async () => {
    clearInterval(looking);
    await app.close(); // finishes the requests in hand
    await house.close();
  });
  readPacksWhenTold(house);
  const { port } = app.server.address() as AddressInfo;
  say(`\n通途 Tongtu: http://${settings.host}:${port}  (ready after ${(performance.now() / 1000).toFixed(1)} s)`);
  if (isDemonstration) await showAccounts(engine.database.pooled);
}

/** SIGTERM or SIGINT: no new request is taken, those in hand are answered; told twice, or waited for too long, it ends at once. */
function stopWhenTold(close: () => Promise<void>): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), patience).unref();
    await close();
    process.exit(0); // the embedded PostgreSQL goes on; the next start attaches to it
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

/** SIGHUP: the packs are read anew; where one has a fault, it is said and the running packs stay. */
function readPacksWhenTold({ engine }: House): void {
  process.on('SIGHUP', () => {
    const faults = engine.law.reload();
    const lines = faults.map((f) => faultLine(f, 'zh')).join('\n');
    say(faults.length > 0 ? `the packs were not taken over:\n${lines}` : 'the packs were read anew');
  });
}

async function portIsFree({ host, port }: Settings): Promise<void> {
  const fault = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen({ host, port }, () => server.close(() => resolve(undefined)));
  });
  if (fault?.code === 'EADDRINUSE')
    throw new UserFault(`${host}:${port} is taken, by Tongtu already running or by another program: set TONGTU_PORT`);
  if (fault) throw fault;
}

async function showAccounts(db: Parameters<typeof run>[0]): Promise<void> {
  type Account = { login: string; name: string; as: string; institution: string };
  const [row] = await run<{ a: Account[] }>(db, 'select demonstration_accounts() as a', []);
  say(`\ndemonstration accounts, password ${demonstrationPassword}:`);
  for (const a of row?.a ?? []) say(`  ${a.login.padEnd(14)} ${a.as}（${a.institution}）`);
}
