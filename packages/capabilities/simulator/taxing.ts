import type { Day } from '../../kernel/day.ts';
import type { Answer } from '../../kernel/law.ts';
import { type Fen, readYuan } from '../../kernel/money.ts';
import { isWrong } from '../../kernel/parsed.ts';
import { one } from '../../kernel/ratio.ts';
import { type Refusal, refuseField } from '../../kernel/refusal.ts';
import { investmentTax } from '../tax/equity.ts';
import { type AwardTax, awardTax, type Payee } from '../tax/estimate.ts';
import { type Checked, checkRelief, type Met, reliefStands } from '../tax/relief.ts';
import { cashTaxRules, equityTaxRules } from '../tax/rules.ts';
import { answers, type Ground } from './asking.ts';
import type { Member, Question } from './question.ts';

/** The withholding line of one cash award: without relief, and with it where the texts know one for this way of conversion. */
export type TaxLine = { readonly plain: AwardTax; readonly relieved?: AwardTax; readonly payKnown: boolean };
export type Taxed = {
  /** One line for each award, in order; undefined where no text says how wages are withheld from. */
  readonly lines: readonly TaxLine[] | undefined;
  readonly checks: readonly Checked[];
  readonly relief: Met;
  readonly refusals: readonly Refusal[];
  readonly answers: readonly Answer<unknown>[];
};
const title = 'the estimate of tax';
type Award = { readonly member: Member; readonly amount: Fen };

/** What each award would cost in tax: an estimate from what was said, for the month of payment. */
export function taxAwards(q: Question, awards: readonly Award[], g: Ground): Taxed {
  if (awards.length === 0) return { lines: [], checks: [], relief: reliefStands([]), refusals: [], answers: [] };
  const asked = (priorYear: string) => answers(title, cashTaxRules, groundOf(q, priorYear, g));
  const general = asked('more');
  const table = general.law['withholding-table']?.value;
  const counted = general.law['award-counted']?.value;
  const checks = counted ? checkRelief({ ...q.relief, receivedOn: q.receivedOn, paidOn: q.paidOn }, general.law, g.calendar) : [];
  const pays = awards.map((a, i) => payOf(a.member, i));
  const lines = awards.map(({ member, amount }, i): TaxLine | undefined => {
    const prior = member.littleBefore ? 'at-most-60000' : 'more';
    const basic = asked(prior).law['basic-deduction']?.value;
    if (!table || !basic) return undefined;
    const { payee } = pays[i]!;
    const about = { withholding: { table, basic }, award: amount, month: monthOf(q.paidOn), ...(payee ? { payee } : {}) };
    const plain = awardTax({ ...about, counted: one });
    return { plain, ...(counted ? { relieved: awardTax({ ...about, counted }) } : {}), payKnown: payee !== undefined };
  });
  const known = lines.filter((l) => l !== undefined);
  return {
    lines: known.length === lines.length ? known : undefined,
    checks,
    relief: reliefStands(checks),
    refusals: pays.flatMap((p) => p.refusals),
    answers: general.answers,
  };
}
const monthOf = (day: Day): number => Number(day.slice(5, 7));

const groundOf = (q: Question, priorYear: string, g: Ground) => ({
  ...g,
  ground: { given: { mode: q.mode, priorYear }, dates: { paidOn: q.paidOn } },
});

/** What he is paid, where that was said; what cannot be read is refused at its field. */
function payOf(m: Member, i: number): { readonly payee?: Payee; readonly refusals: readonly Refusal[] } {
  if (!m.wage) return { refusals: [] };
  const [wage, deducted] = [readYuan(m.wage), readYuan(m.deducted || '0')];
  const refusals = [
    ...(isWrong(wage) ? [refuseField({ ...wage.wrong, at: ['team', i, 'wage'] })] : []),
    ...(isWrong(deducted) ? [refuseField({ ...deducted.wrong, at: ['team', i, 'deducted'] })] : []),
  ];
  return isWrong(wage) || isWrong(deducted) ? { refusals } : { payee: { wage: wage.value, deducted: deducted.value }, refusals };
}

/** How shares are taxed: what the texts say, and what a sale at the value they were put in at would cost. */
export type EquityTaxed = {
  readonly treatments: readonly { readonly treatment: string; readonly clauses: readonly string[] }[];
  readonly onSale: readonly (Fen | undefined)[];
  readonly answers: readonly Answer<unknown>[];
};
export function taxShares(q: Question, values: readonly Fen[], g: Ground): EquityTaxed {
  if (values.length === 0) return { treatments: [], onSale: [], answers: [] };
  const { law, answers: asked } = answers(title, equityTaxRules, groundOf(q, 'more', g));
  const equity = law['equity-tax'];
  const rate = law['equity-sale-rate']?.value;
  return {
    treatments: (equity?.value ?? []).map((treatment) => ({
      treatment,
      clauses: equity!.trace.considered.filter((c) => c.because === 'applies' && [c.value].flat().includes(treatment)).map((c) => c.clause),
    })),
    onSale: values.map((v) => (rate ? investmentTax({ appraised: v, cost: 0n, sold: v, fees: 0n, rate }).deferred : undefined)),
    answers: asked,
  };
}
