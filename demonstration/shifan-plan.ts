import { addDays, type Day } from '../packages/kernel/day.ts';
import type { Deal } from './deal.ts';
import type { ScriptClock } from './script-clock.ts';

const parties = [
  { code: 'hospital', weight: '50%', representative: 'sh-lead', committee: 'sh-vice' },
  { code: 'buyer', weight: '30%', representative: 'sh-company', committee: 'sh-company-chief' },
  { code: 'institute', weight: '20%', representative: 'sh-institute', committee: 'sh-institute-chief' },
] as const;
type Votes = Readonly<Partial<Record<(typeof parties)[number]['representative'], string>>>;

/** Drafted by the hospital with a company and an institute; the hospital and the company have adopted 001, the institute nothing. */
async function drafted(d: Deal, o: { readonly title: string; readonly from: Day }): Promise<void> {
  const { people, parties: known } = d.who;
  const plan = await d.send('sh-lead', 'plan.draft', undefined, {
    title: o.title,
    parties: parties.map((p) => ({
      party: known[p.code],
      weight: p.weight,
      representative: people[p.representative],
      committee: people[p.committee],
      lead: p.code === 'hospital',
    })),
    leader: people['sh-inventor'],
    stagedGoals: [
      { name: '实验室小试', due: addDays(o.from, 180), metric: '样品合格率不低于90%' },
      { name: '中试', due: addDays(o.from, 360), metric: '连续三批合格' },
    ],
    overallGoal: '完成中试并提交注册检验',
    duties: [
      { party: known.buyer, task: '产业化验证' },
      { party: known.hospital, task: '临床评价' },
      { party: known.institute, task: '材料研发' },
    ],
    resources: [
      { party: known.buyer, what: '研发资金500万元', due: addDays(o.from, 30) },
      { party: known.institute, what: '重点实验室场地200㎡', due: addDays(o.from, 15) },
    ],
    schedule: [
      { task: '研发试验', start: o.from, end: addDays(o.from, 119) },
      { task: '成果鉴定', start: addDays(o.from, 120), end: addDays(o.from, 299) },
    ],
  });
  d.conversion = plan.case;
}

async function reviewed(d: Deal, opinions: readonly string[]): Promise<void> {
  const { people, parties: known } = d.who;
  const experts = [
    { person: people['sh-technical'], kind: 'technical', party: known.hospital },
    { person: people['sh-management'], kind: 'management', party: known.buyer },
  ];
  await d.send('sh-lead', 'plan.submit', d.conversion, { experts });
  await d.send('sh-technical', 'plan.review', d.conversion, { conclusion: 'agree-with-opinions', opinions });
  await d.send('sh-management', 'plan.review', d.conversion, { conclusion: 'agree', opinions: [] });
}

/** Each of the parties named votes; the hospital's vote rests on its own meeting's minutes, as its own rules want. */
async function voted(d: Deal, votes: Votes): Promise<void> {
  const ballot = await d.child('ballot');
  for (const [who, vote] of Object.entries(votes)) {
    const mandate = who === 'sh-lead' ? { mandate: await d.paper(who, ballot, 'minutes', '院长办公会会议纪要') } : {};
    await d.send(who, 'vote.cast', ballot, { vote, ...mandate });
  }
}

/** A plan approved weeks ago, its opinions answered, and its schedule moved once by a secret vote of the committee. */
export async function shifanPlanApproved(d: Deal, clock: ScriptClock, last: Day): Promise<void> {
  const on = (daysBefore: number): Day => addDays(last, -daysBefore);
  clock.to(on(60));
  await drafted(d, { title: '可降解封堵器产学研合作方案', from: on(30) });
  clock.to(on(55));
  await reviewed(d, ['样本量不足，小试的合格率难以作结论', '请说明研发资金分几次到位']);
  clock.to(on(50));
  await d.send('sh-lead', 'voting.open', d.conversion, { closesOn: on(40), secret: false });
  await voted(d, { 'sh-lead': 'for', 'sh-company': 'for', 'sh-institute': 'abstain' });
  await d.send('sh-lead', 'ballot.close', await d.child('ballot'), {});
  clock.to(on(45));
  await d.send('sh-lead', 'opinion.adopt', d.conversion, {
    opinion: 1,
    words: '小试样本量由30件增至120件',
    stagedGoals: [
      { name: '实验室小试', due: on(-150), metric: '120件样品合格率不低于90%' },
      { name: '中试', due: on(-330), metric: '连续三批合格' },
    ],
  });
  await d.send('sh-inventor', 'opinion.explain', d.conversion, { opinion: 2, words: '资金一次到位，见资源投入清单。' });
  await d.send('sh-lead', 'plan.approve', d.conversion, {});
  clock.to(on(20));
  const adjusted = await d.send('sh-inventor', 'schedule.adjust', d.conversion, {
    task: '研发试验',
    start: on(30),
    end: on(-100),
    cause: 'technical',
    reason: '关键材料到货推迟',
    impact: '成果鉴定相应顺延，不影响总体目标',
    closesOn: on(10),
    secret: true,
  });
  const ballot = await d.child('ballot');
  for (const p of parties) await d.send(p.committee, 'vote.cast', ballot, { vote: 'for' });
  await d.send('sh-vice', 'ballot.close', ballot, {});
  await d.send('sh-inventor', 'schedule.apply', adjusted.case, {});
  clock.to(last);
}

/** A plan that the parties are voting on: one vote is still wanting. */
export async function shifanPlanVoting(d: Deal, clock: ScriptClock, today: Day): Promise<void> {
  const on = (daysBefore: number): Day => addDays(today, -daysBefore);
  clock.to(on(8));
  await drafted(d, { title: '床旁血栓快速检测芯片产学研合作方案', from: on(-20) });
  clock.to(on(5));
  await reviewed(d, ['建议增加与现有方法的比对']);
  clock.to(on(3));
  await d.send('sh-lead', 'voting.open', d.conversion, { closesOn: on(-7), secret: false });
  await voted(d, { 'sh-lead': 'for', 'sh-institute': 'abstain' });
  clock.to(today);
}
