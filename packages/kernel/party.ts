import type { ClauseId } from './clause-id.ts';
import type { Day } from './day.ts';
import type { Answered, Law } from './law.ts';
import type { Adoption } from './pack.ts';
import { defined } from './raw.ts';
import { same } from './same.ts';

/** One side of a case. `ourselves`: the institution whose house this is, bound by its own texts. */
export type Party = { readonly id: string; readonly title: string; readonly ourselves: boolean };

/** What one party's own texts answer; nothing where none of them speaks. */
export type PartyAnswer<V> = { readonly party: Party; readonly answer: Answered<V> | undefined };

/** The law that the rules of one case are asked of: the whole case's, and each party's own. */
export type Laws = { readonly whole: Law; readonly of: (party: Party) => Law };

/** The law of a case that has no parties with texts of their own. */
export const lawOfAll = (law: Law): Laws => ({ whole: law, of: () => law });

/** An adoption as it is stored or asked about: what it does not say may be there without a value. */
export type AdoptionRow = Pick<Adoption, 'text' | 'from'> & {
  readonly to?: Day | null | undefined;
  readonly basis?: string | null | undefined;
  readonly party?: string | null | undefined;
  readonly revisions?: Adoption['revisions'] | null | undefined;
};
export const asAdoption = ({ text, from, to, basis, party, revisions }: AdoptionRow): Adoption => ({
  text,
  from,
  ...defined({ to, basis, party, revisions }),
});

/** What binds the whole case: what its institution has adopted for itself. */
export const adoptedByUs = (adoptions: readonly Adoption[]): readonly Adoption[] => adoptions.filter((a) => a.party === undefined);

/** What binds one party: a text that another party alone has adopted is nothing to it. */
export const adoptedBy = (party: Party, adoptions: readonly Adoption[]): readonly Adoption[] =>
  party.ourselves ? adoptedByUs(adoptions) : adoptions.filter((a) => a.party === party.id);

/** The answer that holds between parties, where their texts say the same or only some of them speak; else each answer that is in the way. */
export type Between<V> =
  | { readonly agreed: { readonly value: V; readonly clauses: readonly ClauseId[] } | undefined }
  | { readonly differ: readonly { readonly party: Party; readonly answer: Answered<V> }[] };

/**
 * One answer for something that can only be one way for all (an open ballot or a secret one). No party's text stands above another's:
 * where two differ it is theirs to settle, and nobody's reading is put in its place.
 */
export function between<V>(answers: readonly PartyAnswer<V>[]): Between<V> {
  const spoken = answers.flatMap(({ party, answer }) => (answer ? [{ party, answer }] : []));
  const [first] = spoken;
  if (!first) return { agreed: undefined };
  if (!spoken.every((s) => same(s.answer.value, first.answer.value))) return { differ: spoken };
  return { agreed: { value: first.answer.value, clauses: [...new Set(spoken.flatMap((s) => s.answer.clauses))] } };
}
