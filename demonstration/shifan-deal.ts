import { addDays, type Day } from '../packages/kernel/day.ts';
import { shifan } from './cast.ts';
import type { Deal } from './deal.ts';
import type { ScriptClock } from './script-clock.ts';

type Money = {
  readonly price: string;
  readonly deductions: readonly object[];
  readonly shares: readonly (readonly [part: string, share: string])[];
};
const team = ['sh-inventor', 'sh-second', 'sh-third'] as const;

/** Discloses, registers, opens, checks and prices at 示范医院, ending on the day of `on(0)`. */
async function priced(
  d: Deal,
  clock: ScriptClock,
  o: { readonly title: string; readonly summary: string; readonly price: string; readonly on: (n: number) => Day },
): Promise<void> {
  const { people, parties } = d.who;
  clock.to(o.on(8));
  const disclosed = await d.send('sh-inventor', 'achievement.disclose', undefined, {
    title: o.title,
    kind: 'device',
    summary: o.summary,
    contributors: team.map((p, i) => ({ person: people[p], main: i === 0 })),
    rights: [{ kind: 'secret', title: `${o.title}的工艺参数` }],
  });
  clock.to(o.on(6));
  await d.send('sh-tto', 'achievement.register', disclosed.case, {});
  const opened = await d.send('sh-tto', 'conversion.open', undefined, {
    achievements: [disclosed.made.achievement],
    mode: 'transfer',
    counterparty: parties.buyer,
    partners: [],
  });
  d.conversion = opened.case;
  const pricing = await d.step('pricing');
  await d.send('sh-tto', 'disposal.check', pricing, { stateSecret: false, nationalSecurity: false, keyCoreTechnology: false });
  clock.to(o.on(3));
  await d.send('sh-dean', 'appraisal.decide', pricing, { appraise: false, words: '金额不大，双方有可比交易。' });
  clock.to(o.on(0));
  await d.send('sh-tto', 'price.set', pricing, {
    method: 'agreed',
    price: o.price,
    grounds: '参照近三年同类成果转让价格，与受让方协商确定。',
  });
}

async function published(d: Deal): Promise<void> {
  const channel = '书面、电话或电子邮件送纪检监察室';
  await d.send('sh-tto', 'notice.publish', await d.step('unit-notice'), { location: '院内公告栏与院内网', channel });
  await d.send('sh-tto', 'notice.publish', await d.step('market-notice'), { location: '上海技术交易所网站', channel });
}
async function countersigned(d: Deal): Promise<void> {
  const on = await d.step('countersign');
  await d.send('sh-legal', 'opinion.give', on, { reviewer: 'LD', agreed: true });
  await d.send('sh-finance', 'opinion.give', on, { reviewer: 'FA', agreed: true, words: '付款条件与预算安排一致。' });
}

type Meeting = { readonly step: string; readonly parent?: string; readonly body: string; readonly on: Day; readonly number: string };
async function meeting(d: Deal, clock: ScriptClock, m: Meeting): Promise<void> {
  clock.to(m.on);
  const on = await d.step(m.step, m.parent);
  const { title, seats } = shifan.bodies[m.body]!;
  const minutes = await d.paper('sh-secretary', on, 'minutes', `${title}会议纪要`);
  const input = {
    result: 'passed',
    present: seats.map((p) => d.who.people[p]),
    recused: [],
    votes: 'counted',
    inFavour: seats.length,
    minutesNumber: m.number,
    minutes,
  };
  await d.send('sh-secretary', 'resolution.decide', on, input, { recorded: { decidedBy: title, on: m.on, paper: minutes } });
}

/** A finished deal of 示范医院: 10,000,000 in, 8,700,000 net, 70% to a team of three, 10% to the transfer office. */
export async function shifanFinished(d: Deal, clock: ScriptClock, last: Day): Promise<void> {
  const on = (daysBefore: number): Day => addDays(last, -daysBefore);
  const money: Money = {
    price: '10000000.00',
    deductions: [
      { kind: 'taxes', amount: '600000.00' },
      { kind: 'maintenance', amount: '150000.00' },
      { kind: 'service-fees', amount: '500000.00' },
      { kind: 'direct-costs', amount: '50000.00' },
    ],
    shares: [
      ['contributors', '70%'],
      ['tto', '10%'],
      ['tto-staff', '3%'],
    ],
  };
  await priced(d, clock, {
    title: '可降解封堵器',
    summary: '用于结构性心脏病介入治疗的可降解封堵器（虚构）。',
    price: money.price,
    on: (n) => on(70 + n),
  });
  clock.to(on(69));
  await published(d);
  await countersigned(d);
  await meeting(d, clock, { step: 'dean-meeting', body: 'dean-meeting', on: on(50), number: '院长办公会〔纪要〕6号' });
  await meeting(d, clock, { step: 'party-committee', body: 'party-committee', on: on(48), number: '党委会〔纪要〕4号' });
  clock.to(on(45));
  const contract = await d.step('contract');
  await d.send('sh-tto', 'law-firm.commission', contract, {});
  await d.send('sh-lawyer', 'opinion.give', await d.child('review-route'), { reviewer: 'LF', agreed: true, words: '合同条款合规。' });
  const signed = await d.paper('sh-tto', contract, 'agreement', '可降解封堵器技术转让合同（签字版）');
  await d.send('sh-dean', 'contract.sign', contract, { title: '可降解封堵器技术转让合同', price: money.price, paper: signed });
  for (const element of ['reasonable-care', 'supervision', 'no-illegal-gain']) {
    const paper = await d.paper('sh-audit', d.conversion, 'report', `尽职材料（${element}）`);
    await d.send('sh-audit', 'care.file', d.conversion, { element, paper });
  }
  clock.to(on(30));
  const booked = await d.send('sh-finance', 'income.book', d.conversion, {
    amount: money.price,
    receivedOn: on(30),
    bookedTo: 'unit',
    budgetLine: '科技成果转化收入',
  });
  await d.send('sh-finance', 'net.compute', booked.case, { deductions: money.deductions });
  clock.to(on(28));
  const dividing = await d.child('distribution');
  await d.send('sh-tto', 'split.propose', dividing, {
    shares: money.shares.map(([part, share]) => ({ part, share })),
    remainderUse: 'conversion',
  });
  const agreement = await d.child('split-agreement');
  const shares = ['50%', '30%', '20%'].map((share, i) => ({ person: d.who.people[team[i]!], share }));
  await d.send('sh-inventor', 'shares.propose', agreement, { shares });
  for (const p of team) await d.send(p, 'share.confirm', agreement, {});
  clock.to(on(25));
  await d.send('sh-finance', 'leaders.check', dividing, { measures: [] });
  await d.send('sh-finance', 'opinion.give', await d.step('finance', dividing), { reviewer: 'FA', agreed: true });
  await meeting(d, clock, { step: 'dean-meeting', parent: dividing, body: 'dean-meeting', on: on(22), number: '院长办公会〔纪要〕9号' });
  clock.to(on(20));
  await d.send('sh-finance', 'award.hand-over', dividing, {});
  await d.send('sh-tto', 'conversion.close', d.conversion, {});
}

/** A deal under way at 示范医院: both notices on their ninth day, an anonymous objection that waits for its answer. */
export async function shifanRunning(d: Deal, clock: ScriptClock, today: Day): Promise<void> {
  const on = (daysBefore: number): Day => addDays(today, -daysBefore);
  await priced(d, clock, {
    title: '床旁血栓快速检测芯片',
    summary: '用于急诊床旁血栓风险评估的微流控芯片（虚构）。',
    price: '1800000.00',
    on: (n) => on(10 + n),
  });
  clock.to(on(9));
  await published(d);
  await d.send('sh-legal', 'opinion.give', await d.step('countersign'), { reviewer: 'LD', agreed: true });
  clock.to(on(2));
  await d.send('sh-audit', 'objection.receive', await d.step('unit-notice'), {
    channel: 'letter',
    receivedOn: on(2),
    content: '来信认为该成果的价格没有考虑后续注册成本，请说明定价依据。',
    anonymous: true,
    handler: d.who.people['sh-audit'],
  });
  clock.to(today);
}
