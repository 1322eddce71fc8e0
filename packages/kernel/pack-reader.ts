import { type ClauseId, isClauseId, type Numbering, textOf } from './clause-id.ts';
import type { Alternative, Basis, Certainty, Clause, ClauseAnswer, Text, Version } from './pack.ts';
import type { PackFile } from './pack-file.ts';
import { Keys, nearest, type Path } from './pack-keys.ts';
import { isWrong, type Wrong } from './parsed.ts';
import { defined, isRecord, type Raw } from './raw.ts';
import { type AnyRule, type Force, forces, isOwnLevel, type Level, levels } from './rule.ts';

const numberings: readonly Numbering[] = ['articles', 'sections', 'names'];
const certainties: readonly Certainty[] = ['read', 'reported', 'recalled'];

/** `text.yaml`: what the text is, who issued it, how far it binds and since when. */
export function readText(source: PackFile): Text | undefined {
  if (!isRecord(source.data)) {
    if (source.faults.length === 0) source.fault([], 'pack.not_a_record', { key: 'text' });
    return undefined;
  }
  const keys = new Keys(
    source,
    source.data,
    [],
    [...['text', 'title', 'short', 'level', 'status', 'numbering', 'issuer', 'number', 'source', 'from', 'to', 'days', 'note', 'public']],
  );
  const from = keys.day('from');
  if (from === undefined) source.fault([], 'pack.missing_key', { key: 'from' });
  const optional = {
    issuer: keys.text('issuer'),
    number: keys.text('number'),
    to: keys.day('to'),
    days: keys.text('days'),
    note: keys.text('note'),
  };
  const level = keys.oneOf<Level>('level', levels);
  // Law is public; an institution's own text and an agreement are not, unless their files say so.
  const shown = keys.oneOf('public', ['yes', 'no'] as const, isOwnLevel(level) ? 'no' : 'yes');
  const text: Text = {
    id: keys.needs('text'),
    title: keys.needs('title'),
    short: keys.needs('short'),
    level,
    status: keys.oneOf('status', ['in-force', 'draft'] as const),
    numbering: keys.oneOf('numbering', numberings),
    source: keys.needs('source'),
    from: from ?? 'ask',
    public: shown === 'yes',
    ...defined(optional),
  };
  return source.faults.length === 0 ? text : undefined;
}

/** One clause file, its values read by the kinds of the rules it answers. */
export function readClause(source: PackFile, rules: ReadonlyMap<string, AnyRule>): Clause | undefined {
  if (!isRecord(source.data)) {
    if (source.faults.length === 0) source.fault([], 'pack.not_a_record', { key: 'clause' });
    return undefined;
  }
  const keys = new Keys(source, source.data, [], ['clause', 'title', 'force', 'certainty', 'doubt', 'text', 'basis', 'purpose', 'answers']);
  const id = keys.needs('clause');
  if (id !== '' && !isClauseId(id)) source.fault(['clause'], 'pack.clause_id', { given: id });
  const force = keys.oneOf<Force>('force', forces);
  const certainty = keys.oneOf<Certainty>('certainty', certainties, 'read');
  const doubt = keys.text('doubt');
  if (certainty !== 'read' && doubt === undefined) source.fault([], 'pack.doubt_unsaid', { certainty });
  const title = keys.needs('title');
  const sentence = keys.needs('text').trim();
  const answers = keys.records('answers');
  const basis = keys.records('basis').map(([raw, path]) => readBasis(source, raw, path, sentence));
  const purpose = readPurpose(source, source.data.purpose, sentence);
  if (purpose && answers.length > 0) source.fault(['answers'], 'pack.purpose_rules');
  const clause: Clause = {
    id,
    title,
    force,
    certainty,
    sentence,
    ...(basis.length > 0 ? { basis } : {}),
    answers: answers.map(([raw, path]) => readAnswer(source, raw, path, { rules, force })),
    ...defined({ doubt, purpose }),
  };
  return source.faults.length === 0 ? clause : undefined;
}

/** A text named as the basis is named in the sentence, with the days on which it holds where they are known. */
function readBasis(source: PackFile, raw: Raw, path: Path, sentence: string): Basis {
  const keys = new Keys(source, raw, path, ['title', 'from', 'to']);
  const title = keys.needs('title');
  const [from, to] = [keys.day('from'), keys.day('to')];
  if (title !== '' && !sentence.includes(title)) source.fault([...path, 'title'], 'pack.not_in_sentence', { given: title });
  if (from === 'ask' || to === 'ask') source.fault([...path, from === 'ask' ? 'from' : 'to'], 'day.form', { given: 'ask' });
  if (from && to && from > to) source.fault([...path, 'to'], 'pack.ends_before', { from, to });
  return { title, ...defined({ from, to }) };
}
/** The elements of a purpose stand in its sentence; what states a purpose answers no rule. */
function readPurpose(source: PackFile, raw: unknown, sentence: string): readonly string[] | undefined {
  if (raw === undefined) return undefined;
  if (!Array.isArray(raw) || raw.length === 0) {
    source.fault(['purpose'], 'pack.not_a_list', { key: 'purpose' });
    return undefined;
  }
  return raw.map((element, i) => {
    if (!sentence.includes(String(element))) source.fault(['purpose', i], 'pack.not_in_sentence', { given: String(element) });
    return String(element);
  });
}

type AnswerContext = { readonly rules: ReadonlyMap<string, AnyRule>; readonly force: Force };

function readAnswer(source: PackFile, raw: Raw, path: Path, { rules, force }: AnswerContext): ClauseAnswer {
  const keys = new Keys(source, raw, path, ['rule', 'when', 'force', 'overrides', 'versions']);
  const id = keys.needs('rule');
  const rule = rules.get(id);
  if (id !== '' && !rule) source.fault([...path, 'rule'], 'pack.unknown_rule', { given: id, known: nearest(id, [...rules.keys()]) });
  const versions = keys.records('versions');
  if (versions.length === 0) source.fault(path, 'pack.no_version', { rule: id });
  return {
    rule: id,
    when: readWhen(source, raw.when, [...path, 'when'], rule),
    force: keys.oneOf<Force>('force', forces, force),
    overrides: readOverrides(source, raw.overrides, [...path, 'overrides']),
    versions: versions.flatMap(([v, p]) => readVersion(source, v, p, rule) ?? []),
  };
}

function readWhen(source: PackFile, raw: unknown, path: Path, rule: AnyRule | undefined): Record<string, readonly string[]> {
  if (raw === undefined) return {};
  if (!isRecord(raw)) {
    source.fault(path, 'pack.not_a_record', { key: 'when' });
    return {};
  }
  const when: Record<string, readonly string[]> = {};
  for (const [key, value] of Object.entries(raw)) {
    const list = typeof value === 'string' ? [value] : value;
    if (rule && !rule.given.includes(key)) {
      source.fault([...path, key], 'pack.unknown_condition', { key, rule: rule.id, known: rule.given.join(', ') || '—' });
    } else if (!Array.isArray(list) || list.some((x) => typeof x !== 'string')) source.fault([...path, key], 'pack.not_a_list', { key });
    else when[key] = list as string[];
  }
  return when;
}

function readOverrides(source: PackFile, raw: unknown, path: Path): readonly ClauseId[] {
  const list = raw === undefined ? [] : Array.isArray(raw) ? raw : [raw];
  return list.filter((id, i): id is ClauseId => {
    if (typeof id === 'string' && isClauseId(id)) return true;
    source.fault([...path, i], 'pack.clause_id', { given: String(id) });
    return false;
  });
}

function readVersion(source: PackFile, raw: Raw, path: Path, rule: AnyRule | undefined): Version | undefined {
  const keys = new Keys(source, raw, path, ['from', 'to', 'value', 'source', 'alternatives']);
  const from = keys.day('from');
  const to = keys.day('to');
  if (from === undefined) source.fault(path, 'pack.missing_key', { key: 'from' });
  if (from && to && from !== 'ask' && to !== 'ask' && from > to) source.fault([...path, 'to'], 'pack.ends_before', { from, to });
  if (raw.value === undefined) source.fault(path, 'pack.missing_key', { key: 'value' });
  if (!rule || from === undefined || raw.value === undefined) return undefined;
  const value = readValue(source, rule, raw.value, [...path, 'value']);
  const alternatives = keys.records('alternatives').map(([a, p]): Alternative => {
    const own = new Keys(source, a, p, ['value', 'because']);
    return { value: readValue(source, rule, a.value, [...p, 'value']), raw: a.value, because: own.needs('because') };
  });
  return { from, value, raw: raw.value, source: keys.needs('source'), alternatives, ...defined({ to }) };
}

function readValue(source: PackFile, rule: AnyRule, raw: unknown, path: Path): unknown {
  const value = rule.kind.read(raw);
  if (!isWrong(value)) return value.value;
  const { code, facts, at = [] }: Wrong = value.wrong;
  source.fault([...path, ...at], code, { ...facts, rule: rule.id });
  return undefined;
}

export const clauseFitsText = (id: ClauseId, text: Text): boolean => textOf(id) === text.id;
