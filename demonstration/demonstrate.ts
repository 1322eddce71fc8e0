import { openAccountFor } from '../packages/capabilities/institution/account.ts';
import { type Founded, found } from '../packages/capabilities/institution/founding.ts';
import { openDatabase, run } from '../packages/engine/database.ts';
import type { Engine } from '../packages/engine/engine.ts';
import { addDays, type Day } from '../packages/kernel/day.ts';
import { type Cast, chaoyang, shifan } from './cast.ts';
import { chaoyangDeal } from './chaoyang-deal.ts';
import { Deal } from './deal.ts';
import { ScriptClock } from './script-clock.ts';
import { shifanFinished, shifanRunning } from './shifan-deal.ts';
import { shifanPlanApproved, shifanPlanVoting } from './shifan-plan.ts';

/** The password of every account of demonstration; such a database says so on its sign-in page. */
export const demonstrationPassword = 'tongtu-demo';

/** Fills an empty database with both institutions and their deals, by the commands anybody would use, with days relative to today. */
export async function demonstrate(
  engine: Engine,
  clock: ScriptClock,
  o: { readonly ownerUrl: string; readonly today: Day },
): Promise<void> {
  const first = addDays(o.today, -100);
  clock.to(first);
  const [cy, sh] = [await found(engine, chaoyang), await found(engine, shifan)];
  // Side by side, each in days of its own.
  await Promise.all([
    open(engine, o.ownerUrl, [
      [chaoyang, cy],
      [shifan, sh],
    ]),
    tell(engine, first, (own, days) => chaoyangDeal(new Deal(own, cy), days, o.today)),
    tell(engine, first, async (own, days) => {
      for (const story of [shifanFinished, shifanRunning, shifanPlanApproved, shifanPlanVoting])
        await story(new Deal(own, sh), days, o.today);
    }),
  ]);
  clock.to(o.today);
  await mark(o.ownerUrl);
}

/** A story in the same house by a clock of its own. */
async function tell(engine: Engine, from: Day, story: (engine: Engine, clock: ScriptClock) => Promise<void>): Promise<void> {
  const clock = new ScriptClock(from);
  await story({ ...engine, clock }, clock);
}

/** The mark that this is a database of demonstration; it is set when all of it is there. */
async function mark(ownerUrl: string): Promise<void> {
  const owner = openDatabase({ url: ownerUrl, owner: true, connections: 1 });
  try {
    const done = "insert into setting (key, value) values ('demonstration', 'yes') on conflict (key) do update set value = excluded.value";
    await run(owner.pooled, done, []);
  } finally {
    await owner.close();
  }
}

/** Accounts for everybody in the cast who signs in. */
async function open(engine: Engine, ownerUrl: string, casts: readonly (readonly [Cast, Founded])[]): Promise<void> {
  const owner = openDatabase({ url: ownerUrl, owner: true, connections: 1 });
  try {
    for (const [cast, f] of casts) {
      for (const [login, p] of Object.entries(cast.people).filter(([, x]) => x.signsIn)) {
        await openAccountFor(engine, { institution: f.id, person: f.people[login]!, login, password: demonstrationPassword });
        await run(owner.pooled, 'insert into setting (key, value) values ($1, $2)', [`demonstration.as.${login}`, p.signsIn]);
      }
    }
  } finally {
    await owner.close();
  }
}
