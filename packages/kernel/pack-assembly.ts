import { compareClauses } from './clause-id.ts';
import { readExamples } from './example-reader.ts';
import type { Clause, Example, Pack, Shelf } from './pack.ts';
import { dataFile, type PackFault, type PackFile } from './pack-file.ts';
import { clauseFitsText, readClause, readText } from './pack-reader.ts';
import { isRecord } from './raw.ts';
import type { AnyRule } from './rule.ts';

/** The files of one text by name, and the hash of their contents. */
export type PackFiles = { readonly folder: string; readonly files: ReadonlyMap<string, PackFile>; readonly revision: string };
type Assembling = {
  readonly rules: ReadonlyMap<string, AnyRule>;
  /** Clause id → its file, over all texts, so that a fault seen across clauses can name one. */
  readonly known: Map<string, string>;
};

const head = 'text.yaml';
const isExamples = (name: string): boolean => name.endsWith('.examples.yaml');
/** The file of a clause's worked examples. */
export const besideOf = (name: string): string => name.replace(/\.yaml$/, '.examples.yaml');

/** The names of a text's files in the order they are read: the text, then each clause with its examples beside it. */
export function readingOrder(names: readonly string[]): readonly string[] {
  const clauses = names.filter((n) => n !== head && !isExamples(n)).sort();
  return [...names.filter((n) => n === head), ...clauses.flatMap((n) => [n, ...names.filter((e) => e === besideOf(n))])];
}

/** One text out of its files; its faults stand at the files. */
export function assemblePack({ folder, files, revision }: PackFiles, { rules, known }: Assembling): Pack | undefined {
  const opened = files.get(head);
  const text = opened && readText(opened);
  if (!text) return undefined;
  const clauses: Clause[] = [];
  const examples: Record<string, readonly Example[]> = {};
  for (const name of readingOrder([...files.keys()]).filter((n) => n !== head && !isExamples(n))) {
    const source = files.get(name)!;
    const clause = readClause(source, rules);
    if (clause && !clauseFitsText(clause.id, text)) source.fault(['clause'], 'pack.other_text', { given: clause.id, text: text.id });
    if (clause && known.has(clause.id)) source.fault(['clause'], 'pack.clause_twice', { given: clause.id, other: known.get(clause.id)! });
    if (!clause) continue;
    clauses.push(clause);
    known.set(clause.id, `${folder}/${name}`);
    const worked = files.get(besideOf(name));
    if (worked) examples[clause.id] = readExamples(worked, rules, text);
  }
  // Numbered texts count their articles; a text of names is in the order of its files.
  if (text.numbering !== 'names') clauses.sort((a, b) => compareClauses(a.id, b.id));
  return { text, clauses, examples, revision };
}

/** A text as it travels: every file but the worked examples, as the data it holds. */
export type PackData = {
  readonly folder: string;
  readonly revision: string;
  readonly files: readonly { readonly file: string; readonly data: unknown }[];
};
export const packData = ({ folder, files, revision }: PackFiles): PackData => ({
  folder,
  revision,
  files: readingOrder([...files.keys()])
    .filter((n) => !isExamples(n))
    .map((file) => ({ file, data: files.get(file)!.data })),
});

/** The shelf that travelled, read by the same readers, as far as the rules at hand ask: answers to other rules are left out. */
export function shelfOf(
  packs: readonly PackData[],
  rules: ReadonlyMap<string, AnyRule>,
): { readonly shelf: Shelf; readonly faults: readonly PackFault[] } {
  const shelf = new Map<string, Pack>();
  const known = new Map<string, string>();
  const all: PackFile[] = [];
  for (const { folder, revision, files } of packs) {
    const opened = files.map(({ file, data }) => [file, dataFile(`${folder}/${file}`, asked(data, rules))] as const);
    all.push(...opened.map(([, f]) => f));
    const pack = assemblePack({ folder, files: new Map(opened), revision }, { rules, known });
    if (pack) shelf.set(pack.text.id, pack);
  }
  return { shelf, faults: all.flatMap((f) => f.faults) };
}

function asked(data: unknown, rules: ReadonlyMap<string, AnyRule>): unknown {
  if (!isRecord(data) || !Array.isArray(data.answers)) return data;
  return { ...data, answers: data.answers.filter((a) => isRecord(a) && rules.has(String(a.rule))) };
}
