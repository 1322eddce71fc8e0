import type { DistributionView } from '../../../../packages/capabilities/distribution/view.ts';

/** What a spreadsheet would run or reckon with, in the letters of either keyboard. */
const runs = /^[\s\0]*[=+\-@＝＋－＠|]/;
/** What a spreadsheet would take for a number or a day, and not give back as it was: 007, 12E5, 1-2, more digits than it keeps. */
const bends = /^(?:0\d+|\d{12,}|\d+[eE]\d+|\d+[-/]\d+(?:[-/]\d+)?)$/;

/** The hand-over list as CSV that a spreadsheet opens rightly: UTF-8 with its mark, numbers of people as text, no cell that runs. */
export function payrollCsv(view: Pick<DistributionView, 'awards'>): string {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const safe = (cell: string): string => quoted(runs.test(cell) ? `'${cell}` : bends.test(cell) ? `\t${cell}` : cell);
  const rows = [
    ['工号', '姓名', '部门', '比例', '应发金额（元）'],
    ...view.awards.map((a) => [a.staffNo, a.name, a.unit ?? '', a.share, a.amount]),
  ];
  const text = `\uFEFF${rows.map((r) => r.map(safe).join(',')).join('\r\n')}\r\n`;
  return `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`;
}
