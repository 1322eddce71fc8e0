import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Block, DocumentModel } from '../../kernel/document.ts';
import { pdfWriter } from './pdf.ts';
import { embeddedFonts, printedPages } from './printed-text.ts';
import { documentWriter } from './writer.ts';
import { isWellFormed, writtenTexts, zipParts } from './written-text.ts';

const amounts = ['794,197,523,086.42', '226,913,578,024.69', '1,000,000,000,000,000.00'];
const sheet: DocumentModel = {
  title: '科技成果转化收益分配审批表',
  issuer: '某某大学附属第一医院',
  number: '某医转〔2026〕18号',
  blocks: [
    {
      facts: [
        ['转化项目', '一种基于“端到端”融合的早期肝细胞癌微血管侵犯术前无创预测系统（含软件、数据集与操作规程）'],
        ['到账金额', '1,134,567,890,123.45元'],
      ],
    },
    { heading: '一、分配方案' },
    {
      table: {
        head: ['去向', '比例', '金额（元）'],
        rows: [
          ['对完成、转化科技成果作出重要贡献人员的奖励和报酬', '70%', amounts[0]!],
          ['医院留存', '20%', amounts[1]!],
          ['所在科室（欧阳喆祎）', '10%', amounts[2]!],
        ],
        right: [1, 2],
      },
    },
    { paragraph: '余额用于科学技术研究开发与成果转化相关工作，不得挪作他用。' },
    { signatures: ['技术转移部门', '财务部门', '审议会议'] },
  ],
  signed: { by: '某某大学附属第一医院', on: '2026年11月21日' },
  basis: ['《中华人民共和国促进科技成果转化法》第四十五条', '《某某大学科技成果转化管理办法》第二十三条第二款'],
};
const texts = (model: DocumentModel): readonly string[] => [model.title, model.issuer, model.number ?? '', ...model.blocks.flatMap(of)];
function of(block: Block): readonly string[] {
  if ('facts' in block) return block.facts.flat();
  if ('table' in block) return [...block.table.head, ...block.table.rows.flat()];
  return 'signatures' in block ? block.signatures : [Object.values(block)[0] as string];
}
const withBlocks = (...blocks: readonly Block[]): DocumentModel => ({ title: '名单', issuer: '某医院', blocks, basis: [] });
const longTable = (rows: number): DocumentModel =>
  withBlocks({
    table: {
      head: ['工号', '姓名', '应发金额（元）'],
      rows: Array.from({ length: rows }, (_, i) => [`A${10_000 + i}`, '王小明', `${i + 1},000.00`]),
      right: [2],
    },
  });

const word = async (model: DocumentModel): Promise<ReadonlyMap<string, string>> => zipParts(await documentWriter.word(model));
const page = async (model: DocumentModel): Promise<string> => (await word(model)).get('word/document.xml') ?? '';
const pdf = async (model: DocumentModel): Promise<Buffer> => Buffer.from(await documentWriter.pdf(model));
const together = (lines: readonly string[]): string => lines.join('').replaceAll(/\s/g, '');

describe('A document as Word', () => {
  it('is a zip of well-formed parts', async () => {
    for (const [name, xml] of await word(sheet)) ok(isWellFormed(xml), name);
  });

  it('holds every text of the model, whole, in its order', async () => {
    const found = writtenTexts(await page(sheet));
    for (const text of texts(sheet))
      ok(
        found.some((t) => t === text || t === `${text}：`),
        text,
      );
    const places = amounts.map((amount) => found.indexOf(amount));
    deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
    ok(found.includes(`依据：${sheet.basis[0]}`) && found.includes(sheet.basis[1]!));
  });

  it('is an A4 page with the type area of GB/T 9704 and a page number between lines', async () => {
    const file = await word(sheet);
    match(file.get('word/document.xml')!, /<w:pgSz w:w="11906" w:h="16838"/);
    match(file.get('word/document.xml')!, /<w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588"/);
    match(file.get('word/footer1.xml')!, /— <\/w:t>.*<w:instrText[^>]*>PAGE<.* —<\/w:t>/);
  });

  it('names the faces and sizes of GB/T 9704: 小标宋 二号, 仿宋 三号, 黑体 三号, Times New Roman', async () => {
    const styles = (await word(sheet)).get('word/styles.xml')!;
    const style = (id: string): string => new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(styles)![0];
    match(styles, /<w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"[^>]*w:eastAsia="仿宋_GB2312"[^>]*\/><w:sz w:val="32"\/>/);
    match(style('Title'), /w:jc w:val="center".*w:eastAsia="方正小标宋简体".*<w:sz w:val="44"\/>/);
    match(style('Heading1'), /w:eastAsia="黑体"/);
  });

  it('sets the body 28 points a line, indented by two characters in characters and in twips', async () => {
    const body = /<w:style [^>]*w:styleId="Body".*?<\/w:style>/.exec((await word(sheet)).get('word/styles.xml')!)![0];
    match(body, /<w:spacing w:line="560" w:lineRule="exact(ly)?"\/>/);
    match(body, /w:firstLine="640"/);
    match(body, /w:firstLineChars="200"/);
    match(await page(sheet), /<w:pStyle w:val="Body"\/>(?:(?!<\/w:p>).)*余额用于/);
  });

  it('fixes the layout of every table to columns that fill the type area', async () => {
    const tables = (await page(sheet)).match(/<w:tbl>.*?<\/w:tbl>/g) ?? [];
    equal(tables.length, 3);
    for (const table of tables) {
      match(table, /<w:tblLayout w:type="fixed"\/>/);
      const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((m) => Number(m[1]));
      ok(Math.abs(widths.reduce((a, b) => a + b, 0) - 8844) <= widths.length, String(widths));
    }
  });

  it('repeats the head, splits no row and sets amounts to the right', async () => {
    const table = /<w:tbl>(?:(?!<\/w:tbl>).)*去向.*?<\/w:tbl>/
      .exec(await page(sheet))![0]
      .split('<w:tbl>')
      .at(-1)!;
    const rows = table.match(/<w:tr>.*?<\/w:tr>/g)!;
    equal(rows.length, 4);
    deepEqual(
      rows.map((row) => row.includes('<w:tblHeader/>')),
      [true, false, false, false],
    );
    ok(rows.every((row) => row.includes('<w:cantSplit/>')));
    for (const amount of amounts) match(table, new RegExp(`<w:jc w:val="right"/></w:pPr>(?:(?!</w:p>).)*${amount}`));
  });

  it('lets a row part that no page would hold', async () => {
    const xml = await page(withBlocks({ table: { head: ['说明'], rows: [['长'.repeat(3000)], ['短']] } }));
    deepEqual(
      xml.match(/<w:tr>.*?<\/w:tr>/g)!.map((row) => row.includes('<w:cantSplit/>')),
      [true, false, true],
    );
  });

  it('gives quotation marks to the Chinese face', async () => {
    match(await page(sheet), /<w:rFonts w:hint="eastAsia"\/>(?:(?!<\/w:r>).)*“端到端”/);
  });

  it('writes no table without a row, which Word would not open', async () => {
    const xml = await page(
      withBlocks({ facts: [] }, { table: { head: [], rows: [] } }, { table: { head: ['姓名'], rows: [] } }, { signatures: [] }),
    );
    equal(xml.match(/<w:tbl>/g)?.length, 1);
    ok(writtenTexts(xml).includes('（无）'));
  });
});

describe('A document as PDF', () => {
  it('is a PDF of one page for a short model', async () => {
    const file = await pdf(withBlocks({ paragraph: '本表金额为税前金额。' }));
    equal(file.subarray(0, 5).toString(), '%PDF-');
    deepEqual(
      printedPages(file).map((p) => p.artifacts.trim()),
      ['— 1 —'],
    );
  });

  it('embeds Noto Serif SC in two weights and Noto Sans SC, and nothing else', async () => {
    deepEqual(embeddedFonts(await pdf(sheet)), ['NotoSansSC-Medium', 'NotoSerifSC-Bold', 'NotoSerifSC-Regular']);
  });

  it('sets 200 rows on several pages, each row once, the head repeated and the pages numbered', async () => {
    const pages = printedPages(await pdf(longTable(200)));
    ok(pages.length >= 6 && pages.length <= 12, String(pages.length));
    const ids = pages.flatMap((p) => p.text.match(/A1\d{4}/g) ?? []);
    deepEqual(
      ids,
      Array.from({ length: 200 }, (_, i) => `A${10_000 + i}`),
    );
    pages.forEach((p, i) => {
      match(i === 0 ? p.text : p.artifacts, /工号\n姓名\n应发金额（元）\n/);
      ok(p.artifacts.endsWith(`— ${i + 1} —\n`));
    });
  });

  it('keeps an amount up to 10^15 yuan on one line, kerned as one word', async () => {
    const lines = printedPages(await pdf(sheet)).flatMap((p) => p.text.split('\n'));
    for (const amount of amounts) ok(lines.includes(amount), amount);
  });

  it('parts a word wider than its column instead of running over the edge', async () => {
    const hash = '8f14e45fceea167a5a36dedd4bea2543'.repeat(4);
    const lines = printedPages(await pdf(withBlocks({ facts: [['校验值', hash]] })))[0]!.text.split('\n');
    ok(!lines.includes(hash));
    ok(lines.join('').includes(hash));
  });

  it('loses nothing of a row that no page would hold', async () => {
    const pages = printedPages(await pdf(withBlocks({ table: { head: ['说明'], rows: [['长'.repeat(3000)]] } })));
    ok(pages.length > 2);
    equal(
      pages.map((p) => p.text.match(/长/g)?.length ?? 0).reduce((a, b) => a + b),
      3000,
    );
  });

  it('signs no page that says nothing else', async () => {
    for (let count = 14; count < 24; count++) {
      const blocks = Array.from({ length: count }, (_, i) => ({ paragraph: `第${i + 1}项不少于一行。` }));
      const last = printedPages(await pdf({ ...withBlocks(...blocks), signed: { by: '某医院', on: '2026年11月21日' } })).at(-1)!;
      match(last.text, /项不少于一行。[\s\S]*2026年11月21日/, String(count));
    }
  });

  it("takes the body from the institution's own 仿宋 where its folder has one", async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
    t.after(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'own.ttf'), renamed('NotoSansSC-Medium', 'FangSong'));
    const file = await pdfWriter({ fontFolder: folder })(sheet);
    deepEqual(embeddedFonts(file), ['FangSong', 'NotoSansSC-Medium', 'NotoSerifSC-Bold', 'NotoSerifSC-Regular']);
  });

  it('does not begin without the folder it is told of', () => {
    let message = '';
    try {
      pdfWriter({ fontFolder: '/no/such/folder' });
    } catch (fault) {
      message = String(fault);
    }
    match(message, /No font folder at \/no\/such\/folder/);
  });
});

describe('A document as Word and as PDF', () => {
  const hostile: DocumentModel = {
    title: '#read("/etc/passwd") </w:t> & <b>',
    issuer: '甲\u0000乙\u202E丙',
    blocks: [
      { heading: '= #panic("x") $x^2$ *粗* _斜_ `y`' },
      { paragraph: '\\ @ref <label> // 注 /* 注 */ ~ -- "直" \'单\' ]]> &amp; a\u0007b 喆祎㛃䶮' },
      { facts: [['#set page(width: 1pt)', '甲\tb\n乙\r\n丙']] },
      {
        table: {
          head: ['[', '#import "@preview/x:1.0.0"'],
          rows: [
            ['{', '=cmd|calc'],
            ['#', '🙂 \uD800'],
          ],
        },
      },
      { signatures: ['#let'] },
    ],
    signed: { by: '#by', on: ']' },
    basis: ['#include "/etc/passwd"'],
  };

  it('says the same', async () => {
    const inWord = together(writtenTexts(await page(sheet)));
    equal(together(printedPages(await pdf(sheet)).map((p) => p.text)), inWord);
    ok(inWord.startsWith('某某大学附属第一医院科技成果转化收益分配审批表') && inWord.length > 300);
  });

  it('prints hostile text and obeys none of it', async () => {
    const file = await word(hostile);
    for (const [name, xml] of file) ok(isWellFormed(xml), name);
    const inWord = writtenTexts(file.get('word/document.xml')!);
    ok(inWord.includes('#read("/etc/passwd") </w:t> & <b>') && inWord.includes('甲乙丙') && inWord.includes('甲 b'));
    // Emoji and broken surrogates have no glyph in the fonts; every other character is the same.
    const known = (text: string): string => text.replaceAll(/[🙂\uFFFC-\uFFFF]/gu, '');
    equal(known(together(printedPages(await pdf(hostile)).map((p) => p.text))), known(together(inWord)));
  });

  it('is the same file to the byte whenever it is written', async (t) => {
    const first = [await documentWriter.word(sheet), await documentWriter.pdf(sheet)];
    travel(t, '2031-05-06T07:08:09Z');
    deepEqual([await documentWriter.word(sheet), await documentWriter.pdf(sheet)], first);
    ok(!Buffer.from(first[1]!).includes('CreationDate'));
    notEqual(Buffer.compare(first[0]!, await documentWriter.word({ ...sheet, title: '另一份' })), 0);
  });
});

const travel = (t: TestContext, to: string): void => t.mock.timers.enable({ apis: ['Date'], now: new Date(to) });

/** One of our fonts under another name, as a stand-in for a font that may not be distributed. */
function renamed(from: string, to: string): Buffer {
  const path = `@expo-google-fonts/noto-sans-sc/500Medium/${from.replace('-', '_500')}.ttf`;
  const font = readFileSync(createRequire(import.meta.url).resolve(path));
  const entry = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + i * 16).find(
    (at) => font.toString('latin1', at, at + 4) === 'name',
  )!;
  const table = font.readUInt32BE(entry + 8);
  for (let i = 0, at = table + 6; i < font.readUInt16BE(table + 2); i++, at += 12) {
    const name = Buffer.from(to, 'utf16le').swap16();
    if (![1, 6, 16].includes(font.readUInt16BE(at + 6)) || font.readUInt16BE(at + 8) < name.length) continue;
    name.copy(font, table + font.readUInt16BE(table + 4) + font.readUInt16BE(at + 10));
    font.writeUInt16BE(name.length, at + 8);
  }
  return font;
}
