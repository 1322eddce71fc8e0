import type { Recorded } from '../kernel/command.ts';
import { type FieldShape, fields, optional } from '../kernel/field.ts';
import { day, paper, text } from '../kernel/field-kinds.ts';
import type { JsonRecord } from '../kernel/json.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Reference } from './context.ts';

/** Who asks: a person of an institution. Passed deadlines and jobs ask without a person. */
export type Asker = { readonly institution: string; readonly person: string | null };

/** A command as it is asked for. */
export type Ask = {
  readonly command: string;
  readonly case?: string;
  readonly input: unknown;
  /** The same key asks the same thing: a second time nothing more happens and the first answer comes back. */
  readonly key?: string;
  /** The last event the asker saw in this case: refused where somebody else has acted since. */
  readonly seen?: number;
  /** Entered for another who decided (代录). */
  readonly recorded?: unknown;
};

export type Accepted = {
  readonly accepted: true;
  readonly case: string;
  readonly number: string | null;
  readonly events: readonly { readonly stream: string; readonly seq: number; readonly type: string }[];
  /** Codes of the findings it opened. */
  readonly findings: readonly string[];
  readonly warnings: readonly Refusal[];
};
export type Refused = { readonly accepted: false; readonly refusals: readonly Refusal[] };
export type Result = Accepted | Refused;
/** What a command would do now, with this input. */
export type Preview = {
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Refusal[];
  /** Findings that a recorded fact would open. */
  readonly findings: readonly Refusal[];
  readonly happens: readonly { readonly event: string; readonly data: JsonRecord }[];
};

/** Who decided, the day it happened, and the paper that shows it. */
export const recordedFields = fields({ decidedBy: text(100), on: day(), paper: optional(paper()) });
export const asRecorded = (r: { decidedBy: string; on: string; paper: string | undefined }): Recorded => ({
  decidedBy: r.decidedBy,
  on: r.on,
  ...(r.paper ? { paper: r.paper } : {}),
});

/** Every record the input names, and where. */
export function referencesIn(shapes: Readonly<Record<string, FieldShape>>, raw: unknown): Reference[] {
  const found: Reference[] = [];
  const walk = (shape: FieldShape, value: unknown, at: readonly (string | number)[]): void => {
    if (value === undefined || value === null) return;
    if (shape.register && typeof value === 'string' && value !== '') found.push({ register: shape.register, id: value, at });
    if (shape.of && Array.isArray(value)) for (const [i, item] of value.entries()) walk(shape.of, item, [...at, i]);
    if (shape.fields && typeof value === 'object') {
      for (const [key, inner] of Object.entries(shape.fields)) walk(inner, (value as Record<string, unknown>)[key], [...at, key]);
    }
  };
  for (const [key, shape] of Object.entries(shapes)) walk(shape, (raw as Record<string, unknown> | undefined)?.[key], [key]);
  return found;
}
