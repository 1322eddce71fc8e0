import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from './schema.generated.ts';

/** A connection inside a transaction or a read that has said who asks. There is no other way to a row. */
export type Connection = Kysely<DB>;

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
  /** A commit does not wait for the disk: the next one that does makes it sure. For what can be done again after a failure of the machine. */
  readonly hasty?: true;
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
  /** Any connection of the pool, another one for each statement: for doors that let nobody in. */
  readonly pooled: Connection;
  /** Work on one connection of the pool. */
  readonly connected: <T>(work: (db: Connection) => Promise<T>) => Promise<T>;
  /** Work in one transaction: kept when the work is done, undone when it throws. */
  readonly transaction: <T>(work: (db: Connection) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

export function openDatabase(o: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: o.url,
    options: `${o.owner ? '-c timezone=UTC' : startup}${o.hasty ? ' -c synchronous_commit=off' : ''}`,
    max: o.connections ?? 10,
    pipeline: true,
    ...(o.prepared === false ? {} : { Client: NamedClient }),
  });
  pool.on('error', () => undefined); // an idle connection lost; the next question opens another
  // One lost while in use fails the question in hand; it must not end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const connected = async <T>(work: (db: Connection, client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      return await work(connectionTo(client), client);
    } finally {
      client.release();
    }
  };
  return {
    pool,
    pooled: connectionTo(pool),
    connected,
    transaction: (work) => connected((db, client) => within(client, () => work(db))),
    close: () => pool.end(),
  };
}

async function within<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (e) {
    await client.query('rollback').catch(() => undefined); // a lost connection has rolled back by itself
    throw e;
  }
}

type Asked = pg.Pool | pg.PoolClient;
const connections = new WeakMap<Asked, Connection>();
const asked = new WeakMap<Connection, Asked>();

/** Kysely over one client, made once for each: what it puts together is sent there, and `run` sends there without it. */
function connectionTo(client: Asked): Connection {
  const known = connections.get(client);
  if (known) return known;
  const lent = { query: client.query.bind(client), release: () => undefined };
  const pool = { connect: async () => lent, end: async () => undefined } as unknown as pg.Pool;
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  connections.set(client, db);
  asked.set(db, client);
  return db;
}

/** Runs SQL whose text was put together by us. */
export async function run<T>(db: Connection, text: string, values: readonly unknown[]): Promise<T[]> {
  const { rows } = await asked.get(db)!.query<T & pg.QueryResultRow>(text, [...values]);
  return rows;
}

/** Looks at one institution as a whole, for tools, jobs and the demonstration. People look through their session instead. */
export async function lookAt<T>(database: Database, institution: string, look: (db: Connection) => Promise<T>): Promise<T> {
  return await database.transaction(async (db) => {
    await run(db, `select set_config('app.institution', $1, true), set_config('app.scope', 'wide', true)`, [institution]);
    return await look(db);
  });
}
