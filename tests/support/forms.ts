import type { FieldShape } from '../../packages/kernel/field.ts';

type Path = readonly (string | number)[];
const someId = '00000000-0000-4000-8000-000000000001';

/** A value that a field of this shape reads without a fault. */
export function sample(shape: FieldShape): unknown {
  if (shape.kind === 'group') return form(shape.fields ?? {});
  if (shape.kind === 'shares') return [{ person: someId, share: '100%' }];
  if (shape.kind === 'list' || shape.kind === 'scores') return Array.from({ length: shape.least ?? 1 }, () => sample(shape.of!));
  if (shape.register) return someId;
  if (shape.options) return shape.options[0];
  const plain = {
    money: '1.00',
    share: '50%',
    points: '1',
    day: '2026-03-02',
    period: '15日',
    recurrence: '每季度',
    count: 1,
    'yes-no': true,
  };
  return (plain as Readonly<Record<string, unknown>>)[shape.kind] ?? '字';
}
/** An input that a command with these fields reads without a fault, every field filled in. */
export const form = (shapes: Readonly<Record<string, FieldShape>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(shapes).map(([k, s]) => [k, sample(s)]));

export type Spot = { readonly path: Path; readonly shape: FieldShape };
/** Every place in such an input that has a field, those inside lists and groups too. */
export function spots(shapes: Readonly<Record<string, FieldShape>>, above: Path = []): Spot[] {
  const inside = (shape: FieldShape, path: Path): Spot[] => {
    if (shape.fields) return spots(shape.fields, path);
    if (shape.of) return [{ path: [...path, 0], shape: shape.of }, ...inside(shape.of, [...path, 0])];
    return [];
  };
  return Object.entries(shapes).flatMap(([key, shape]) => {
    const path = [...above, key];
    return [{ path, shape }, ...inside(shape, path)];
  });
}

/** The input with another value at one place. */
export function spoiled(input: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(input)) return input.map((x, i) => (i === step ? spoiled(x, rest, value) : x));
  const record = input as Readonly<Record<string, unknown>>;
  return { ...record, [step]: spoiled(record[step], rest, value) };
}
