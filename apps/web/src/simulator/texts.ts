import { queryOptions } from '@tanstack/react-query';
import * as distribution from '../../../../packages/capabilities/distribution/rules.ts';
import * as receipts from '../../../../packages/capabilities/receipts/rules.ts';
import type { Texts } from '../../../../packages/capabilities/simulator/simulation.ts';
import { taxRules } from '../../../../packages/capabilities/tax/rules.ts';
import { calendarOf } from '../../../../packages/kernel/calendar.ts';
import { readCalendarYears } from '../../../../packages/kernel/calendar-source.ts';
import { citeClause, clauseOn } from '../../../../packages/kernel/citation.ts';
import { showArticle } from '../../../../packages/kernel/clause-id.ts';
import { withRevisions } from '../../../../packages/kernel/edition.ts';
import type { Shelf } from '../../../../packages/kernel/pack.ts';
import { type PackData, shelfOf } from '../../../../packages/kernel/pack-assembly.ts';
import { dataFile } from '../../../../packages/kernel/pack-file.ts';
import { isRecord } from '../../../../packages/kernel/raw.ts';
import type { AnyRule } from '../../../../packages/kernel/rule.ts';
import { answer, client } from '../api/client.ts';
import type { Clause } from '../api/queries.ts';
import type { AtHand } from '../parts/clauses-at-hand.ts';

/** The rules that a simulation asks; the page reads the texts as far as they answer these. */
const asked = [...Object.values(distribution), ...Object.values(receipts), ...taxRules].filter(
  (r) => isRecord(r) && 'asOf' in r,
) as unknown as readonly AnyRule[];
const rules: ReadonlyMap<string, AnyRule> = new Map(asked.map((r) => [r.id, r]));

/** The law as it came: read by the kernel's own readers, and what a reader of clauses is shown of it. */
export type LawHere = Texts & {
  readonly adoptions: readonly { readonly text: string; readonly from: string; readonly to: string | null }[];
  /** A value could not be read: the page is older than the server's texts. */
  readonly faulty: boolean;
  readonly clause: (id: string) => AtHand | undefined;
};

export const lawHereQuery = queryOptions({
  queryKey: ['public-law'],
  queryFn: async (): Promise<LawHere> => {
    const sent = await answer(client.GET('/api/public-law'));
    const texts = sent.texts as readonly PackData[];
    const issued = shelfOf(texts, rules);
    const revised = sent.revisions.map(({ text, from, pack }) => ({ text, from, read: shelfOf([pack as PackData], rules) }));
    const faults = [issued, ...revised.map((r) => r.read)].flatMap((r) => r.faults);
    const editions = (text: string) =>
      revised.flatMap((r) => {
        const pack = r.text === text ? r.read.shelf.get(text) : undefined;
        return pack ? [{ from: r.from, pack }] : [];
      });
    const shelf: Shelf = new Map([...issued.shelf].map(([id, base]) => [id, withRevisions(base, editions(id))]));
    const calendar = calendarOf(readCalendarYears(dataFile('calendar', sent.calendar)));
    const packs = [...texts, ...sent.revisions.map((r) => r.pack as PackData)];
    const said = new Map(packs.flatMap((t) => t.files.map(({ data }) => [isRecord(data) ? String(data.clause) : '', data] as const)));
    const clause = (id: string): AtHand | undefined => {
      const found = clauseOn(shelf, id);
      if (!found) return undefined;
      const { pack, clause: c } = found;
      const shown: Clause = {
        ...c,
        cite: citeClause(shelf, id),
        article: showArticle(id, pack.text.numbering, c.title),
        doubt: c.doubt ?? null,
        answers: answersIn(said.get(id)),
        examples: [],
        mentions: 0,
      };
      return { clause: shown, draft: pack.text.status === 'draft' };
    };
    return { shelf, calendar, adoptions: sent.adoptions, faulty: faults.length > 0, clause };
  },
  staleTime: 60_000,
});

/** Everything the clause answers, to whatever rule, as its file has it. */
function answersIn(data: unknown): Clause['answers'] {
  const all = isRecord(data) && Array.isArray(data.answers) ? data.answers.filter(isRecord) : [];
  const lists = (when: unknown): Record<string, string[]> =>
    Object.fromEntries(Object.entries(isRecord(when) ? when : {}).map(([k, v]) => [k, [v].flat().map(String)]));
  const records = (raw: unknown) => (Array.isArray(raw) ? raw.filter(isRecord) : []);
  return all.map((a) => ({
    rule: String(a.rule),
    force: String(a.force ?? ''),
    overrides: [a.overrides ?? []].flat().map(String),
    when: lists(a.when),
    versions: records(a.versions).map((v) => ({
      from: String(v.from),
      to: v.to === undefined ? null : String(v.to),
      value: v.value,
      source: String(v.source),
      alternatives: records(v.alternatives).map((x) => ({ value: x.value, because: String(x.because) })),
    })),
  }));
}
