import type { Block, DocumentModel } from '../../kernel/document.ts';
import { type ColumnPlan, planColumns, planFacts } from './column-plan.ts';
import { plainLines, plainText } from './plain-text.ts';
import { widthOf } from './text-width.ts';
import { titleInset } from './title-inset.ts';

/** A row; one with a single cell spans the table. A tall one may be parted between pages, as no page would hold it. */
export type Row = { readonly cells: readonly string[]; readonly isTall: boolean };
/** `holdsNext`: stays on the page of what follows, so that nobody signs a page that says nothing. */
export type LaidBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly holdsNext: boolean }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly Row[];
      readonly plan: ColumnPlan;
      readonly holdsNext: boolean;
    }
  | { readonly kind: 'signatures'; readonly rows: readonly (readonly string[])[]; readonly dayBlank: string };

/** A model as both writers set it: texts cleaned, and every measure that is a decision made once. Lengths are em of their line. */
export type Layout = {
  readonly title: { readonly text: string; readonly inset: number };
  readonly issuer: string;
  readonly number: string;
  readonly blocks: readonly LaidBlock[];
  readonly signed?: { readonly by: string; readonly on: string; readonly byInset: number; readonly onInset: number };
  readonly basis: readonly string[];
};

/** GB/T 9704-2012 5.2.1: the type area is 156 mm wide. Points. */
export const textWidth = 442.2;
/** Its height is 638 points. A row taller than this must be allowed to part. */
const tallestRow = 500;
/** What is taller than this is not moved to the next page for the sake of a signature. */
const tallestHeld = 220;
const dayBlank = '年　　月　　日';
const none = '（无）';

export function layDocument(model: DocumentModel): Layout {
  const title = plainText(model.title);
  return {
    title: { text: title, inset: titleInset(title, textWidth / 22) },
    issuer: plainText(model.issuer),
    number: plainText(model.number ?? ''),
    blocks: model.blocks.flatMap(layBlock).map((block, i, all) => hold(block, all[i + 1], model.signed !== undefined)),
    ...(model.signed ? { signed: laySigned(plainText(model.signed.by), plainText(model.signed.on)) } : {}),
    basis: model.basis.map(plainText).filter((text) => text !== ''),
  };
}

function layBlock(block: Block): readonly LaidBlock[] {
  if ('heading' in block) return [{ kind: 'heading', text: plainText(block.heading) }];
  if ('paragraph' in block) return plainLines(block.paragraph).map((text) => ({ kind: 'paragraph', text, holdsNext: false }));
  if ('signatures' in block) return laySignatures(block.signatures.map(plainText));
  if ('facts' in block) return layFacts(block.facts);
  return layTable(block.table);
}

function hold(block: LaidBlock, next: LaidBlock | undefined, isSigned: boolean): LaidBlock {
  if (block.kind !== 'paragraph' && block.kind !== 'table') return block;
  const isBeforeSignature = next ? next.kind === 'signatures' : isSigned;
  return isBeforeSignature && heightOf(block) <= tallestHeld ? { ...block, holdsNext: true } : block;
}

function layFacts(given: readonly (readonly [string, string])[]): readonly LaidBlock[] {
  const facts = given.map(([label, value]) => [plainText(label), cellText(value)] as const);
  // A table without a row is not valid in Word, and says nothing.
  if (facts.length === 0) return [];
  const plan = planFacts(facts, textWidth);
  return [{ kind: 'table', head: [], rows: facts.map((cells) => layRow(cells, plan)), plan, holdsNext: false }];
}

function layTable(table: Extract<Block, { table: unknown }>['table']): readonly LaidBlock[] {
  const head = table.head.map(plainText);
  const given = table.rows.map((cells) => cells.map(cellText));
  const plan = planColumns(head, given, table.right ?? [], textWidth);
  const count = plan.columns.length;
  if (count === 0) return [];
  const rows = given.length > 0 ? given.map((cells) => layRow(pad(cells, count), plan)) : [{ cells: [none], isTall: false }];
  return [{ kind: 'table', head: head.length > 0 ? pad(head, count) : [], rows, plan, holdsNext: false }];
}

const cellText = (text: string): string => plainLines(text).join('\n');
const pad = (cells: readonly string[], count: number): readonly string[] => [...cells, ...Array<string>(count - cells.length).fill('')];
const layRow = (cells: readonly string[], plan: ColumnPlan): Row => ({ cells, isTall: rowHeight(cells, plan) > tallestRow });

function rowHeight(cells: readonly string[], { columns, size, line }: ColumnPlan): number {
  const lines = cells.map((cell, i) => {
    const em = Math.max(1, (columns[i]?.width ?? 0) / size - 1);
    return cell.split('\n').reduce((sum, text) => sum + Math.max(1, Math.ceil(widthOf(text) / em)), 0);
  });
  return Math.max(1, ...lines) * line + 6;
}

function heightOf(block: Extract<LaidBlock, { holdsNext: boolean }>): number {
  if (block.kind === 'table') return block.rows.reduce((sum, row) => sum + rowHeight(row.cells, block.plan), block.plan.line);
  return Math.ceil((widthOf(block.text) + 2) / (textWidth / 16)) * 28;
}

/** Up to three in a row; four stand two by two. */
function laySignatures(labels: readonly string[]): readonly LaidBlock[] {
  if (labels.length === 0) return [];
  const rowsCount = Math.ceil(labels.length / 3);
  const perRow = Math.ceil(labels.length / rowsCount);
  const rows = Array.from({ length: rowsCount }, (_, i) => labels.slice(i * perRow, (i + 1) * perRow));
  return [{ kind: 'signatures', rows, dayBlank }];
}

/**
 * GB/T 9704-2012 7.3.5.2: the signer stands two characters from the right and the day begins two after the signer's first;
 * a day longer than that is itself two from the right, and the signer moves left.
 */
function laySigned(by: string, on: string): Layout['signed'] {
  const most = textWidth / 16 - 6;
  const [b, o] = [Math.min(widthOf(by), most), Math.min(widthOf(on), most)];
  const onInset = Math.max(2, b - o);
  return { by, on, byInset: Math.max(2, onInset + o + 2 - b), onInset };
}
