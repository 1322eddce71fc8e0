import { DemonstrationClock } from '../../apps/server/demonstration-door.ts';
import { found } from '../../packages/capabilities/institution/founding.ts';
import { testHouse } from './house.ts';
import { offerAccounts } from './offered-accounts.ts';
import { type Site, siteOf } from './site.ts';
import { pku, Way } from './way.ts';

/** A running Tongtu at an institution with 北京大学's chain, in which one matter of 5,000,000 waits for its department; its day can be set. */
export async function pkuSite(): Promise<Site & { readonly today: (day: string) => void }> {
  const house = await testHouse();
  const who = await found(house.engine, pku);
  await new Way(house, who).priced('5000000.00', { step: 'leader', title: '中文字库' });
  await offerAccounts(house, who.as, ['tto', 'computing', 'chemistry']);
  const site = await siteOf({ engine: house.engine, clock: new DemonstrationClock(), close: house.close });
  return { ...site, today: house.today };
}
