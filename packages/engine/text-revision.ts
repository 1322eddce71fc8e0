import type { Pack, Shelf } from '../kernel/pack.ts';
import { assemblePack, type PackData, packData } from '../kernel/pack-assembly.ts';
import { type Difference, differenceOf, type ExampleChange, exampleChanges } from '../kernel/pack-difference.ts';
import type { PackFault } from '../kernel/pack-file.ts';
import type { AnyRule } from '../kernel/rule.ts';
import { checkSources, type Files, packFiles, type Sources } from './pack-folder.ts';

/** A revision as its row keeps it: the text's files as they then were, and their hash. */
export type StoredRevision = { readonly text: string; readonly revision: string; readonly files: Readonly<Record<string, string>> };
/** A revision that was read: the text, its files, and how it travels. */
export type Revision = {
  readonly pack: Pack;
  readonly files: Files;
  readonly data: PackData;
  readonly faults: readonly PackFault[];
};

/** Reads a stored revision by the readers of packs; files of another hash than was adopted are nobody's law. */
export function openRevision(stored: StoredRevision, folder: string, rules: ReadonlyMap<string, AnyRule>): Revision {
  const files = new Map(Object.entries(stored.files));
  const opened = packFiles(folder, files);
  if (opened.revision !== stored.revision)
    throw new Error(`the files of revision ${stored.revision} of ${stored.text} have the hash ${opened.revision}`);
  const pack = assemblePack(opened, { rules, known: new Map() });
  const faults = [...opened.files.values()].flatMap((f) => f.faults);
  if (!pack && faults.length === 0) throw new Error(`revision ${stored.revision} of ${stored.text} has no text`);
  return { pack: pack!, files, data: packData(opened), faults };
}

/** Files of a text as they would be, and names of files that it would no longer have. */
export type Changed = {
  readonly files: readonly { readonly file: string; readonly content: string }[];
  readonly without: readonly string[];
};
/** What came of checking a change: its faults, or what it says otherwise and which worked examples are answered otherwise. */
export type Checked = {
  readonly faults: readonly PackFault[];
  readonly revision: string;
  /** All files of the text, with the change. */
  readonly files: Readonly<Record<string, string>>;
  /** No file is another than before. */
  readonly unchanged: boolean;
  /** Set where there is no fault. */
  readonly changes?: { readonly pack: Pack; readonly difference: Difference; readonly examples: readonly ExampleChange[] };
};

/** The check of all packs, with the change in its place. A text stays itself: its id and its level are not its own to change. */
export function checkRevision(o: {
  readonly text: string;
  readonly folder: string;
  readonly changed: Changed;
  readonly sources: Sources;
  readonly shelf: Shelf;
  readonly rules: ReadonlyMap<string, AnyRule>;
}): Checked {
  const before = o.sources.get(o.folder)!;
  const files = new Map([...before, ...o.changed.files.map(({ file, content }) => [file, content] as const)]);
  for (const file of o.changed.without) files.delete(file);
  const loaded = checkSources(new Map([...o.sources, [o.folder, files]]), o.rules);
  const opened = packFiles(o.folder, files);
  const was = o.shelf.get(o.text)!;
  const pack = loaded.shelf.get(o.text);
  const head = opened.files.get('text.yaml');
  if (!pack && loaded.faults.length === 0) head!.fault(['text'], 'pack.stays', { key: 'text', was: o.text });
  if (pack && pack.text.level !== was.text.level) head!.fault(['level'], 'pack.stays', { key: 'level', was: was.text.level });
  const faults = loaded.faults.length > 0 ? loaded.faults : (head?.faults ?? []);
  const unchanged = files.size === before.size && [...files].every(([file, content]) => before.get(file) === content);
  const told = { faults, revision: opened.revision, files: Object.fromEntries(files), unchanged };
  if (faults.length > 0 || !pack) return told;
  const examples = exampleChanges(o.text, { before: o.shelf, after: loaded.shelf }, o.rules);
  return { ...told, changes: { pack, difference: differenceOf(was, pack), examples } };
}
