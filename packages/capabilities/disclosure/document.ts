import { showDay } from '../../kernel/day.ts';
import type { DocumentModel } from '../../kernel/document.ts';

export type DisclosureForm = {
  readonly institution: string;
  readonly title: string;
  readonly kind: string;
  readonly summary: string;
  readonly formedOn?: string;
  readonly contributors: readonly {
    readonly name: string;
    readonly unit: string | null;
    readonly main: boolean;
    readonly contribution?: string;
  }[];
  readonly rights: readonly { readonly kind: string; readonly number?: string; readonly title: string }[];
  readonly on: string;
  readonly basis: readonly string[];
};
const kindNames: Readonly<Record<string, string>> = {
  technology: '技术',
  device: '医疗器械',
  reagent: '诊断试剂',
  drug: '药物',
  software: '软件',
  other: '其他',
};
const rightNames: Readonly<Record<string, string>> = {
  invention: '发明专利',
  'utility-model': '实用新型',
  design: '外观设计',
  software: '软件著作权',
  secret: '技术秘密',
  other: '其他',
};

/** 成果披露表 */
export function disclosureDocument(f: DisclosureForm): DocumentModel {
  return {
    title: '科技成果披露表',
    issuer: f.institution,
    blocks: [
      {
        facts: [
          ['成果名称', f.title],
          ['成果类别', kindNames[f.kind] ?? f.kind],
          ['形成日期', f.formedOn ? showDay(f.formedOn) : '未填'],
          ['披露日期', showDay(f.on)],
        ],
      },
      { heading: '一、成果简介' },
      ...f.summary.split('\n').map((paragraph) => ({ paragraph })),
      { heading: '二、完成人' },
      {
        table: {
          head: ['序号', '姓名', '部门', '主要完成人', '贡献'],
          rows: f.contributors.map((c, i) => [String(i + 1), c.name, c.unit ?? '', c.main ? '是' : '否', c.contribution ?? '']),
        },
      },
      { heading: '三、知识产权' },
      f.rights.length > 0
        ? { table: { head: ['类型', '号码', '名称'], rows: f.rights.map((r) => [rightNames[r.kind] ?? r.kind, r.number ?? '', r.title]) } }
        : { paragraph: '无。' },
      { signatures: ['成果完成人（签字）', '技术转移部门（盖章）'] },
    ],
    basis: f.basis,
  };
}
