import type { Insertable, Updateable } from 'kysely';
import type { Day, Instant } from '../kernel/day.ts';
import type { JsonRecord } from '../kernel/json.ts';
import type { DB, JsonValue } from './schema.generated.ts';

export type Table = keyof DB;
type Home = 'institution_id' | 'case_id';
/** A row as an event writes it. Whose it is (institution, case) the engine adds. */
export type Row<T extends Table> = Omit<Insertable<DB[T]>, Home> & { readonly case_id?: string };
export type Change<T extends Table> = Omit<Updateable<DB[T]>, Home | 'id'>;

/** One row inserted, or the named columns of one row changed, or one sealed: written through a door and never read. Nothing is ever deleted. */
export type Write = {
  readonly table: Table;
  readonly op: 'insert' | 'update' | 'seal';
  readonly id: string;
  readonly row: Readonly<Record<string, unknown>>;
};

export const insert = <T extends Table>(table: T, row: Row<T> & { readonly id: string }): Write => ({
  table,
  op: 'insert',
  id: row.id,
  row: row as Readonly<Record<string, unknown>>,
});
export const update = <T extends Table>(table: T, id: string, change: Change<T>): Write => ({
  table,
  op: 'update',
  id,
  row: { id, ...(change as Readonly<Record<string, unknown>>) },
});

/** An event as its `apply` sees it. */
export type EventSeen<D = JsonRecord> = {
  readonly type: string;
  readonly data: D;
  readonly case: string;
  readonly seq: number;
  readonly on: Day;
  readonly at: Instant;
  readonly actor: string | null;
  /** An id that belongs to this event and the name alone, so that applying it again gives the same rows. */
  readonly rowId: (name: string) => string;
};
/** How events become rows, by event type. The only writer of a capability's tables. */
export type Apply = Readonly<Record<string, (e: EventSeen<never>) => readonly Write[]>>;

/** Several writes to one row become one: a statement may touch a row only once. */
export function merged(writes: readonly Write[]): Write[] {
  const byRow = new Map<string, Write>();
  for (const w of writes) {
    const key = `${w.table}\0${w.id}`;
    const before = byRow.get(key);
    byRow.set(key, before ? { ...before, row: { ...before.row, ...w.row } } : w);
  }
  return [...byRow.values()];
}

/** A value for a jsonb column; the generated types know only mutable JSON. */
export const json = (value: unknown): JsonValue => value as JsonValue;
