import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { CalendarYear } from '../kernel/calendar.ts';
import { readCalendarYears } from '../kernel/calendar-source.ts';
import { compareClauses } from '../kernel/clause-id.ts';
import type { Clause, Example, Pack, Shelf } from '../kernel/pack.ts';
import { checkShelf } from '../kernel/pack-check.ts';
import { clauseFitsText, readClause, readExamples, readText } from '../kernel/pack-reader.ts';
import { type PackFault, PackSource } from '../kernel/pack-source.ts';
import type { AnyRule } from '../kernel/rule.ts';

export type LoadedPacks = { readonly shelf: Shelf; readonly calendar: readonly CalendarYear[]; readonly faults: readonly PackFault[] };

type ReadFile = (path: string) => string;
const fromDisk: ReadFile = (path) => readFileSync(path, 'utf8');

/**
 * Reads and checks a folder of packs: one folder per text, and `calendar`. Any fault is reported; what is read is only used when there is
 * none. `read` may give a file another content than it has.
 */
export function loadPacks(folder: string, rules: ReadonlyMap<string, AnyRule>, read: ReadFile = fromDisk): LoadedPacks {
  const faults: PackFault[] = [];
  const shelf = new Map<string, Pack>();
  const files = new Map<string, string>();
  let calendar: readonly CalendarYear[] = [];
  const folders = foldersIn(folder);
  if (folders.length === 0) faults.push({ file: folder, line: 1, column: 1, code: 'pack.no_folder', facts: {} });
  for (const name of folders.sort()) {
    if (name === 'calendar') {
      calendar = loadCalendar(join(folder, name), { folder, faults, read });
      continue;
    }
    const pack = loadText(join(folder, name), { folder, rules, faults, files, read });
    if (pack) shelf.set(pack.text.id, pack);
  }
  if (faults.length === 0) {
    for (const f of checkShelf(shelf, rules)) {
      faults.push({ file: files.get(f.clause) ?? f.clause, line: 1, column: 1, code: f.code, facts: f.facts });
    }
  }
  return { shelf, calendar, faults };
}

function foldersIn(folder: string): string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder).filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory());
}

function loadCalendar(path: string, { folder, faults, read }: Pick<Loading, 'folder' | 'faults' | 'read'>): readonly CalendarYear[] {
  return readdirSync(path)
    .filter((f) => f.endsWith('.yaml'))
    .flatMap((f) => {
      const source = new PackSource(relative(folder, join(path, f)), read(join(path, f)));
      const years = readCalendarYears(source);
      faults.push(...source.faults);
      return years;
    });
}

type Loading = {
  readonly folder: string;
  readonly rules: ReadonlyMap<string, AnyRule>;
  readonly faults: PackFault[];
  /** Clause id → its file, so that a fault seen across clauses can name one. */
  readonly files: Map<string, string>;
  readonly read: ReadFile;
};

function loadText(path: string, { folder, rules, faults, files, read }: Loading): Pack | undefined {
  const hash = createHash('sha256');
  const open = (name: string): PackSource => {
    const content = read(join(path, name));
    hash.update(name).update('\0').update(content).update('\0');
    return new PackSource(relative(folder, join(path, name)), content);
  };
  const names = readdirSync(path)
    .filter((f) => f.endsWith('.yaml'))
    .sort();
  if (!names.includes('text.yaml')) {
    faults.push({ file: `${relative(folder, path)}/text.yaml`, line: 1, column: 1, code: 'pack.no_text', facts: {} });
    return undefined;
  }
  const head = open('text.yaml');
  const text = readText(head);
  faults.push(...head.faults);
  if (!text) return undefined;
  const clauses: Clause[] = [];
  const examples: Record<string, readonly Example[]> = {};
  for (const name of names.filter((n) => n !== 'text.yaml' && !n.endsWith('.examples.yaml'))) {
    const source = open(name);
    const clause = readClause(source, rules);
    if (clause && !clauseFitsText(clause.id, text)) source.fault(['clause'], 'pack.other_text', { given: clause.id, text: text.id });
    if (clause && files.has(clause.id)) source.fault(['clause'], 'pack.clause_twice', { given: clause.id, other: files.get(clause.id)! });
    faults.push(...source.faults);
    if (!clause) continue;
    clauses.push(clause);
    files.set(clause.id, source.file);
    const beside = name.replace(/\.yaml$/, '.examples.yaml');
    if (!names.includes(beside)) continue;
    const worked = open(beside);
    examples[clause.id] = readExamples(worked, rules, text);
    faults.push(...worked.faults);
  }
  // Numbered texts count their articles; a text of names is in the order of its files.
  if (text.numbering !== 'names') clauses.sort((a, b) => compareClauses(a.id, b.id));
  return { text, clauses, examples, revision: hash.digest('hex').slice(0, 16) };
}
