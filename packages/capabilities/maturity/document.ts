import { showDay } from '../../kernel/day.ts';
import type { DocumentModel } from '../../kernel/document.ts';

/** What a round of scoring says when it is concluded. */
export type Concluded = {
  readonly terms: { readonly title: string; readonly issuer: string };
  readonly riskPoints: string;
  readonly total: string;
  readonly reached: boolean;
  readonly threshold: readonly string[];
  readonly groups: readonly { readonly group: string; readonly title: string; readonly most: string; readonly points: string }[];
  readonly items: readonly {
    readonly item: string;
    readonly group: string;
    readonly title: string;
    readonly most: string;
    readonly points: string;
  }[];
  readonly experts: readonly { readonly name: string; readonly total: string }[];
  readonly excluded: readonly { readonly name: string; readonly reason: string }[];
  readonly basis: readonly string[];
};

/** 成熟度评价报告: the total, by which an achievement is mature or not, and every item; the item 成熟度 is not the total. */
export function maturityReport(c: Concluded, on: string): DocumentModel {
  return {
    title: '成果成熟度评价报告',
    issuer: c.terms.issuer,
    blocks: [
      {
        facts: [
          ['评价成果', c.terms.title],
          ['评价日期', showDay(on)],
          ['成熟度总分', `${c.total}分（界限：${c.threshold.join('；') || '未规定'}）`],
          ['评价结论', c.reached ? '具备成熟度' : '不具备成熟度'],
        ],
      },
      { heading: '一、各项得分（专家平均，不舍入）' },
      {
        table: {
          head: ['一级指标', '二级指标', '满分', '得分'],
          rows: c.groups.flatMap((g) => [
            ...c.items.filter((i) => i.group === g.group).map((i) => [g.title, i.title, i.most, i.points]),
            [g.title, '小计', g.most, g.points],
          ]),
          right: [2, 3],
        },
      },
      {
        paragraph: `表中二级指标“成熟度”是一项得分，与成熟度总分不是一回事；风险指标分数越高，风险越${c.riskPoints === 'higher-is-lower-risk' ? '小' : '大'}。`,
      },
      { heading: '二、专家' },
      { table: { head: ['专家', '总分'], rows: c.experts.map((e) => [e.name, e.total]), right: [1] } },
      c.excluded.length > 0
        ? { paragraph: `未计入的专家：${c.excluded.map((e) => `${e.name}（${e.reason}）`).join('、')}。` }
        : { paragraph: '没有因利益关系未计入的专家。' },
    ],
    basis: c.basis,
  };
}
