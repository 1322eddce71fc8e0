import { admits, showLimits } from '../../kernel/limits.ts';
import { ratio, showPercent } from '../../kernel/ratio.ts';
import type { Bound, ShareLimit } from '../../kernel/rule-kinds.ts';

/** What a meeting came to, in heads. Votes that the minutes do not give are not there. */
export type Heads = { readonly entitled: number; readonly present: number; readonly inFavour?: number | undefined };
/** One text's condition and what came of it. */
export type Demand = {
  readonly clause: string;
  readonly counts: string;
  readonly base: string;
  readonly counted: number;
  readonly of: number;
  readonly share: string;
  readonly limits: string;
  readonly met: boolean;
};

/** The denominator is what each text says, all who may vote or those present (K9); what cannot be counted is not weighed. */
export function demandsOf(bounds: readonly Bound<ShareLimit>[], heads: Heads): Demand[] {
  return bounds.flatMap(({ limit, clause }): Demand[] => {
    const of = limit.of === 'attending-members' ? heads.present : heads.entitled;
    const counted = limit.counts === 'attending' ? heads.present : heads.inFavour;
    if (of === 0 || counted === undefined) return [];
    const share = ratio(BigInt(counted), BigInt(of));
    const said = { clause, counts: limit.counts, base: limit.of, counted, of };
    return [{ ...said, share: showPercent(share), limits: showLimits(limit.limits), met: admits(limit.limits, share) }];
  });
}

/** More than half of all who may vote: what is usual where no text says (R4-011). */
export const usualMajority: Bound<ShareLimit> = {
  clause: '004:5',
  force: 'should',
  limit: { counts: 'in-favour', of: 'entitled-members', limits: [{ min: ratio(1n, 2n), above: true }] },
};
