import type { ClauseId } from '../../kernel/clause-id.ts';
import type { Answer } from '../../kernel/law.ts';
import { type Fen, showYuan } from '../../kernel/money.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Whole } from '../distribution/scheme.ts';
import { showUnits } from '../distribution/stake.ts';
import type { PartView } from '../distribution/view.ts';
import type { LeaderClass } from '../institution/decisions.ts';
import type { Checked, Met } from '../tax/relief.ts';
import type { EquityTaxed, TaxLine } from './taxing.ts';

/** A part of the split: in fen, or of an investment in hundredths of a percent of the company. */
export type PartLine = {
  readonly part: string;
  readonly title: string;
  readonly to: string;
  readonly inside: string | null;
  readonly share: string;
  readonly amount: bigint;
};
/** What one person would get, in the same unit, and what of it would be withheld. */
export type PersonLine = {
  readonly name: string;
  readonly as: 'team' | 'staff';
  readonly share: string;
  readonly amount: bigint;
  readonly leader: LeaderClass;
  /** Of cash: always there, unless no text says how wages are withheld from. */
  readonly tax?: TaxLine;
  /** Of shares: what they are worth at the value put in, and the tax on a sale at it. */
  readonly worth?: { readonly value: Fen; readonly taxOnSale?: Fen };
};
/** What a question comes to under one reading of the texts. */
export type Result = {
  readonly received?: Fen;
  readonly net?: Fen;
  readonly costs: readonly { readonly kind: string; readonly amount: Fen }[];
  /** What the scheme divides, and how much of it there is; undefined where no text says how to divide. */
  readonly base?: { readonly of: Whole; readonly amount: bigint };
  readonly schemeClauses: readonly ClauseId[];
  readonly parts: readonly PartView[];
  /** The shares that were divided by: what was said, and the least that the texts demand where nothing was. */
  readonly shares: Readonly<Record<string, string>>;
  readonly lines: readonly PartLine[];
  readonly people: readonly PersonLine[];
  /** Who would have to approve it, step by step; empty where no text says. */
  readonly approval: readonly string[];
  readonly standing: readonly Refusal[];
  readonly warnings: readonly Refusal[];
  readonly answers: readonly Answer<unknown>[];
  readonly relief: { readonly stands: Met; readonly checks: readonly Checked[] };
  readonly equityTax?: EquityTaxed['treatments'];
};
/** An amount in the unit of what is divided: 282,150.00 of money, 28.00% of a company. */
export const showPart = (r: Pick<Result, 'base'>, amount: bigint): string =>
  r.base?.of === 'stake' ? showUnits(amount) : showYuan(amount);
export const nothing: Result = {
  costs: [],
  schemeClauses: [],
  parts: [],
  shares: {},
  lines: [],
  people: [],
  approval: [],
  standing: [],
  warnings: [],
  answers: [],
  relief: { stands: 'no', checks: [] },
};
/** Warnings beside what refuses. */
export const weighed = (all: readonly Refusal[]): Pick<Result, 'standing' | 'warnings'> => ({
  standing: all.filter((r) => r.how !== 'warning'),
  warnings: all.filter((r) => r.how === 'warning'),
});
