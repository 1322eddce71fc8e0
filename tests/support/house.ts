import { type House, openHouse } from '../../apps/server/open-house.ts';
import type { Accepted, Ask, Asker, Result } from '../../packages/engine/ask.ts';
import { type CasePage, casePage } from '../../packages/engine/case-page.ts';
import type { Connection } from '../../packages/engine/database.ts';
import { newId } from '../../packages/engine/ids.ts';
import type { Clock } from '../../packages/engine/ports/clock.ts';
import type { Capability } from '../../packages/engine/procedure.ts';
import { runCommand } from '../../packages/engine/run-command.ts';
import { giveAccount, lookAs, signIn, type Visitor } from '../../packages/engine/sessions.ts';
import { cited } from '../../packages/kernel/chart.ts';
import { freshDatabase } from './database.ts';
import { Noting } from './seen.ts';

/** A house on a database of its own, whose clock the test sets. */
export type TestHouse = {
  readonly url: string;
  readonly engine: House['engine'];
  /** Sets the clock to noon in Shanghai of that day. */
  readonly today: (day: string) => void;
  readonly send: (asker: Asker, command: string, ask: Omit<Ask, 'command'>) => Promise<Result>;
  /** Looks through a session of that person. */
  readonly see: <T>(asker: Asker, look: (db: Connection, visitor: Visitor) => Promise<T>) => Promise<T>;
  /** The page of a case as that person sees it; undefined where he may not. */
  readonly page: (asker: Asker, id: string) => Promise<CasePage | undefined>;
  readonly close: () => Promise<void>;
};

export type TestHouseOptions = {
  readonly packs?: string;
  readonly on?: string;
  readonly clock?: Clock;
  /** A database that is there, and stays: another process, or another release, over it. */
  readonly url?: string;
  readonly capabilities?: readonly Capability[];
};

export async function testHouse(o: TestHouseOptions = {}): Promise<TestHouse> {
  const database = o.url ? { url: o.url, drop: async () => undefined } : await freshDatabase();
  let now = `${o.on ?? '2026-03-02'}T04:00:00.000Z`;
  let ticks = 0;
  const clock = o.clock ?? { now: () => new Date(Date.parse(now) + ticks++).toISOString() };
  const noting = new Noting();
  const tokens = new Map<string, Promise<string>>();
  const house = await openHouse({
    url: database.url,
    clock,
    connections: 6,
    ...(o.packs ? { packs: o.packs } : {}),
    ...(o.capabilities ? { capabilities: o.capabilities } : {}),
  });
  async function tokenOf({ institution, person }: Asker): Promise<string> {
    const login = `test-${person}`;
    await giveAccount(house.engine, { institution, person: person!, login, password: 'a password of the tests' });
    const signed = await signIn(house.engine, { login, password: 'a password of the tests' });
    if ('refused' in signed) throw new Error(signed.refused);
    return signed.token;
  }
  const see: TestHouse['see'] = async (asker, look) => {
    const known = tokens.get(asker.person!) ?? tokenOf(asker);
    tokens.set(asker.person!, known);
    const seen = await lookAs(house.engine, await known, async (db, visitor) => ({ value: await look(db, visitor) }));
    return seen!.value;
  };
  return {
    url: database.url,
    engine: house.engine,
    today: (day) => {
      now = `${day}T04:00:00.000Z`;
    },
    send: async (asker, command, ask) => {
      const result = await runCommand(house.engine, asker, { command, ...ask });
      noting.note(command, result);
      return result;
    },
    see,
    page: (asker, id) => see(asker, (db, visitor) => casePage(house.engine, db, visitor, id)),
    close: async () => {
      await noting.keep(house.engine, database.url);
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

/** What the page says against doing it now, before anything is entered. */
export const saidBefore = (page: CasePage | undefined, on: string, command: string): string[] => {
  const offered = page?.mayDo[on]?.find((m) => m.command === command);
  if (!offered) throw new Error(`${command} is not on the page`);
  return offered.refusals.map((r) => r.refused);
};

/** The clauses that its refusals rest on, where it must have been refused. */
export function clausesOf(result: Result): string[] {
  if (result.accepted) throw new Error(`accepted: ${result.events.map((e) => e.type).join(', ')}`);
  return [...new Set(result.refusals.flatMap((r) => cited(r.clause)))];
}
