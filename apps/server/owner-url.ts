import { startEmbedded } from '../../packages/adapters/embedded-postgres/supervisor.ts';
import type { Settings } from './settings.ts';

/** The database as the owner of its tables reaches it: DATABASE_URL's, or the embedded one, started where it is not running. */
export async function ownerUrl(
  settings: Pick<Settings, 'databaseUrl' | 'dataFolder'>,
): Promise<{ readonly url: string; readonly release: () => Promise<void> }> {
  if (settings.databaseUrl) return { url: settings.databaseUrl, release: async () => undefined };
  const embedded = await startEmbedded({ folder: settings.dataFolder });
  // A tool leaves things as it found them: what it had to start it stops.
  return { url: embedded.url, release: async () => (embedded.started ? await embedded.stop() : undefined) };
}
