import { type Day, readDay } from '../../kernel/day.ts';
import type { Adoption, Shelf, Text } from '../../kernel/pack.ts';
import { isWrong } from '../../kernel/parsed.ts';
import { asAdoption } from '../../kernel/party.ts';
import { taxRules } from '../tax/rules.ts';

/** The texts that are taken as binding, and what was assumed to take them so. */
export type Adopted = {
  readonly adoptions: readonly Adoption[];
  /** Texts whose days the texts leave blank: taken to hold on the day asked about. */
  readonly daysAssumed: readonly string[];
  readonly drafts: readonly string[];
  readonly unknown: readonly string[];
};

const taxed: ReadonlySet<string> = new Set(taxRules.map((r) => r.id));
/** Texts on tax: they bind everybody, and nobody chooses them. */
export const taxTexts = (shelf: Shelf): readonly string[] =>
  [...shelf.values()].filter((p) => p.clauses.some((c) => c.answers.some((a) => taxed.has(a.rule)))).flatMap((p) => ownTax(p.text));
const ownTax = (text: Text): readonly string[] => (text.level === 'national' || text.level === 'law' ? [text.id] : []);

/** `id`, `id@from` or `id@from..to` as an adoption; without days those of the text, and where it leaves them blank the day asked about. */
export function adopt(law: readonly string[], shelf: Shelf, on: Day): Adopted {
  const named = law.map((entry) => {
    const [id = '', days = ''] = entry.split('@');
    const [from, to] = days.split('..').map((d) => dayIn(d));
    return { text: shelf.get(id)?.text, id, from, to };
  });
  const chosen = named.flatMap(({ text, from, to }) => (text ? [{ text, from, to }] : []));
  const blank = chosen.filter((c) => c.text.from === 'ask' && c.from === undefined);
  const more = taxTexts(shelf).filter((id) => !named.some((n) => n.id === id));
  return {
    adoptions: [
      ...chosen.map(({ text, from, to }) => asAdoption({ text: text.id, from: from ?? (text.from === 'ask' ? on : text.from), to })),
      ...more.map((id) => ({ text: id, from: shelf.get(id)!.text.from as Day })),
    ],
    daysAssumed: blank.map((c) => c.text.id),
    drafts: chosen.filter((c) => c.text.status === 'draft').map((c) => c.text.id),
    unknown: named.filter((n) => n.text === undefined).map((n) => n.id),
  };
}
function dayIn(raw: string): Day | undefined {
  const read = readDay(raw);
  return isWrong(read) ? undefined : read.value;
}
