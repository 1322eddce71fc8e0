import type { Question } from '../../../../packages/capabilities/simulator/question.ts';

/** Changes one thing about the question. */
export type Change = (more: Partial<Question>) => void;
export type Asked = {
  readonly q: Question;
  readonly change: Change;
  /** Whether something is refused at this place of the question. */
  readonly bad: (...at: readonly (string | number)[]) => boolean;
};

/** One of a list changed, or left out where nothing is put in its place. */
export const at = <T>(list: readonly T[], i: number, put: Partial<T>): readonly T[] => list.map((x, n) => (n === i ? { ...x, ...put } : x));
export const without = <T>(list: readonly T[], i: number): readonly T[] => list.filter((_, n) => n !== i);

/** The question as an address holds it: only what was said. */
export function addressOf(q: Question): Record<string, unknown> {
  const empty = (v: unknown): boolean =>
    Array.isArray(v) ? v.length === 0 : typeof v === 'object' && v !== null && Object.keys(v).length === 0;
  return Object.fromEntries(Object.entries(q).filter(([, v]) => !empty(v)));
}
