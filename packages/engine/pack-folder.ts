import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { CalendarYear } from '../kernel/calendar.ts';
import { readCalendarYears } from '../kernel/calendar-source.ts';
import type { Pack, Shelf } from '../kernel/pack.ts';
import { assemblePack, besideOf, type PackData, type PackFiles, packData, readingOrder } from '../kernel/pack-assembly.ts';
import { checkShelf } from '../kernel/pack-check.ts';
import type { PackFault, PackFile } from '../kernel/pack-file.ts';
import { PackSource } from '../kernel/pack-source.ts';
import type { AnyRule } from '../kernel/rule.ts';

export type LoadedPacks = {
  readonly shelf: Shelf;
  readonly calendar: readonly CalendarYear[];
  readonly faults: readonly PackFault[];
  /** The texts and the calendar as they travel to somebody who reads them himself. */
  readonly data: { readonly texts: ReadonlyMap<string, PackData>; readonly calendar: readonly unknown[] };
};

type ReadFile = (path: string) => string;
const fromDisk: ReadFile = (path) => readFileSync(path, 'utf8');

/**
 * Reads and checks a folder of packs: one folder per text, and `calendar`. Any fault is reported; what is read is only used when there is
 * none. `read` may give a file another content than it has.
 */
export function loadPacks(folder: string, rules: ReadonlyMap<string, AnyRule>, read: ReadFile = fromDisk): LoadedPacks {
  const faults: PackFault[] = [];
  const shelf = new Map<string, Pack>();
  const texts = new Map<string, PackData>();
  const known = new Map<string, string>();
  const opened = new Map<string, PackFile>();
  const folders = foldersIn(folder);
  if (folders.length === 0) faults.push({ file: folder, line: 1, column: 1, code: 'pack.no_folder', facts: {} });
  for (const name of folders.filter((f) => f !== 'calendar').sort()) {
    const files = filesOf(folder, name, read);
    if (!files.files.has('text.yaml')) {
      faults.push({ file: `${name}/text.yaml`, line: 1, column: 1, code: 'pack.no_text', facts: {} });
      continue;
    }
    const pack = assemblePack(files, { rules, known });
    for (const [file, f] of files.files) opened.set(`${name}/${file}`, f);
    faults.push(...[...files.files.values()].flatMap((f) => f.faults));
    if (!pack) continue;
    shelf.set(pack.text.id, pack);
    texts.set(pack.text.id, packData(files));
  }
  const calendar = folders.includes('calendar') ? loadCalendar(folder, read) : [];
  faults.push(...calendar.flatMap((c) => c.source.faults));
  if (faults.length === 0) {
    for (const f of checkShelf(shelf, rules)) {
      const file = known.get(f.clause)!;
      opened.get(f.in === 'clause' ? file : besideOf(file))!.fault(f.at, f.code, f.facts);
    }
    faults.push(...[...opened.values()].flatMap((f) => f.faults));
  }
  return {
    shelf,
    calendar: calendar.flatMap((c) => c.years),
    faults,
    data: { texts, calendar: calendar.flatMap((c) => c.source.data) },
  };
}

function foldersIn(folder: string): string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder).filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory());
}

const yamlIn = (path: string): string[] => readdirSync(path).filter((f) => f.endsWith('.yaml'));

function loadCalendar(folder: string, read: ReadFile): readonly { readonly source: PackFile; readonly years: readonly CalendarYear[] }[] {
  return yamlIn(join(folder, 'calendar')).map((f) => {
    const path = join(folder, 'calendar', f);
    const source = new PackSource(relative(folder, path), read(path));
    return { source, years: readCalendarYears(source) };
  });
}

function filesOf(folder: string, name: string, read: ReadFile): PackFiles {
  const hash = createHash('sha256');
  const files = new Map<string, PackFile>();
  for (const file of readingOrder(yamlIn(join(folder, name)))) {
    const content = read(join(folder, name, file));
    hash.update(file).update('\0').update(content).update('\0');
    files.set(file, new PackSource(`${name}/${file}`, content));
  }
  return { folder: name, files, revision: hash.digest('hex').slice(0, 16) };
}
