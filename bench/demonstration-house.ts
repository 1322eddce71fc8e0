import { openHouse } from '../apps/server/open-house.ts';
import { demonstrate } from '../demonstration/demonstrate.ts';
import { ScriptClock } from '../demonstration/script-clock.ts';
import { migrate } from '../packages/engine/migrate.ts';
import { dayAt } from '../packages/kernel/day.ts';

/** Migrates an empty database and fills it with both institutions and their deals. */
export async function fillDemonstration(url: string): Promise<void> {
  await migrate(url);
  const today = dayAt(new Date().toISOString());
  const clock = new ScriptClock(today);
  const house = await openHouse({ url, clock });
  try {
    await demonstrate(house.engine, clock, { ownerUrl: url, today });
  } finally {
    await house.close();
  }
}
