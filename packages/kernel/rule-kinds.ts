import { admits, admitsFen, type Limits, limitKeys, readLimitsIn, showLimits } from './limits.ts';
import { readYuan } from './money.ts';
import { isWrong, type Parsed, parsed, within, wrong } from './parsed.ts';
import { type Period, readPeriod, showPeriod } from './period.ts';
import { readRatio } from './ratio.ts';
import { isRecord, type Raw, unknownKey } from './raw.ts';
import { limitsRelation, namesRelation, periodsRelation } from './relation.ts';
import type { Hit, Kind, Merged } from './rule.ts';
import { same } from './same.ts';

/** The most specific clause answers; two that differ at one level are a conflict. */
function mostSpecific<One>(hits: readonly Hit<One>[]): Merged<One> {
  const top = Math.max(...hits.map((h) => h.level));
  const best = hits.filter((h) => h.level === top);
  const [first] = best;
  return best.every((h) => same(h.value, first!.value))
    ? { value: first!.value, by: best.map((h) => h.clause) }
    : { conflict: best.map((h) => h.clause) };
}

/** One answer out of a closed list. */
export const choice = <const T extends string>(...of: readonly T[]): Kind<T, T> => ({
  name: 'choice',
  single: true,
  read: (raw) => (of.includes(raw as T) ? parsed(raw as T) : wrong('rule.not_offered', { given: String(raw), offered: of.join(', ') })),
  merge: (hits) => mostSpecific(hits),
  example: (value, e) => (e.is === value ? parsed(true) : wrong('example.differs', { said: String(e.is), came: value })),
});

/** One structured answer (a route, a scheme of parts): the most specific clause's, whole. `show` names what came out, for examples. */
export const whole = <V>(name: string, read: (raw: unknown) => Parsed<V>, show: (value: V) => string): Kind<V, V> => ({
  name,
  single: true,
  read,
  merge: (hits) => mostSpecific(hits),
  example: (value, e) => {
    const said = Array.isArray(e.is) ? e.is.join(' → ') : String(e.is);
    return said === show(value) ? parsed(true) : wrong('example.differs', { said, came: show(value) });
  },
});

/**
 * A structured answer whose examples look at it place by place: `has: [84.99 → qualified]`. `told` gives of the words of one line what they
 * say and what came out; nothing said is never right.
 */
export const measure = <V>(
  name: string,
  read: (raw: unknown) => Parsed<V>,
  told: (value: V, words: readonly string[]) => { readonly said: string | undefined; readonly came: string },
): Kind<V, V> => ({
  name,
  single: true,
  read,
  merge: (hits) => mostSpecific(hits),
  example: (value, e) => {
    const lines = Array.isArray(e.has) ? e.has.map(String) : [];
    if (lines.length === 0) return wrong('example.says_nothing');
    for (const line of lines) {
      const { said, came } = told(value, line.split(/[\s→]+/));
      if (said !== came) return wrong('example.differs', { said: line, came });
    }
    return parsed(true);
  },
});

const readList = (of: readonly string[] | undefined, raw: unknown): Parsed<readonly string[]> => {
  const list = typeof raw === 'string' ? [raw] : raw;
  if (!Array.isArray(list) || list.length === 0) return wrong('rule.not_a_list');
  for (const [i, item] of list.entries()) {
    if (typeof item !== 'string') return within(i, wrong('rule.not_a_word').wrong);
    if (of && !of.includes(item)) return within(i, wrong('rule.not_offered', { given: item, offered: of.join(', ') }).wrong);
  }
  return parsed(list as string[]);
};
/** An example of names: everything under `has` must be among them, nothing under `lacks` may. */
export function namesExample(names: readonly string[], e: Raw): Parsed<true> {
  const list = (x: unknown): string[] => (x === undefined ? [] : [x].flat().map(String));
  const [has, lacks] = [list(e.has), list(e.lacks)];
  if (has.length + lacks.length === 0) return wrong('example.says_nothing');
  const wrongly = [...has.filter((x) => !names.includes(x)), ...lacks.filter((x) => names.includes(x))];
  return wrongly.length === 0 ? parsed(true) : wrong('example.differs', { said: wrongly.join(', '), came: names.join(', ') });
}

/** Everything any adopted clause names: papers to file, places to publish, things forbidden. */
export const union = (...of: readonly string[]): Kind<readonly string[], readonly string[]> => ({
  name: 'set',
  single: false,
  read: (raw) => readList(of.length > 0 ? of : undefined, raw),
  merge: (hits) => ({ value: [...new Set(hits.flatMap((h) => h.value))], by: hits.map((h) => h.clause) }),
  example: namesExample,
  compare: namesRelation,
});

/** Only what every adopted clause allows: the four deductions. An agreement may narrow it, never widen it. */
export const allowList = (...of: readonly string[]): Kind<readonly string[], readonly string[]> => ({
  name: 'allow-list',
  single: false,
  read: (raw) => readList(of, raw),
  merge: (hits) => {
    const value = hits[0]!.value.filter((x) => hits.every((h) => h.value.includes(x)));
    return value.length > 0 ? { value, by: hits.map((h) => h.clause) } : { conflict: hits.map((h) => h.clause) };
  },
  example: namesExample,
  // fewer things allowed is stricter
  compare: (own, above) => (({ same: 'same', fewer: 'stricter', more: 'wider', other: 'other' }) as const)[namesRelation(own, above)],
});

/** A limit and the clause in whose name it refuses. Limits are never merged into one number. */
export type Bound<L> = { readonly limit: L; readonly clause: string; readonly force: Hit<unknown>['force'] };

/** Every clause keeps its own limit, and refuses in its own name. */
export const sideBySide = <L>(hits: readonly Hit<L>[]): { readonly value: readonly Bound<L>[]; readonly by: readonly string[] } => ({
  value: hits.map((h) => ({ limit: h.value, clause: h.clause, force: h.force })),
  by: hits.map((h) => h.clause),
});

/** A share of a base that something must keep to: `{ counts: contributor-reward, of: net-income, atLeast: 70% }`. */
export type ShareLimit = {
  readonly counts: string;
  readonly of: string;
  readonly limits: Limits;
  /** Applies only where something was given to what counts as this: 其中应提取不低于3% of what may be extracted. */
  readonly onlyIf?: string;
};
const shareKeys = ['counts', 'of', 'onlyIf', ...limitKeys];

export const shareLimits = (spec: {
  readonly counts: readonly string[];
  readonly bases: readonly string[];
}): Kind<ShareLimit, readonly Bound<ShareLimit>[]> => ({
  name: 'limits',
  single: false,
  read: (raw) => {
    if (!isRecord(raw)) return wrong('limits.empty');
    const { counts, of, onlyIf } = raw;
    const extra = unknownKey(raw, shareKeys);
    if (extra) return extra;
    if (!spec.counts.includes(String(counts))) {
      return within('counts', wrong('rule.not_offered', { given: String(counts), offered: spec.counts.join(', ') }).wrong);
    }
    if (!spec.bases.includes(String(of))) {
      return within('of', wrong('rule.not_offered', { given: String(of), offered: spec.bases.join(', ') }).wrong);
    }
    if (onlyIf !== undefined && !spec.counts.includes(String(onlyIf))) {
      return within('onlyIf', wrong('rule.not_offered', { given: String(onlyIf), offered: spec.counts.join(', ') }).wrong);
    }
    const limits = readLimitsIn(raw) ?? wrong('limits.empty');
    if (isWrong(limits)) return limits;
    return parsed({ counts: String(counts), of: String(of), limits: limits.value, ...(onlyIf ? { onlyIf: String(onlyIf) } : {}) });
  },
  merge: sideBySide,
  example: (value, e) => {
    const base = readYuan(String(e.base));
    if (isWrong(base)) return within('base', base.wrong);
    const about = value.filter((b) => e.counts === undefined || b.limit.counts === e.counts);
    return admitsAndRefuses(e, {
      holds: (given) => {
        const amount = readYuan(given);
        return isWrong(amount) ? amount : parsed(about.every((b) => admitsFen(b.limit.limits, amount.value, base.value)));
      },
      came: about.map((b) => showLimits(b.limit.limits)).join('; '),
    });
  },
  // shares of different bases are different amounts, whatever their numbers
  compare: (own, above) => {
    if (own.counts !== above.counts) return undefined;
    return own.of === above.of && own.onlyIf === above.onlyIf ? limitsRelation(own.limits, above.limits) : 'apart';
  },
});

/** An example of limits: everything under `admits` must hold, nothing under `refuses` may. */
function admitsAndRefuses(e: Raw, o: { readonly holds: (given: string) => Parsed<boolean>; readonly came: string }): Parsed<true> {
  if (![e.admits, e.refuses].some((x) => Array.isArray(x) && x.length > 0)) return wrong('example.says_nothing');
  for (const [key, expected] of [
    ['admits', true],
    ['refuses', false],
  ] as const) {
    for (const given of Array.isArray(e[key]) ? e[key] : []) {
      const holds = o.holds(String(given));
      if (isWrong(holds)) return within(key, holds.wrong);
      if (holds.value !== expected) return wrong('example.differs', { said: `${key} ${given}`, came: o.came });
    }
  }
  return parsed(true);
}

/** A limit on a number, and what the number is of: `{ of: weight, atLeast: 80% }`, `{ of: original-period, atMost: 10% }`, `{ of: contract-money, atLeast: 1000万 }`. */
export type NumberLimit = { readonly of: string; readonly limits: Limits };

export const limitsOn = (...of: readonly string[]): Kind<NumberLimit, readonly Bound<NumberLimit>[]> => ({
  name: 'limits',
  single: false,
  read: (raw) => {
    if (!isRecord(raw)) return wrong('limits.empty');
    const extra = unknownKey(raw, ['of', ...limitKeys]);
    if (extra) return extra;
    if (!of.includes(String(raw.of)))
      return within('of', wrong('rule.not_offered', { given: String(raw.of), offered: of.join(', ') }).wrong);
    const limits = readLimitsIn(raw) ?? wrong('limits.empty');
    return isWrong(limits) ? limits : parsed({ of: String(raw.of), limits: limits.value });
  },
  merge: sideBySide,
  example: (value, e) => {
    const about = value.filter((b) => e.of === undefined || b.limit.of === e.of);
    return admitsAndRefuses(e, {
      holds: (given) => {
        const number = readRatio(given);
        return number === undefined
          ? wrong('limits.not_a_number', { given })
          : parsed(about.length > 0 && about.every((b) => admits(b.limit.limits, number)));
      },
      came: about.map((b) => `${b.limit.of} ${showLimits(b.limit.limits)}`).join('; '),
    });
  },
  compare: (own, above) => (own.of === above.of ? limitsRelation(own.limits, above.limits) : undefined),
});

/** Lengths of time that something must last (or be done within): each binding clause keeps its own. */
export const periods: Kind<Period, readonly Bound<Period>[]> = {
  name: 'periods',
  single: false,
  read: (raw) => {
    const period = typeof raw === 'string' ? readPeriod(raw) : undefined;
    return period ? parsed(period) : wrong('rule.not_a_period', { given: String(raw) });
  },
  merge: sideBySide,
  example: (value, e) => {
    const came = value.map((b) => showPeriod(b.limit)).join('; ');
    return came === e.is ? parsed(true) : wrong('example.differs', { said: String(e.is), came });
  },
  compare: periodsRelation,
};

/** Numbers and days after 如 or 例如: an editable default, the most specific one. */
export const defaultPeriod: Kind<Period, Period> = {
  name: 'default',
  single: true,
  read: periods.read,
  merge: (hits) => mostSpecific(hits),
  example: (value, e) =>
    showPeriod(value) === e.is ? parsed(true) : wrong('example.differs', { said: String(e.is), came: showPeriod(value) }),
  compare: periodsRelation,
};
