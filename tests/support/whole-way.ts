import type { Deal } from '../../demonstration/deal.ts';
import { daysBetween } from '../../packages/kernel/day.ts';
import type { TestHouse } from './house.ts';
import { clear, PlainDeal } from './plain.ts';

/** A route with every instrument on it: notice, countersignature and meeting side by side and one after another. */
export const wholeSteps = `
          disclosure: { title: 成果披露, does: disclosure }
          pricing: { title: 定价, does: pricing, after: [disclosure] }
          notice: { title: 本单位公示, does: public-notice, after: [pricing], with: { about: price, place: in-unit } }
          countersign: { title: 会签, does: review-route, after: [pricing], with: { reviewers: [LD] } }
          meeting: { title: 院长办公会, does: resolution, after: [notice, countersign], with: { body: meeting } }
          contract: { title: 签订合同, does: contract, after: [meeting] }`;

/** What a deal has come to, as plain text, so that another process can go on with it. */
export type Stage = { readonly done: number; readonly ids: Readonly<Record<string, string>> };

/** A conversion from disclosure to its end through every detour: returned, blocked, objected to, corrected after payment. It can stop after any step. */
export class WholeDeal extends PlainDeal {
  done = 0;
  readonly ids: Record<string, string>;
  constructor(house: TestHouse, who: Deal['who'], stage: Stage = { done: 0, ids: {} }) {
    super(house, who);
    this.done = stage.done;
    this.ids = { ...stage.ids };
    this.conversion = stage.ids.conversion ?? '';
    this.receipt = stage.ids.receipt ?? '';
    this.dividing = stage.ids.dividing ?? '';
  }
  get stage(): Stage {
    const { conversion, receipt, dividing } = this;
    return { done: this.done, ids: { ...this.ids, conversion, receipt, dividing } };
  }
  /** Runs the steps up to and including the n-th. */
  async to(n: number): Promise<this> {
    for (; this.done < n; this.done += 1) await wholeWay[this.done]!(this);
    return this;
  }
  async decided(step: string, parent = this.conversion): Promise<void> {
    const on = await this.step(step, parent);
    const minutes = await this.paper('secretary', on, 'minutes', '会议纪要');
    const present = ['dean', 'finance', 'legal'].map((p) => this.who.people[p]);
    const input = { result: 'passed', present, recused: [], votes: 'counted', inFavour: 3, minutesNumber: '1号', minutes };
    const recorded = { decidedBy: '院长办公会', on: await this.today(), paper: minutes };
    await this.send('secretary', 'resolution.decide', on, input, { recorded });
  }
  /** Goes on by that many days; the clock of the house is everybody's. */
  async daysLater(days: number): Promise<void> {
    const next = new Date(Date.parse(`${await this.today()}T00:00:00Z`) + days * 86_400_000);
    this.house.today(next.toISOString().slice(0, 10));
  }
}

const form = (d: WholeDeal, title: string) => ({
  title,
  kind: 'device',
  summary: '测试',
  contributors: [
    { person: d.who.people.first, main: true },
    { person: d.who.people.second, main: false },
  ],
  rights: [{ kind: 'invention', title: '发明一' }],
});
const tenth = { first: '60%', second: '40%' };

/** The way, a step a command or two; each leaves the deal in another state. */
export const wholeWay: readonly ((d: WholeDeal) => Promise<void>)[] = [
  async (d) => {
    const disclosed = await d.send('first', 'achievement.disclose', undefined, form(d, '封堵器'));
    Object.assign(d.ids, { disclosure: disclosed.case, achievement: disclosed.made.achievement });
  },
  async (d) => void (await d.send('tto', 'disclosure.return', d.ids.disclosure, { reason: '请补充说明' })),
  async (d) => {
    const { title, kind, summary } = form(d, '封堵器（补充）');
    await d.send('first', 'achievement.amend', d.ids.disclosure, { title, kind, summary });
  },
  async (d) => void (await d.send('tto', 'achievement.register', d.ids.disclosure, {})),
  async (d) => {
    const input = { achievements: [d.ids.achievement], mode: 'transfer', counterparty: d.who.parties.buyer, partners: [] };
    d.conversion = (await d.send('tto', 'conversion.open', undefined, input)).case;
  },
  async (d) => void (await d.send('tto', 'disposal.check', await d.step('pricing'), { ...clear, keyCoreTechnology: true })),
  async (d) => {
    const on = await d.step('pricing');
    const approval = await d.paper('dean', on, 'scan', '批准文件');
    await d.send('dean', 'disposal.approve', on, { approval });
  },
  async (d) => void (await d.send('dean', 'appraisal.decide', await d.step('pricing'), { appraise: false, words: '有可比交易' })),
  async (d) => {
    const input = { method: 'agreed', price: '1000000.00', grounds: '协商' };
    await d.send('tto', 'price.set', await d.step('pricing'), input);
  },
  async (d) => {
    const input = { location: '公告栏', channel: '电话', days: '15日' };
    await d.send('tto', 'notice.publish', await d.step('notice'), input);
    d.ids.published = await d.today();
  },
  async (d) => {
    // Stopped here and gone on with after the notice has run out, it is too late to object.
    if (daysBetween(d.ids.published!, await d.today()) > 15) return;
    const input = { channel: 'letter', receivedOn: await d.today(), content: '价格依据不清', anonymous: true, handler: d.who.people.audit };
    const received = await d.send('audit', 'objection.receive', await d.step('notice'), input);
    d.ids.objection = String(received.made.objection);
  },
  // The notice has run out with the objection unanswered: it is held.
  async (d) => d.daysLater(20),
  async (d) => {
    if (!d.ids.objection) return;
    const input = { objection: d.ids.objection, upheld: false, answer: '已说明定价依据。' };
    await d.send('audit', 'objection.answer', await d.step('notice'), input);
  },
  async (d) => void (await d.send('legal', 'opinion.give', await d.step('countersign'), { reviewer: 'LD', agreed: true })),
  async (d) => d.decided('meeting'),
  async (d) => void (await d.sign('1000000.00')),
  async (d) => {
    const input = { amount: '1000000.00', receivedOn: await d.today(), bookedTo: 'unit', budgetLine: '成果转化收入' };
    const booked = await d.send('finance', 'income.book', d.conversion, input);
    d.receipt = booked.case;
    d.ids.money = String(booked.made.receipt);
  },
  async (d) => {
    await d.send('finance', 'net.compute', d.receipt, { deductions: [{ kind: 'taxes', amount: '60000.00' }] });
    d.dividing = await d.child('distribution');
  },
  async (d) => proposed(d),
  async (d) => {
    const shares = Object.entries(tenth).map(([p, share]) => ({ person: d.who.people[p], share }));
    await d.send('first', 'shares.propose', await d.child('split-agreement'), { shares });
  },
  async (d) => {
    for (const p of Object.keys(tenth)) await d.send(p, 'share.confirm', await d.child('split-agreement'), {});
  },
  async (d) => void (await d.send('finance', 'leaders.check', d.dividing, { measures: [] })),
  async (d) => void (await d.send('finance', 'opinion.give', await d.step('finance', d.dividing), { reviewer: 'FA', agreed: true })),
  async (d) => void (await d.send('finance', 'award.hand-over', d.dividing, {})),
  // An error found after payment: the amount received was another.
  async (d) => {
    const input = { table: 'receipt', row: d.ids.money, field: 'amount', value: '1100000.00', reason: '银行回单为110万元' };
    const asked = await d.send('tto', 'correction.ask', d.receipt, input);
    d.ids.correction = String(asked.made.correction);
  },
  async (d) => void (await d.send('dean', 'correction.decide', d.receipt, { correction: d.ids.correction, approve: true })),
  async (d) => void (await d.send('finance', 'net.compute', d.receipt, { deductions: [{ kind: 'taxes', amount: '66000.00' }] })),
  async (d) => {
    await proposed(d);
    await d.handedOver(tenth);
  },
  async (d) => void (await d.send('tto', 'conversion.close', d.conversion, {})),
];

async function proposed(d: WholeDeal): Promise<void> {
  const shares = Object.entries({ contributors: '80%', tto: '0%', 'tto-staff': '0%' }).map(([part, share]) => ({ part, share }));
  await d.send('tto', 'split.propose', d.dividing, { shares, remainderUse: 'rnd' });
}
