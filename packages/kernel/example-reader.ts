import type { Example, Text } from './pack.ts';
import type { PackFile } from './pack-file.ts';
import { Keys, nearest } from './pack-keys.ts';
import { defined, isRecord } from './raw.ts';
import type { AnyRule } from './rule.ts';

/** What an example may say: of whom and when it asks, and what must come out. */
const known = [
  ...['name', 'rule', 'given', 'on', 'adopt', 'silent', 'reading'],
  ...['is', 'has', 'lacks', 'base', 'counts', 'of', 'admits', 'refuses', 'at', 'shares', 'gives', 'refused', 'waits'],
];

/** `<clause>.examples.yaml`: a list of worked examples. Without `adopt` an example adopts only the clause's own text. */
export function readExamples(source: PackFile, rules: ReadonlyMap<string, AnyRule>, text: Text): readonly Example[] {
  const list = Array.isArray(source.data) ? source.data : undefined;
  if (!list) {
    if (source.faults.length === 0) source.fault([], 'pack.not_a_list', { key: 'examples' });
    return [];
  }
  return list.flatMap((raw, i): Example[] => {
    if (!isRecord(raw)) {
      source.fault([i], 'pack.not_a_record', { key: 'examples' });
      return [];
    }
    const keys = new Keys(source, raw, [i], known);
    const rule = keys.needs('rule');
    if (rule !== '' && !rules.has(rule))
      source.fault([i, 'rule'], 'pack.unknown_rule', { given: rule, known: nearest(rule, [...rules.keys()]) });
    const on = keys.day('on');
    if (on === undefined || on === 'ask') source.fault([i], 'pack.missing_key', { key: 'on' });
    const given = isRecord(raw.given) ? (raw.given as Record<string, string>) : {};
    const adopt = keys.records('adopt').map(([a, p]) => {
      const own = new Keys(source, a, p, ['text', 'from', 'to']);
      return { text: own.needs('text'), from: own.day('from') ?? '1900-01-01', ...defined({ to: own.day('to') }) };
    });
    const own = { text: text.id, from: text.from === 'ask' ? (on ?? '1900-01-01') : text.from };
    const { name, rule: _, given: __, on: ___, adopt: ____, silent, reading, ...expects } = raw;
    if (reading !== undefined && !/^[1-9]$/.test(String(reading))) source.fault([i, 'reading'], 'pack.reading_form');
    return [
      {
        name: String(name ?? ''),
        rule,
        given,
        on: on ?? '1900-01-01',
        adopt: adopt.length > 0 ? adopt : [own],
        silent: silent === 'yes',
        ...(reading === undefined ? {} : { reading: Number(reading) }),
        expects,
      },
    ];
  });
}
