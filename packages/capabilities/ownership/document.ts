import { showDay } from '../../kernel/day.ts';
import type { DocumentModel } from '../../kernel/document.ts';
import type { Determined, Owner, Proceeds } from './determination.ts';

const kinds = { sole: '单独所有', shares: '按份共有', joint: '共同共有（不分份额）' } as const;
const inventionWords: Readonly<Record<string, string>> = { made: '产生新的发明创造', none: '没有新的发明创造', undetermined: '尚未确定' };
const modeWords: Readonly<Record<string, string>> = { cooperative: '合作研发', commissioned: '委托研发' };
const bases: Readonly<Record<string, string>> = { 'net-income': '净收入', received: '到账收入', sales: '销售额', profit: '利润' };
const whose: Readonly<Record<string, string>> = {
  'all-parties-jointly': '合作各方共同共有',
  researcher: '科研机构和高校',
  'completing-unit': '转化成果完成单位',
};
const resourceWords: Readonly<Record<string, string>> = {
  'enterprise-funds': '技术研发经费（企业）',
  'enterprise-place': '场地（企业）',
  'enterprise-facilities': '设施（企业）',
  'enterprise-team': '技术应用研发团队（企业）',
  'researcher-people': '科研人员（科研机构和高校）',
};

type Statement = {
  readonly file: {
    readonly issuer: string;
    readonly number: string | null;
    readonly title: string;
    readonly mode: string;
    readonly parties: readonly { readonly title: string; readonly completing: boolean; readonly proceedsShare: string | null }[];
    readonly terms: readonly { readonly clause: string; readonly words: string; readonly informative: boolean }[];
    readonly resources: readonly { readonly kind: string; readonly quantity: string | null; readonly dueOn: string | null }[];
    readonly proceedsBase: string | null;
  };
  readonly result: Determined;
  readonly owners: readonly (Owner & { readonly title: string })[];
  readonly proceeds: Proceeds;
  readonly newInvention: string;
  readonly on: string;
  readonly cite: (clause: string) => string;
};

/** 权益归属确认书: whose the rights are and on what ground; the clauses of the agreement, each with where it came from. */
export function ownershipDocument({ file: f, result, owners, proceeds, newInvention, on, cite }: Statement): DocumentModel {
  const owner = owners.map((o) => (o.share ? `${o.title}（${o.share}）` : o.title)).join('、');
  const ground = result.by === 'agreement' ? '协议约定' : `协议没有约定，按${result.clauses.map(cite).join('、') || '默认规则'}确定`;
  const shares = f.parties.flatMap((p) => (p.proceedsShare ? [`${p.title}${p.proceedsShare}`] : []));
  const divided =
    proceeds.by === 'agreement'
      ? `以${bases[f.proceedsBase ?? ''] ?? '收益'}为基数：${shares.join('、')}`
      : proceeds.by === 'default'
        ? `协议没有约定，归${whose[proceeds.whose ?? ''] ?? ''}（${proceeds.clauses.map(cite).join('、')}）`
        : '协议没有约定，所采用的文本也没有规定';
  return {
    title: '成果权益归属确认书',
    issuer: f.issuer,
    ...(f.number ? { number: f.number } : {}),
    blocks: [
      {
        facts: [
          ['合作事项', f.title],
          ['合作方式', modeWords[f.mode] ?? f.mode],
          ['合作各方', f.parties.map((p) => (p.completing ? `${p.title}（成果完成单位）` : p.title)).join('、')],
          ['新的发明创造', inventionWords[newInvention] ?? newInvention],
          ['权利人', owner],
          ['权利形态', kinds[result.kind]],
          ['依据', ground],
          ...(result.applicationRight ? ([['知识产权申请权', '企业']] as const) : []),
          ...(result.useRight ? ([['知识产权使用权', '企业']] as const) : []),
          ['收益分配', divided],
          ['确认日期', showDay(on)],
        ],
      },
      { heading: '一、写入协议的条文' },
      f.terms.length > 0
        ? {
            table: {
              head: ['条文', '出处', '性质'],
              rows: f.terms.map((t) => [t.words, cite(t.clause), t.informative ? '资料性（参考）' : '规范性']),
            },
          }
        : { paragraph: '没有从附录写入的条文。' },
      ...(f.resources.length > 0
        ? ([
            { heading: '二、各方投入' },
            {
              table: {
                head: ['投入', '数量', '到位日期'],
                rows: f.resources.map((r) => [resourceWords[r.kind] ?? r.kind, r.quantity ?? '', r.dueOn ? showDay(r.dueOn) : '']),
              },
            },
          ] as const)
        : []),
      { signatures: f.parties.map((p) => `${p.title}（盖章）`) },
    ],
    basis: result.clauses.map(cite),
  };
}
