import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../packages/adapters/embedded-postgres/supervisor.ts';

/** A throw-away cluster for tools and tests: gone when stopped, and not durable unless that is what is looked at. */
export async function scratchCluster(
  o: { readonly durable?: boolean } = {},
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'tongtu-'));
  const embedded = await startEmbedded({ folder, durable: o.durable ?? false });
  return {
    url: embedded.url,
    stop: async () => {
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
