import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarYear } from '../kernel/calendar.ts';
import { readCalendarYears } from '../kernel/calendar-source.ts';
import type { Pack, Shelf } from '../kernel/pack.ts';
import { assemblePack, besideOf, type PackData, type PackFiles, packData, readingOrder } from '../kernel/pack-assembly.ts';
import { checkShelf } from '../kernel/pack-check.ts';
import type { PackFault, PackFile } from '../kernel/pack-file.ts';
import { PackSource } from '../kernel/pack-source.ts';
import type { AnyRule } from '../kernel/rule.ts';

/** The files of one text by name, as they are written. */
export type Files = ReadonlyMap<string, string>;
/** Packs as they are written: the files of each folder. */
export type Sources = ReadonlyMap<string, Files>;
export type LoadedPacks = {
  readonly shelf: Shelf;
  readonly calendar: readonly CalendarYear[];
  readonly faults: readonly PackFault[];
  /** The texts and the calendar as they travel to somebody who reads them himself. */
  readonly data: { readonly texts: ReadonlyMap<string, PackData>; readonly calendar: readonly unknown[] };
  readonly sources: Sources;
};

type ReadFile = (path: string) => string;
const fromDisk: ReadFile = (path) => readFileSync(path, 'utf8');

/**
 * Reads and checks a folder of packs: one folder per text, and `calendar`. Any fault is reported; what is read is only used when there is
 * none. `read` may give a file another content than it has.
 */
export function loadPacks(folder: string, rules: ReadonlyMap<string, AnyRule>, read: ReadFile = fromDisk): LoadedPacks {
  const sources = new Map(
    foldersIn(folder).map((name) => {
      const names = readdirSync(join(folder, name)).filter((f) => f.endsWith('.yaml'));
      return [name, new Map(names.map((f) => [f, read(join(folder, name, f))]))];
    }),
  );
  const loaded = checkSources(sources, rules);
  const none: PackFault = { file: folder, line: 1, column: 1, code: 'pack.no_folder', facts: {} };
  return sources.size === 0 ? { ...loaded, faults: [none] } : loaded;
}

/** Reads and checks packs wherever they are kept. */
export function checkSources(sources: Sources, rules: ReadonlyMap<string, AnyRule>): LoadedPacks {
  const faults: PackFault[] = [];
  const shelf = new Map<string, Pack>();
  const texts = new Map<string, PackData>();
  const known = new Map<string, string>();
  const opened = new Map<string, PackFile>();
  for (const name of [...sources.keys()].filter((f) => f !== 'calendar').sort()) {
    const files = packFiles(name, sources.get(name)!);
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
  const calendar = [...(sources.get('calendar') ?? [])].map(([file, text]) => {
    const source = new PackSource(`calendar/${file}`, text);
    return { source, years: readCalendarYears(source) };
  });
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
    sources,
  };
}

function foldersIn(folder: string): string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder).filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory());
}

/** The files of a text, opened in the order they are read, and the hash of their contents. Examples that lie beside no clause are a fault. */
export function packFiles(folder: string, contents: Files): PackFiles {
  const hash = createHash('sha256');
  const files = new Map<string, PackFile>();
  const order = readingOrder([...contents.keys()]);
  for (const file of order) {
    const content = contents.get(file)!;
    hash.update(file).update('\0').update(content).update('\0');
    files.set(file, new PackSource(`${folder}/${file}`, content));
  }
  for (const file of [...contents.keys()].filter((f) => !order.includes(f))) {
    const alone = new PackSource(`${folder}/${file}`, contents.get(file)!);
    alone.fault([], 'pack.examples_alone', { file });
    files.set(file, alone);
  }
  return { folder, files, revision: hash.digest('hex').slice(0, 16) };
}
