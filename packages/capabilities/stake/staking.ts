import type { Day } from '../../kernel/day.ts';
import { fenOf } from '../../kernel/money.ts';
import { readRatio } from '../../kernel/ratio.ts';
import type { Holder } from '../distribution/stake.ts';
import { leaderClassOn, type Post } from '../institution/decisions.ts';

export type Person = { readonly person: string; readonly name: string; readonly posts: readonly Post[] };
/** One of the team or of the transfer staff, with his agreed share of the team's pool, or of the whole stake. */
export type Sharer = Person & {
  readonly staffNo: string;
  readonly unit: string | null;
  readonly part: string;
  readonly share: string;
  readonly units: string;
};
/** A contributor who is to hold no shares; what he gets in cash, where he does. */
export type Apart = Person & {
  readonly staffNo: string;
  readonly unit: string | null;
  readonly amount: string;
  readonly measure: string | null;
};
/** Everything that allocating one stake rests on. Money in yuan, parts of the company in percent ('28.00'), as text. */
export type Staking = {
  readonly issuer: string;
  readonly number: string | null;
  readonly title: string;
  readonly mode: string;
  readonly company: string;
  readonly value: string;
  readonly units: string;
  readonly acquiredOn: Day;
  readonly proposal: number;
  readonly approvalBody: string | null;
  readonly lines: readonly {
    readonly part: string;
    readonly title: string;
    readonly destination: string;
    readonly inside: string | null;
    readonly share: string;
    readonly units: string;
  }[];
  readonly sharers: readonly Sharer[];
  readonly apart: readonly Apart[];
  readonly contributors: readonly Person[];
  /** People that the input names. */
  readonly named: readonly Person[];
  readonly bodies: readonly { readonly code: string; readonly title: string }[];
};

/** '28.00' → 2800 hundredths of a percent: written as yuan are. */
export const unitsOf = (written: string): bigint => fenOf(written);
export const holderOf = (p: Sharer): Holder => ({ name: p.name, share: readRatio(p.share)!, posts: p.posts });
/** What the rules on a stake are asked about: the mode, the weightiest post among the contributors, the day it was acquired, the day of the act. */
export const askedOf = (f: Staking, on: Day) => ({
  given: {
    mode: f.mode,
    leader: leaderClassOn(
      f.contributors.flatMap((c) => c.posts),
      on,
    ),
  },
  dates: { receivedOn: f.acquiredOn, checkedOn: on },
});
