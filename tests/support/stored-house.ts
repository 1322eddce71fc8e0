import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import type { Deal } from '../../demonstration/deal.ts';
import { ask, freshDatabase } from './database.ts';
import type { Stage } from './whole-way.ts';

/** What stands beside a stored database: who is who in it, and how far each deal has come. */
export type StoredDeals = {
  readonly who: Omit<Deal['who'], 'as'>;
  /** Stopped after each step of the whole way. */
  readonly stages: readonly Stage[];
  /** Stopped beside the way, by what befell them. */
  readonly others: Readonly<Record<string, Stage>>;
};

const at = (name: string): string => fileURLToPath(new URL(`../stored/${name}`, import.meta.url));

/** The database of an earlier release, restored into an empty one. */
export async function storedDatabase(name: string): ReturnType<typeof freshDatabase> {
  const database = await freshDatabase('template0');
  await ask(database.url, brotliDecompressSync(readFileSync(at(`${name}.sql.br`))).toString());
  return database;
}

export function storedDeals(name: string): StoredDeals & { readonly who: Deal['who'] } {
  const stored = JSON.parse(readFileSync(at(`${name}.json`), 'utf8')) as StoredDeals;
  const { id, people } = stored.who;
  return { ...stored, who: { ...stored.who, as: (login) => ({ institution: id, person: people[login]! }) } };
}
