import type { LawFor } from '../../kernel/command.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Effect, proceedsDefault, rightsByAgreement, rightsDefault } from './rules.ts';

export type Side = 'enterprise' | 'researcher' | 'other';
/** Universities, institutes and hospitals stand on the side of research; a fund or an agency on neither. */
export const sideOf = (kind: string): Side =>
  kind === 'enterprise' ? 'enterprise' : ['university', 'institute', 'hospital'].includes(kind) ? 'researcher' : 'other';

export type RightParty = {
  readonly row: string;
  readonly party: string;
  readonly title: string;
  readonly side: Side;
  /** Who speaks for it here. */
  readonly person: string | null;
  /** It completed the achievement (转化成果完成单位). */
  readonly completing: boolean;
  readonly agreedOwner: boolean;
  readonly agreedShare: string | null;
  readonly proceedsShare: string | null;
};
/** A clause that stands in the agreement. `informative`: it came from an annex that binds nobody (资料性). */
export type Term = {
  readonly row: string;
  readonly template: string;
  readonly clause: string;
  readonly effects: readonly string[];
  readonly words: string;
  readonly informative: boolean;
};
export type Owner = { readonly party: string; readonly share?: string };

/** Whose the rights are. Joint owners have no shares: none are invented for them (共同共有). */
export type Determined = {
  readonly by: 'agreement' | 'default';
  readonly kind: 'sole' | 'shares' | 'joint';
  readonly owners: readonly Owner[];
  readonly clauses: readonly string[];
  /** The clause of the agreement that says so; undefined where the parties' own words do. */
  readonly term?: string;
  readonly applicationRight?: Side;
  readonly useRight?: Side;
};
export type Proceeds = { readonly by: 'agreement' | 'default' | 'open'; readonly whose?: string; readonly clauses: readonly string[] };

type Law = LawFor<readonly [typeof rightsByAgreement, typeof rightsDefault, typeof proceedsDefault]>;
type Code = 'ownership.terms_contradict' | 'ownership.side_empty' | 'ownership.undecided';
type File = { readonly parties: readonly RightParty[]; readonly terms: readonly Term[] };

const whole = (owners: readonly Owner[]): 'sole' | 'joint' => (owners.length === 1 ? 'sole' : 'joint');
const has = (t: Term, effect: Effect): boolean => t.effects.includes(effect);
const ownerOf: readonly (readonly [Effect, Side | 'all'])[] = [
  ['owner-all-jointly', 'all'],
  ['owner-enterprise', 'enterprise'],
  ['owner-researcher', 'researcher'],
  ['application-right-enterprise', 'enterprise'],
];

/** The agreement first, its own words before a clause taken from a template; where it says nothing, the default of the adopted texts. */
export function determine(f: File, law: Law): Determined | readonly Refusal<Code>[] {
  const first = law['rights-by-agreement']?.clauses ?? [];
  const agreed = f.parties.filter((p) => p.agreedOwner);
  if (agreed.length > 0) {
    const owners = agreed.map((p) => ({ party: p.party, ...(p.agreedShare === null ? {} : { share: p.agreedShare }) }));
    return { by: 'agreement', kind: agreed.some((p) => p.agreedShare !== null) ? 'shares' : whole(owners), owners, clauses: first };
  }
  const said = f.terms.flatMap((t) => ownerOf.flatMap(([effect, side]) => (has(t, effect) ? [{ term: t, side }] : [])));
  const sides = [...new Set(said.map((s) => s.side))];
  if (sides.length > 1) return [refuse('ownership.terms_contradict', {}, { clause: said.map((s) => s.term.clause) })];
  const [term] = said;
  if (term) return byTerm(f, term, first);
  return byDefault(f, law, first);
}

const onSide = (f: File, side: Side | 'all'): readonly Owner[] =>
  f.parties.filter((p) => side === 'all' || p.side === side).map((p) => ({ party: p.party }));

function byTerm(
  f: File,
  { term, side }: { term: Term; side: Side | 'all' },
  first: readonly string[],
): Determined | readonly Refusal<Code>[] {
  const owners = onSide(f, side);
  if (owners.length === 0) return [refuse('ownership.side_empty', { side }, { clause: term.clause })];
  return {
    by: 'agreement',
    kind: whole(owners),
    owners,
    clauses: [...first, term.clause],
    term: term.row,
    ...(f.terms.some((t) => has(t, 'application-right-enterprise')) ? { applicationRight: 'enterprise' as const } : {}),
    ...(f.terms.some((t) => has(t, 'use-right-enterprise')) ? { useRight: 'enterprise' as const } : {}),
  };
}

function byDefault(f: File, law: Law, first: readonly string[]): Determined | readonly Refusal<Code>[] {
  const said = law['rights-default'];
  if (!said) return [refuse('ownership.undecided', {}, { clause: first })];
  const owners =
    said.value === 'completing-unit'
      ? f.parties.filter((p) => p.completing).map((p) => ({ party: p.party }))
      : onSide(f, said.value === 'researcher' ? 'researcher' : 'all');
  if (owners.length === 0) return [refuse('ownership.side_empty', { side: said.value }, { clause: said.clauses })];
  return { by: 'default', kind: whole(owners), owners, clauses: [...first, ...said.clauses] };
}

/** Whose the proceeds are: as agreed in shares, else by the texts' default, else open. */
export function proceedsOf(f: File, law: Law): Proceeds {
  if (f.parties.some((p) => p.proceedsShare !== null)) return { by: 'agreement', clauses: [] };
  const said = law['proceeds-default'];
  return said ? { by: 'default', whose: said.value, clauses: said.clauses } : { by: 'open', clauses: [] };
}
