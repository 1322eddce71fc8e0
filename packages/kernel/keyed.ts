import { isWrong, type Parsed, parsed, within, wrong } from './parsed.ts';
import { isRecord } from './raw.ts';
import { together } from './relation.ts';
import type { Kind } from './rule.ts';
import { same } from './same.ts';

/**
 * An answer for each of several outcomes that only the decision knows (the level of a risk, a result): every clause answers for the ones
 * it speaks of, `{ high: … }`, and what several say of one is united as the inner kind unites it.
 * An example names the one it is about with `at`.
 */
export const keyed = <const K extends string, One, V>(
  keys: readonly K[],
  inner: Kind<One, V>,
): Kind<Partial<Record<K, One>>, Partial<Record<K, V>>> => ({
  name: `${inner.name} by ${keys.join('/')}`,
  single: false,
  read: (raw) => {
    if (!isRecord(raw) || Object.keys(raw).length === 0) return wrong('keyed.form', { keys: keys.join(', ') });
    const read: Partial<Record<K, One>> = {};
    for (const [key, value] of Object.entries(raw)) {
      if (!keys.includes(key as K)) return within(key, wrong('rule.not_offered', { given: key, offered: keys.join(', ') }).wrong);
      const one: Parsed<One> = inner.read(value);
      if (isWrong(one)) return within(key, one.wrong);
      read[key as K] = one.value;
    }
    return parsed(read);
  },
  merge: (hits) => {
    const value: Partial<Record<K, V>> = {};
    for (const key of keys) {
      const about = hits.flatMap((h) => (h.value[key] === undefined ? [] : [{ ...h, value: h.value[key] as One }]));
      if (about.length === 0) continue;
      const merged = inner.merge(about);
      if ('conflict' in merged) return merged;
      value[key] = merged.value;
    }
    return { value, by: hits.map((h) => h.clause) };
  },
  example: (value, e) => {
    const said = value[e.at as K];
    if (said === undefined) return wrong('example.differs', { said: String(e.at), came: Object.keys(value).join(', ') });
    return inner.example(said, e);
  },
  compare: (own, above) => {
    const shared = keys.filter((k) => own[k] !== undefined && above[k] !== undefined);
    const one = (k: K) =>
      inner.compare ? inner.compare(own[k] as One, above[k] as One) : same(own[k], above[k]) ? ('same' as const) : ('other' as const);
    return together(shared.flatMap((k) => one(k) ?? []));
  },
});
