import { type ClauseId, showArticle, textOf } from './clause-id.ts';
import type { Clause, Pack, Shelf } from './pack.ts';

export function clauseOn(shelf: Shelf, id: ClauseId): { readonly pack: Pack; readonly clause: Clause } | undefined {
  const pack = shelf.get(textOf(id));
  const clause = pack?.clauses.find((c) => c.id === id);
  return pack && clause ? { pack, clause } : undefined;
}

/** 《转化法》第十八条第二句; a draft says so. */
export function citeClause(shelf: Shelf, id: ClauseId): string {
  const found = clauseOn(shelf, id);
  if (!found) return id;
  const { pack, clause } = found;
  const draft = pack.text.status === 'draft' && !pack.text.short.includes('草案') ? '（草案）' : '';
  return `《${pack.text.short}》${draft}${showArticle(id, pack.text.numbering, clause.title)}`;
}
