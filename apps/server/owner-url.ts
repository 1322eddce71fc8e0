import pg from 'pg';
import { hasCluster, startEmbedded } from '../../packages/adapters/embedded-postgres/supervisor.ts';
import type { Settings } from './settings.ts';
import { UserFault } from './user-fault.ts';

export type Owned = { readonly url: string; readonly release: () => Promise<void> };
type Where = Pick<Settings, 'databaseUrl' | 'dataFolder'>;

/** The database as the owner of its tables reaches it: DATABASE_URL's, or the embedded one, made and started where it is not. */
export async function ownerUrl(settings: Where): Promise<Owned> {
  if (settings.databaseUrl) return { url: settings.databaseUrl, release: async () => undefined };
  const embedded = await startEmbedded({ folder: settings.dataFolder });
  // A tool leaves things as it found them: what it had to start it stops.
  return { url: embedded.url, release: async () => (embedded.started ? await embedded.stop() : undefined) };
}

/** The same, where Tongtu must be there already: a tool that only looks never makes a database to look into. */
export async function knownOwnerUrl(settings: Where): Promise<Owned> {
  const { databaseUrl, dataFolder } = settings;
  const where = databaseUrl ? 'the database that DATABASE_URL names' : `${dataFolder} (TONGTU_DATA)`;
  const none = new UserFault(`there is no Tongtu in ${where}; \`npm start\` or \`tongtu found\` makes one`);
  if (!databaseUrl && !hasCluster(dataFolder)) throw none;
  const owned = await ownerUrl(settings);
  const client = new pg.Client({ connectionString: owned.url });
  try {
    await client.connect();
    const { rows } = await client.query<{ here: boolean }>(`select to_regclass('public.schema_migration') is not null as here`);
    if (!rows[0]!.here) throw none;
    return owned;
  } catch (e) {
    await owned.release();
    throw e;
  } finally {
    await client.end().catch(() => undefined);
  }
}
