import { type ClauseId, showArticle, textOf } from './clause-id.ts';
import type { Day } from './day.ts';
import { onDay } from './edition.ts';
import type { Clause, Pack, Shelf } from './pack.ts';

type Found = { readonly pack: Pack; readonly clause: Clause };
const clauseIn = (pack: Pack, id: ClauseId): Found | undefined => {
  const clause = pack.clauses.find((c) => c.id === id);
  return clause && { pack, clause };
};

/** A clause as its text last has it; one that a revision took out, as it was before. */
export function clauseOn(shelf: Shelf, id: ClauseId): Found | undefined {
  const pack = shelf.get(textOf(id));
  if (!pack) return undefined;
  const earlier = (pack.editions ?? []).toReversed().map((e) => e.pack);
  return [pack, ...earlier].map((p) => clauseIn(p, id)).find((found) => found !== undefined);
}
/** A clause as its text had it on the day; else as `clauseOn` finds it. */
export function clauseOnDay(shelf: Shelf, id: ClauseId, on: Day): Found | undefined {
  const pack = shelf.get(textOf(id));
  return (pack && clauseIn(onDay(pack, on), id)) ?? clauseOn(shelf, id);
}

/** 《转化法》第十八条第二句; a draft says so. */
export function citeClause(shelf: Shelf, id: ClauseId): string {
  const found = clauseOn(shelf, id);
  if (!found) return id;
  return citeIn(found.pack, found.clause);
}
export function citeIn(pack: Pack, clause: Clause): string {
  const draft = pack.text.status === 'draft' && !pack.text.short.includes('草案') ? '（草案）' : '';
  return `《${pack.text.short}》${draft}${showArticle(clause.id, pack.text.numbering, clause.title)}`;
}
