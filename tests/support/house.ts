import { type House, openHouse } from '../../apps/server/open-house.ts';
import type { Accepted, Ask, Asker, Result } from '../../packages/engine/ask.ts';
import { newId } from '../../packages/engine/ids.ts';
import { runCommand } from '../../packages/engine/run-command.ts';
import { freshDatabase } from './database.ts';

/** A house on a database of its own, whose clock the test sets. */
export type TestHouse = {
  readonly url: string;
  readonly engine: House['engine'];
  /** Sets the clock to noon in Shanghai of that day. */
  readonly today: (day: string) => void;
  readonly send: (asker: Asker, command: string, ask: Omit<Ask, 'command'>) => Promise<Result>;
  readonly close: () => Promise<void>;
};

export async function testHouse(o: { readonly packs?: string; readonly on?: string } = {}): Promise<TestHouse> {
  const database = await freshDatabase();
  let now = `${o.on ?? '2026-03-02'}T04:00:00.000Z`;
  let ticks = 0;
  const clock = { now: () => new Date(Date.parse(now) + ticks++).toISOString() };
  const house = await openHouse({ url: database.url, clock, connections: 6, ...(o.packs ? { packs: o.packs } : {}) });
  return {
    url: database.url,
    engine: house.engine,
    today: (day) => {
      now = `${day}T04:00:00.000Z`;
    },
    send: (asker, command, ask) => runCommand(house.engine, asker, { command, ...ask }),
    close: async () => {
      await house.close();
      await database.drop();
    },
  };
}

/** The result, where it must have been accepted; else the refusals in the error. */
export function accepted(result: Result): Accepted {
  if (!result.accepted) throw new Error(`refused: ${JSON.stringify(result.refusals, null, 1)}`);
  return result;
}
/** The codes of the refusals, where it must have been refused. */
export function refused(result: Result): string[] {
  if (result.accepted) throw new Error(`accepted: ${result.events.map((e) => e.type).join(', ')}`);
  return result.refusals.map((r) => r.refused);
}
export const anotherId = newId;
