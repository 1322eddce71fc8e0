import type { DistributionView } from '../../../../packages/capabilities/distribution/view.ts';

/** The hand-over list as CSV that a spreadsheet opens rightly: UTF-8 with its mark, numbers of people as text, no cell that runs. */
export function payrollCsv(view: DistributionView): string {
  const safe = (cell: string): string => `"${(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
  const rows = [
    ['工号', '姓名', '部门', '比例', '应发金额（元）'],
    ...view.awards.map((a) => [a.staffNo, a.name, a.unit ?? '', a.share, a.amount]),
  ];
  const text = `\uFEFF${rows.map((r) => r.map(safe).join(',')).join('\r\n')}\r\n`;
  return `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`;
}
