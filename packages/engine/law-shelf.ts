import type { Calendar } from '../kernel/calendar.ts';
import { calendarOf } from '../kernel/calendar.ts';
import { citeClause, clauseOn } from '../kernel/citation.ts';
import { type Law, lawOf } from '../kernel/law.ts';
import type { Adoption, Clause, Pack, Shelf } from '../kernel/pack.ts';
import type { PackFault } from '../kernel/pack-file.ts';
import { adoptedBy, adoptedByUs, type Laws } from '../kernel/party.ts';
import type { AnyRule } from '../kernel/rule.ts';
import { type LoadedPacks, loadPacks } from './pack-folder.ts';

/** The running packs. A reload with a fault changes nothing: the running packs stay. */
export class LawShelf {
  readonly rules: ReadonlyMap<string, AnyRule>;
  readonly #folder: string;
  #shelf: Shelf;
  #calendar: Calendar;
  #data: LoadedPacks['data'];
  readonly #laws = new Map<string, Law>();
  readonly #cites = new Map<string, string>();

  constructor(folder: string, rules: ReadonlyMap<string, AnyRule>) {
    this.#folder = folder;
    this.rules = rules;
    const loaded = loadPacks(folder, rules);
    if (loaded.faults.length > 0) throw new PacksAtFault(loaded.faults);
    this.#shelf = loaded.shelf;
    this.#calendar = calendarOf(loaded.calendar);
    this.#data = loaded.data;
  }

  get shelf(): Shelf {
    return this.#shelf;
  }
  get calendar(): Calendar {
    return this.#calendar;
  }
  /** The texts and the calendar as they travel to a page that answers from them itself. */
  get data(): LoadedPacks['data'] {
    return this.#data;
  }

  /** Reads the folder anew; where it has a fault, says so and keeps what runs. */
  reload(): readonly PackFault[] {
    const loaded = loadPacks(this.#folder, this.rules);
    if (loaded.faults.length > 0) return loaded.faults;
    this.#shelf = loaded.shelf;
    this.#calendar = calendarOf(loaded.calendar);
    this.#data = loaded.data;
    this.#laws.clear();
    this.#cites.clear();
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

  /** The laws of a house with these adoptions, its own and its parties'. */
  laws(adoptions: readonly Adoption[]): Laws {
    return { whole: this.law(adoptedByUs(adoptions)), of: (party) => this.law(adoptedBy(party, adoptions)) };
  }

  clause(id: string): { readonly pack: Pack; readonly clause: Clause } | undefined {
    return clauseOn(this.#shelf, id);
  }
  /** 《转化法》第十八条第二句; a draft says so. */
  cite(id: string): string {
    const known = this.#cites.get(id);
    if (known !== undefined) return known;
    const cite = citeClause(this.#shelf, id);
    if (this.clause(id)) this.#cites.set(id, cite);
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
