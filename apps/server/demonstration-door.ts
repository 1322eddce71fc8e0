import { demonstrationPassword } from '../../demonstration/demonstrate.ts';
import { type Database, run } from '../../packages/engine/database.ts';
import { sweep } from '../../packages/engine/deadlines.ts';
import type { Engine } from '../../packages/engine/engine.ts';
import { type Clock, wallClock } from '../../packages/engine/ports/clock.ts';
import type { Demonstration } from './routes/context.ts';

/** The clock of a database of demonstration: the wall clock, some days ahead. Every process sees the same days within a second. */
export class DemonstrationClock implements Clock {
  readonly #wall: Clock;
  #daysAhead = 0;
  constructor(wall: Clock = wallClock) {
    this.#wall = wall;
  }
  now(): string {
    return new Date(Date.parse(this.#wall.now()) + this.#daysAhead * 86_400_000).toISOString();
  }
  async look(database: Database): Promise<boolean> {
    const rows = await run<{ key: string; value: string }>(
      database.pooled,
      "select key, value from setting where key in ('demonstration', 'demonstration.days-ahead')",
      [],
    );
    this.#daysAhead = Number(rows.find((r) => r.key === 'demonstration.days-ahead')?.value ?? 0);
    return rows.some((r) => r.key === 'demonstration');
  }
}

/** What the sign-in page of a demonstration may ask for. */
export function demonstrationDoor(engine: Engine, clock: DemonstrationClock): Demonstration {
  return {
    password: demonstrationPassword,
    accounts: async () => {
      type Account = { login: string; name: string; as: string; institution: string };
      const [row] = await run<{ a: Account[] }>(engine.database.pooled, 'select demonstration_accounts() as a', []);
      return row!.a;
    },
    forward: async (days) => {
      await run(engine.database.pooled, 'select demonstration_forward($1)', [days]);
      await clock.look(engine.database);
      await sweep(engine);
    },
  };
}
