import { sql } from 'kysely';
import { facts, happened, houseCommand } from '../../kernel/command.ts';
import { fields } from '../../kernel/field.ts';
import { note } from '../../kernel/field-kinds.ts';
import { refuse } from '../../kernel/refusal.ts';
import { chartHash } from '../chart-shelf.ts';
import { type Procedure, type Wired, wire } from '../procedure.ts';

type Standing = readonly { readonly id: string; readonly procedure: string; readonly chart: string; readonly state: string }[];

/**
 * Moves a case and everything below and above it to the charts of this release. Until then each stays on the chart it was opened on.
 * A state that was renamed says so in its procedure; a state that no longer is has no way, and the case stays.
 */
export const chartMoveCommands = (procedures: ReadonlyMap<string, Procedure>): readonly Wired[] => {
  const move = houseCommand('case.move', {
    action: 'T07:P',
    brings: ['charts.moved'],
    asks: [],
    refuses: ['chart.current', 'chart.no_way'],
    input: fields({ reason: note(500) }),
    facts: facts<Standing>(),
    decide: ({ input, facts: cases }) => {
      const moves = cases.flatMap((c) => {
        const { chart, renamed = {} } = procedures.get(c.procedure)!;
        const to = chartHash(chart);
        const state = renamed[c.state] ?? c.state;
        return to === c.chart ? [] : [{ case: c.id, chart: to, state, known: chart.def.states[state] !== undefined, was: c }];
      });
      const lost = moves.filter((m) => !m.known);
      if (lost.length > 0) return lost.map((m) => refuse('chart.no_way', { procedure: m.was.procedure, state: m.was.state }));
      if (moves.length === 0) return [refuse('chart.current')];
      return [happened('charts.moved', { ...input }, { moves: moves.map(({ case: id, chart, state }) => ({ case: id, chart, state })) })];
    },
  });
  return [
    wire(move, async (db, about) =>
      db
        .selectFrom('case_file')
        .where('root_id', '=', sql<string>`(select root_id from case_file where id = ${about.case})`)
        .where('withdrawn', '=', false)
        .orderBy('id')
        .select(['id', 'procedure', 'chart', 'state'])
        .execute(),
    ),
  ];
};
