/** What an event may carry: plain JSON. Money travels as '282150.00', shares as '95%', days as '2026-11-21'. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
export type JsonRecord = { readonly [key: string]: Json | undefined };

/** One text for one value: keys sorted, no spaces, undefined left out. What is hashed is this text. */
export function canonical(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map((v) => canonical(v ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const record = value as JsonRecord;
    const keys = Object.keys(record)
      .filter((k) => record[k] !== undefined)
      .sort();
    return `{${keys.map((k) => `${JSON.stringify(k)}:${canonical(record[k])}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}
