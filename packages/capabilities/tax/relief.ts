import type { Calendar } from '../../kernel/calendar.ts';
import type { ClauseId } from '../../kernel/clause-id.ts';
import { addMonths, type Day } from '../../kernel/day.ts';
import type { JsonRecord } from '../../kernel/json.ts';
import type { Answered } from '../../kernel/law.ts';
import { lastDay, type Period, showPeriod } from '../../kernel/period.ts';
import type { Bound } from '../../kernel/rule-kinds.ts';
import { type DayOfNextMonth, type ReliefCondition, reliefConditions } from './rules.ts';

/**
 * Who pays the award: state-set institute or public university; a private one that is registered, of that business and tax-exempt; a hospital
 * that has been found to be one of these; a hospital of which nobody has said; anybody else.
 */
export const payers = ['state-set', 'private-qualified', 'hospital-qualified', 'hospital', 'other'] as const;
export type Payer = (typeof payers)[number];
export type Met = 'yes' | 'no' | 'unknown';

/** What is known of one award. What is left out is not known, and is asked. */
export type ReliefFacts = {
  readonly payer?: Payer;
  readonly contributor?: boolean;
  readonly published?: boolean;
  readonly contractRegistered?: boolean;
  readonly separateAccounts?: boolean;
  readonly notOrdinaryPay?: boolean;
  readonly receivedOn: Day;
  readonly paidOn: Day;
  readonly filedOn?: Day;
};
export type ReliefLaw = {
  readonly 'award-relief-conditions'?: Answered<readonly string[]> | undefined;
  readonly 'award-relief-window'?: Answered<readonly Bound<Period>[]> | undefined;
  readonly 'award-relief-filing'?: Answered<DayOfNextMonth> | undefined;
};
/** One condition of the relief: whether it is met, in whose name, and the days it turns on. */
export type Checked = {
  readonly condition: ReliefCondition;
  readonly met: Met;
  readonly clauses: readonly ClauseId[];
  readonly facts: JsonRecord;
};

/** Every condition that the texts name, checked one by one. Only where all are met may the relief be taken. */
export function checkRelief(facts: ReliefFacts, law: ReliefLaw, calendar: Calendar): readonly Checked[] {
  const conditions = law['award-relief-conditions'];
  const named = reliefConditions.filter((c) => conditions?.value.includes(c));
  return named.map((condition) => ({
    condition,
    clauses: conditions!.trace.considered
      .filter((c) => c.because === 'applies' && (c.value as readonly string[]).includes(condition))
      .map((c) => c.clause),
    ...checkOne(condition, facts, { law, calendar }),
  }));
}
/** Whether the relief may be taken: unknown as long as something is not known and nothing fails. */
export const reliefStands = (checked: readonly Checked[]): Met => {
  if (checked.length === 0 || checked.some((c) => c.met === 'no')) return 'no';
  return checked.every((c) => c.met === 'yes') ? 'yes' : 'unknown';
};

const said = (answer: boolean | undefined): { readonly met: Met; readonly facts: JsonRecord } => ({
  met: answer === undefined ? 'unknown' : answer ? 'yes' : 'no',
  facts: {},
});
const payerMet: Readonly<Record<Payer, boolean | undefined>> = {
  'state-set': true,
  'private-qualified': true,
  'hospital-qualified': true,
  hospital: undefined,
  other: false,
};

function checkOne(
  condition: ReliefCondition,
  f: ReliefFacts,
  { law, calendar }: { readonly law: ReliefLaw; readonly calendar: Calendar },
): { readonly met: Met; readonly facts: JsonRecord } {
  switch (condition) {
    case 'payer':
      return said(f.payer && payerMet[f.payer]);
    case 'contributor':
      return said(f.contributor);
    case 'published':
      return said(f.published);
    case 'contract-registered':
      return said(f.contractRegistered);
    case 'separate-accounts':
      return said(f.separateAccounts);
    case 'not-ordinary-pay':
      return said(f.notOrdinaryPay);
    case 'within-window':
      return withinWindow(f, law['award-relief-window'], calendar);
    case 'filed':
      return filedInTime(f, law['award-relief-filing'], calendar);
  }
}

/** Counted from each actual receipt; its last day still counts (K3). A window in somebody's favour is not moved by a day of rest. */
function withinWindow(f: ReliefFacts, window: ReliefLaw['award-relief-window'], calendar: Calendar) {
  if (!window) return said(undefined);
  const ends = window.value.map((b) => ({ until: lastDay(b.limit, f.receivedOn, { calendar, is: 'floor' }).lastDay, period: b.limit }));
  const first = ends.toSorted((a, b) => a.until.localeCompare(b.until))[0]!;
  const facts = { receivedOn: f.receivedOn, paidOn: f.paidOn, until: first.until, period: showPeriod(first.period) };
  return { ...said(f.paidOn >= f.receivedOn && f.paidOn <= first.until), facts };
}

/** By the named day of the month after the payment; a duty that ends on a day of rest rolls (K5). */
function filedInTime(f: ReliefFacts, filing: ReliefLaw['award-relief-filing'], calendar: Calendar) {
  if (!filing) return said(undefined);
  const next = addMonths(`${f.paidOn.slice(0, 7)}-01`, 1);
  const named = `${next.slice(0, 8)}${String(filing.value.day).padStart(2, '0')}`;
  const by = calendar.nextWorkingDay(named);
  return { ...said(f.filedOn === undefined ? undefined : f.filedOn <= by), facts: { by, named, provisional: calendar.isProvisional(by) } };
}
