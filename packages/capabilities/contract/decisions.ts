import { noticePlaces } from '../../instruments/public-notice/rules.ts';
import { commandsOf, facts, happened } from '../../kernel/command.ts';
import type { Day } from '../../kernel/day.ts';
import { fields, optional } from '../../kernel/field.ts';
import { money, paper, text } from '../../kernel/field-kinds.ts';
import { writeYuan } from '../../kernel/money.ts';
import { type Refusal, refuse, unmet } from '../../kernel/refusal.ts';
import { same } from '../../kernel/same.ts';
import { contract } from './procedure.ts';

export type ContractFile = {
  readonly conversion: string;
  readonly title: string;
  readonly counterparty: string;
  readonly method: string | null;
  /** In yuan, as text. */
  readonly price: string | null;
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

/** The conversion contract is signed: after every step before it, and with the price that was published where the law wants it published. */
export const signContract = command('contract.sign', {
  action: 'P44:S',
  brings: ['contract.signed'],
  asks: [noticePlaces],
  refuses: [
    'contract.not_priced',
    'contract.notice_missing',
    'contract.notice_running',
    'contract.notice_outdated',
    'contract.price_differs',
  ],
  gated: true,
  recordable: true,
  input: fields({ title: text(160), number: optional(text(60)), price: money(), paper: paper() }),
  facts: facts<ContractFile>(),
  ground: ({ facts: f, on }) => ({ given: { about: 'price', method: f.method ?? undefined }, dates: { publishedOn: on } }),
  suggest: ({ facts: f }) => ({ title: f.title, price: f.price ?? undefined }),
  ready: ({ facts: f, law, on }) => [
    ...(f.price === null ? [refuse('contract.not_priced')] : []),
    ...unpublished(f, law['notice-places'], on),
  ],
  decide: ({ input: i, facts: f, law, on }) => {
    if (f.price === null) return [refuse('contract.not_priced')];
    const places = law['notice-places'];
    const price = writeYuan(i.price);
    const clause = places?.clauses;
    const shown = f.notices.filter((n) => n.price !== null && n.price !== price);
    const differs = price !== f.price || shown.length > 0;
    return [
      ...unpublished(f, places, on),
      ...(differs
        ? [unmet('contract.price_differs', clause, { price, agreed: f.price, published: shown.map((n) => n.price) }, ['price'])]
        : []),
      happened(
        'contract.signed',
        { conversion: f.conversion, counterparty: f.counterparty, title: i.title, number: i.number, price, paper: i.paper },
        { papers: [i.paper], about: [f.counterparty] },
      ),
    ];
  },
});

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
