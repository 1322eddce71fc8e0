import { keepCharts } from '../../packages/engine/chart-shelf.ts';
import { openDatabase } from '../../packages/engine/database.ts';
import { createEngine, type Engine, rulesOf } from '../../packages/engine/engine.ts';
import { openJobs } from '../../packages/engine/jobs.ts';
import { LawShelf } from '../../packages/engine/law-shelf.ts';
import { readMatrix } from '../../packages/engine/permissions.ts';
import { type Clock, wallClock } from '../../packages/engine/ports/clock.ts';
import type { Capability } from '../../packages/engine/procedure.ts';
import { capabilities } from './capabilities.ts';
import { packsNamed } from './settings.ts';

export const packFolder = packsNamed(process.env);
export const rules = rulesOf(capabilities);

export type HouseOptions = {
  readonly url: string;
  readonly clock?: Clock;
  readonly packs?: string;
  /** The packs, where they have been read already. */
  readonly law?: LawShelf;
  readonly connections?: number;
  /** As a database's connections are. */
  readonly hasty?: true;
  /** Whether this process also works the background queues. */
  readonly works?: boolean;
  /** Other capabilities than this release's: tests open a house as an earlier or a later release would. */
  readonly capabilities?: readonly Capability[];
};
export type House = { readonly engine: Engine; readonly close: () => Promise<void> };

/** Opens everything one process needs over one migrated database. */
export async function openHouse(o: HouseOptions): Promise<House> {
  const law = o.law ?? new LawShelf(o.packs ?? packFolder, rules);
  const database = openDatabase({
    url: o.url,
    ...(o.connections ? { connections: o.connections } : {}),
    ...(o.hasty ? { hasty: true } : {}),
  });
  const jobs = await openJobs({ url: o.url, works: o.works ?? false });
  const own = o.capabilities ?? capabilities;
  const charts = await keepCharts(database, own);
  const engine = createEngine({ database, jobs, clock: o.clock ?? wallClock, law, matrix: readMatrix(), capabilities: own, charts });
  return {
    engine,
    close: async () => {
      await jobs.stop();
      await database.close();
    },
  };
}
