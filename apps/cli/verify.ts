import { verify } from '../../packages/engine/verify.ts';
import { knownOwnerUrl } from '../server/owner-url.ts';
import { readSettings } from '../server/settings.ts';
import { print } from './words.ts';

/** Exit code 1 where anything is not as its events wrote it. */
export async function verifyAll(): Promise<number> {
  const owner = await knownOwnerUrl(readSettings());
  try {
    const verified = await verify(owner.url);
    print(verified);
    return verified.discrepancies.length > 0 ? 1 : 0;
  } finally {
    await owner.release();
  }
}
