import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { DemonstrationClock, demonstrationDoor } from '../../apps/server/demonstration-door.ts';
import { openHouse } from '../../apps/server/open-house.ts';
import { buildServer } from '../../apps/server/server.ts';
import { ensureWebPages } from '../../apps/server/web-pages.ts';
import { work } from '../../apps/server/work.ts';
import { demonstrate } from '../../demonstration/demonstrate.ts';
import { ScriptClock } from '../../demonstration/script-clock.ts';
import type { Engine } from '../../packages/engine/engine.ts';
import { openBrowser } from './browser.ts';
import { freshDatabase } from './database.ts';

/** A running Tongtu over the demonstration, its built pages, and a browser to look at them with. */
export type Site = {
  readonly origin: string;
  readonly browser: Browser;
  /** Faults the server met. */
  readonly faults: readonly string[];
  /**
   * Ends it, and says whether all went well: no page asked another host for anything or had an error, and the server met no fault.
   */
  readonly close: (visitors?: readonly { readonly leave: () => Promise<void> }[]) => Promise<void>;
};

/** The day the site begins on: the same in every run, so that pictures and periods are. */
export const firstDay = '2026-03-02';

export async function openSite(): Promise<Site> {
  const database = await freshDatabase();
  await fill(database.url);
  const began = Date.now();
  const clock = new DemonstrationClock({ now: () => new Date(Date.parse(`${firstDay}T01:00:00.000Z`) + Date.now() - began).toISOString() });
  const house = await openHouse({ url: database.url, clock, works: true });
  await clock.look(house.engine.database);
  return await siteOf({
    engine: house.engine,
    clock,
    close: async () => {
      await house.close();
      await database.drop();
    },
  });
}

/** A house behind a server and its pages, and a browser before it. */
export async function siteOf(o: {
  readonly engine: Engine;
  readonly clock: DemonstrationClock;
  readonly close: () => Promise<void>;
}): Promise<Site> {
  const pages = ensureWebPages();
  const faults: string[] = [];
  const app = await buildServer({
    engine: o.engine,
    settings: { origin: undefined },
    web: await pages,
    log: (line) => faults.push(`${line.route}: ${line.error}`),
    demonstration: demonstrationDoor(o.engine, o.clock),
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  await work(o.engine);
  const browser = await openBrowser();
  const { port } = app.server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    browser,
    faults,
    close: async (visitors = []) => {
      try {
        for (const visitor of visitors) await visitor?.leave();
        assert.deepEqual(faults, []);
      } finally {
        await browser.close();
        await app.close();
        await o.close();
      }
    },
  };
}

async function fill(url: string): Promise<void> {
  const clock = new ScriptClock(firstDay);
  const house = await openHouse({ url, clock });
  try {
    await demonstrate(house.engine, clock, { ownerUrl: url, today: firstDay });
  } finally {
    await house.close();
  }
}
