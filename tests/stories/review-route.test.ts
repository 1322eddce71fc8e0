import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { verify } from '../../packages/engine/verify.ts';
import { accepted, clausesOf, refused } from '../support/house.ts';
import { type ReviewHouse, reviewHouse } from '../support/review-house.ts';

let h: ReviewHouse;
before(async () => {
  h = await reviewHouse();
});
after(() => h.close());

describe('会签与或签：a review passes with its quorum, and is returned when it can pass no more', () => {
  it('passes when both have agreed, and the next step opens (会签)', async () => {
    const d = await (await h.deal('side')).sent();
    assert.deepEqual(await d.owed(), ['opinion.give FA', 'opinion.give LD']);
    accepted(await d.say('legal', 'LD'));
    assert.deepEqual(await d.owed(), ['opinion.give FA']);
    const paper = await d.paper('tto', await d.step('contract'), 'agreement', '合同');
    const sign = { title: '转让合同', price: '1000000.00', paper };
    assert.deepEqual(refused(await d.try('dean', 'contract.sign', await d.step('contract'), sign)), ['step.before']);
    accepted(await d.say('finance', 'FA'));
    assert.equal(await d.stateOf(d.at), 'passed');
    accepted(await d.try('dean', 'contract.sign', await d.step('contract'), sign));
  });
  it('passes with one of two (或签), and asks the other no more', async () => {
    const d = await (await h.deal('any')).sent();
    accepted(await d.say('legal', 'LD', { agreed: false, words: '合同条款不全' }));
    assert.equal(await d.stateOf(d.at), 'reviewing');
    accepted(await d.say('finance', 'FA'));
    assert.equal(await d.stateOf(d.at), 'passed');
    assert.deepEqual(await d.states(), ['review LD disagreed', 'review FA agreed']);
    assert.deepEqual(
      (await d.owed()).filter((x) => x.startsWith('opinion')),
      [],
    );
  });
  it('is returned when three of five have refused, and not when two have', async () => {
    const d = await (await h.deal('most')).sent();
    const no = { agreed: false, words: '依据不足' };
    accepted(await d.say('legal', 'LD', no));
    accepted(await d.say('finance', 'FA', no));
    assert.equal(await d.stateOf(d.at), 'reviewing');
    accepted(await d.say('research', 'RM'));
    accepted(await d.say('audit', 'DI', no));
    assert.equal(await d.stateOf(d.at), 'returned');
    assert.equal(await d.stateOf(d.conversion), 'stalled');
  });
  it('wants the reason of who refuses, and hears only who is asked', async () => {
    const d = await (await h.deal('side')).sent();
    assert.deepEqual(refused(await d.say('legal', 'LD', { agreed: false })), ['opinion.reason_missing']);
    assert.deepEqual(refused(await d.say('legal', 'RM')), ['opinion.not_asked']);
    assert.deepEqual(refused(await d.say('finance', 'LD')), ['opinion.other_role']);
    assert.deepEqual(refused(await d.say('secretary', 'LD')), ['may.not']);
    assert.deepEqual(refused(await d.say('expert', 'LD')), ['case.not_found']);
  });
  it('waits for the steps before it', async () => {
    const d = await (await h.deal('side')).opened();
    assert.deepEqual(refused(await d.say('legal', 'LD')), ['step.before']);
  });
});

describe('串行与并行：a paper is not let out before its last stage has agreed', () => {
  it('goes from the leader’s unit to offices and experts at once, then to the leader; nobody is asked before his turn', async () => {
    const d = await (await h.deal('staged')).sent();
    assert.deepEqual(await d.owed(), ['opinion.give unit:of-project-leader']);
    assert.deepEqual(refused(await d.say('legal', 'LD')), ['opinion.too_early']);
    accepted(await d.say('head', 'unit:of-project-leader'));
    assert.deepEqual(await d.owed(), ['opinion.give FA', 'opinion.give LD', 'opinion.give RM', 'opinion.give body:experts']);
    accepted(await d.say('legal', 'LD'));
    accepted(await d.say('research', 'RM'));
    // two of three offices are enough: finance is asked no more
    assert.deepEqual(await d.owed(), ['opinion.give body:experts']);
    assert.deepEqual(refused(await d.say('finance', 'FA')), ['opinion.not_asked']);
    accepted(await d.say('another', 'body:experts'));
    assert.equal(await d.stateOf(d.at), 'reviewing');
    assert.deepEqual(await d.owed(), ['opinion.give post:分管院长']);
    accepted(await d.say('vice', 'post:分管院长'));
    assert.equal(await d.stateOf(d.at), 'passed');
    const view = await d.view();
    assert.deepEqual(
      view.stages.map(
        (s) => `${s.title} ${s.quorum}/${s.of} ${s.state}: ${s.opinions.map((o) => `${o.title ?? o.reviewer} ${o.name}`).join(', ')}`,
      ),
      [
        '院系 1/1 passed: 心内科 心内科主任',
        '职能部门 2/3 passed: LD 法务专员, FA null, RM 科研处长',
        '专家 1/1 passed: 专家委员会 专家乙',
        '院领导 1/1 passed: 分管院长 分管院长',
      ],
    );
  });
  it('shows the matter to a reviewer with no other sight of it while it waits for him, and after he has spoken', async () => {
    const d = await (await h.deal('staged')).sent();
    const sees = async (login: string): Promise<boolean> => (await h.page(d.who.as(login), d.conversion)) !== undefined;
    assert.deepEqual([await sees('head'), await sees('expert'), await sees('vice'), await sees('stranger')], [true, false, false, false]);
    const page = await d.page('head');
    const offered = page.mayDo[d.at]!.map((m) => m.command);
    assert.ok(offered.includes('opinion.give') && offered.includes('counsel.ask'), offered.join());
    assert.deepEqual(Object.keys(page.mayDo), [d.at]);
    accepted(await d.say('head', 'unit:of-project-leader'));
    assert.deepEqual([await sees('head'), await sees('expert'), await sees('vice')], [true, true, false]);
  });
  it('asks one person whom the text names', async () => {
    const d = await (await h.deal('named')).sent();
    assert.deepEqual(refused(await d.say('another', 'person:expert')), ['case.not_found']);
    assert.deepEqual((await d.view()).stages[0]!.opinions[0]!.speakers, ['专家甲']);
    accepted(await d.say('expert', 'person:expert'));
    assert.equal(await d.stateOf(d.at), 'passed');
  });
});

describe('退回：to any earlier stage or step, with its reason, and nothing that was said is lost', () => {
  it('begins the stage it goes back to anew, and all after it', async () => {
    const d = await (await h.deal('staged')).sent();
    const words = '请补充市场分析';
    accepted(await d.say('head', 'unit:of-project-leader'));
    accepted(await d.say('legal', 'LD', { words: '同意，请注意付款条件' }));
    accepted(await d.say('finance', 'FA'));
    accepted(await d.say('expert', 'body:experts'));
    const back = (input: object) => d.ask('vice', 'review.return', { reviewer: 'post:分管院长', reason: words, ...input });
    assert.deepEqual(refused(await back({})), ['return.where']);
    assert.deepEqual(refused(await back({ toStage: 'leaders' })), ['return.not_earlier']);
    assert.deepEqual(refused(await back({ toStep: 'contract' })), ['return.not_earlier']);
    assert.deepEqual(refused(await back({ toStage: 'offices', reason: '' })), ['field.required']);
    accepted(await back({ toStage: 'offices' }));
    assert.deepEqual(await d.states(), [
      'unit unit:of-project-leader agreed',
      'offices LD now',
      'offices FA now',
      'offices RM now',
      'experts body:experts agreed',
      'leaders post:分管院长 coming',
    ]);
    const { earlier } = await d.view();
    assert.deepEqual(
      earlier.map((o) => `${o.reviewer} ${o.round} ${o.state} ${o.words}`),
      ['LD 1 agreed 同意，请注意付款条件', 'FA 1 agreed null', 'RM 1 not-needed null', `post:分管院长 1 returned ${words}`],
    );
    assert.equal(earlier.at(-1)!.returnedTo, '职能部门');
    accepted(await d.say('research', 'RM'));
    accepted(await d.say('legal', 'LD'));
    accepted(await d.say('vice', 'post:分管院长'));
    assert.equal(await d.stateOf(d.at), 'passed');
  });
  it('asks the matter to begin an earlier step anew: the review ends, and begins again when that step is done', async () => {
    const d = await (await h.deal('side')).sent();
    accepted(await d.say('legal', 'LD'));
    const back = (toStep: string) => d.ask('finance', 'review.return', { reviewer: 'FA', toStep, reason: '价格偏低' });
    // the disclosure was another case's
    assert.deepEqual(refused(await back('disclosure')), ['return.not_earlier']);
    const first = await d.step('pricing');
    accepted(await back('pricing'));
    assert.equal(await d.stateOf(d.at), 'sent-back, withdrawn');
    assert.equal(await d.stateOf(first), 'priced, withdrawn');
    const page = await d.page();
    assert.deepEqual(
      page.steps.filter((s) => s.case_id === d.conversion).map((s) => `${s.step} ${s.state} ${s.attempt}`),
      ['disclosure done 1', 'pricing open 2', 'countersign open 2', 'contract open 2'],
    );
    assert.equal(page.history.find((e) => e.type === 'conversion.returned')!.actor, '财务经办');
    assert.deepEqual(refused(await d.say('legal', 'LD')), ['step.before']);
    const pricing = await d.step('pricing');
    await d.send('tto', 'disposal.check', pricing, { stateSecret: false, nationalSecurity: false, keyCoreTechnology: false });
    await d.send('dean', 'appraisal.decide', pricing, { appraise: false });
    await d.send('tto', 'price.set', pricing, { method: 'listed', price: '1200000.00', grounds: '重新挂牌' });
    accepted(await d.say('legal', 'LD'));
    accepted(await d.say('finance', 'FA'));
    assert.equal(await d.stateOf(await d.step('countersign')), 'passed');
  });
  it('sends an award back to the review before, and offers no return where nothing came before', async () => {
    const d = await (await h.deal('side')).awarded();
    const step = (name: string) => d.step(name, d.dividing);
    const finance = await step('finance');
    const offered = (await d.page('finance')).mayDo[finance]!;
    assert.deepEqual(
      offered.find((m) => m.command === 'review.return')!.refusals.map((r) => r.refused),
      ['return.not_earlier'],
    );
    accepted(await d.try('finance', 'opinion.give', finance, { reviewer: 'FA', agreed: true }));
    const back = { reviewer: 'DM', toStep: 'finance', reason: '请核对税费' };
    accepted(await d.try('dean', 'review.return', await step('leaders'), back));
    assert.notEqual(await step('finance'), finance);
    assert.equal(await d.stateOf(d.dividing), 'deciding');
    accepted(await d.try('finance', 'opinion.give', await step('finance'), { reviewer: 'FA', agreed: true }));
    accepted(await d.try('dean', 'opinion.give', await step('leaders'), { reviewer: 'DM', agreed: true }));
    assert.equal(await d.stateOf(d.dividing), 'approved');
  });
});

describe('回避：who belongs to the team stands aside', () => {
  it('refuses his word in the clause’s name; another with the role gives it', async () => {
    const d = await (await h.deal('side')).sent(['first', 'both']);
    const said = await d.say('both', 'FA');
    assert.deepEqual(refused(said), ['opinion.related']);
    assert.deepEqual(clausesOf(said), ['side:process']);
    const offered = (await d.page('both')).mayDo[d.at]!.find((m) => m.command === 'opinion.give')!;
    assert.deepEqual(
      offered.refusals.map((r) => r.refused),
      ['opinion.related'],
    );
    accepted(await d.say('finance2', 'FA'));
  });
  it('lets him hand it over, to nobody of the team', async () => {
    const d = await (await h.deal('side')).sent(['first', 'both']);
    const to = (login: string) => d.ask('both', 'opinion.hand-over', { reviewer: 'FA', to: d.who.people[login], reason: '回避' });
    accepted(await to('finance2'));
    const reverse = await d.ask('finance2', 'opinion.hand-over', { reviewer: 'FA', to: d.who.people.both, reason: '退还' });
    assert.deepEqual(refused(reverse), ['handover.related']);
    accepted(await d.say('finance2', 'FA'));
  });
});

describe('代录：an opinion given on paper is entered with its paper, its day and who gave it', () => {
  it('keeps who decided apart from who entered, with what was attached', async () => {
    const d = await (await h.deal('side')).sent();
    const paper = await d.paper('tto', d.at, 'scan', '会签单');
    const recorded = { decidedBy: '法务部王主任', on: '2026-03-02', paper };
    accepted(await d.ask('tto', 'opinion.give', { reviewer: 'LD', agreed: true, words: '同意', papers: [paper] }, { recorded }));
    const [legal] = (await d.view()).stages[0]!.opinions;
    assert.deepEqual([legal!.name, legal!.decidedBy, legal!.papers.map((p) => p.title)], [null, '法务部王主任', ['会签单']]);
    const line = (await d.page()).history.find((e) => e.type === 'opinion.given')!;
    assert.deepEqual([line.actor, line.decidedBy], ['技术经理人', '法务部王主任']);
  });
  it('opens a finding where the paper is missing, where its turn had not come, where its giver was related or another', async () => {
    const d = await (await h.deal('staged')).sent(['first', 'both']);
    const record = (reviewer: string, more: object, paper?: string) =>
      d.ask('tto', 'opinion.give', { reviewer, agreed: true, ...more }, { recorded: { decidedBy: '某人', on: '2026-03-02', paper } });
    assert.deepEqual(accepted(await record('LD', {})).findings, ['opinion.too_early', 'recorded.no_paper']);
    const paper = await d.paper('tto', d.at, 'scan', '会签单');
    accepted(await d.say('head', 'unit:of-project-leader'));
    assert.deepEqual(accepted(await record('FA', { by: d.who.people.both }, paper)).findings, ['opinion.related']);
    assert.deepEqual(accepted(await record('body:experts', { by: d.who.people.vice }, paper)).findings, ['opinion.giver_other']);
    assert.deepEqual(await d.owed(), ['opinion.give post:分管院长']);
    const back = { reviewer: 'post:分管院长', toStage: 'unit', reason: '纸面退回', papers: [] };
    assert.deepEqual(
      accepted(await d.ask('tto', 'review.return', back, { recorded: { decidedBy: '分管院长', on: '2026-03-02', paper } })).findings,
      [],
    );
    assert.deepEqual(await d.owed(), ['opinion.give unit:of-project-leader']);
  });
});

describe('what the routes of these stories wrote', () => {
  it('is as its events say', async () => {
    assert.deepEqual((await verify(h.url)).discrepancies, []);
  });
});
