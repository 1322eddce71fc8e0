import { type Parsed, parsed, within, wrong } from './parsed.ts';
import { isRecord } from './raw.ts';
import type { Force, Kind } from './rule.ts';
import { namesExample } from './rule-kinds.ts';

/** Something a text wants to be there, in the text's own words, and the clause that wants it. */
export type Item = { readonly id: string; readonly title: string; readonly clause: string; readonly force: Force };
/** What stands beside an item: the paper or the words that show it, or why it does not apply. */
export type Standing = { readonly item: string; readonly evidence?: string; readonly notApplicable?: string };

/** What a checklist still lacks: items of force must, which hold it up, and the others, which only warn. */
export function lacking(
  items: readonly Item[],
  standings: readonly Standing[],
): { readonly must: readonly Item[]; readonly may: readonly Item[] } {
  const stands = (i: Item): boolean => standings.some((s) => s.item === i.id && (isSaid(s.evidence) || isSaid(s.notApplicable)));
  const open = items.filter((i) => !stands(i));
  return { must: open.filter((i) => i.force === 'must'), may: open.filter((i) => i.force !== 'must') };
}
const isSaid = (words: string | undefined): boolean => words !== undefined && words.trim() !== '';

type Titles = Readonly<Record<string, string>>;
function readItems(raw: unknown): Parsed<Titles> {
  if (!isRecord(raw) || Object.keys(raw).length === 0) return wrong('items.form');
  const silent = Object.entries(raw).find(([, title]) => typeof title !== 'string' || title.trim() === '');
  return silent ? within(silent[0], wrong('items.form').wrong) : parsed(raw as Titles);
}

/** Items that the adopted clauses want, `{ goal: 合作目标, term: 期限 }`: all of them; where two want the same, the stronger force speaks. */
export const items: Kind<Titles, readonly Item[]> = {
  name: 'items',
  single: false,
  read: readItems,
  merge: (hits) => {
    const all = new Map<string, Item>();
    for (const h of hits) {
      for (const [id, title] of Object.entries(h.value)) {
        const before = all.get(id);
        if (!before || (before.force !== 'must' && h.force === 'must')) all.set(id, { id, title, clause: h.clause, force: h.force });
      }
    }
    return { value: [...all.values()], by: hits.map((h) => h.clause) };
  },
  example: (value, e) =>
    namesExample(
      value.map((i) => i.id),
      e,
    ),
};
