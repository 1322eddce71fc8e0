import { type CompiledQuery, DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { type Connection, run } from './database.ts';
import type { DB } from './schema.generated.ts';

/** A question to the database: its text is put together once, and only the values differ from one asking to the next. */
export type Question<V, R> = {
  readonly list: (db: Connection, values: V) => Promise<R[]>;
  /** The first row, where there is one. */
  readonly find: (db: Connection, values: V) => Promise<R | undefined>;
  /** The first row; a fault where there is none. */
  readonly get: (db: Connection, values: V) => Promise<R>;
};

/** Stands in the text for a value that is not known yet; nothing may depend on it but the place where it stands. */
class Blank {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  [Symbol.toPrimitive](): never {
    throw new Error(`the text of a question cannot depend on ${this.name}`);
  }
}
const blanks = new Proxy({}, { get: (_, name) => new Blank(String(name)) });

/** Writes texts and has no connection. */
const writer: Connection = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** `put` is called once, at the first asking, with blanks for values: a list of values stands as `= any (…)`, not as `in`. */
export function question<V extends object, R>(put: (db: Connection, values: V) => { compile: () => CompiledQuery<R> }): Question<V, R> {
  let text: string | undefined;
  let places: readonly unknown[] = [];
  const list = (db: Connection, values: V): Promise<R[]> => {
    if (text === undefined) {
      const compiled = put(writer, blanks as V).compile();
      text = compiled.sql;
      places = compiled.parameters;
    }
    const given = values as Readonly<Record<string, unknown>>;
    return run<R>(
      db,
      text,
      places.map((p) => (p instanceof Blank ? given[p.name] : p)),
    );
  };
  const find = async (db: Connection, values: V): Promise<R | undefined> => (await list(db, values))[0];
  return {
    list,
    find,
    get: async (db, values) => {
      const row = await find(db, values);
      if (row === undefined) throw new Error(`no row answers: ${text}`);
      return row;
    },
  };
}
