import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { capabilities } from '../../apps/server/capabilities.ts';
import { readMatrix } from '../../packages/engine/permissions.ts';
import { verify } from '../../packages/engine/verify.ts';
import { reviewerRoles } from '../../packages/instruments/review-route/rules.ts';
import { accepted, refused, saidBefore } from '../support/house.ts';
import { type ReviewDeal, type ReviewHouse, reviewHouse } from '../support/review-house.ts';

let h: ReviewHouse;
before(async () => {
  h = await reviewHouse();
});
after(() => h.close());

const said = async (d: ReviewDeal, login: string, command: string): Promise<string[]> =>
  saidBefore(await h.page(d.who.as(login), d.conversion), d.at, command);

describe('加签：somebody is asked before, beside or after one whose turn it is; he must agree and never counts towards the quorum', () => {
  it('asks him first, and the one who added him afterwards', async () => {
    const d = await (await h.deal('any')).sent();
    accepted(await d.ask('legal', 'reviewer.add', { reviewer: 'RM', place: 'before', reason: '请先看技术条款' }));
    assert.deepEqual(
      (await d.owed()).filter((x) => x.startsWith('opinion')),
      ['opinion.give FA', 'opinion.give RM'],
    );
    assert.deepEqual(refused(await d.say('legal', 'LD')), ['opinion.too_early']);
    accepted(await d.say('research', 'RM'));
    assert.equal(await d.stateOf(d.at), 'reviewing');
    accepted(await d.say('legal', 'LD'));
    assert.equal(await d.stateOf(d.at), 'passed');
  });
  it('asks him afterwards, and does not pass before he has agreed', async () => {
    const d = await (await h.deal('any')).sent();
    accepted(await d.ask('finance', 'reviewer.add', { person: d.who.people.expert, place: 'after' }));
    assert.deepEqual(refused(await d.say('expert', 'person:expert')), ['opinion.too_early']);
    accepted(await d.say('finance', 'FA'));
    assert.equal(await d.stateOf(d.at), 'reviewing');
    const [, , added] = (await d.view()).stages[0]!.opinions;
    assert.deepEqual([added!.title, added!.added, added!.state], ['专家甲', { by: '财务经办', place: 'after' }, 'now']);
    accepted(await d.say('expert', 'person:expert', { agreed: false, words: '尚需验证' }));
    assert.equal(await d.stateOf(d.at), 'returned');
  });
  it('is for whoever’s turn it is, or who sent it, and names one who can speak and is not asked yet', async () => {
    const d = await (await h.deal('side')).sent(['first', 'both']);
    const add = (login: string, input: object) => d.ask(login, 'reviewer.add', { place: 'beside', ...input });
    assert.deepEqual(refused(await add('research', { reviewer: 'DI' })), ['reviewer.not_yours']);
    assert.deepEqual(await said(d, 'research', 'reviewer.add'), ['reviewer.not_yours']);
    assert.deepEqual(refused(await add('legal', {})), ['reviewer.name_one']);
    assert.deepEqual(refused(await add('legal', { reviewer: 'RM', person: d.who.people.expert })), ['reviewer.name_one']);
    assert.deepEqual(refused(await add('legal', { reviewer: 'XX' })), ['review.unknown_role']);
    assert.deepEqual(refused(await add('legal', { reviewer: 'people:1' })), ['review.unknown_kind']);
    assert.deepEqual(refused(await add('legal', { reviewer: 'FA' })), ['reviewer.already_asked']);
    assert.deepEqual(refused(await add('legal', { reviewer: 'body:nobody' })), ['reviewer.nobody']);
    assert.deepEqual(refused(await add('legal', { person: d.who.people.both })), ['reviewer.related']);
    accepted(await add('tto', { reviewer: 'body:experts', to: 'FA' }));
    assert.deepEqual(await d.states(), ['review LD now', 'review FA now', 'review body:experts now']);
  });
});

describe('减签：only who was added and has not spoken is taken off', () => {
  it('is done by who added him or who sent it; whom the text names stays', async () => {
    const d = await (await h.deal('any')).sent();
    accepted(await d.ask('legal', 'reviewer.add', { reviewer: 'RM', place: 'beside' }));
    const off = (login: string, reviewer: string) => d.ask(login, 'reviewer.take-off', { reviewer, reason: '不需要' });
    assert.deepEqual(refused(await off('finance', 'RM')), ['reviewer.not_added']);
    assert.deepEqual(await said(d, 'finance', 'reviewer.take-off'), ['reviewer.not_added']);
    assert.deepEqual(refused(await off('legal', 'FA')), ['reviewer.not_added']);
    accepted(await d.say('legal', 'LD'));
    assert.equal(await d.stateOf(d.at), 'reviewing');
    // the text's quorum is met: without him it passes
    accepted(await off('legal', 'RM'));
    assert.equal(await d.stateOf(d.at), 'passed');
    assert.deepEqual(
      (await d.view()).earlier.map((o) => `${o.reviewer} ${o.state}`),
      ['RM taken-off'],
    );
  });
});

describe('减签 in one of several stages', () => {
  it('lets the next stage begin where he was the last one waited for', async () => {
    const d = await (await h.deal('staged')).sent();
    accepted(await d.ask('head', 'reviewer.add', { reviewer: 'DI', place: 'beside' }));
    accepted(await d.say('head', 'unit:of-project-leader'));
    assert.deepEqual(await d.owed(), ['opinion.give DI']);
    accepted(await d.ask('tto', 'reviewer.take-off', { reviewer: 'DI' }));
    assert.ok((await d.owed()).includes('opinion.give LD'));
  });
});

describe('转办：another who could be asked as well gives the opinion, and both are shown', () => {
  it('moves the duty and the word to him alone', async () => {
    const d = await (await h.deal('side')).sent();
    const over = (login: string, to: string, reviewer = 'FA') =>
      d.ask(login, 'opinion.hand-over', { reviewer, to: d.who.people[to], reason: '出差' });
    assert.deepEqual(refused(await over('finance', 'legal')), ['handover.other_role']);
    assert.deepEqual(refused(await over('legal', 'finance2')), ['handover.not_yours']);
    assert.deepEqual(await said(d, 'research', 'opinion.hand-over'), ['handover.not_yours']);
    assert.deepEqual(refused(await over('finance', 'finance')), ['handover.same']);
    assert.deepEqual(refused(await over('finance', 'finance2', 'RM')), ['opinion.not_asked']);
    accepted(await over('finance', 'finance2'));
    assert.deepEqual(await d.owed(), ['opinion.give LD', 'opinion.give 财务主管']);
    assert.deepEqual(refused(await d.say('finance', 'FA')), ['opinion.handed_over']);
    accepted(await d.say('finance2', 'FA'));
    const [, fa] = (await d.view()).stages[0]!.opinions;
    assert.deepEqual(
      [fa!.name, fa!.handedOver.map((x) => `${x.from} → ${x.to}: ${x.reason}`)],
      ['财务主管', ['财务经办 → 财务主管: 出差']],
    );
  });
  it('is done by who sent it, where the one asked cannot', async () => {
    const d = await (await h.deal('named')).sent();
    const over = (to: string) =>
      d.ask('tto', 'opinion.hand-over', { reviewer: 'person:expert', to: d.who.people[to], reason: '专家甲出国' });
    assert.deepEqual(refused(await over('another')), ['handover.other_role']);
    await d.send('admin', 'role.assign', d.who.file, { person: d.who.people.expert, role: 'XP', from: '2026-01-01' });
    await d.send('admin', 'role.assign', d.who.file, { person: d.who.people.another, role: 'XP', from: '2026-01-01' });
    accepted(await over('another'));
    accepted(await d.say('another', 'person:expert'));
    assert.equal(await d.stateOf(d.at), 'passed');
  });
});

describe('委派：somebody else’s view comes back to the one who asked for it', () => {
  it('lets a person with no role give his view with an attachment, and leaves the opinion with the asker', async () => {
    const d = await (await h.deal('side')).sent(['first', 'both']);
    const to = (person: string) =>
      d.ask('legal', 'counsel.ask', { reviewer: 'LD', person: d.who.people[person], question: '条款是否可行？' });
    assert.deepEqual(refused(await to('legal')), ['counsel.yourself']);
    assert.deepEqual(refused(await to('both')), ['counsel.related']);
    assert.deepEqual(refused(await d.ask('expert', 'counsel.give', { words: '可行' })), ['case.not_found']);
    accepted(await to('expert'));
    assert.deepEqual(refused(await to('expert')), ['counsel.already_asked']);
    assert.ok((await d.owed()).includes('counsel.give 专家甲'));
    const paper = await d.paper('expert', d.at, 'report', '专家说明');
    accepted(await d.ask('expert', 'counsel.give', { words: '可行，附说明', papers: [paper] }));
    assert.deepEqual(refused(await d.ask('expert', 'counsel.give', { words: '再说一遍' })), ['counsel.not_asked']);
    assert.deepEqual(await said(d, 'legal', 'counsel.give'), ['counsel.not_asked']);
    assert.deepEqual(refused(await d.say('expert', 'LD')), ['opinion.other_role']);
    const [legal] = (await d.view()).stages[0]!.opinions;
    assert.deepEqual(
      [legal!.state, legal!.counsel.map((c) => `${c.asker} ${c.person}: ${c.words} ${c.papers.map((p) => p.title)}`)],
      ['now', ['法务专员 专家甲: 可行，附说明 专家说明']],
    );
    accepted(await d.say('legal', 'LD'));
  });
  it('is owed no more once the asker has spoken', async () => {
    const d = await (await h.deal('side')).sent();
    accepted(await d.ask('legal', 'counsel.ask', { reviewer: 'LD', person: d.who.people.expert, question: '？' }));
    accepted(await d.say('legal', 'LD'));
    assert.deepEqual(await d.owed(), ['opinion.give FA']);
  });
});

describe('撤回：who sent it takes it back while nobody has given the final word, and sends it again', () => {
  it('asks nobody while it is recalled, and everybody anew when it is sent again', async () => {
    const d = await (await h.deal('side')).sent();
    accepted(await d.say('legal', 'LD', { words: '同意' }));
    const recall = (login: string) => d.ask(login, 'review.recall', { reason: '合同文本有误' });
    assert.deepEqual(refused(await recall('tto2')), ['review.not_sender']);
    accepted(await recall('tto'));
    assert.deepEqual([await d.stateOf(d.at), await d.owed()], ['recalled', []]);
    assert.deepEqual(refused(await d.say('finance', 'FA')), ['chart.no_place']);
    assert.equal((await d.view()).recalled!.because, '合同文本有误');
    assert.deepEqual(refused(await d.ask('tto2', 'review.send')), ['review.not_sender']);
    accepted(await d.ask('tto', 'review.send', { words: '文本已改' }));
    assert.deepEqual(await d.owed(), ['opinion.give FA', 'opinion.give LD']);
    assert.deepEqual(
      (await d.view()).earlier.map((o) => `${o.reviewer} ${o.state} ${o.words}`),
      ['LD agreed 同意', 'FA not-needed null'],
    );
    accepted(await d.say('legal', 'LD'));
    accepted(await d.say('finance', 'FA'));
    assert.deepEqual(refused(await recall('tto')), ['chart.no_place']);
  });
});

describe('催办：a reminder is kept once a day for each who is asked', () => {
  it('reminds those whose turn it is, and the same one again on the next day', async () => {
    const d = await (await h.deal('side')).sent();
    h.today('2026-03-03');
    accepted(await d.ask('tto', 'review.remind', { reviewer: 'LD' }));
    assert.deepEqual(refused(await d.ask('tto', 'review.remind', { reviewer: 'LD' })), ['reminder.already_today']);
    assert.deepEqual(refused(await d.ask('tto', 'review.remind', { reviewer: 'RM' })), ['opinion.not_asked']);
    accepted(await d.ask('tto', 'review.remind'));
    assert.deepEqual(refused(await d.ask('tto', 'review.remind')), ['reminder.already_today']);
    assert.deepEqual(await said(d, 'tto', 'review.remind'), ['reminder.already_today']);
    h.today('2026-03-04');
    accepted(await d.ask('tto', 'review.remind'));
    h.today('2026-03-02');
    const [legal, finance] = (await d.view()).stages[0]!.opinions;
    assert.deepEqual(
      [legal!.reminded, finance!.reminded],
      [
        ['2026-03-03', '2026-03-04'],
        ['2026-03-03', '2026-03-04'],
      ],
    );
  });
});

describe('whichever way somebody means to speak', () => {
  const speak = {
    'opinion.give': { agreed: true },
    'review.return': { toStep: 'pricing', reason: '价格偏低' },
    'counsel.ask': { question: '是否可行？' },
  };
  for (const [command, how] of Object.entries(speak)) {
    it(`says why it is not taken: ${command}`, async () => {
      const d = await (await h.deal('side')).sent(['first', 'both']);
      const input = command === 'counsel.ask' ? { ...how, person: d.who.people.expert } : how;
      const as = (login: string, reviewer: string, more: object = {}) => d.ask(login, command, { reviewer, ...input, ...more });
      assert.deepEqual(refused(await as('legal', 'RM')), ['opinion.not_asked']);
      assert.deepEqual(refused(await as('research', 'LD')), ['opinion.other_role']);
      assert.deepEqual(refused(await as('both', 'FA')), ['opinion.related']);
      accepted(await d.ask('legal', 'reviewer.add', { reviewer: 'RM', place: 'before' }));
      assert.deepEqual(refused(await as('legal', 'LD')), ['opinion.too_early']);
      const over = { reviewer: 'FA', to: d.who.people.finance2, reason: '出差' };
      accepted(await d.ask('finance', 'opinion.hand-over', over));
      assert.deepEqual(refused(await as('finance', 'FA')), ['opinion.handed_over']);
      if (command === 'counsel.ask') return;
      assert.deepEqual(refused(await as('finance2', 'FA', { by: d.who.people.legal })), ['opinion.giver_other']);
      accepted(await as('finance2', 'FA', { by: d.who.people.finance2 }));
    });
  }
});

describe('a review that was begun before stages were kept', () => {
  it('goes on as one stage of all who were asked', async () => {
    const d = await (await h.deal('side')).sent();
    const owner = new pg.Client({ connectionString: h.url });
    await owner.connect();
    // as migration 0003 had it: no plan, no stage, no round
    await owner.query('delete from review where case_id = $1', [d.at]);
    await owner.query('update opinion set stage = null, round = null where case_id = $1', [d.at]);
    const says = (await verify(h.url)).discrepancies.map((x) => x.what);
    assert.ok(says.length > 0, 'the old shape is not what the events wrote');
    await owner.end();
    assert.deepEqual(await d.states(), ['review LD now', 'review FA now']);
    accepted(await d.say('legal', 'LD'));
    accepted(await d.say('finance', 'FA'));
    assert.equal(await d.stateOf(d.at), 'passed');
  });
});

describe('what the declarations must agree on', () => {
  it('names as reviewers the roles that the permission matrix lets give an opinion', () => {
    const row = readMatrix().rows.get('T04')!;
    const may = [...row].filter(([role, code]) => code.includes('D') && role !== 'RV').map(([role]) => role);
    assert.deepEqual([...reviewerRoles].sort(), may.sort());
  });
  it('has an answer to a paper sent back in every procedure whose route asks for opinions', () => {
    const routed = capabilities.flatMap((c) => c.procedures).filter((p) => p.routes);
    assert.ok(routed.length >= 2);
    for (const p of routed) assert.ok(p.awaits?.['review-route']?.['review.sent-back'], p.chart.def.id);
  });
});
