import { showDay } from '../../kernel/day.ts';
import type { DocumentModel } from '../../kernel/document.ts';
import { readYuan, showYuan } from '../../kernel/money.ts';
import { isWrong } from '../../kernel/parsed.ts';
import type { Matter } from './decisions.ts';

const placeName: Readonly<Record<string, string>> = { 'in-unit': '本单位', 'technology-market': '技术交易市场', 'public-web': '互联网' };

/** 公示文: what is published, from when to when, and where to object. */
export function noticeDocument(o: {
  readonly matter: Matter;
  readonly place: string;
  readonly location: string;
  readonly channel: string;
  readonly from: string;
  readonly lastDay: string;
  readonly basis: readonly string[];
}): DocumentModel {
  const { matter } = o;
  const yuan = matter.price === null ? undefined : readYuan(matter.price);
  const price = yuan === undefined || isWrong(yuan) ? '（未定价）' : `人民币${showYuan(yuan.value)}元`;
  return {
    title: '关于科技成果转化拟交易价格的公示',
    issuer: matter.issuer,
    number: matter.number,
    blocks: [
      { paragraph: `根据有关规定，现将下列科技成果转化的拟交易价格予以公示。` },
      {
        facts: [
          ['科技成果名称', matter.titles.join('；')],
          ['拟交易价格', price],
          ['定价方式', '协议定价'],
          ['成果完成人', matter.completers.join('、')],
          ['受让（被许可）方', matter.counterparty],
          ['公示地点', `${placeName[o.place] ?? o.place}（${o.location}）`],
          ['公示期', `${showDay(o.from)}至${showDay(o.lastDay)}`],
        ],
      },
      { paragraph: `对公示内容有异议的，请在公示期内以下列方式提出，可以实名，也可以匿名：${o.channel}。` },
    ],
    signed: { by: matter.issuer, on: showDay(o.from) },
    basis: o.basis,
  };
}
