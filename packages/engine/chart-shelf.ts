import type { Chart, ChartDef } from '../kernel/chart.ts';
import { canonical, type Json } from '../kernel/json.ts';
import { type Database, run } from './database.ts';
import type { Capability } from './procedure.ts';
import { sha256 } from './sha256.ts';

const written = (chart: Chart): string => canonical(chart.def as unknown as Json);
export const chartHash = (chart: Chart): string => sha256(written(chart)).slice(0, 16);

/**
 * All charts that a case may be on, by hash: those of the running procedures, and those of earlier releases that the database keeps.
 * A case stays on the chart it was opened on, whatever a release changes, until it is moved.
 */
export async function keepCharts(database: Database, capabilities: readonly Capability[]): Promise<ReadonlyMap<string, Chart>> {
  const running = capabilities.flatMap((c) => c.procedures).map(({ chart }) => chart);
  const rows = running.map((chart) => ({ hash: chartHash(chart), procedure: chart.def.id, def: written(chart) }));
  const kept = await run<{ hash: string; def: string }>(database.pooled, 'select hash, def from charts_keep($1)', [JSON.stringify(rows)]);
  const charts = new Map<string, Chart>(kept.map((k) => [k.hash, { def: JSON.parse(k.def) as ChartDef }]));
  for (const chart of running) charts.set(chartHash(chart), chart);
  return charts;
}

/** The chart this case is on. One that this process does not know was opened by a later release. */
export function chartOf(
  engine: { readonly charts: ReadonlyMap<string, Chart> },
  c: { readonly chart: string; readonly procedure: string },
): Chart {
  const chart = engine.charts.get(c.chart);
  if (!chart)
    throw new Error(`a case of ${c.procedure} is on chart ${c.chart}, which this process does not know: restart it on the newer release`);
  return chart;
}
