import { noticePlaces } from '../../instruments/public-notice/rules.ts';
import { commandsOf, facts, happened } from '../../kernel/command.ts';
import type { Day } from '../../kernel/day.ts';
import { fields, optional } from '../../kernel/field.ts';
import { day, money, note, paper, text } from '../../kernel/field-kinds.ts';
import { fenOf, writeYuan } from '../../kernel/money.ts';
import { refuse, unmet, warn } from '../../kernel/refusal.ts';
import { lawFirmRules, type Reviewable, unreviewed } from './decisions.ts';
import { contractAmendment } from './procedure.ts';

/** What a contract is from a day on: as it was signed, and as each amendment has it. In the order of their days. */
export type Version = { readonly effectiveOn: Day; readonly price: string };
export type Amending = {
  readonly agreement: string;
  readonly title: string;
  readonly counterparty: string | null;
  /** How the price was set. */
  readonly method: string | null;
  /** Empty until the contract is signed. */
  readonly versions: readonly Version[];
  /** An amendment that is drafted and not yet signed. */
  readonly underWay: boolean;
};
const command = commandsOf(contractAmendment);
const ground = ({ facts: f, on }: { readonly facts: { readonly method: string | null }; readonly on: Day }) => ({
  given: { about: 'price', method: f.method ?? undefined },
  dates: { publishedOn: on, reviewedOn: on },
});

type Wanted = { readonly price: string | null; readonly effectiveOn: Day };
/** The version that an amendment follows is the last: each has a later day than the one before. */
function faults({ price, effectiveOn }: Wanted, versions: readonly Version[]) {
  const last = versions.at(-1)!;
  return [
    ...(effectiveOn <= last.effectiveOn
      ? [refuse('amendment.not_later', { effectiveOn, last: last.effectiveOn }, { at: ['effectiveOn'] })]
      : []),
    ...(price === last.price ? [refuse('amendment.same_price', { price }, { at: ['price'] })] : []),
  ];
}

/** Drafts an amendment: what it changes, another price where it changes that, and from which day. The contract in force is not touched. */
export const draftAmendment = command('amendment.draft', {
  action: 'P44:P',
  brings: ['amendment.drafted'],
  asks: [noticePlaces],
  refuses: ['amendment.unsigned', 'amendment.under_way', 'amendment.not_later', 'amendment.same_price', 'amendment.price_unpublished'],
  input: fields({ changes: note(2000), price: optional(money()), effectiveOn: day() }),
  facts: facts<Amending>(),
  ground,
  ready: ({ facts: f }) => notYet(f),
  decide: ({ input: i, facts: f, law }) => {
    if (notYet(f).length > 0) return notYet(f);
    const price = i.price === undefined ? null : writeYuan(i.price);
    const places = law['notice-places'];
    return [
      ...faults({ price, effectiveOn: i.effectiveOn }, f.versions),
      ...(price !== null && places ? [warn('amendment.price_unpublished', places.clauses, { price })] : []),
      happened(
        'amendment.drafted',
        { agreement: f.agreement, title: f.title, changes: i.changes, ...(price === null ? {} : { price }), effectiveOn: i.effectiveOn },
        {
          about: f.counterparty === null ? [] : [f.counterparty],
          owes: [{ duty: 'amendment.sign', owner: { role: 'SR' }, metBy: ['amendment.signed', 'amendment.dropped'], force: 'must' }],
        },
      ),
    ];
  },
});
const notYet = (f: Amending) => [
  ...(f.versions.length === 0 ? [refuse('amendment.unsigned')] : []),
  ...(f.underWay ? [refuse('amendment.under_way')] : []),
];

export type Drafted = Reviewable & {
  readonly agreement: string;
  readonly method: string | null;
  readonly versions: readonly Version[];
  readonly changes: string;
  /** The price that it brings; null where it leaves it. */
  readonly price: string | null;
  readonly effectiveOn: Day;
};

/**
 * Signs the amendment: the contract's next version, in force from its own day. A price that the law wants published is not changed behind
 * the notice that showed it, nor raised past the review that it would have needed: signed elsewhere all the same, it stands with a finding.
 */
export const signAmendment = command('amendment.sign', {
  action: 'P44:S',
  brings: ['amendment.signed'],
  asks: [noticePlaces, ...lawFirmRules],
  refuses: ['amendment.price_unpublished', 'contract.law_firm_missing'],
  recordable: true,
  input: fields({ number: optional(text(60)), paper: paper() }),
  facts: facts<Drafted>(),
  ground,
  decide: ({ input: i, facts: f, law, on }) => {
    const last = f.versions.at(-1)!;
    const price = f.price ?? last.price;
    const places = law['notice-places'];
    return [
      ...(f.price !== null && places ? [unmet('amendment.price_unpublished', places.clauses, { price })] : []),
      // An amount that was below what a text sends to a law firm may lie above it now.
      ...(f.price === null ? [] : unreviewed(f, law, fenOf(price))),
      happened(
        'amendment.signed',
        { agreement: f.agreement, version: f.versions.length + 1, price, effectiveOn: f.effectiveOn, signedOn: on, ...i },
        { papers: [i.paper] },
      ),
    ];
  },
});

/** The parties do not agree, or it is not wanted any more: the contract stays as it is. */
export const dropAmendment = command('amendment.drop', {
  action: 'P44:P',
  brings: ['amendment.dropped'],
  asks: [],
  refuses: [],
  input: fields({ reason: note(500) }),
  facts: facts<Drafted>(),
  decide: ({ input: i }) => [happened('amendment.dropped', { ...i })],
});
