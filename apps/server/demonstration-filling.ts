import pg from 'pg';
import { demonstrate } from '../../demonstration/demonstrate.ts';
import { ScriptClock } from '../../demonstration/script-clock.ts';
import type { LawShelf } from '../../packages/engine/law-shelf.ts';
import { dayAt } from '../../packages/kernel/day.ts';
import { openHouse } from './open-house.ts';

const lock = 7_265_002;
type Where = { readonly ownerUrl: string; readonly law: LawShelf; readonly say: (words: string) => void };

/**
 * Fills an empty database with the demonstration. Of several starters one fills and the others wait; what a starter that was killed
 * has left half done is emptied and filled anew: nobody has worked in it yet.
 */
export async function fillWhereEmpty({ ownerUrl, law, say }: Where): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [lock]);
    const { rows } = await owner.query<{ used: boolean; mark: string | null }>(
      `select exists (select from institution) as used, (select value from setting where key = 'demonstration') as mark`,
    );
    const { used, mark } = rows[0]!;
    if (mark === 'filling') {
      say('the demonstration was cut short: emptying it …');
      await empty(owner);
    } else if (used) return;
    say('an empty database: filling in the demonstration …');
    await owner.query(`insert into setting (key, value) values ('demonstration', 'filling')`);
    const today = dayAt(new Date().toISOString());
    const clock = new ScriptClock(today);
    const house = await openHouse({ url: ownerUrl, clock, law, hasty: true }); // what is half done is done anew
    try {
      await demonstrate(house.engine, clock, { ownerUrl, today });
    } finally {
      await house.close();
    }
  } finally {
    await owner.end(); // and with it the lock
  }
}

async function empty(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ tables: string }>(
    `select string_agg(format('%I.%I', schemaname, tablename), ', ') as tables from pg_tables where schemaname = 'public' and tablename <> 'schema_migration'`,
  );
  await owner.query(`truncate ${rows[0]!.tables}; delete from pgboss.job`);
}
