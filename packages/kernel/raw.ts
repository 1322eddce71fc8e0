import { type Wrong, within, wrong } from './parsed.ts';

/** A record as a file or a request brings it, before anything of it has been read. */
export type Raw = Readonly<Record<string, unknown>>;
export const isRecord = (raw: unknown): raw is Raw => typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** The record without the keys that have no value, as `exactOptionalPropertyTypes` would have it. */
export function defined<T extends Raw>(record: T): { readonly [K in keyof T]?: NonNullable<T[K]> } {
  const said = Object.entries(record).filter(([, v]) => v !== undefined && v !== null);
  return Object.fromEntries(said) as { [K in keyof T]?: NonNullable<T[K]> };
}

/** The first key that nothing here reads: a slip of the pen would otherwise pass in silence. */
export function unknownKey(raw: Raw, known: readonly string[]): { readonly wrong: Wrong } | undefined {
  const extra = Object.keys(raw).find((k) => !known.includes(k));
  return extra === undefined ? undefined : within(extra, wrong('pack.unknown_key', { key: extra, known: known.join(', ') }).wrong);
}
