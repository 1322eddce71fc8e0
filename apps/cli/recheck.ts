import { LawShelf } from '../../packages/engine/law-shelf.ts';
import { recheck } from '../../packages/engine/recheck.ts';
import { rules } from '../server/open-house.ts';
import { knownOwnerUrl } from '../server/owner-url.ts';
import { readSettings } from '../server/settings.ts';
import { print } from './words.ts';

/** Lists past decisions that the packs, as they are now, would answer otherwise; exit code 1 where there is one. Changes nothing. */
export async function recheckAll(): Promise<number> {
  const settings = readSettings();
  const law = new LawShelf(settings.packs, rules);
  const owner = await knownOwnerUrl(settings);
  try {
    const rechecked = await recheck(owner.url, law);
    print(rechecked);
    return rechecked.differ.length > 0 ? 1 : 0;
  } finally {
    await owner.release();
  }
}
