import { openHouse } from '../../apps/server/open-house.ts';
import { demonstrate } from '../../demonstration/demonstrate.ts';
import { ScriptClock } from '../../demonstration/script-clock.ts';
import { dayAt } from '../../packages/kernel/day.ts';
import { ask, filledOf, freshDatabase } from './database.ts';

/** A database of its own with the demonstration in it; the first file that wants one fills it, the others clone that. */
export async function demonstrationDatabase(): ReturnType<typeof freshDatabase> {
  const filled = filledOf(process.env.TONGTU_TEST_TEMPLATE ?? 'tongtu_template');
  try {
    return await freshDatabase(filled);
  } catch (e) {
    if ((e as { code?: string }).code !== '3D000') throw e; // no such template yet
  }
  const first = await freshDatabase();
  const today = dayAt(new Date().toISOString());
  const clock = new ScriptClock(today);
  const house = await openHouse({ url: first.url, clock, connections: 4 });
  await demonstrate(house.engine, clock, { ownerUrl: first.url, today });
  await house.close();
  try {
    await ask(process.env.TONGTU_TEST_SERVER!, `alter database ${new URL(first.url).pathname.slice(1)} rename to ${filled}`);
  } catch (e) {
    if ((e as { code?: string }).code !== '42P04') throw e; // another file was first
    return first;
  }
  return await freshDatabase(filled);
}
