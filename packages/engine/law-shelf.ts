import type { Calendar } from '../kernel/calendar.ts';
import { calendarOf } from '../kernel/calendar.ts';
import { citeClause, clauseOn } from '../kernel/citation.ts';
import { withRevisions } from '../kernel/edition.ts';
import { type Law, lawOf } from '../kernel/law.ts';
import type { Adoption, Clause, Pack, Shelf } from '../kernel/pack.ts';
import type { PackFault } from '../kernel/pack-file.ts';
import { adoptedBy, adoptedByUs, type Laws } from '../kernel/party.ts';
import type { AnyRule } from '../kernel/rule.ts';
import type { Connection } from './database.ts';
import { type Files, type LoadedPacks, loadPacks } from './pack-folder.ts';
import { type Changed, type Checked, checkRevision, openRevision, type Revision, type StoredRevision } from './text-revision.ts';

/** The running packs, and what institutions have made of them. A reload with a fault changes nothing: the running packs stay. */
export class LawShelf {
  readonly rules: ReadonlyMap<string, AnyRule>;
  readonly #folder: string;
  #loaded: LoadedPacks;
  #calendar: Calendar;
  /** Revisions that this process has read, by the hash of their files. */
  readonly #revisions = new Map<string, Revision>();
  /** What each institution has revised, as it was last read: how its clauses are called. */
  readonly #adopted = new Map<string, readonly Adoption[]>();
  readonly #shelves = new Map<string, Shelf>();
  readonly #laws = new Map<string, Law>();
  readonly #cites = new Map<string, string>();

  constructor(folder: string, rules: ReadonlyMap<string, AnyRule>) {
    this.#folder = folder;
    this.rules = rules;
    const loaded = loadPacks(folder, rules);
    if (loaded.faults.length > 0) throw new PacksAtFault(loaded.faults);
    this.#loaded = loaded;
    this.#calendar = calendarOf(loaded.calendar);
  }

  /** The texts as they were issued. */
  get shelf(): Shelf {
    return this.#loaded.shelf;
  }
  get calendar(): Calendar {
    return this.#calendar;
  }
  /** The texts and the calendar as they travel to a page that answers from them itself. */
  get data(): LoadedPacks['data'] {
    return this.#loaded.data;
  }

  /** Reads the folder anew; where it has a fault, says so and keeps what runs. */
  reload(): readonly PackFault[] {
    const loaded = loadPacks(this.#folder, this.rules);
    if (loaded.faults.length > 0) return loaded.faults;
    this.#loaded = loaded;
    this.#calendar = calendarOf(loaded.calendar);
    this.#forget();
    return [];
  }
  #forget(): void {
    for (const known of [this.#shelves, this.#laws, this.#cites]) known.clear();
  }

  /** Reads the revisions that these adoptions name and this process has not seen yet: another one may have taken them in. */
  async learn(db: Connection, institution: string, adoptions: readonly Adoption[]): Promise<void> {
    const named = adoptions.flatMap((a) => a.revisions ?? []).map((r) => r.revision);
    const missing = [...new Set(named)].filter((r) => !this.#revisions.has(r));
    if (missing.length > 0) {
      const rows = await db
        .selectFrom('text_revision')
        .where('revision', 'in', missing)
        .select(['text_id as text', 'revision', 'files'])
        .execute();
      for (const row of rows) this.keep(row as unknown as StoredRevision);
    }
    if (named.length === 0) return;
    const revised = new Map(adoptions.flatMap((a) => (a.revisions ? [[a.text, a] as const] : [])));
    const own = [...revised.values()].toSorted((a, b) => (a.text < b.text ? -1 : 1));
    if (JSON.stringify(this.#adopted.get(institution)) === JSON.stringify(own)) return;
    this.#adopted.set(institution, own);
    this.#cites.clear();
  }
  /** A stored revision as a text that answers; faults where its files are not those that were adopted. */
  keep(stored: StoredRevision): void {
    if (this.#revisions.has(stored.revision)) return;
    const revision = openRevision(stored, this.#folderOf(stored.text), this.rules);
    if (revision.faults.length > 0) throw new PacksAtFault(revision.faults);
    this.#revisions.set(stored.revision, revision);
  }
  #revision(hash: string): Revision {
    const known = this.#revisions.get(hash);
    if (!known) throw new Error(`the revision ${hash} is asked for before it was read`);
    return known;
  }
  readonly #folderOf = (text: string): string => this.#loaded.data.texts.get(text)?.folder ?? text;

  /** The texts as whoever has adopted them so has them, each with all that it has been. */
  shelfOf(adoptions: readonly Adoption[]): Shelf {
    const revised = adoptions.filter((a) => a.revisions);
    if (revised.length === 0) return this.shelf;
    const key = JSON.stringify(revised.map((a) => [a.text, a.revisions]));
    const known = this.#shelves.get(key);
    if (known) return known;
    const shelf = new Map<string, Pack>(this.shelf);
    for (const { text, revisions = [] } of revised) {
      const base = this.shelf.get(text);
      const since = revisions.map(({ from, revision }) => ({ from, pack: this.#revision(revision).pack }));
      if (base) shelf.set(text, withRevisions(base, since));
    }
    if (this.#shelves.size > 1000) this.#shelves.clear();
    this.#shelves.set(key, shelf);
    return shelf;
  }
  /** The texts as an institution was last seen to have them. */
  shelfIn(institution: string): Shelf {
    return this.shelfOf(this.#adopted.get(institution) ?? []);
  }
  /** A revision as it travels. */
  dataOf(revision: string): Revision['data'] {
    return this.#revision(revision).data;
  }
  /** The files of a text as these adoptions last have them. */
  filesOf(text: string, adoptions: readonly Adoption[]): Files {
    const last = adoptions.find((a) => a.text === text && a.revisions)?.revisions?.at(-1);
    return last ? this.#revision(last.revision).files : this.#loaded.sources.get(this.#folderOf(text))!;
  }
  /** What a change of a text's files would be: every fault that a check of all packs finds with them in their place, else what differs. */
  check(text: string, changed: Changed, adoptions: readonly Adoption[]): Checked {
    const revised = [...new Set(adoptions.filter((a) => a.revisions).map((a) => a.text))].filter((id) => this.shelf.has(id));
    const own = revised.map((id) => [this.#folderOf(id), this.filesOf(id, adoptions)] as const);
    const last = revised.map((id) => [id, this.#revision(adoptions.find((a) => a.text === id)!.revisions!.at(-1)!.revision).pack] as const);
    return checkRevision({
      text,
      folder: this.#folderOf(text),
      changed,
      sources: new Map([...this.#loaded.sources, ...own]),
      shelf: new Map([...this.shelf, ...last]),
      rules: this.rules,
    });
  }

  /** The law of one set of adoptions; indexed once. */
  law(adoptions: readonly Adoption[]): Law {
    const key = JSON.stringify(adoptions);
    const known = this.#laws.get(key);
    if (known) return known;
    const law = lawOf(this.shelfOf(adoptions), adoptions);
    if (this.#laws.size > 1000) this.#laws.clear();
    this.#laws.set(key, law);
    return law;
  }

  /** The laws of a house with these adoptions, its own and its parties'. */
  laws(adoptions: readonly Adoption[]): Laws {
    return { whole: this.law(adoptedByUs(adoptions)), of: (party) => this.law(adoptedBy(party, adoptions)) };
  }

  clause(id: string, institution: string): { readonly pack: Pack; readonly clause: Clause } | undefined {
    return clauseOn(this.shelfIn(institution), id);
  }
  /** 《转化法》第十八条第二句, as the institution's own texts call it; a draft says so. */
  cite(id: string, institution: string): string {
    const key = this.#adopted.has(institution) ? `${institution} ${id}` : id;
    const known = this.#cites.get(key);
    if (known !== undefined) return known;
    const cite = citeClause(this.shelfIn(institution), id);
    if (this.clause(id, institution)) this.#cites.set(key, cite);
    return cite;
  }
}

export class PacksAtFault extends Error {
  readonly faults: readonly PackFault[];
  constructor(faults: readonly PackFault[]) {
    super(faults.map((f) => `${f.file}:${f.line}:${f.column} ${f.code} ${JSON.stringify(f.facts)}`).join('\n'));
    this.name = 'PacksAtFault';
    this.faults = faults;
  }
}
