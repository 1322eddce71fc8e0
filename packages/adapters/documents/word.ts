import { AlignmentType, BorderStyle, Document, Footer, LineRuleType, Packer, PageNumber, Paragraph, type Table, TextRun } from 'docx';
import type { DocumentModel } from '../../kernel/document.ts';
import { type LaidBlock, type Layout, layDocument } from './layout.ts';
import { fangSong, paragraphStyles } from './word-styles.ts';
import { wordSignatures, wordTable } from './word-table.ts';
import { wordText } from './word-text.ts';
import { fixZipTimes } from './zip-times.ts';

/** The same model gives the same bytes: no time of writing is kept in the file. */
export async function writeWord(model: DocumentModel): Promise<Buffer> {
  const laid = layDocument(model);
  const file = new Document({
    title: laid.title.text,
    creator: laid.issuer,
    // Word's present mode: in older ones the first cell's margin hangs out of the type area.
    compatabilityModeVersion: 15,
    styles: {
      default: {
        document: {
          run: { font: { ...fangSong, hint: 'eastAsia' }, size: 32, language: { value: 'en-US', eastAsia: 'zh-CN' } },
        },
      },
      paragraphStyles,
    },
    sections: [{ properties: { page }, footers: { default: footer() }, children: [...head(laid), ...body(laid.blocks), ...end(laid)] }],
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(laid) };
  return fixZipTimes(await Packer.toBuffer(file, undefined, [core]));
}

/** GB/T 9704-2012 5.2.1: A4, 37 mm above, 28 mm to the left, a type area of 156 by 225 mm. */
const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, bottom: 1985, left: 1588, right: 1474, header: 851, footer: 1304, gutter: 0 },
};

/** 7.5: four-size digits with a line at either side. */
const footer = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ size: 28, font: { hint: 'eastAsia' }, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });

function head({ issuer, title, number }: Layout): readonly Paragraph[] {
  const inset = Math.round(title.inset * 22 * 20);
  return [
    ...(issuer ? [new Paragraph({ style: 'Issuer', children: wordText(issuer) })] : []),
    new Paragraph({ style: 'Title', indent: { left: inset, right: inset }, children: wordText(title.text) }),
    ...(number ? [new Paragraph({ style: 'Number', children: wordText(number) })] : []),
  ];
}

const body = (blocks: readonly LaidBlock[]): readonly (Paragraph | Table)[] =>
  blocks.flatMap((block, i) => bodyOf(block, blocks[i - 1]?.kind === 'table'));

function bodyOf(block: LaidBlock, isAfterTable: boolean): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ style: 'Heading1', children: wordText(block.text) })];
    case 'paragraph':
      return [new Paragraph({ style: 'Body', keepNext: block.holdsNext, keepLines: block.holdsNext, children: wordText(block.text) })];
    case 'table':
      // Two tables that touch become one in Word, so a narrow line follows each.
      return [...(isAfterTable ? [] : [gap(true)]), wordTable(block), gap(block.holdsNext)];
    case 'signatures':
      return wordSignatures(block).flatMap((table) => [gap(true), table, gap(false)]);
  }
}

const gap = (keepNext: boolean): Paragraph => new Paragraph({ style: 'Gap', keepNext });

function end({ signed, basis }: Layout): readonly Paragraph[] {
  const em = (characters: number): number => Math.round(characters * 320);
  return [
    ...(signed
      ? [
          new Paragraph({
            style: 'Signed',
            keepNext: true,
            indent: { right: em(signed.byInset) },
            spacing: { before: 480, line: 560, lineRule: LineRuleType.EXACTLY },
            children: wordText(signed.by),
          }),
          new Paragraph({ style: 'Signed', indent: { right: em(signed.onInset) }, children: wordText(signed.on) }),
        ]
      : []),
    ...basis.map((text, i) => basisLine(text, i, basis.length)),
  ];
}

function basisLine(text: string, i: number, count: number): Paragraph {
  const first = {
    border: { top: { style: BorderStyle.SINGLE, size: 4, space: 6, color: '000000' } },
    indent: { left: 630, hanging: 630 },
    spacing: { before: 440, after: 60, line: 320, lineRule: LineRuleType.EXACTLY },
  };
  return new Paragraph({
    style: 'Basis',
    keepNext: i < count - 1 && count <= 8,
    ...(i === 0 ? first : { indent: { left: 630, hanging: 0 } }),
    children: wordText(i === 0 ? `依据：${text}` : text),
  });
}

const coreProperties = ({ title, issuer }: Layout): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title.text)}</dc:title><dc:creator>${escaped(issuer)}</dc:creator></cp:coreProperties>`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
