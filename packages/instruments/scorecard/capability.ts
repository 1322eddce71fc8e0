import { anyRules, capability, procedure, wire } from '../../engine/procedure.ts';
import { type EventSeen, insert, json, update } from '../../engine/write.ts';
import { concludeRound, declareConflict, giveSheet, type Opening } from './decisions.ts';
import { scorecardPanel } from './panel.ts';
import { scorecardRound } from './procedure.ts';
import { loadRound } from './queries.ts';
import { riskPoints, scoreAggregation, scoreCard, scoreThreshold } from './rules.ts';

type Given = { row: string; lines: readonly { item: string; points: string; notes: readonly object[]; evidence: readonly string[] }[] };

export const scorecards = capability({
  id: 'scorecard',
  uses: [],
  rules: anyRules(scoreCard, scoreThreshold, scoreAggregation, riskPoints),
  procedures: [
    procedure({
      chart: scorecardRound,
      panel: scorecardPanel,
      outcomes: { done: ['round.concluded'] },
      begins: (data) => ({
        owes: (data as unknown as Opening).experts
          .filter((e) => e.conflict === undefined)
          .map((e) => ({
            duty: 'score.give',
            owner: { person: e.person },
            metBy: ['sheet.given', 'conflict.declared'],
            whose: e.person,
            clause: '@score-card',
            force: 'must',
          })),
      }),
      commands: [wire(giveSheet, loadRound), wire(declareConflict, loadRound), wire(concludeRound, loadRound)],
      apply: {
        'round.opened': (e: EventSeen<Opening>) => [
          insert('score_round', { id: e.case, about: e.data.about, opened_on: e.on }),
          ...e.data.experts.map((x, ordinal) =>
            insert('score_expert', { id: e.rowId(x.person), ordinal, person_id: x.person, conflict: x.conflict ?? null }),
          ),
        ],
        'sheet.given': (e: EventSeen<Given>) => [
          update('score_expert', e.data.row, { given_on: e.on }),
          ...e.data.lines.map((l) =>
            insert('score_line', {
              id: e.rowId(l.item),
              expert_id: e.data.row,
              item: l.item,
              points: l.points,
              notes: json(l.notes),
              papers: [...l.evidence],
            }),
          ),
        ],
        'conflict.declared': (e: EventSeen<{ row: string; reason: string }>) => [
          update('score_expert', e.data.row, { conflict: e.data.reason }),
        ],
        'round.concluded': (e: EventSeen<{ total: string; reached: boolean }>) => [
          update('score_round', e.case, { total: e.data.total, reached: e.data.reached, concluded_on: e.on }),
        ],
      },
    }),
  ],
});
