import { staffPart } from '../../../../packages/capabilities/distribution/stake.ts';
import { type PartLine, type PersonLine, type Result, showPart } from '../../../../packages/capabilities/simulator/result.ts';
import { taxRules } from '../../../../packages/capabilities/tax/rules.ts';
import { type Fen, showYuan } from '../../../../packages/kernel/money.ts';
import type { Words } from '../words/words.ts';
import type { Say } from './say.ts';
import { taxTaken } from './tax-taken.ts';

/** One amount that is asked about: how it came about, and the rules whose clauses it rests on. */
export type Why = {
  readonly name: string;
  readonly amount: string;
  readonly steps: readonly (readonly [string, string])[];
  readonly note: string;
  readonly rules: readonly string[];
  readonly part?: string;
};

const dividing = ['distribution-parts', 'reward-limits', 'inner-split', 'leader-cash', 'leader-equity', 'staff-incentives'];

/** A part as its text calls it; what the transfer staff hold is a part that no text names. */
export const titleOf = (l: Pick<PartLine, 'part' | 'title'>, say: Say): string => (l.part === staffPart.id ? say('staff-shares') : l.title);

/** Every amount of a result and how it came about. */
export function amountsOf(r: Result, { say, word }: Pick<Words, 'word'> & { readonly say: Say }) {
  const units = r.base?.of === 'stake';
  const shown = (amount: bigint): string => showPart(r, amount);
  /** What came in, the costs, and what is left of it. */
  const income: readonly (readonly [string, string])[] =
    r.received === undefined
      ? []
      : [
          [say(units ? 'amount.equity' : 'row.received'), showYuan(r.received)],
          ...r.costs.map((c) => [`− ${word(`option:deduction.${c.kind}`)}`, `−${showYuan(c.amount)}`] as const),
          ...(r.net === undefined ? [] : [[`= ${say('row.net')}`, showYuan(r.net)] as const]),
        ];
  const base = r.base ? ([word(`option:base.${r.base.of}`), shown(r.base.amount)] as const) : undefined;
  const pool = (p: PersonLine): bigint =>
    r.lines
      .filter((l) => l.inside === null && (p.as === 'staff' ? l.part === staffPart.id : l.to === 'persons' && l.part !== staffPart.id))
      .reduce((a, l) => a + l.amount, 0n);
  return {
    income,
    ofNet: (amount: string): Why => ({
      name: say('row.net'),
      amount,
      steps: income,
      note: '',
      rules: ['income-stays', 'net-income-deductions'],
    }),
    ofPart: (l: PartLine): Why => ({
      name: titleOf(l, say),
      amount: shown(l.amount),
      steps: [...income, ...(base && units ? [base] : []), [`${base?.[1] ?? ''} × ${l.share}`, shown(l.amount)]],
      note: say(units ? 'why.units' : 'why.rounding'),
      rules: units ? dividing : ['net-income-deductions', ...dividing],
      part: l.part,
    }),
    ofPerson: (p: PersonLine): Why => ({
      name: p.name,
      amount: shown(p.amount),
      steps: [
        [say('row.parts'), shown(pool(p))],
        [`${shown(pool(p))} × ${p.share}`, shown(p.amount)],
      ],
      note: say(units ? 'why.units' : 'why.team'),
      rules: dividing,
    }),
    ofTax: (p: PersonLine, tax: Fen): Why => ({
      name: `${p.name} ${say('row.tax')}`,
      amount: showYuan(tax),
      steps: [
        [p.name, showYuan(p.amount)],
        [say('tax.counted'), showYuan(taxTaken(p, r)!.counted)],
        [say('row.tax'), showYuan(tax)],
      ],
      note: say('why.tax'),
      rules: taxRules.map((x) => x.id),
    }),
  };
}
