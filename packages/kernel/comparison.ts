import type { ClauseId } from './clause-id.ts';
import type { Day } from './day.ts';
import { type Entry, standing } from './law.ts';
import type { Adoption, Pack } from './pack.ts';
import { bothCanHold } from './pack-check.ts';
import type { Relation } from './relation.ts';
import { type AnyRule, levels } from './rule.ts';
import { same } from './same.ts';

/** One clause's answer, as it stands on the day: its value, or what follows from it in the terms of another rule (`by`). */
export type Said = {
  readonly clause: ClauseId;
  readonly when: Entry['answer']['when'];
  readonly force: Entry['answer']['force'];
  readonly value: unknown;
  readonly source: string;
  readonly draft: boolean;
  readonly by?: string;
};
/** How the rule stands: the relations of what is compared, or why nothing is (`beside`: they speak of different things). */
export type Mark = Relation | 'only-here' | 'absent' | 'beside';
export type Compared = {
  readonly rule: string;
  readonly own: readonly Said[];
  readonly above: readonly Said[];
  /** Places in `own` and `above` of two answers that can hold of the same thing, and how the own one stands. */
  readonly pairs: readonly { readonly own: number; readonly above: number; readonly relation: Relation }[];
  readonly marks: readonly Mark[];
};

type Adopted = { readonly pack: Pack; readonly adoption: Adoption };
type Line = { readonly said: Said; readonly value: unknown; readonly entry: Entry };

/** Texts that bind by their level before this one may say more. */
export const isAbove = (pack: Pack, own: Pack): boolean => levels.indexOf(pack.text.level) < levels.indexOf(own.text.level);

/** A text beside those above it, rule by rule, on one day. What only those above answer stands last. */
export function compareText(
  own: Adopted,
  above: readonly Adopted[],
  { rules, on }: { readonly rules: ReadonlyMap<string, AnyRule>; readonly on: Day },
): Compared[] {
  const ours = linesOf([own], rules, on);
  const theirs = linesOf(above, rules, on);
  const compared = [...new Set([...ours.keys(), ...theirs.keys()])].map((id) =>
    compareRule(rules.get(id)!, ours.get(id) ?? [], theirs.get(id) ?? []),
  );
  const place = (c: Compared): number => (c.own.length === 0 ? 2 : c.above.length === 0 ? 1 : 0);
  return compared.sort((a, b) => place(a) - place(b));
}

function linesOf(adopted: readonly Adopted[], rules: ReadonlyMap<string, AnyRule>, on: Day): Map<string, Line[]> {
  const found = new Map<string, Line[]>();
  const add = (rule: string, line: Line): void => {
    found.set(rule, [...(found.get(rule) ?? []), line]);
  };
  for (const entry of adopted.flatMap(({ pack, adoption }) => standing(pack, adoption, on))) {
    const { answer, version, draft } = entry;
    const said = { clause: entry.clause.id, when: answer.when, force: answer.force, source: version.source, draft };
    const implies = rules.get(answer.rule)?.kind.implies;
    add(answer.rule, { said: { ...said, value: version.raw }, value: version.value, entry });
    for (const { value, raw } of implies?.of(version.value as never) ?? [])
      add(implies!.rule, { said: { ...said, value: raw, by: answer.rule }, value, entry });
  }
  return found;
}

function compareRule({ id, kind }: AnyRule, ours: readonly Line[], theirs: readonly Line[]): Compared {
  const pairs = ours.flatMap((o, own) =>
    theirs.flatMap((t, above) => {
      if (!bothCanHold(o.entry.answer, t.entry.answer)) return [];
      const otherwise = same(o.value, t.value) ? 'same' : 'other';
      const relation = kind.compare ? kind.compare(o.value as never, t.value as never) : otherwise;
      return relation === undefined ? [] : [{ own, above, relation }];
    }),
  );
  const unpaired: Mark = theirs.length === 0 ? 'only-here' : ours.length === 0 ? 'absent' : 'beside';
  const marks = pairs.length === 0 ? [unpaired] : [...new Set(pairs.map((p) => p.relation))];
  return { rule: id, own: ours.map((l) => l.said), above: theirs.map((l) => l.said), pairs, marks };
}
