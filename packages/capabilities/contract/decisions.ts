import { noticePlaces } from '../../instruments/public-notice/rules.ts';
import { commandsOf, facts, happened, type LawFor } from '../../kernel/command.ts';
import type { Day } from '../../kernel/day.ts';
import { fields, optional } from '../../kernel/field.ts';
import { money, paper, text } from '../../kernel/field-kinds.ts';
import { type Fen, fenOf, writeYuan } from '../../kernel/money.ts';
import { type Refusal, refuse, unmet } from '../../kernel/refusal.ts';
import { same } from '../../kernel/same.ts';
import { lawFirmReview, majorFunds } from '../cooperation/rules.ts';
import { type LawFirmState, toLawFirm } from './law-firm.ts';
import { contract } from './procedure.ts';

export type ContractFile = {
  readonly conversion: string;
  readonly title: string;
  readonly mode: string;
  readonly counterparty: string;
  readonly method: string | null;
  /** In yuan, as text. */
  readonly price: string | null;
  /** It was flagged so when its disposal was checked (关键核心技术). */
  readonly coreTechnology: boolean;
  readonly lawFirm: LawFirmState;
  /** The achievements as they are called now. */
  readonly titles: readonly string[];
  /** Notices of the price: the place, the titles and the price they showed, the last day, whether they have run out. */
  readonly notices: readonly {
    readonly place: string;
    readonly titles: readonly string[];
    readonly price: string | null;
    readonly lastDay: Day | null;
    readonly ended: boolean;
  }[];
};
const command = commandsOf(contract);

export const lawFirmRules = [majorFunds, lawFirmReview] as const;
type LawFirmAnswers = Partial<LawFor<typeof lawFirmRules>>;
/** What decides whether a contract of some amount goes to a law firm, and whether it has been there. */
export type Reviewable = Pick<ContractFile, 'coreTechnology' | 'lawFirm'>;
const agreed = (f: ContractFile): Fen | null => (f.price === null ? null : fenOf(f.price));
const flagged = (f: ContractFile) => (f.coreTechnology ? { coreTechnology: true } : {});

/** What the texts send to a law firm is not signed before one has reviewed it and found nothing against it. */
export function unreviewed(f: Reviewable, law: LawFirmAnswers, amount: Fen | null): Refusal<'contract.law_firm_missing'>[] {
  const trigger = triggersOf(f, law, amount);
  return trigger.length === 0 || f.lawFirm === 'cleared'
    ? []
    : [unmet('contract.law_firm_missing', clausesOf(law), { trigger: [...trigger] })];
}
const triggersOf = (f: Reviewable, law: LawFirmAnswers, amount: Fen | null) =>
  toLawFirm(
    { amount, coreTechnology: f.coreTechnology },
    { majorFunds: law['major-funds']?.value ?? [], triggers: law['law-firm-review']?.value ?? [] },
  );
const clausesOf = (law: LawFirmAnswers): readonly string[] => [
  ...new Set([...(law['major-funds']?.clauses ?? []), ...(law['law-firm-review']?.clauses ?? [])]),
];

/** Sends the agreement to an outside law firm, where a text wants that. One that found something against it may be asked again. */
export const commissionLawFirm = command('law-firm.commission', {
  action: 'T52:P',
  brings: ['law-firm.commissioned'],
  asks: lawFirmRules,
  refuses: ['law_firm.not_needed', 'law_firm.asked_already'],
  input: fields({}),
  facts: facts<ContractFile>(),
  ground: ({ on }) => ({ given: {}, dates: { reviewedOn: on } }),
  ready: ({ facts: f, law }) => notNow(f, law),
  decide: ({ facts: f, law }) => [
    ...notNow(f, law),
    happened(
      'law-firm.commissioned',
      { trigger: [...triggersOf(f, law, agreed(f))] },
      { raises: [{ procedure: 'review-route', title: '第三方律师事务所合规性审核', data: { reviewers: ['LF'] } }] },
    ),
  ],
});
function notNow(f: ContractFile, law: LawFirmAnswers): Refusal<'law_firm.not_needed' | 'law_firm.asked_already'>[] {
  if (triggersOf(f, law, agreed(f)).length === 0) return [refuse('law_firm.not_needed')];
  return f.lawFirm === 'none' ? [] : [refuse('law_firm.asked_already')];
}

/** The conversion contract is signed: after every step before it, and with the price that was published where the law wants it published. */
export const signContract = command('contract.sign', {
  action: 'P44:S',
  brings: ['contract.signed'],
  asks: [noticePlaces, ...lawFirmRules],
  refuses: [
    'contract.not_priced',
    'contract.notice_missing',
    'contract.notice_running',
    'contract.notice_outdated',
    'contract.price_differs',
    'contract.law_firm_missing',
  ],
  gated: true,
  recordable: true,
  input: fields({ title: text(160), number: optional(text(60)), price: money(), paper: paper() }),
  facts: facts<ContractFile>(),
  ground: ({ facts: f, on }) => ({ given: { about: 'price', method: f.method ?? undefined }, dates: { publishedOn: on, reviewedOn: on } }),
  suggest: ({ facts: f }) => ({ title: f.title, price: f.price ?? undefined }),
  ready: ({ facts: f, law, on }) => [...notPriced(f), ...unpublished(f, law['notice-places'], on), ...unreviewed(f, law, agreed(f))],
  decide: ({ input: i, facts: f, law, on }) => {
    if (f.price === null) return notPriced(f);
    const places = law['notice-places'];
    const price = writeYuan(i.price);
    const clause = places?.clauses;
    const shown = f.notices.filter((n) => n.price !== null && n.price !== price);
    const differs = price !== f.price || shown.length > 0;
    return [
      ...unpublished(f, places, on),
      ...unreviewed(f, law, i.price),
      ...(differs
        ? [unmet('contract.price_differs', clause, { price, agreed: f.price, published: shown.map((n) => n.price) }, ['price'])]
        : []),
      happened(
        'contract.signed',
        {
          conversion: f.conversion,
          mode: f.mode,
          counterparty: f.counterparty,
          title: i.title,
          number: i.number,
          price,
          paper: i.paper,
          ...flagged(f),
        },
        { papers: [i.paper], about: [f.counterparty], withdraws: ['review-route'] },
      ),
    ];
  },
});

const notPriced = (f: ContractFile): Refusal<'contract.not_priced'>[] => (f.price === null ? [refuse('contract.not_priced')] : []);

type Codes = 'contract.notice_missing' | 'contract.notice_running' | 'contract.notice_outdated';
/** Every place the law names needs a notice, of the price and of the achievements as they are called, that has run out before the day of signing. */
function unpublished(
  f: ContractFile,
  places: { value: readonly string[]; clauses: readonly string[] } | undefined,
  on: Day,
): Refusal<Codes>[] {
  return (places?.value ?? []).flatMap((place): Refusal<Codes>[] => {
    const there = f.notices.filter((n) => n.place === place && n.lastDay !== null && n.price !== null);
    if (there.length === 0) return [unmet('contract.notice_missing', places!.clauses, { place })];
    const current = there.filter((n) => same(n.titles, f.titles));
    if (current.length === 0)
      return [unmet('contract.notice_outdated', places!.clauses, { place, published: there[0]!.titles, now: f.titles })];
    return current.some((n) => n.ended && n.lastDay! < on)
      ? []
      : [unmet('contract.notice_running', places!.clauses, { place, lastDay: current[0]!.lastDay })];
  });
}
