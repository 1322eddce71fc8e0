import { AlignmentType, type IParagraphStyleOptions, LineRuleType } from 'docx';

/** What the clients of the institution have: the names of GB/T 9704 with Times New Roman for Latin letters and digits. */
const face = (eastAsia: string): { readonly ascii: string; readonly hAnsi: string; readonly cs: string; readonly eastAsia: string } => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
});
export const [fangSong, xiaoBiaoSong, heiTi] = [face('仿宋_GB2312'), face('方正小标宋简体'), face('黑体')];

/** Exactly this many points, whatever the fonts. */
const exactly = (points: number): { readonly line: number; readonly lineRule: typeof LineRuleType.EXACTLY } => ({
  line: points * 20,
  lineRule: LineRuleType.EXACTLY,
});
/** Both are needed: Word reads the characters, others only the twips. */
const firstLine = { firstLine: 640, firstLineChars: 200 };
const shared = { basedOn: 'Normal', quickFormat: true };

/** 二号 22, 小二 18, 三号 16, 四号 14, 五号 10.5 points; Word counts half points. */
export const paragraphStyles: readonly IParagraphStyleOptions[] = [
  {
    ...shared,
    id: 'Issuer',
    name: '发文单位',
    run: { font: xiaoBiaoSong, size: 36 },
    paragraph: { alignment: AlignmentType.CENTER, spacing: { ...exactly(30), after: 200 } },
  },
  {
    ...shared,
    id: 'Title',
    name: 'Title',
    run: { font: xiaoBiaoSong, size: 44 },
    paragraph: { alignment: AlignmentType.CENTER, spacing: { ...exactly(36), after: 100 } },
  },
  {
    ...shared,
    id: 'Number',
    name: '文号',
    paragraph: { alignment: AlignmentType.CENTER, spacing: { ...exactly(28), before: 60, after: 160 } },
  },
  {
    ...shared,
    id: 'Body',
    name: '正文段落',
    paragraph: { alignment: AlignmentType.BOTH, indent: firstLine, spacing: exactly(28) },
  },
  {
    ...shared,
    id: 'Heading1',
    name: 'heading 1',
    next: 'Body',
    run: { font: heiTi },
    paragraph: { keepNext: true, keepLines: true, outlineLevel: 0, indent: firstLine, spacing: { ...exactly(28), before: 0 } },
  },
  { ...shared, id: 'Cell', name: '表格文字', paragraph: {} },
  { ...shared, id: 'HeadCell', name: '表头', run: { font: heiTi }, paragraph: { alignment: AlignmentType.CENTER, keepNext: true } },
  { ...shared, id: 'Gap', name: '表后空隙', run: { size: 2 }, paragraph: { spacing: exactly(14) } },
  { ...shared, id: 'Signature', name: '签字', run: { size: 28 }, paragraph: { keepNext: true, keepLines: true, spacing: exactly(24) } },
  {
    ...shared,
    id: 'Signed',
    name: '落款',
    paragraph: { alignment: AlignmentType.RIGHT, keepLines: true, spacing: exactly(28) },
  },
  {
    ...shared,
    id: 'Basis',
    name: '依据',
    run: { size: 21 },
    paragraph: { keepLines: true, indent: { left: 630, hanging: 630 }, spacing: { ...exactly(16), after: 60 } },
  },
];
