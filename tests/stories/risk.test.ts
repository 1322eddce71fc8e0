import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { RiskView } from '../../packages/capabilities/risk/view.ts';
import type { Result } from '../../packages/engine/ask.ts';
import type { ChecklistView } from '../../packages/instruments/checklist/view.ts';
import type { ScheduleView } from '../../packages/instruments/schedule/view.ts';
import { accepted, clausesOf, refused } from '../support/house.ts';
import { type PlainDeal, type PlainHouse, plain, plainHouse } from '../support/plain.ts';
import { childOf } from '../support/tree.ts';

let h: PlainHouse;
before(async () => {
  const people = {
    engineer: { name: '执行组成员', unit: '研发部', roles: ['EG'] },
    supervisor: { name: '监督协调组成员', unit: '科研处', roles: ['SG'] },
    leader: { name: '项目负责人', unit: '研发部', roles: ['PL'] },
  };
  h = await plainHouse({
    on: '2026-01-31',
    founding: {
      ...plain,
      people: { ...plain.people, ...people },
      adoptions: [...plain.adoptions, { text: '001', from: '2025-06-01', basis: '产学研合作项目' }],
    },
  });
});
after(() => h.close());

type Found = { readonly d: PlainDeal; readonly root: string };
const found = async (title = '技术研发失败风险', kind = 'technical'): Promise<Found> => {
  const d = h.deal();
  const input = { title, class: kind, description: '小试结果不稳定', assessor: d.who.people.supervisor };
  return { d, root: accepted(await d.try('engineer', 'risk.identify', undefined, input)).case };
};
const assess = (r: Found, probability: string, impact: string): Promise<Result> =>
  r.d.try('supervisor', 'risk.assess', r.root, { probability, impact, grounds: '按本季度情况' });
async function page(r: Found) {
  const p = (await h.page(r.d.who.as('supervisor'), r.root))!;
  return { ...p, risk: p.panels[r.root] as RiskView };
}
/** The levels that a fresh risk is given, cell by cell: '30% low → low'. */
async function graded(...cells: readonly string[]): Promise<void> {
  const r = await found();
  for (const cell of cells) {
    const [p = '', impact = '', level] = cell.split(/[\s→]+/);
    accepted(await assess(r, p, impact));
    assert.equal((await page(r)).risk.level, level, cell);
  }
}

describe('001 6.2.1 表1：风险分级表', () => {
  it('knows three classes of impact in words, without bounds of money, and no other [R1-116]', async () => {
    const r = await found();
    assert.deepEqual((await page(r)).risk.matrix!.columns, [
      { id: 'low', title: '低影响（轻微损失）' },
      { id: 'medium', title: '中影响（较大损失）' },
      { id: 'high', title: '高影响（重大损失）' },
    ]);
    for (const impact of ['low', 'medium', 'high']) accepted(await assess(r, '50%', impact));
    assert.deepEqual(refused(await assess(r, '50%', '1000000.00')), ['choice.not_offered']);
  });
  it('grades low probability low, low, medium [R1-117]', () =>
    graded('30% low → low', '30% medium → low', '30% high → medium', '0% high → medium'));
  it('grades medium probability low, medium, high; 30.5% is not ≤30% [R1-118]', () =>
    graded('31% low → low', '50% medium → medium', '70% high → high', '30.5% high → high'));
  it('grades high probability medium, high, high; 70.5% is not ≥71% [R1-119]', () =>
    graded('71% low → medium', '71% medium → high', '100% high → high', '70.5% medium → medium'));
  it('shows what another reading of the rows would make of it, and keeps it with the decision', async () => {
    const r = await found();
    accepted(await assess(r, '30.4%', 'high'));
    const p = await page(r);
    assert.deepEqual(
      p.risk.readings.map((x) => `${x.clause} ${x.level}`),
      ['001:6.2.1.t1 medium', '001:6.2.1.t1 medium'],
    );
    assert.match(p.risk.readings[0]!.because, /四舍五入/);
  });
  it('is refused to whoever is not of the supervision group, and for a probability beyond 100% [P50]', async () => {
    const r = await found();
    const input = { probability: '50%', impact: 'low', grounds: '…' };
    assert.deepEqual(refused(await r.d.try('engineer', 'risk.assess', r.root, input)), ['may.not']);
    assert.deepEqual(refused(await assess(r, '101%', 'low')), ['share.outside']);
  });
  it('grades nothing where no adopted text has a matrix', async () => {
    const other = await plainHouse({
      founding: { ...plain, people: { ...plain.people, sg: { name: '监督员', roles: ['SG', 'EG'] } } },
    });
    const d = other.deal();
    const input = { title: '风险', class: 'interest', description: '…', assessor: d.who.people.sg };
    const { case: root } = accepted(await d.try('sg', 'risk.identify', undefined, input));
    assert.deepEqual(refused(await d.try('sg', 'risk.assess', root, { probability: '1%', impact: 'low', grounds: '…' })), ['law.silent']);
    await other.close();
  });
});

describe('001 6.2.2、6.3：按等级应对和预警', () => {
  const measures = async (r: Found): Promise<ChecklistView['items']> =>
    ((await page(r)).panels[await childOf(r.d, r.root, 'checklist')] as ChecklistView).items;
  const settle = (r: Found, list: string, input: object): Promise<Result> => r.d.try('supervisor', 'item.settle', list, input);

  it('asks at high for group, plan, approval, meeting, suspension and filings, each in its clause’s name, and is red: F21', async () => {
    const r = await found();
    accepted(await assess(r, '75%', 'high'));
    const { risk } = await page(r);
    assert.deepEqual([risk.level, risk.alert], ['high', 'red']);
    assert.deepEqual(
      (await measures(r)).map((m) => `${m.item} ${m.clause}`),
      [
        ...['group', 'plan', 'approval'].map((m) => `${m} 001:6.2.2.a`),
        ...['meeting', 'suspension', 'superiors'].map((m) => `${m} 001:6.3.c`),
      ],
    );
  });
  it('never asks for a special plan at low, and for a response plan and a report at medium', async () => {
    const low = await found();
    accepted(await assess(low, '10%', 'low'));
    assert.deepEqual(
      (await measures(low)).map((m) => m.item),
      ['monitoring', 'notice'],
    );
    const medium = await found();
    accepted(await assess(medium, '50%', 'medium'));
    assert.deepEqual(
      (await measures(medium)).map((m) => m.item),
      ['response', 'report', 'start'],
    );
  });
  it('is closed only when every measure has its evidence or a reason, and says which clause waits', async () => {
    const r = await found();
    accepted(await assess(r, '75%', 'high'));
    const close = () => r.d.try('supervisor', 'risk.close', r.root, { report: '备选方案已验证' });
    const open = await close();
    assert.deepEqual([refused(open), clausesOf(open)], [['risk.measures_open'], ['001:6.2.2.a', '001:6.3.c']]);
    const list = await childOf(r.d, r.root, 'checklist');
    const lacking = await r.d.try('supervisor', 'checklist.complete', list, {});
    assert.deepEqual(
      [refused(lacking), clausesOf(lacking)],
      [
        ['checklist.lacks', 'checklist.lacks'],
        ['001:6.2.2.a', '001:6.3.c'],
      ],
    );
    assert.deepEqual(refused(await settle(r, list, { item: 'group' })), ['checklist.nothing_said']);
    assert.deepEqual(refused(await settle(r, list, { item: 'group', words: '名单', notApplicable: '不需要' })), ['checklist.both_said']);
    assert.deepEqual(refused(await settle(r, list, { item: 'party', words: '…' })), ['checklist.unknown_item']);
    const paper = await r.d.paper('tto', list, 'minutes', '紧急会议纪要');
    for (const item of ['group', 'plan', 'approval', 'superiors']) accepted(await settle(r, list, { item, words: `${item} 见附件` }));
    accepted(await settle(r, list, { item: 'meeting', paper }));
    accepted(await settle(r, list, { item: 'suspension', notApplicable: '试验尚未开始，没有可以暂停的工作' }));
    accepted(await r.d.try('supervisor', 'checklist.complete', list, {}));
    accepted(await close());
    const p = await page(r);
    assert.equal(p.cases.find((c) => c.id === r.root)!.state, 'closed');
    assert.ok(p.papers.some((x) => x.id === paper));
  });
  it('tracks a high risk every month and a medium one every two, from the day of the level: F22 [R1-122] [R1-124]', async () => {
    const due = async (r: Found) => {
      const view = (await page(r)).panels[await childOf(r.d, r.root, 'schedule')] as ScheduleView;
      return view.lines.flatMap((l) => l.occurrences.map((o) => `${o.dueOn} ${o.state}`));
    };
    h.today('2026-01-31');
    const high = await found();
    accepted(await assess(high, '75%', 'high'));
    assert.deepEqual(await due(high), ['2026-02-28 open', '2026-03-31 coming', '2026-04-30 coming']);
    h.today('2026-01-15');
    const medium = await found();
    accepted(await assess(medium, '50%', 'medium'));
    assert.deepEqual((await due(medium)).slice(0, 2), ['2026-03-16 open', '2026-05-15 coming']);
    h.today('2026-01-31');
  });
  it('begins its measures and tracking anew when the level changes; what was owed for the old level lapses', async () => {
    const r = await found();
    accepted(await assess(r, '75%', 'high'));
    accepted(await assess(r, '20%', 'low'));
    const p = await page(r);
    const standing = p.cases.filter((c) => !c.withdrawn).map((c) => c.procedure);
    assert.deepEqual(standing, ['risk', 'checklist']);
    assert.deepEqual(
      p.duties.map((x) => x.duty),
      ['checklist.complete'],
    );
  });
});

describe('时间安排：周期不漂移，逾期的仍在，提前的不提前', () => {
  const track = async (): Promise<{ r: Found; list: string; line: string }> => {
    h.today('2026-01-31');
    const r = await found();
    accepted(await assess(r, '75%', 'high'));
    const list = await childOf(r.d, r.root, 'schedule');
    return { r, list, line: ((await page(r)).panels[list] as ScheduleView).lines[0]!.id };
  };
  const meet = (t: { r: Found; list: string; line: string }, k: number, more: object = {}): Promise<Result> =>
    t.r.d.try('supervisor', 'occurrence.meet', t.list, { line: t.line, k, ...more });
  const owed = async (r: Found): Promise<string[]> =>
    (await page(r)).duties.filter((x) => x.duty === 'occurrence.meet').map((x) => x.dueOn!);

  it('owes one occurrence at a time, the next counted from the anchor however late the last was', async () => {
    const t = await track();
    assert.deepEqual(await owed(t.r), ['2026-02-28']);
    h.today('2026-03-20');
    accepted(await meet(t, 1));
    assert.deepEqual(await owed(t.r), ['2026-03-31']);
    accepted(await meet(t, 2, { words: '提前完成' }));
    assert.deepEqual(await owed(t.r), ['2026-04-30']);
    const view = (await page(t.r)).panels[t.list] as ScheduleView;
    assert.deepEqual(
      view.lines[0]!.occurrences.map((o) => `${o.dueOn} ${o.state}`),
      ['2026-02-28 late', '2026-03-31 met', '2026-04-30 open', '2026-05-31 coming', '2026-06-30 coming'].map((s) =>
        // 2026-05-31 is a Sunday: the duty rolls, the anchor stays
        s.replace('2026-05-31', '2026-06-01'),
      ),
    );
  });
  it('keeps one that was missed until somebody meets it, and lets the next be met meanwhile', async () => {
    const t = await track();
    h.today('2026-03-05');
    assert.deepEqual(refused(await meet(t, 3)), ['schedule.too_early']);
    accepted(await meet(t, 2));
    assert.deepEqual(await owed(t.r), ['2026-02-28']);
    assert.deepEqual(refused(await meet(t, 2)), ['schedule.met_already']);
    accepted(await meet(t, 1));
    assert.deepEqual(await owed(t.r), ['2026-04-30']);
  });
  it('refuses what is no occurrence', async () => {
    const t = await track();
    assert.deepEqual(refused(await meet(t, 0)), ['schedule.no_occurrence']);
    assert.deepEqual(refused(await meet({ ...t, line: 'none' }, 1)), ['schedule.unknown_line']);
  });
  it('takes lines of its own: recurring, single, with an end; ended, it owes nothing', async () => {
    const t = await track();
    const add = (input: object) =>
      t.r.d.try('supervisor', 'line.add', t.list, { title: '安排', owner: 'SG', anchor: '2026-01-31', countedAs: 'duty', ...input });
    assert.deepEqual(refused(await add({})), ['schedule.recurs_or_within']);
    assert.deepEqual(refused(await add({ recurs: '每季度', within: '3个月' })), ['schedule.recurs_or_within']);
    assert.deepEqual(refused(await add({ within: '48小时' })), ['schedule.hours']);
    assert.deepEqual(refused(await add({ recurs: '季度' })), ['rule.not_a_recurrence']);
    assert.deepEqual(refused(await add({ recurs: '每季度', until: '2026-01-01' })), ['period.ends_before']);
    accepted(await add({ title: '季度复盘', recurs: '每季度', until: '2026-06-30' }));
    accepted(await add({ title: '效果验证', within: '3个月' }));
    const lines = ((await page(t.r)).panels[t.list] as ScheduleView).lines;
    assert.deepEqual(
      lines.slice(1).map((l) => [l.title, l.occurrences.map((o) => o.dueOn)]),
      [
        ['季度复盘', ['2026-03-31', '2026-06-30']],
        ['效果验证', ['2026-04-30']],
      ],
    );
    accepted(await t.r.d.try('supervisor', 'schedule.end', t.list, { because: '风险已解除' }));
    assert.deepEqual(await owed(t.r), []);
  });
  it('enters what was done elsewhere on the day it was done', async () => {
    const t = await track();
    h.today('2026-03-20');
    const paper = await t.r.d.paper('tto', t.list, 'minutes', '跟踪记录');
    const recorded = { decidedBy: '监督协调组', on: '2026-02-25', paper };
    accepted(await t.r.d.try('tto', 'occurrence.meet', t.list, { line: t.line, k: 1 }, { recorded }));
    const view = (await page(t.r)).panels[t.list] as ScheduleView;
    assert.deepEqual([view.lines[0]!.occurrences[0]!.state, view.lines[0]!.occurrences[0]!.metOn], ['met', '2026-02-25']);
  });
});
