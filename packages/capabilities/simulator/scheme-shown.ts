import type { Answered } from '../../kernel/law.ts';
import type { Bound, ShareLimit } from '../../kernel/rule-kinds.ts';
import { partViews } from '../distribution/part-views.ts';
import type { Scheme } from '../distribution/scheme.ts';
import type { Bases } from '../distribution/split.ts';
import type { Question } from './question.ts';
import type { Result } from './result.ts';
import { sharesOf } from './suggestion.ts';

type Shown = Pick<Result, 'base' | 'schemeClauses' | 'parts' | 'shares'>;

/** How the texts divide, what they bound, and the shares to divide by: those that were said, else the least that is demanded. */
export function schemeShown(
  q: Question,
  law: { readonly scheme: Answered<Scheme>; readonly floors: readonly Bound<ShareLimit>[] },
  bases: Bases,
): Shown {
  const { value: scheme, clauses } = law.scheme;
  return {
    shares: sharesOf({ scheme, floors: law.floors, bases, said: q.shares }),
    base: { of: scheme.base, amount: bases[scheme.base] },
    schemeClauses: clauses,
    parts: partViews({ scheme, clauses, floors: law.floors, bases }),
  };
}
