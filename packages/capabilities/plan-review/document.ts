import { showDay } from '../../kernel/day.ts';
import type { DocumentModel } from '../../kernel/document.ts';
import type { Plan } from './plan.ts';

const conclusion: Readonly<Record<string, string>> = { agree: '同意', 'agree-with-opinions': '同意，另有意见', disagree: '不同意' };
const kind: Readonly<Record<string, string>> = { technical: '技术专家', management: '管理专家' };
const answered = { adopted: '采纳', explained: '说明' } as const;

/** 方案评审记录: who reviewed, how the parties' ballot came out, and what became of every opinion (修订对照表). */
export function reviewRecord(f: Plan, o: { readonly on: string; readonly basis: readonly string[] }): DocumentModel {
  return {
    title: `关于《${f.title}》的评审记录`,
    issuer: f.issuer,
    ...(f.number ? { number: f.number } : {}),
    blocks: [
      {
        facts: [
          ['合作方案', f.title],
          ['批准的版本', `第${f.version}版`],
          ['合作方', f.parties.map((p) => `${p.title}（${p.weight}）`).join('；')],
          ...(f.ballot ? ([['表决', `${showDay(f.ballot.on)}，通过率${f.ballot.rate}`]] as const) : []),
        ],
      },
      { heading: '评审专家' },
      {
        table: {
          head: ['姓名', '类别', '结论'],
          rows: f.experts.map((e) => [e.name, kind[e.kind] ?? e.kind, conclusion[e.conclusion ?? ''] ?? '未发表意见']),
        },
      },
      { heading: '意见与修订对照' },
      f.opinions.length === 0
        ? { paragraph: '没有评审意见。' }
        : {
            table: {
              head: ['序号', '提出人', '意见', '处理', '修订或者说明'],
              rows: f.opinions.map((x) => [
                String(x.ordinal),
                x.by,
                x.words,
                x.disposition ? answered[x.disposition] : '未处理',
                `${x.answer ?? ''}${x.version ? `（第${x.version}版）` : ''}`,
              ]),
            },
          },
    ],
    signed: { by: f.issuer, on: showDay(o.on) },
    basis: o.basis,
  };
}
