import { DemonstrationClock } from '../../apps/server/demonstration-door.ts';
import { offerAccounts } from './offered-accounts.ts';
import { reviewHouse } from './review-house.ts';
import { type Site, siteOf } from './site.ts';

/** A running Tongtu in which one matter waits for the first of four stages of a review, with an account for everybody who takes part. */
export async function reviewSite(): Promise<Site> {
  const house = await reviewHouse();
  const d = await (await house.deal('staged')).sent();
  await offerAccounts(house, d.who.as, ['tto', 'head', 'legal', 'finance', 'expert', 'vice']);
  return await siteOf({ engine: house.engine, clock: new DemonstrationClock(), close: house.close });
}
