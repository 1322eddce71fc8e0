import { readDay } from './day.ts';
import type { DayOrAsk } from './pack.ts';
import type { PackFile } from './pack-file.ts';
import { isWrong } from './parsed.ts';
import { isRecord, type Raw } from './raw.ts';

export type Path = readonly (string | number)[];

/** Reads the keys of one record in a pack file, recording a fault at the key that is missing, unknown or of the wrong form. */
export class Keys {
  readonly #source: PackFile;
  readonly #raw: Raw;
  readonly #path: Path;
  constructor(source: PackFile, raw: Raw, path: Path, known: readonly string[]) {
    this.#source = source;
    this.#raw = raw;
    this.#path = path;
    for (const key of Object.keys(raw)) {
      if (!known.includes(key)) source.fault([...path, key], 'pack.unknown_key', { key, known: known.join(', ') });
    }
  }
  text(key: string): string | undefined {
    const value = this.#raw[key];
    if (value === undefined || (typeof value === 'string' && value.trim() !== '')) return value;
    this.#source.fault([...this.#path, key], 'pack.not_a_text', { key });
    return undefined;
  }
  needs(key: string): string {
    const value = this.text(key);
    if (value === undefined && this.#raw[key] === undefined) this.#source.fault(this.#path, 'pack.missing_key', { key });
    return value ?? '';
  }
  oneOf<T extends string>(key: string, of: readonly T[], otherwise?: T): T {
    const value = otherwise === undefined ? this.needs(key) : (this.text(key) ?? otherwise);
    if (of.includes(value as T)) return value as T;
    if (value !== '') this.#source.fault([...this.#path, key], 'pack.not_offered', { key, given: value, offered: of.join(', ') });
    return of[0]!;
  }
  day(key: string): DayOrAsk | undefined {
    const value = this.text(key);
    if (value === undefined || value === 'ask') return value;
    const day = readDay(value);
    if (!isWrong(day)) return day.value;
    this.#source.fault([...this.#path, key], day.wrong.code, day.wrong.facts);
    return undefined;
  }
  records(key: string): readonly (readonly [Raw, Path])[] {
    const value = this.#raw[key];
    if (value === undefined) return [];
    const path = [...this.#path, key];
    if (!Array.isArray(value)) {
      this.#source.fault(path, 'pack.not_a_list', { key });
      return [];
    }
    return value.flatMap((item, i): [Raw, Path][] => {
      if (isRecord(item)) return [[item, [...path, i]]];
      this.#source.fault([...path, i], 'pack.not_a_record', { key });
      return [];
    });
  }
}

/** The known words that share most letters with the one given, so that the fault can say what to write instead. */
export function nearest(given: string, known: readonly string[]): string {
  const pairs = (s: string): Set<string> => new Set([...s].slice(1).map((c, i) => s[i]! + c));
  const wanted = pairs(given);
  const score = (s: string): number => [...pairs(s)].filter((p) => wanted.has(p)).length / (s.length + given.length);
  return [...known]
    .sort((a, b) => score(b) - score(a))
    .slice(0, 3)
    .join(', ');
}
