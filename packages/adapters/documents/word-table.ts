import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type ITableCellOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { type Column, type ColumnPlan, cellMargin } from './column-plan.ts';
import { type LaidBlock, type Row, textWidth } from './layout.ts';
import { wordText } from './word-text.ts';

const twips = (points: number): number => Math.round(points * 20);
const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const lines = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
const noLines = { top: noLine, bottom: noLine, left: noLine, right: noLine, insideHorizontal: noLine, insideVertical: noLine };

/** Fixed, with every width said: an automatic table is laid out anew by each program, and differently. */
const fixed = (columnWidths: readonly number[], left: number, right: number) => ({
  columnWidths,
  width: { size: columnWidths.reduce((sum, w) => sum + w, 0), type: WidthType.DXA },
  layout: TableLayoutType.FIXED,
  margins: { marginUnitType: WidthType.DXA, top: 60, bottom: 60, left: twips(left), right: twips(right) },
});

export function wordTable({ head, rows, plan, holdsNext }: Extract<LaidBlock, { kind: 'table' }>): Table {
  const heads = head.map((text, i) => cell(text, plan, plan.columns[i]!, { style: 'HeadCell' }));
  return new Table({
    ...fixed(
      plan.columns.map((column) => twips(column.width)),
      cellMargin,
      cellMargin,
    ),
    borders: lines,
    rows: [
      ...(head.length > 0 ? [new TableRow({ tableHeader: true, cantSplit: true, children: heads })] : []),
      ...rows.map((row) => new TableRow({ cantSplit: !row.isTall, keepNext: holdsNext, children: cellsOf(row, plan) })),
    ],
  });
}

function cellsOf(row: Row, plan: ColumnPlan): readonly TableCell[] {
  const count = plan.columns.length;
  if (row.cells.length === count) return row.cells.map((text, i) => cell(text, plan, plan.columns[i]!));
  const whole: Column = { width: textWidth, align: 'center', room: 0 };
  return [cell(row.cells[0] ?? '', plan, whole, {}, { columnSpan: count })];
}

function cell(
  text: string,
  plan: ColumnPlan,
  column: Column,
  how: IParagraphOptions = {},
  span: Pick<ITableCellOptions, 'columnSpan'> = {},
): TableCell {
  return new TableCell({
    ...span,
    width: { size: twips(column.width), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        style: 'Cell',
        ...(how.style ? {} : { alignment: alignments[column.align] }),
        spacing: { line: twips(plan.line), lineRule: LineRuleType.EXACTLY },
        children: wordText(text, { size: plan.size * 2 }),
        ...how,
      }),
    ],
  });
}

/** A row of labels, each above a line to sign on and a day to fill in; kept on one page. */
export function wordSignatures({ rows, dayBlank }: Extract<LaidBlock, { kind: 'signatures' }>): readonly Table[] {
  return rows.map((labels) => {
    const width = twips(textWidth / labels.length);
    const cells = labels.map(
      (label) =>
        new TableCell({
          width: { size: width, type: WidthType.DXA },
          children: [
            new Paragraph({ style: 'Signature', children: wordText(`${label}：`) }),
            new Paragraph({ style: 'Signature', spacing: { line: 600, lineRule: LineRuleType.EXACTLY }, border: { bottom: line } }),
            new Paragraph({ style: 'Signature', alignment: AlignmentType.RIGHT, children: wordText(dayBlank) }),
          ],
        }),
    );
    const table = {
      ...fixed(
        labels.map(() => width),
        0,
        18,
      ),
      borders: noLines,
      rows: [new TableRow({ cantSplit: true, children: cells })],
    };
    return new Table(table);
  });
}
