import { DemonstrationClock } from '../../apps/server/demonstration-door.ts';
import { offerAccounts } from './offered-accounts.ts';
import { plainPack } from './packs.ts';
import { plainHouse } from './plain.ts';
import { type Site, siteOf } from './site.ts';
import { StakeDeal, stakePack } from './stake.ts';

/** A running Tongtu in which a contract of investment is signed: two contributors, one of them the chief, and nothing entered yet. */
export async function stakeSite(): Promise<{ readonly site: Site; readonly deal: StakeDeal }> {
  const house = await plainHouse({ packs: { ...plainPack(), ...stakePack() } });
  const deal = await new StakeDeal(house, house.who).contracted({ team: ['first', 'second', 'dean'] });
  await offerAccounts(house, house.who.as, ['tto', 'finance', 'first', 'second', 'dean']);
  return { site: await siteOf({ engine: house.engine, clock: new DemonstrationClock(), close: house.close }), deal };
}
