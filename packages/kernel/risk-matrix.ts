import { type Bands, bandOf, readBands } from './bands.ts';
import { isWrong, type Parsed, parsed, within, wrong } from './parsed.ts';
import { one, type Ratio, readRatio, zero } from './ratio.ts';
import { isRecord, unknownKey } from './raw.ts';
import type { Kind } from './rule.ts';
import { measure } from './rule-kinds.ts';

/** A matrix of risk: bands of probability, classes of impact in words (a text may give no amounts for them), and the level of each cell. */
export type RiskMatrix = {
  readonly probability: Bands;
  readonly impact: readonly { readonly id: string; readonly title: string }[];
  readonly cells: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** The row a probability falls into and the level of its cell; undefined for a probability outside 0–100% or a class the matrix lacks. */
export function levelOf(m: RiskMatrix, probability: Ratio, impact: string): { readonly row: string; readonly level: string } | undefined {
  const row = bandOf(m.probability, probability);
  const level = row === undefined ? undefined : m.cells[row]?.[impact];
  return row === undefined || level === undefined ? undefined : { row, level };
}

const keys = ['probability', 'impact', 'cells'];

/** Reads `{ probability: bands, impact: { low: 低影响 }, cells: { row: { impact: level } } }`; a cell too few or too many is a fault. */
function readRiskMatrix(raw: unknown, levels: readonly string[]): Parsed<RiskMatrix> {
  if (!isRecord(raw)) return wrong('matrix.form');
  const extra = unknownKey(raw, keys);
  if (extra) return extra;
  const probability = readBands(raw.probability, { min: zero, max: one });
  if (isWrong(probability)) return within('probability', probability.wrong);
  if (!isRecord(raw.impact) || Object.keys(raw.impact).length === 0) return within('impact', wrong('matrix.form').wrong);
  const impact = Object.entries(raw.impact).map(([id, title]) => ({ id, title: String(title) }));
  if (!isRecord(raw.cells)) return within('cells', wrong('matrix.form').wrong);
  const cells: Record<string, Record<string, string>> = {};
  const rows = probability.value.map((b) => b.id);
  const columns = impact.map((c) => c.id);
  const unknown = Object.keys(raw.cells).find((r) => !rows.includes(r));
  if (unknown) return within('cells', within(unknown, wrong('rule.not_offered', { given: unknown, offered: rows.join(', ') }).wrong).wrong);
  for (const row of rows) {
    const read = readRow(raw.cells[row], { row, columns, levels });
    if (isWrong(read)) return within('cells', within(row, read.wrong).wrong);
    cells[row] = read.value;
  }
  return parsed({ probability: probability.value, impact, cells });
}

type RowOf = { readonly row: string; readonly columns: readonly string[]; readonly levels: readonly string[] };
function readRow(raw: unknown, { row, columns, levels }: RowOf): Parsed<Record<string, string>> {
  const given = isRecord(raw) ? raw : {};
  const missing = columns.find((c) => given[c] === undefined);
  if (missing) return wrong('matrix.cell_missing', { row, column: missing });
  const cells: Record<string, string> = {};
  for (const [column, level] of Object.entries(given)) {
    if (!columns.includes(column)) return within(column, wrong('rule.not_offered', { given: column, offered: columns.join(', ') }).wrong);
    if (!levels.includes(String(level)))
      return within(column, wrong('rule.not_offered', { given: String(level), offered: levels.join(', ') }).wrong);
    cells[column] = String(level);
  }
  return parsed(cells);
}

/** A rule answered by a matrix. Its examples say cells: `has: [30% low → low, 30.5% high → high]`. */
export const matrix = (...levels: readonly string[]): Kind<RiskMatrix, RiskMatrix> =>
  measure(
    'matrix',
    (raw) => readRiskMatrix(raw, levels),
    (m, [p = '', impact = '', said]) => {
      const probability = readRatio(p);
      return { said, came: String(probability && levelOf(m, probability, impact)?.level) };
    },
  );
