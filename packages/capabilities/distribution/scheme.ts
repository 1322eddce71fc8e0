import { type Limits, readLimitsIn } from '../../kernel/limits.ts';
import { isWrong, type Parsed, parsed, within, wrong } from '../../kernel/parsed.ts';
import { isRecord, unknownKey } from '../../kernel/raw.ts';

/** What a part of a split can count as for the floors of the law. */
export const counted = ['contributor-reward', 'main-contributor-reward', 'tto', 'tto-staff'] as const;
export type Counted = (typeof counted)[number];
/** What a whole split can be of: money received, net income, or the institution's stake in a company (作价投资). */
export const wholes = ['received', 'net-income', 'stake'] as const;
export type Whole = (typeof wholes)[number];
export const schemeBases = [...wholes, 'contributor-reward', 'tto'] as const;
export type Base = (typeof schemeBases)[number];
const destinations = ['persons', 'project-account', 'department', 'tto', 'institution'] as const;
const choosers = ['team', 'institution'] as const;

/**
 * One part of a split: where it goes, what it counts as, within what limits (of the scheme's base, or of the part it lies inside),
 * who chooses it. One outer part is the remainder.
 */
export type Part = {
  readonly id: string;
  readonly title: string;
  readonly to: (typeof destinations)[number];
  readonly counts?: Counted;
  readonly inside?: string;
  readonly remainder: boolean;
  readonly chosenBy?: (typeof choosers)[number];
  readonly limits?: Limits;
};
/** A split as data: the base and the parts. Outer parts sum to the base; inner parts lie within theirs. */
export type Scheme = { readonly base: Whole; readonly parts: readonly Part[] };

const known = [
  'title',
  'to',
  'counts',
  'inside',
  'remainder',
  'chosenBy',
  'atLeast',
  'moreThan',
  'atMost',
  'lessThan',
  'exactly',
  'orNone',
];

function notOffered(key: string, given: unknown, offered: readonly string[]) {
  return within(key, wrong('rule.not_offered', { given: String(given), offered: offered.join(', ') }).wrong);
}

function readPart(id: string, raw: unknown): Parsed<Part> {
  if (!isRecord(raw)) return wrong('scheme.part_form');
  const extra = unknownKey(raw, known);
  if (extra) return extra;
  const { title, to, counts, inside, remainder, chosenBy } = raw;
  if (typeof title !== 'string') return wrong('pack.missing_key', { key: 'title' });
  if (!destinations.includes(to as Part['to'])) return notOffered('to', to, destinations);
  if (counts !== undefined && !counted.includes(counts as Counted)) return notOffered('counts', counts, counted);
  if (chosenBy !== undefined && !choosers.includes(chosenBy as 'team')) return notOffered('chosenBy', chosenBy, choosers);
  if (remainder !== undefined && remainder !== 'yes') return notOffered('remainder', remainder, ['yes']);
  const limits = readLimitsIn(raw);
  if (limits && isWrong(limits)) return limits;
  return parsed({
    id,
    title,
    to: to as Part['to'],
    remainder: remainder === 'yes',
    ...(counts ? { counts: counts as Counted } : {}),
    ...(typeof inside === 'string' ? { inside } : {}),
    ...(chosenBy ? { chosenBy: chosenBy as 'team' } : {}),
    ...(limits ? { limits: limits.value } : {}),
  });
}

/** Reads `{ base, parts: { id: { title, to, … } } }`: exactly one outer part is the remainder; inner parts name an outer one. */
export function readScheme(raw: unknown): Parsed<Scheme> {
  if (!isRecord(raw) || !isRecord(raw.parts)) return wrong('scheme.form');
  if (!wholes.includes(raw.base as Whole)) return notOffered('base', raw.base, wholes);
  const parts: Part[] = [];
  for (const [id, value] of Object.entries(raw.parts)) {
    const part = readPart(id, value);
    if (isWrong(part)) return within('parts', within(id, part.wrong).wrong);
    parts.push(part.value);
  }
  const outer = parts.filter((p) => p.inside === undefined);
  if (outer.filter((p) => p.remainder).length !== 1) return within('parts', wrong('scheme.one_remainder').wrong);
  const lost = parts.find((p) => p.inside !== undefined && !outer.some((o) => o.id === p.inside));
  if (lost) return within('parts', within(lost.id, wrong('scheme.unknown_part', { given: lost.inside ?? '' }).wrong).wrong);
  return parsed({ base: raw.base as Whole, parts });
}
