import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import { isAnswered } from '../../kernel/law.ts';
import { showLimits } from '../../kernel/limits.ts';
import { readRatio } from '../../kernel/ratio.ts';
import { levelOf } from '../../kernel/risk-matrix.ts';
import { riskMatrix } from './rules.ts';
import type { RiskView } from './view.ts';

export async function riskPanel(db: Connection, o: Viewing): Promise<RiskView> {
  const row = await db
    .selectFrom('risk')
    .where('case_id', '=', o.case)
    .select(['class', 'description', 'probability', 'impact', 'level', 'alert', 'assessed_on as assessedOn'])
    .executeTakeFirstOrThrow();
  const on = row.assessedOn ?? o.today;
  const answer = o.law.answer(riskMatrix, { given: {}, on });
  const matrix = isAnswered(answer) ? answer.value : undefined;
  const { probability, impact, level } = row;
  const placed = matrix && probability !== null && impact !== null ? levelOf(matrix, readRatio(probability)!, impact) : undefined;
  const readings = o.law.readings(riskMatrix, on).flatMap((reading) => {
    const other = o.law.answer(riskMatrix, { given: {}, on, reading });
    if (!isAnswered(other) || probability === null || impact === null) return [];
    const found = levelOf(other.value, readRatio(probability)!, impact)?.level;
    return found === undefined || found === level ? [] : [{ clause: reading.clause, because: reading.because, level: found }];
  });
  return {
    ...row,
    matrix: matrix
      ? {
          rows: matrix.probability.map((b) => ({
            id: b.id,
            span: showLimits([b.span]),
            cells: matrix.impact.map((c) => matrix.cells[b.id]![c.id]!),
          })),
          columns: matrix.impact,
        }
      : null,
    clauses: isAnswered(answer) ? answer.clauses : [],
    row: placed?.row ?? null,
    readings,
  };
}
