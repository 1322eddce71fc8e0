import { createHash } from 'node:crypto';
import { CompiledQuery, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './schema.generated.ts';

/** A connection inside a transaction or a read that has said who asks. There is no other way to a row. */
export type Connection = Kysely<DB> | Transaction<DB>;

// int8 is money in fen or an identity: bigint. Days stay text, instants become ISO text.
pg.types.setTypeParser(pg.types.builtins.INT8, BigInt);
pg.types.setTypeParser(pg.types.builtins.DATE, (v: string) => v);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (v: string) => new Date(v).toISOString());

const most = 2000;
const names = new Map<string, string>();
/** One prepared statement for one text, so that the server plans it once per connection. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= most) return undefined;
  const name = createHash('sha1').update(text).digest('base64url').slice(0, 16);
  names.set(text, name);
  return name;
}

class NamedClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg's query has a dozen overloads; this passes each on unchanged.
  override query(...args: any[]): any {
    const [text, values, ...rest] = args;
    if (typeof text !== 'string' || !Array.isArray(values)) return super.query(...(args as Parameters<pg.Client['query']>));
    const name = nameOf(text);
    return super.query((name ? { name, text, values } : { text, values }) as pg.QueryConfig, ...(rest as []));
  }
}

export type DatabaseOptions = {
  readonly url: string;
  readonly connections?: number;
  readonly prepared?: boolean;
  /** Acts as the owner of the tables: migrations, tools and settings only. */
  readonly owner?: true;
};

/**
 * Sessions act as the application role, in UTC, whatever the server's settings. A statement is planned once for a connection: what row
 * security adds makes planning dearer than running, and no plan here depends on a value.
 */
const startup =
  '-c role=tongtu_app -c timezone=UTC -c app.scope= -c plan_cache_mode=force_generic_plan -c idle_in_transaction_session_timeout=60000';

export type Database = {
  readonly pool: pg.Pool;
  readonly kysely: Kysely<DB>;
  readonly close: () => Promise<void>;
};

export function openDatabase(o: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: o.url,
    options: o.owner ? '-c timezone=UTC' : startup,
    max: o.connections ?? 10,
    ...(o.prepared === false ? {} : { Client: NamedClient }),
  });
  pool.on('error', () => undefined); // an idle connection lost; the next question opens another
  // One lost while in use fails the question in hand; it must not end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return { pool, kysely, close: () => kysely.destroy() };
}

/** Runs SQL whose text was put together by us, on a connection of Kysely. */
export async function run<T>(db: Connection, text: string, values: readonly unknown[]): Promise<T[]> {
  const result = await db.executeQuery<T>(CompiledQuery.raw(text, [...values]));
  return result.rows;
}

/** Looks at one institution as a whole, for tools, jobs and the demonstration. People look through their session instead. */
export async function lookAt<T>(database: Database, institution: string, look: (db: Connection) => Promise<T>): Promise<T> {
  return await database.kysely.transaction().execute(async (db) => {
    await run(db, `select set_config('app.institution', $1, true), set_config('app.scope', 'wide', true)`, [institution]);
    return await look(db);
  });
}
