import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import { isAnswered, type Law } from '../../kernel/law.ts';
import { admits, type Limits, showLimits } from '../../kernel/limits.ts';
import { showNumber } from '../../kernel/ratio.ts';
import { type How, type Scorecard, type Scored, type Sheet, scored } from '../../kernel/scorecard.ts';
import { countingOf, howOf, type Round, sheetOf } from './decisions.ts';
import { loadRound } from './queries.ts';
import { riskPoints, scoreAggregation, scoreCard, scoreThreshold } from './rules.ts';
import type { ScorecardView } from './view.ts';

export async function scorecardPanel(db: Connection, o: Viewing): Promise<ScorecardView> {
  const [round, row] = [
    await loadRound(db, o),
    await db.selectFrom('score_round').where('case_id', '=', o.case).select(['total', 'reached']).executeTakeFirstOrThrow(),
  ];
  const ask = { given: { about: round.about }, on: round.openedOn };
  const [card, threshold, way, risk] = [
    o.law.answer(scoreCard, ask),
    o.law.answer(scoreThreshold, ask),
    o.law.answer(scoreAggregation, ask),
    o.law.answer(riskPoints, ask),
  ];
  const bounds = isAnswered(threshold) ? threshold.value.map((b) => b.limit.limits) : [];
  const how = howOf(isAnswered(way) ? way.value : undefined, isAnswered(risk) ? risk.value : undefined);
  const shape: Scorecard = isAnswered(card) ? card.value : { groups: [], items: [] };
  const counting = row.total === null ? [] : countingOf(round);
  const sheets = counting.map(sheetOf);
  const result = sheets.length > 0 ? scored(shape, sheets, how) : undefined;
  return {
    about: round.about,
    openedOn: round.openedOn,
    clauses: isAnswered(card) ? card.clauses : [],
    threshold: bounds.map((b) => showLimits(b, showNumber)),
    groups: groupsOf(shape, sheets, result),
    experts: round.experts.map(({ row: expert, name, given, conflict }) => {
      const n = counting.findIndex((c) => c.row === expert);
      return { name, given, conflict, total: result && n >= 0 ? showNumber(result.totals[n]!) : null };
    }),
    ...how,
    total: row.total,
    reached: row.reached,
    readings: result ? otherResults({ law: o.law, round, shape, sheets, how, bounds, result }) : [],
  };
}

function groupsOf(card: Scorecard, sheets: readonly Sheet[], result: Scored | undefined): ScorecardView['groups'] {
  return card.groups.map((g) => ({
    group: g.id,
    title: g.title,
    most: showNumber(g.most),
    risk: g.risk,
    points: result ? showNumber(result.groups[g.id]!) : null,
    items: card.items
      .filter((i) => i.group === g.id)
      .map((i) => ({
        item: i.id,
        title: i.title,
        most: showNumber(i.most),
        looksAt: i.looksAt ?? null,
        evidence: i.evidence,
        notes: i.notes,
        points: result ? showNumber(result.items[i.id]!) : null,
        each: sheets.map((s) => showNumber(s[i.id]!)),
      })),
  }));
}

/** What each other reading would have made of the same sheets, where it makes something else. */
function otherResults(o: {
  readonly law: Law;
  readonly round: Round;
  readonly shape: Scorecard;
  readonly sheets: readonly Sheet[];
  readonly how: How;
  readonly bounds: readonly Limits[];
  readonly result: Scored;
}): ScorecardView['readings'] {
  const ask = { given: { about: o.round.about }, on: o.round.openedOn };
  const before = showNumber(o.result.total);
  const under = (how: How) => {
    const { total } = scored(o.shape, o.sheets, how);
    return { total: showNumber(total), reached: o.bounds.every((b) => admits(b, total)) };
  };
  return [
    ...o.law.readings(scoreAggregation, ask.on).flatMap((reading) => {
      const other = o.law.answer(scoreAggregation, { ...ask, reading });
      return isAnswered(other) ? [{ clause: reading.clause, value: other.value, ...under({ ...o.how, aggregation: other.value }) }] : [];
    }),
    ...o.law.readings(riskPoints, ask.on).flatMap((reading) => {
      const other = o.law.answer(riskPoints, { ...ask, reading });
      return isAnswered(other) ? [{ clause: reading.clause, value: other.value, ...under({ ...o.how, riskPoints: other.value }) }] : [];
    }),
  ].filter((r) => r.total !== before);
}
