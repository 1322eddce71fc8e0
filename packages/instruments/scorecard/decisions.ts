import { commandsOf, facts, happened } from '../../kernel/command.ts';
import type { Day } from '../../kernel/day.ts';
import { duplicateAt } from '../../kernel/duplicate.ts';
import { fields, optional } from '../../kernel/field.ts';
import { note, person, scores } from '../../kernel/field-kinds.ts';
import type { JsonRecord } from '../../kernel/json.ts';
import type { Answered } from '../../kernel/law.ts';
import { admits, showLimits } from '../../kernel/limits.ts';
import { compare, type Ratio, readRatio, showNumber, sum, zero } from '../../kernel/ratio.ts';
import { type Refusal, refuse, unmet, warn } from '../../kernel/refusal.ts';
import { type Aggregation, type How, type RiskPoints, type Scorecard, type Sheet, scored, sheetFaults } from '../../kernel/scorecard.ts';
import { scorecardRound } from './procedure.ts';
import { riskPoints, scoreAggregation, scoreCard, scoreThreshold } from './rules.ts';

export type Expert = {
  readonly row: string;
  readonly person: string;
  readonly name: string;
  /** Why he does not count, if so. */
  readonly conflict: string | null;
  readonly given: boolean;
  readonly sheet: Readonly<Record<string, string>>;
};
export type Round = {
  readonly about: string;
  readonly openedOn: Day;
  /** What the one who opened the round wants to be told with the result. */
  readonly terms: JsonRecord;
  readonly experts: readonly Expert[];
};

/** What a parent opens a round with. A named expert may have a conflict of interest that is known already. */
export type Opening = {
  readonly about: string;
  readonly terms: JsonRecord;
  readonly experts: readonly { readonly person: string; readonly conflict?: string }[];
};
export const opening = (o: Opening): JsonRecord => ({ ...o, experts: o.experts.map((e) => ({ ...e })) });

const ground = ({ facts: f }: { readonly facts: Round }) => ({ given: { about: f.about }, dates: { openedOn: f.openedOn } });
const command = commandsOf(scorecardRound);

type Code =
  | 'score.item_missing'
  | 'score.unknown_item'
  | 'score.above'
  | 'score.between_steps'
  | 'score.note_missing'
  | 'score.evidence_missing'
  | 'score.item_twice';

type Line = {
  readonly item: string;
  readonly points: Ratio;
  readonly notes: readonly { readonly note: string; readonly words: string }[];
  readonly evidence: readonly string[];
};

/** One expert's whole sheet: every item, each within its maximum, with the notes that the card asks for. */
export const giveSheet = command('score.give', {
  action: 'parent:D',
  brings: ['sheet.given'],
  asks: [scoreCard],
  refuses: [
    'score.not_an_expert',
    'score.conflicted',
    'score.given_already',
    'score.item_missing',
    'score.unknown_item',
    'score.item_twice',
    'score.above',
    'score.between_steps',
    'score.note_missing',
    'score.evidence_missing',
  ],
  recordable: true,
  input: fields({ expert: optional(person()), lines: scores() }),
  facts: facts<Round>(),
  ground,
  suggest: ({ law }) => ({
    lines: (law['score-card']?.value.items ?? []).map((i) => ({ item: i.id, notes: i.notes.map((n) => ({ note: n.id })) })),
  }),
  ready: ({ facts: f, actor }) => mayScore(f, actor.person),
  decide: ({ input: i, facts: f, law, actor, recorded }) => {
    const who = recorded ? i.expert : actor.person;
    const expert = f.experts.find((e) => e.person === who);
    const not = mayScore(f, who);
    if (!expert || not.length > 0) return not;
    const card = law['score-card'];
    const total = sum(i.lines.map((l) => l.points));
    const lines = i.lines.map((l) => ({ ...l, points: showNumber(l.points) }));
    const papers = i.lines.flatMap((l) => l.evidence);
    return [
      ...sheetRefusals(card, i.lines),
      happened(
        'sheet.given',
        { row: expert.row, expert: expert.person, lines, total: showNumber(total) },
        { papers, whose: expert.person },
      ),
    ];
  },
});

function mayScore(f: Round, who: string | undefined): Refusal<'score.not_an_expert' | 'score.conflicted' | 'score.given_already'>[] {
  const expert = f.experts.find((e) => e.person === who);
  if (!expert) return [refuse('score.not_an_expert')];
  if (expert.conflict !== null) return [refuse('score.conflicted', { name: expert.name, reason: expert.conflict })];
  return expert.given ? [refuse('score.given_already', { name: expert.name })] : [];
}

function sheetRefusals({ value: card, clauses }: Answered<Scorecard>, lines: readonly Line[]): Refusal<Code>[] {
  const sheet: Sheet = Object.fromEntries(lines.map((l) => [l.item, l.points]));
  const at = (item: string): readonly (string | number)[] => ['lines', lines.findIndex((l) => l.item === item), 'points'];
  const title = (item: string): string => card.items.find((i) => i.id === item)?.title ?? item;
  const twice = lines[duplicateAt(lines, (l) => l.item)];
  const missing = sheetFaults(card, sheet).filter((x) => x.fault === 'missing');
  const faults = sheetFaults(card, sheet).flatMap(({ item, fault }): Refusal<Code>[] => {
    const most = card.items.find((i) => i.id === item)?.most;
    if (fault === 'unknown') return [refuse('score.unknown_item', { item }, { at: at(item) })];
    if (fault === 'above')
      return [
        refuse(
          'score.above',
          { item: title(item), given: showNumber(sheet[item]!), most: showNumber(most!) },
          { clause: clauses, at: at(item) },
        ),
      ];
    return fault === 'step'
      ? [refuse('score.between_steps', { item: title(item), step: showNumber(card.step!) }, { clause: clauses, at: at(item) })]
      : [];
  });
  return [
    ...(twice ? [refuse('score.item_twice', { item: title(twice.item) }, { at: ['lines'] })] : []),
    ...(missing.length > 0
      ? [
          refuse(
            'score.item_missing',
            { items: missing.map((m) => title(m.item)), of: card.items.length },
            { clause: clauses, at: ['lines'] },
          ),
        ]
      : []),
    ...faults,
    ...lines.flatMap((l, n) => besides(card, clauses, l, n)),
  ];
}

/** What the card asks for beside the points: notes must be there, evidence should be. */
function besides(card: Scorecard, clauses: readonly string[], line: Line, n: number): Refusal<Code>[] {
  const item = card.items.find((i) => i.id === line.item);
  if (!item) return [];
  const unsaid = item.notes.filter((x) => !line.notes.some((y) => y.note === x.id && y.words.trim() !== '')).map((x) => x.title);
  return [
    ...(unsaid.length > 0
      ? [refuse('score.note_missing', { item: item.title, notes: unsaid }, { clause: clauses, at: ['lines', n, 'notes'] })]
      : []),
    ...(item.evidence.length > 0 && compare(line.points, zero) > 0 && line.evidence.length === 0
      ? [warn('score.evidence_missing', clauses, { item: item.title, kinds: item.evidence })]
      : []),
  ];
}

/** An expert with an interest in the matter does not count, whether he has scored or not. */
export const declareConflict = command('conflict.declare', {
  action: 'T33:P',
  brings: ['conflict.declared'],
  asks: [],
  refuses: ['score.not_an_expert', 'score.conflicted'],
  recordable: true,
  input: fields({ expert: person(), reason: note(500) }),
  facts: facts<Round>(),
  decide: ({ input: i, facts: f }) => {
    const expert = f.experts.find((e) => e.person === i.expert);
    if (!expert) return [refuse('score.not_an_expert', {}, { at: ['expert'] })];
    if (expert.conflict !== null) return [refuse('score.conflicted', { name: expert.name, reason: expert.conflict }, { at: ['expert'] })];
    return [happened('conflict.declared', { row: expert.row, name: expert.name, ...i }, { whose: expert.person })];
  },
});

/** The result: the mean of the sheets that count, exact; whether the threshold is reached, each clause in its own name. */
export const concludeRound = command('round.conclude', {
  action: 'T32:P',
  brings: ['round.concluded'],
  asks: [scoreCard, scoreThreshold, scoreAggregation, riskPoints],
  refuses: ['round.no_expert', 'round.sheets_missing'],
  input: fields({}),
  facts: facts<Round>(),
  ground,
  ready: ({ facts: f, law }) => notReady(f, law['score-card']?.clauses ?? []),
  decide: ({ facts: f, law, cite }) => {
    const { value: card, clauses } = law['score-card'];
    const not = notReady(f, clauses);
    if (not.length > 0) return not;
    const counting = countingOf(f);
    const how = howOf(law['score-aggregation']?.value, law['risk-points']?.value);
    const result = scored(card, counting.map(sheetOf), how);
    const bounds = law['score-threshold']?.value ?? [];
    return [
      happened('round.concluded', {
        about: f.about,
        terms: f.terms,
        total: showNumber(result.total),
        riskPoints: how.riskPoints,
        reached: bounds.every((b) => admits(b.limit.limits, result.total)),
        threshold: bounds.map((b) => showLimits(b.limit.limits, showNumber)),
        groups: card.groups.map((g) => ({
          group: g.id,
          title: g.title,
          most: showNumber(g.most),
          points: showNumber(result.groups[g.id]!),
        })),
        items: card.items.map((i) => ({
          item: i.id,
          title: i.title,
          group: i.group,
          most: showNumber(i.most),
          points: showNumber(result.items[i.id]!),
        })),
        experts: counting.map((e, n) => ({ name: e.name, total: showNumber(result.totals[n]!) })),
        excluded: f.experts.filter((e) => e.conflict !== null).map((e) => ({ name: e.name, reason: e.conflict })),
        basis: [...clauses, ...(law['score-threshold']?.clauses ?? [])].map(cite),
      }),
    ];
  },
});
/** Who has an interest in the matter does not count. */
export const countingOf = (f: Round): readonly Expert[] => f.experts.filter((e) => e.conflict === null);
export const sheetOf = (e: Expert): Sheet => Object.fromEntries(Object.entries(e.sheet).map(([item, p]) => [item, readRatio(p)!]));

/** Where no text says how sheets are put together: their mean, and points for risk that are more the less of it there is. */
export const howOf = (aggregation: Aggregation | undefined, riskPoints: RiskPoints | undefined): How => ({
  aggregation: aggregation ?? 'mean',
  riskPoints: riskPoints ?? 'higher-is-lower-risk',
});

function notReady(f: Round, clauses: readonly string[]): Refusal<'round.no_expert' | 'round.sheets_missing'>[] {
  const counting = countingOf(f);
  if (counting.length === 0) return [refuse('round.no_expert', {}, { clause: clauses })];
  const waiting = counting.filter((e) => !e.given).map((e) => e.name);
  return waiting.length > 0 ? [unmet('round.sheets_missing', clauses, { names: waiting })] : [];
}
