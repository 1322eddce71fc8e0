/**
 * What reading a raw value gives: the value, or what is wrong with it, as data (the catalogue makes a sentence of it).
 * `at` leads to the wrong place inside a structured value: the line of a pack file, the cell of a table.
 */
export type Wrong = {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly at?: readonly (string | number)[];
};
export type Parsed<T> = { readonly value: T } | { readonly wrong: Wrong };

export const parsed = <T>(value: T): Parsed<T> => ({ value });
export const wrong = (code: string, facts: Wrong['facts'] = {}, at?: Wrong['at']): { readonly wrong: Wrong } => ({
  wrong: at === undefined ? { code, facts } : { code, facts, at },
});
export const isWrong = <T>(p: Parsed<T>): p is { readonly wrong: Wrong } => 'wrong' in p;

/** The same fault, seen from outside: its place is below `key`. */
export const within = (key: string | number, w: Wrong): { readonly wrong: Wrong } => ({ wrong: { ...w, at: [key, ...(w.at ?? [])] } });
