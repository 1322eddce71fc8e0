import type { Calendar } from '../kernel/calendar.ts';
import { calendarOf } from '../kernel/calendar.ts';
import { showArticle, textOf } from '../kernel/clause-id.ts';
import { type Law, lawOf } from '../kernel/law.ts';
import type { Adoption, Clause, Pack, Shelf } from '../kernel/pack.ts';
import type { PackFault } from '../kernel/pack-source.ts';
import type { AnyRule } from '../kernel/rule.ts';
import { loadPacks } from './pack-folder.ts';

/** The running packs. A reload with a fault changes nothing: the running packs stay. */
export class LawShelf {
  readonly rules: ReadonlyMap<string, AnyRule>;
  readonly #folder: string;
  #shelf: Shelf;
  #calendar: Calendar;
  readonly #laws = new Map<string, Law>();

  constructor(folder: string, rules: ReadonlyMap<string, AnyRule>) {
    this.#folder = folder;
    this.rules = rules;
    const loaded = loadPacks(folder, rules);
    if (loaded.faults.length > 0) throw new PacksAtFault(loaded.faults);
    this.#shelf = loaded.shelf;
    this.#calendar = calendarOf(loaded.calendar);
  }

  get shelf(): Shelf {
    return this.#shelf;
  }
  get calendar(): Calendar {
    return this.#calendar;
  }

  /** Reads the folder anew; where it has a fault, says so and keeps what runs. */
  reload(): readonly PackFault[] {
    const loaded = loadPacks(this.#folder, this.rules);
    if (loaded.faults.length > 0) return loaded.faults;
    this.#shelf = loaded.shelf;
    this.#calendar = calendarOf(loaded.calendar);
    this.#laws.clear();
    return [];
  }

  /** The law of one set of adoptions; indexed once. */
  law(adoptions: readonly Adoption[]): Law {
    const key = JSON.stringify(adoptions);
    const known = this.#laws.get(key);
    if (known) return known;
    const law = lawOf(this.#shelf, adoptions);
    if (this.#laws.size > 1000) this.#laws.clear();
    this.#laws.set(key, law);
    return law;
  }

  clause(id: string): { readonly pack: Pack; readonly clause: Clause } | undefined {
    const pack = this.#shelf.get(textOf(id));
    const clause = pack?.clauses.find((c) => c.id === id);
    return pack && clause ? { pack, clause } : undefined;
  }

  /** 《转化法》第十八条第二句; a draft says so. */
  cite(id: string): string {
    const found = this.clause(id);
    if (!found) return id;
    const { pack, clause } = found;
    const draft = pack.text.status === 'draft' && !pack.text.short.includes('草案') ? '（草案）' : '';
    return `《${pack.text.short}》${draft}${showArticle(id, pack.text.numbering, clause.title)}`;
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
