import { addDays, type Day } from '../packages/kernel/day.ts';
import { chaoyang } from './cast.ts';
import type { Deal } from './deal.ts';
import type { ScriptClock } from './script-clock.ts';

/** 朝阳医院's first conversion through its own eight steps, to the payroll list of 282,150.00. The last day of the script is `last`. */
export async function chaoyangDeal(d: Deal, clock: ScriptClock, last: Day): Promise<void> {
  const { people, parties } = d.who;
  const on = (daysBefore: number): Day => addDays(last, -daysBefore);

  clock.to(on(60));
  const disclosed = await d.send('cy-inventor', 'achievement.disclose', undefined, {
    title: '眼内液检测技术',
    kind: 'reagent',
    summary: '用于眼科感染等疾病的眼内液检测技术，是医院科创中心完成转化的第一个项目，包含两项专利。',
    contributors: [{ person: people['cy-inventor'], main: true, contribution: '主持研发' }],
    rights: [
      { kind: 'other', title: '眼内液检测技术专利之一（案例未载专利号）' },
      { kind: 'other', title: '眼内液检测技术专利之二（案例未载专利号）' },
    ],
  });
  clock.to(on(58));
  await d.send('cy-tto', 'achievement.register', disclosed.case, {});
  clock.to(on(55));
  const opened = await d.send('cy-tto', 'conversion.open', undefined, {
    achievements: [disclosed.made.achievement],
    mode: 'transfer',
    counterparty: parties.buyer,
    partners: [{ party: parties.physicians, kind: 'physician' }],
  });
  d.conversion = opened.case;
  const pricing = await d.step('pricing');
  await d.send('cy-tto', 'disposal.check', pricing, { stateSecret: false, nationalSecurity: false, keyCoreTechnology: false });
  await d.send('cy-tto', 'price.set', pricing, { method: 'agreed', price: '297000.00', grounds: '双方协商；案例只载净收入29.7万元。' });

  await meeting(d, clock, {
    step: 'committee',
    on: on(52),
    number: '创发委〔纪要〕1号',
    present: ['cy-dean', 'cy-vice', 'cy-research'],
    recused: ['cy-inventor'],
  });
  await meeting(d, clock, {
    step: 'office-meeting',
    on: on(50),
    number: '院办会〔纪要〕12号',
    present: ['cy-dean', 'cy-vice', 'cy-research'],
    recused: [],
  });
  await meeting(d, clock, {
    step: 'party-committee',
    on: on(48),
    number: '党委会〔纪要〕8号',
    present: ['cy-party', 'cy-dean', 'cy-vice'],
    recused: [],
  });

  clock.to(on(47));
  await d.send('cy-tto', 'notice.publish', await d.step('hospital-notice'), {
    location: '院内公告栏与院内网',
    channel: '书面送科创中心，或打电话至科研处',
  });
  clock.to(on(31));
  await d.send('cy-tto', 'notice.publish', await d.step('market-notice'), {
    location: '中国技术交易所网站',
    channel: '书面送科创中心，或打电话至科研处',
  });

  const contract = await d.step('contract');
  clock.to(on(15));
  const signed = await d.paper('cy-tto', contract, 'agreement', '眼内液检测技术转让合同（签字版）');
  await d.send('cy-dean', 'contract.sign', contract, { title: '眼内液检测技术转让合同', price: '297000.00', paper: signed });

  clock.to(on(10));
  const booked = await d.send('cy-finance', 'income.book', d.conversion, {
    amount: '297000.00',
    receivedOn: on(10),
    bookedTo: 'unit',
    budgetLine: '科技成果转化收入',
  });
  await d.send('cy-finance', 'net.compute', booked.case, { deductions: [] });
  clock.to(on(8));
  const dividing = await d.child('distribution');
  await d.send('cy-tto', 'split.propose', dividing, {
    shares: [{ part: 'contributors', share: '95%' }],
    remainderUse: 'rnd',
    approvalBody: 'office-meeting',
  });
  const team = await d.child('split-agreement');
  await d.send('cy-inventor', 'shares.propose', team, { shares: [{ person: people['cy-inventor'], share: '100%' }] });
  await d.send('cy-inventor', 'share.confirm', team, {});
  clock.to(on(6));
  await d.send('cy-finance', 'leaders.check', dividing, { measures: [] });
  await meeting(d, clock, {
    step: 'approval',
    parent: dividing,
    on: on(4),
    number: '院办会〔纪要〕15号',
    present: ['cy-dean', 'cy-vice', 'cy-research'],
    recused: [],
  });
  clock.to(on(2));
  await d.send('cy-finance', 'award.hand-over', dividing, {});
  clock.to(last);
}

type Meeting = { step: string; parent?: string; on: Day; number: string; present: readonly string[]; recused: readonly string[] };

/** A meeting as its secretary enters it afterwards, from the minutes. */
async function meeting(d: Deal, clock: ScriptClock, m: Meeting): Promise<void> {
  clock.to(addDays(m.on, 1));
  const on = await d.step(m.step, m.parent);
  const title = chaoyang.bodies[m.step === 'approval' ? 'office-meeting' : m.step]!.title;
  const minutes = await d.paper('cy-secretary', on, 'minutes', `${title}会议纪要`);
  const input = {
    result: 'passed',
    present: m.present.map((p) => d.who.people[p]),
    recused: m.recused.map((p) => d.who.people[p]),
    votes: 'not-in-minutes',
    minutesNumber: m.number,
    minutes,
  };
  await d.send('cy-secretary', 'resolution.decide', on, input, { recorded: { decidedBy: title, on: m.on, paper: minutes } });
}
