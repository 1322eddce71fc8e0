import { showDay } from '../../kernel/day.ts';
import type { DocumentModel } from '../../kernel/document.ts';

export type ApprovalSheet = {
  readonly issuer: string;
  readonly number: string | null;
  readonly title: string;
  readonly received: string;
  readonly net: string;
  readonly lines: readonly { readonly title: string; readonly share: string; readonly amount: string; readonly inside: boolean }[];
  readonly awards: readonly { readonly name: string; readonly unit: string | null; readonly share: string; readonly amount: string }[];
  readonly remainderUse: string;
  readonly on: string;
  readonly basis: readonly string[];
};

/** 收益分配审批表 */
export function approvalDocument(s: ApprovalSheet): DocumentModel {
  return {
    title: '科技成果转化收益分配审批表',
    issuer: s.issuer,
    ...(s.number ? { number: s.number } : {}),
    blocks: [
      {
        facts: [
          ['转化项目', s.title],
          ['到账金额', `${s.received}元`],
          ['净收入', `${s.net}元`],
          ['填表日期', showDay(s.on)],
        ],
      },
      { heading: '一、分配方案' },
      {
        table: {
          head: ['去向', '比例', '金额（元）'],
          rows: s.lines.map((l) => [l.inside ? `其中：${l.title}` : l.title, l.share, l.amount]),
          right: [1, 2],
        },
      },
      { paragraph: `余额用途：${s.remainderUse}。` },
      { heading: '二、团队内部分配（由项目团队自行协商确定，各成员均已确认）' },
      {
        table: {
          head: ['姓名', '部门', '比例', '金额（元）'],
          rows: s.awards.map((a) => [a.name, a.unit ?? '', a.share, a.amount]),
          right: [2, 3],
        },
      },
      { heading: '三、审批意见' },
      { signatures: ['技术转移部门', '财务部门', '审议会议'] },
    ],
    basis: s.basis,
  };
}

/** 发放名单: what payroll is handed, with what the texts say of its treatment. */
export function payrollDocument(s: {
  readonly issuer: string;
  readonly title: string;
  readonly rows: readonly { readonly staffNo: string; readonly name: string; readonly unit: string | null; readonly amount: string }[];
  readonly total: string;
  readonly treatment: readonly string[];
  readonly on: string;
  readonly basis: readonly string[];
}): DocumentModel {
  return {
    title: '科技成果转化奖励发放名单',
    issuer: s.issuer,
    blocks: [
      {
        facts: [
          ['转化项目', s.title],
          ['移交日期', showDay(s.on)],
          ['合计', `${s.total}元`],
        ],
      },
      {
        table: {
          head: ['工号', '姓名', '部门', '应发金额（元）'],
          rows: s.rows.map((r) => [r.staffNo, r.name, r.unit ?? '', r.amount]),
          right: [3],
        },
      },
      ...s.treatment.map((paragraph) => ({ paragraph })),
      { paragraph: '个人所得税由发放单位依法代扣代缴，本表金额为税前金额。' },
      { signatures: ['财务部门', '人事部门'] },
    ],
    basis: s.basis,
  };
}
