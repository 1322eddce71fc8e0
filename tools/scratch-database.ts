import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../packages/adapters/embedded-postgres/supervisor.ts';

/** A throw-away cluster for tools and tests: not durable, gone when stopped. */
export async function scratchCluster(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'tongtu-'));
  const embedded = await startEmbedded({ folder, durable: false });
  return {
    url: embedded.url,
    stop: async () => {
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
