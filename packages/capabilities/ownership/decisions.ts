import { listed } from '../../instruments/checklist/decisions.ts';
import { commandsOf, facts, happened } from '../../kernel/command.ts';
import type { Day } from '../../kernel/day.ts';
import { duplicateAt } from '../../kernel/duplicate.ts';
import { fields, group, list, optional } from '../../kernel/field.ts';
import { choice, party, person, record, share, text, yesNo } from '../../kernel/field-kinds.ts';
import type { Json } from '../../kernel/json.ts';
import { admits, showLimits } from '../../kernel/limits.ts';
import { compare, one, showPercent, sum } from '../../kernel/ratio.ts';
import { byForce, type Refusal, refuse, warn } from '../../kernel/refusal.ts';
import { determine, type Owner, proceedsOf, type RightParty, sideOf, type Term } from './determination.ts';
import { ownershipDocument } from './document.ts';
import { ownership } from './procedure.ts';
import { agreementItems, inventions, modes, proceedsDefault, proceedsShares, rightsByAgreement, rightsDefault } from './rules.ts';

export type Resource = {
  readonly row: string;
  readonly clause: string;
  readonly kind: string;
  readonly quantity: string | null;
  readonly dueOn: Day | null;
};
export type Holding = Owner & { readonly row: string; readonly title: string };
export type OwnershipFile = {
  readonly issuer: string;
  readonly number: string | null;
  readonly title: string;
  readonly mode: string;
  readonly parties: readonly RightParty[];
  readonly terms: readonly Term[];
  readonly resources: readonly Resource[];
  readonly owners: readonly Holding[];
  readonly proceedsBase: string | null;
};
export type Named = { readonly parties: readonly { readonly party: string; readonly title: string; readonly kind: string }[] };

const command = commandsOf(ownership);
const action = 'T34:P';
const partyFields = group({ party: party(), representative: optional(person()), completing: yesNo() });

/** Opens the question whose the rights are: the parties, who speaks for each, and which of them completed the achievement. */
export const openOwnership = command('ownership.open', {
  action,
  brings: ['ownership.opened'],
  asks: [agreementItems],
  refuses: ['party.twice', 'ownership.one_completing'],
  input: fields({
    title: text(120),
    achievement: optional(record('achievements')),
    mode: choice(...modes),
    parties: list(partyFields, { least: 2, most: 30 }),
  }),
  facts: facts<Named>(),
  ground: ({ on }) => ({ given: {}, dates: { agreedOn: on } }),
  decide: ({ input: i, facts: f, law }) => {
    const twice = duplicateAt(i.parties, (p) => p.party);
    if (twice >= 0) return [refuse('party.twice', {}, { at: ['parties', twice, 'party'] })];
    if (i.parties.filter((p) => p.completing).length !== 1) return [refuse('ownership.one_completing', {}, { at: ['parties'] })];
    const parties = i.parties.map((p) => ({ ...p, side: sideOf(f.parties.find((x) => x.party === p.party)?.kind ?? '') }));
    const items = law['agreement-items']?.value ?? [];
    return [
      happened(
        'ownership.opened',
        { title: i.title, mode: i.mode, achievement: i.achievement, parties },
        {
          subjects: i.achievement ? [{ register: 'achievements', record: i.achievement, role: 'owned' }] : [],
          members: i.parties.flatMap((p) => (p.representative ? [{ person: p.representative, role: 'PR' }] : [])),
          about: i.parties.map((p) => p.party),
          owes: [
            {
              duty: 'ownership.determine',
              owner: { role: 'TT' },
              metBy: ['ownership.determined'],
              clause: '@rights-by-agreement',
              force: 'must',
            },
          ],
          raises: items.length > 0 ? [{ procedure: 'checklist', title: '协议应当载明的事项', data: listed({ items, owner: 'TT' }) }] : [],
        },
      ),
    ];
  },
});

/** Who is named is a party of the cooperation, and is named once. */
function misnamed(f: OwnershipFile, rows: readonly { readonly party: string }[], at: 'owners' | 'shares') {
  const strange = rows.findIndex((r) => f.parties.every((p) => p.party !== r.party));
  if (strange >= 0) return [refuse('party.not_of_cooperation', {}, { at: [at, strange, 'party'] })];
  const twice = duplicateAt(rows, (r) => r.party);
  return twice >= 0 ? [refuse('party.twice', {}, { at: [at, twice, 'party'] })] : [];
}

/** The parties' own words on the owner: used as they stand. Without shares several own jointly; with shares they sum to 100%. */
export const agreeOwnership = command('ownership.agree', {
  action,
  brings: ['ownership.agreed'],
  asks: [],
  refuses: ['party.not_of_cooperation', 'party.twice', 'shares.sum', 'shares.some_missing', 'terms.other_owner'],
  input: fields({ owners: list(group({ party: party(), share: optional(share()) }), { most: 30 }) }),
  facts: facts<OwnershipFile>(),
  decide: ({ input: i, facts: f }) => {
    const wrongly = misnamed(f, i.owners, 'owners');
    if (wrongly.length > 0) return wrongly;
    const shared = i.owners.flatMap((o) => (o.share ? [o.share] : []));
    if (shared.length > 0 && shared.length < i.owners.length) return [refuse('shares.some_missing', {}, { at: ['owners'] })];
    const total = sum(shared);
    if (shared.length > 0 && compare(total, one) !== 0) return [refuse('shares.sum', { sum: showPercent(total) }, { at: ['owners'] })];
    const rows = f.parties.map((p) => {
      const own = i.owners.find((o) => o.party === p.party);
      return { row: p.row, party: p.party, owner: own !== undefined, share: own?.share ? showPercent(own.share) : null };
    });
    return [...otherOwner(f, i.owners), happened('ownership.agreed', { rows })];
  },
});

/** A clause that gives the rights to the enterprise stands beside an owner who is none. */
function otherOwner(f: OwnershipFile, owners: readonly { readonly party: string }[]): Refusal<'terms.other_owner'>[] {
  const term = f.terms.find((t) => t.effects.includes('owner-enterprise'));
  const other = f.parties.filter((p) => p.side !== 'enterprise' && owners.some((o) => o.party === p.party)).map((p) => p.title);
  return term && other.length > 0 ? [warn('terms.other_owner', term.clause, { owners: other, words: term.words })] : [];
}

/** How the proceeds are divided: of what, and every party's share, together 100%. */
export const agreeProceeds = command('proceeds.agree', {
  action,
  brings: ['proceeds.agreed'],
  asks: [proceedsShares],
  refuses: ['party.not_of_cooperation', 'party.twice', 'shares.sum', 'proceeds.below'],
  input: fields({
    base: choice('net-income', 'received', 'sales', 'profit'),
    shares: list(group({ party: party(), share: share() }), { least: 1, most: 30 }),
  }),
  facts: facts<OwnershipFile>(),
  ground: ({ facts: f, on }) => ({ given: { mode: f.mode }, dates: { agreedOn: on } }),
  suggest: ({ facts: f }) => ({ base: 'net-income', shares: f.parties.map((p) => ({ party: p.party })) }),
  decide: ({ input: i, facts: f, law }) => {
    const wrongly = misnamed(f, i.shares, 'shares');
    if (wrongly.length > 0) return wrongly;
    const total = sum(i.shares.map((s) => s.share));
    if (compare(total, one) !== 0) return [refuse('shares.sum', { sum: showPercent(total) }, { at: ['shares'] })];
    const enterprises = f.parties.filter((p) => p.side === 'enterprise').map((p) => p.party);
    const theirs = sum(i.shares.filter((s) => enterprises.includes(s.party)).map((s) => s.share));
    const below = (law['proceeds-shares']?.value ?? []).filter((b) => !admits(b.limit.limits, theirs));
    const rows = f.parties.map((p) => {
      const own = i.shares.find((s) => s.party === p.party);
      return { row: p.row, share: own ? showPercent(own.share) : null };
    });
    return [
      ...below.map((b) => {
        const numbers = { share: showPercent(theirs), limits: showLimits(b.limit.limits) };
        return byForce('proceeds.below', b, numbers);
      }),
      happened('proceeds.agreed', { base: i.base, rows }),
    ];
  },
});

/** Whose the rights are: by the agreement, else by the texts' default, which the result names. Nothing is left to be understood. */
export const determineOwnership = command('ownership.determine', {
  action,
  brings: ['ownership.determined'],
  asks: [rightsByAgreement, rightsDefault, proceedsDefault],
  refuses: ['resource.unfilled', 'ownership.terms_contradict', 'ownership.side_empty', 'ownership.undecided'],
  recordable: true,
  input: fields({ newInvention: choice(...inventions) }),
  facts: facts<OwnershipFile>(),
  ground: ({ facts: f, input, on }) => ({ given: { mode: f.mode, newInvention: input?.newInvention }, dates: { determinedOn: on } }),
  ready: ({ facts: f }) => unfilled(f),
  decide: ({ input: i, facts: f, law, on, cite }) => {
    const open = unfilled(f);
    if (open.length > 0) return open;
    const result = determine(f, law);
    if (!('by' in result)) return result;
    const proceeds = proceedsOf(f, law);
    const titles = new Map(f.parties.map((p) => [p.party, p.title]));
    const owners = result.owners.map((o) => ({ ...o, title: titles.get(o.party)! }));
    const model = ownershipDocument({ file: f, result, owners, proceeds, newInvention: i.newInvention, on, cite });
    const data = { ...i, by: result.by, kind: result.kind, owners, applicationRight: result.applicationRight, useRight: result.useRight };
    return [
      happened(
        'ownership.determined',
        { ...data, clauses: result.clauses, proceeds: proceeds as unknown as Json, closes: f.owners.map((o) => o.row) },
        { about: result.owners.map((o) => o.party), issues: [{ kind: 'ownership-statement', title: model.title, model }] },
      ),
    ];
  },
});

function unfilled(f: OwnershipFile): Refusal<'resource.unfilled'>[] {
  const open = f.resources.filter((r) => r.quantity === null);
  if (open.length === 0) return [];
  return [refuse('resource.unfilled', { resources: open.map((r) => r.kind) }, { clause: [...new Set(open.map((r) => r.clause))] })];
}
