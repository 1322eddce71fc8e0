import { isWrong, type Parsed, parsed, type Wrong, within, wrong } from './parsed.ts';

/** What a form, a JSON schema and a message need to know of a field: plain data. */
export type FieldShape = {
  readonly kind: string;
  readonly required: boolean;
  readonly options?: readonly string[];
  readonly register?: string;
  readonly least?: number;
  readonly most?: number;
  readonly of?: FieldShape;
  readonly fields?: Readonly<Record<string, FieldShape>>;
};

/** A field: how a raw JSON value becomes a typed one, and its shape. An optional field reads nothing as undefined. */
export type Field<T> = { readonly shape: FieldShape; readonly read: (raw: unknown) => Parsed<T> };

const isEmpty = (raw: unknown): boolean => raw === undefined || raw === null || raw === '';

/** No database keeps a zero character or half of a surrogate pair. */
const canBeKept = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** A kind of field whose values are written as text. */
export const textual = <T>(kind: string, read: (raw: string) => Parsed<T>, more: Partial<FieldShape> = {}): Field<T> => ({
  shape: { kind, required: true, ...more },
  read: (raw) => {
    if (isEmpty(raw)) return wrong('field.required');
    if (typeof raw !== 'string') return wrong('field.not_text');
    return canBeKept(raw) ? read(raw) : wrong('field.not_writable');
  },
});

export const optional = <T>(field: Field<T>): Field<T | undefined> => ({
  shape: { ...field.shape, required: false },
  read: (raw) => (isEmpty(raw) ? parsed(undefined) : field.read(raw)),
});

export const list = <T>(of: Field<T>, size: { readonly least?: number; readonly most?: number } = {}): Field<readonly T[]> => ({
  shape: {
    kind: 'list',
    required: (size.least ?? 0) > 0,
    of: of.shape,
    ...(size.least ? { least: size.least } : {}),
    ...(size.most ? { most: size.most } : {}),
  },
  read: (raw) => {
    const given = isEmpty(raw) ? [] : raw;
    if (!Array.isArray(given)) return wrong('field.not_a_list');
    if (given.length < (size.least ?? 0))
      return given.length === 0 ? wrong('field.required') : wrong('field.too_few', { least: size.least! });
    if (given.length > (size.most ?? 1000)) return wrong('field.too_many', { most: size.most ?? 1000 });
    const values: T[] = [];
    for (const [i, item] of given.entries()) {
      const one = of.read(item);
      if (isWrong(one)) return within(i, one.wrong);
      values.push(one.value);
    }
    return parsed(values);
  },
});

type Values<F extends Readonly<Record<string, Field<unknown>>>> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** A record of fields. Unknown keys are refused, so that a misspelt one is not silently lost. */
export const group = <const F extends Readonly<Record<string, Field<unknown>>>>(fields: F): Field<Values<F>> => ({
  shape: { kind: 'group', required: true, fields: shapesOf(fields) },
  read: (raw) => {
    const all = readFields(fields, raw);
    const [first] = all.wrongs;
    return first === undefined ? parsed(all.values as Values<F>) : { wrong: first };
  },
});

/** The fields of a command: as a group, but every fault is reported, each at its field. */
export type Fields<I> = {
  readonly shape: Readonly<Record<string, FieldShape>>;
  readonly read: (raw: unknown) => { readonly values: I } | { readonly wrongs: readonly Wrong[] };
};
export type InputOf<F> = F extends Fields<infer I> ? I : never;

export const fields = <const F extends Readonly<Record<string, Field<unknown>>>>(all: F): Fields<Values<F>> => ({
  shape: shapesOf(all),
  read: (raw) => {
    const { values, wrongs } = readFields(all, raw);
    return wrongs.length > 0 ? { wrongs } : { values: values as Values<F> };
  },
});

const shapesOf = (all: Readonly<Record<string, Field<unknown>>>): Record<string, FieldShape> =>
  Object.fromEntries(Object.entries(all).map(([k, f]) => [k, f.shape]));

function readFields(all: Readonly<Record<string, Field<unknown>>>, raw: unknown) {
  const given = isEmpty(raw) ? {} : raw;
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { values: {}, wrongs: [wrong('field.not_a_record').wrong] };
  const record = given as Readonly<Record<string, unknown>>;
  const values: Record<string, unknown> = {};
  const wrongs: Wrong[] = Object.keys(record)
    .filter((k) => !Object.hasOwn(all, k))
    .map((k) => within(k, wrong('field.unknown').wrong).wrong);
  for (const [key, field] of Object.entries(all)) {
    const one = field.read(Object.hasOwn(record, key) ? record[key] : undefined);
    if (isWrong(one)) wrongs.push(within(key, one.wrong).wrong);
    else values[key] = one.value;
  }
  return { values, wrongs };
}
