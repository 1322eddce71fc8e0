import { showDay } from '../../kernel/day.ts';
import type { DocumentModel } from '../../kernel/document.ts';
import { fenOf, showYuan } from '../../kernel/money.ts';
import { staffPart } from '../distribution/stake.ts';
import type { Staking } from './staking.ts';

const head = (f: Staking, label: string, on: string) => ({
  facts: [
    ['转化项目', f.title],
    ['标的公司', f.company],
    ['作价金额', `${showYuan(fenOf(f.value))}元`],
    ['本单位一方持股', `${f.units}%`],
    [label, showDay(on)],
  ] as const,
});

/** 股权分配审批表 */
export function stakeApproval(f: Staking, on: string, basis: readonly string[]): DocumentModel {
  const staff = f.sharers.filter((p) => p.part === staffPart.id);
  const team = f.sharers.filter((p) => p.part !== staffPart.id);
  const people = (rows: Staking['sharers'], of: string) => ({
    table: {
      head: ['姓名', '部门', of, '占公司股份'],
      rows: rows.map((p) => [p.name, p.unit ?? '', p.share, `${p.units}%`]),
      right: [2, 3],
    },
  });
  return {
    title: '科技成果作价投资股权分配审批表',
    issuer: f.issuer,
    ...(f.number ? { number: f.number } : {}),
    blocks: [
      head(f, '填表日期', on),
      { heading: '一、股权分配方案' },
      {
        table: {
          head: ['去向', '占本单位一方股份', '占公司股份'],
          rows: f.lines.map((l) => [l.inside ? `其中：${l.title}` : l.title, l.share, `${l.units}%`]),
          right: [1, 2],
        },
      },
      { heading: '二、团队内部分配（由项目团队自行协商确定，各成员均已确认）' },
      people(team, '占团队股份'),
      ...(staff.length > 0 ? [{ heading: '转化服务人员持股' }, people(staff, '占本单位一方股份')] : []),
      ...(f.apart.length > 0
        ? [
            { heading: '不持股的完成人' },
            {
              table: {
                head: ['姓名', '部门', '现金奖励（元）', '依据的单位办法'],
                rows: f.apart.map((a) => [a.name, a.unit ?? '', showYuan(fenOf(a.amount)), a.measure ?? '']),
                right: [2],
              },
            },
          ]
        : []),
      { heading: '三、审批意见' },
      { signatures: ['技术转移部门', '财务部门', '审议会议'] },
    ],
    basis,
  };
}

type Table = Staking & { readonly rows: readonly { readonly holder: string; readonly units: string; readonly value: string }[] };
/** 持股清单: who holds what of the company. */
export function capTable(f: Table, on: string, basis: readonly string[]): DocumentModel {
  return {
    title: '科技成果作价投资持股清单',
    issuer: f.issuer,
    ...(f.number ? { number: f.number } : {}),
    blocks: [
      head(f, '分配日期', on),
      {
        table: {
          head: ['持有人', '占公司股份', '按作价计（元）'],
          rows: [...f.rows.map((r) => [r.holder, `${r.units}%`, r.value]), ['合计', `${f.units}%`, showYuan(fenOf(f.value))]],
          right: [1, 2],
        },
      },
      { paragraph: '股权奖励的个人所得税按有关规定办理，本表不列税额。' },
      { signatures: ['技术转移部门', '资产管理部门'] },
    ],
    basis,
  };
}
