/** What was measured beside what it should reach. `times` is a ratio of ours to the bare peer's: 1 is as fast. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: 'times' | 'per CPU s' | 's' | 'ms' | 'KB' | 'statements' | 'rows';
  readonly target?: { readonly atLeast: number } | { readonly atMost: number };
  /** What else was seen: absolute numbers, spread, what it was measured over. */
  readonly beside?: string;
};
/** One thing measured: a name for `--only`, and how. */
export type Measure = { readonly name: string; readonly title: string; readonly measure: () => Promise<readonly Figure[]> };

export const isMet = ({ value, target }: Figure): boolean | undefined =>
  target === undefined ? undefined : 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;

const shown = (value: number, unit: Figure['unit']): string =>
  unit === 'times' || unit === 's'
    ? value.toFixed(2)
    : unit === 'ms' || unit === 'KB'
      ? value.toFixed(1)
      : Math.round(value).toLocaleString('en');

/** One line: the figure, its target, whether it was met, what else was seen. */
export function lineOf(f: Figure): string {
  const met = isMet(f);
  const target =
    f.target === undefined ? '' : 'atLeast' in f.target ? `≥ ${shown(f.target.atLeast, f.unit)}` : `≤ ${shown(f.target.atMost, f.unit)}`;
  const verdict = met === undefined ? '' : met ? 'met' : 'MISSED';
  const value = `${shown(f.value, f.unit)}${f.unit === 'times' ? '×' : ` ${f.unit}`}`;
  return `  ${f.name.padEnd(46)} ${value.padStart(19)}  ${target.padEnd(9)} ${verdict.padEnd(7)}${f.beside ?? ''}`.trimEnd();
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
/** The middle half of what was seen. */
export function spread(values: readonly number[], digits = 2): string {
  const sorted = [...values].sort((a, b) => a - b);
  return `${sorted[sorted.length >> 2]!.toFixed(digits)}–${sorted[(sorted.length * 3) >> 2]!.toFixed(digits)}`;
}
/** Seconds of processor time between two looks at it. */
export const cpuSeconds = (from: NodeJS.CpuUsage, to: NodeJS.CpuUsage): number => (to.user + to.system - from.user - from.system) / 1e6;
