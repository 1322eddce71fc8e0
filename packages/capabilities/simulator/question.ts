import { type Day, readDay } from '../../kernel/day.ts';
import { isWrong } from '../../kernel/parsed.ts';
import { defined, isRecord, type Raw } from '../../kernel/raw.ts';
import { type Mode, modes } from '../conversion/rules.ts';
import { type LeaderClass, leaderClasses } from '../institution/decisions.ts';
import { type Payer, payers } from '../tax/relief.ts';

/** One of those who are to be awarded. Amounts and shares stand as they were typed: the commands that read them say what is wrong with them. */
export type Member = {
  readonly name: string;
  readonly share: string;
  readonly leader: LeaderClass;
  /** A leader who has left the office: his last day in it. */
  readonly leftOn?: Day;
  /** The unit's measure on which a chief leader's cash award rests. */
  readonly measure?: string;
  /** What he is paid every month of the year, and what is deducted of it beside the basic deduction. */
  readonly wage?: string;
  readonly deducted?: string;
  /** Whether he earned no more than 60,000 in the year before, at this payer, in every month. */
  readonly littleBefore?: boolean;
};
export type Cost = { readonly kind: string; readonly amount: string; readonly ground?: string };
/** What is said of the award and its payer for the relief; what is left out is not known. */
export type ReliefSaid = {
  readonly payer?: Payer;
  readonly contributor?: boolean;
  readonly published?: boolean;
  readonly contractRegistered?: boolean;
  readonly separateAccounts?: boolean;
  readonly notOrdinaryPay?: boolean;
  readonly filedOn?: Day;
};

/** One “如果…”: what somebody would have decided about. */
export type Question = {
  /** Texts taken as adopted: an id, or `id@from` or `id@from..to` where the institution's own days are known. */
  readonly law: readonly string[];
  readonly mode: Mode;
  /** Money received; of an investment what the achievement is put in at. */
  readonly amount: string;
  /** Of an investment: what the institution's side holds of the company. */
  readonly stake: string;
  readonly receivedOn: Day;
  readonly paidOn: Day;
  readonly costs: readonly Cost[];
  /** Shares of the scheme's base, by part; a part left out has the least that the texts demand. */
  readonly shares: Readonly<Record<string, string>>;
  readonly team: readonly Member[];
  /** Members of the transfer staff who are to hold shares, outside the team's pool. */
  readonly staff: readonly Member[];
  readonly relief: ReliefSaid;
};

/** How many lines an address may bring of anything. */
const most = 50;
const text = (raw: unknown): string | undefined =>
  typeof raw === 'string' ? raw.slice(0, 200) : typeof raw === 'number' ? String(raw) : undefined;
const day = (raw: unknown): Day | undefined => {
  const read = typeof raw === 'string' ? readDay(raw) : undefined;
  return read && !isWrong(read) ? read.value : undefined;
};
const oneOf = <T extends string>(of: readonly T[], raw: unknown): T | undefined => of.find((x) => x === raw);
const yes = (raw: unknown): boolean | undefined => (typeof raw === 'boolean' ? raw : undefined);
const list = <T>(raw: unknown, read: (r: Raw) => T): readonly T[] | undefined =>
  Array.isArray(raw) ? raw.filter(isRecord).slice(0, most).map(read) : undefined;

const readMember = (r: Raw): Member => ({
  name: text(r.name) ?? '',
  share: text(r.share) ?? '',
  leader: oneOf(leaderClasses, r.leader) ?? 'none',
  ...defined({
    leftOn: day(r.leftOn),
    measure: text(r.measure),
    wage: text(r.wage),
    deducted: text(r.deducted),
    littleBefore: yes(r.littleBefore),
  }),
});
const readCost = (r: Raw): Cost => ({
  kind: text(r.kind) ?? 'other',
  amount: text(r.amount) ?? '',
  ...defined({ ground: text(r.ground) }),
});
const readRelief = (r: Raw): ReliefSaid =>
  defined({
    payer: oneOf(payers, r.payer),
    contributor: yes(r.contributor),
    published: yes(r.published),
    contractRegistered: yes(r.contractRegistered),
    separateAccounts: yes(r.separateAccounts),
    notOrdinaryPay: yes(r.notOrdinaryPay),
    filedOn: day(r.filedOn),
  });
const readShares = (r: Raw): Record<string, string> =>
  Object.fromEntries(
    Object.entries(r)
      .slice(0, most)
      .map(([k, v]) => [k, text(v) ?? '']),
  );

/** What an address says of a question. Anybody may write an address: what cannot be read is left out. */
export function readQuestion(raw: Raw): Partial<Question> {
  const law = Array.isArray(raw.law) ? raw.law.flatMap((t) => text(t) ?? []).slice(0, most) : undefined;
  return defined({
    law,
    mode: oneOf(modes, raw.mode),
    amount: text(raw.amount),
    stake: text(raw.stake),
    receivedOn: day(raw.receivedOn),
    paidOn: day(raw.paidOn),
    costs: list(raw.costs, readCost),
    shares: isRecord(raw.shares) ? readShares(raw.shares) : undefined,
    team: list(raw.team, readMember),
    staff: list(raw.staff, readMember),
    relief: isRecord(raw.relief) ? readRelief(raw.relief) : undefined,
  });
}

/** Where a question begins: one million received today, one completer, and the texts that bind everybody. */
export const firstQuestion = (today: Day): Question => ({
  law: [],
  mode: 'transfer',
  amount: '100万',
  stake: '30%',
  receivedOn: today,
  paidOn: today,
  costs: [],
  shares: {},
  team: [{ name: '', share: '100%', leader: 'none' }],
  staff: [],
  relief: {},
});
