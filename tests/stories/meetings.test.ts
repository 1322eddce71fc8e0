import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { accepted, refused } from '../support/house.ts';
import { plainPack } from '../support/packs.ts';
import { type PlainDeal, type PlainHouse, plain, plainHouse } from '../support/plain.ts';
import { changesNothing, isWhole } from '../support/stored.ts';
import { told, toldOnly } from '../support/told.ts';

const steps = `
          disclosure: { title: 成果披露, does: disclosure }
          pricing: { title: 定价, does: pricing, after: [disclosure] }
          council: { title: 科技委员会, does: resolution, after: [pricing], with: { body: council } }
          nobody: { title: 没有设立的会, does: resolution, after: [pricing], with: { body: nowhere } }
          review: { title: 会签, does: review-route, after: [pricing], with: { reviewers: [LD, FA] } }
          contract: { title: 签订合同, does: contract, after: [council] }`;
const majority = {
  'plain/5-meetings.yaml': `clause: "plain:meetings"
title: 会议表决
force: must
text: 会议须有半数以上成员到会，以全体成员过半数同意为通过。
answers:
  - rule: resolution-majority
    versions:
      - { from: 2025-01-01, value: { counts: attending, of: entitled-members, atLeast: 1/2 }, source: 会议一条 }
  - rule: resolution-majority
    versions:
      - { from: 2025-01-01, value: { counts: in-favour, of: entitled-members, moreThan: 1/2 }, source: 会议一条 }
`,
  'plain/5-meetings.examples.yaml': `- { name: 六人中四人, rule: resolution-majority, on: 2026-03-02, counts: in-favour, base: 6, admits: [4], refuses: [3] }
`,
};
const seats = ['dean', 'finance', 'legal', 'audit', 'research', 'first'];

let h: PlainHouse;
before(async () => {
  const founding = { ...plain, bodies: { ...plain.bodies, council: { title: '科技委员会', seats } } };
  h = await plainHouse({ founding, packs: { ...plainPack({ steps }), ...majority } });
});
after(() => h.close());

type Sat = {
  readonly present?: readonly string[];
  readonly recused?: readonly string[];
  readonly inFavour?: number;
  readonly more?: object;
};
async function sit(d: PlainDeal, { present = ['dean', 'finance', 'legal', 'audit'], recused = ['first'], inFavour = 4, more = {} }: Sat) {
  const on = await d.step('council');
  const minutes = await d.paper('secretary', on, 'minutes', '纪要');
  const people = (logins: readonly string[]) => logins.map((p) => d.who.people[p]);
  const votes = { votes: 'counted', inFavour };
  const input = { result: 'passed', present: people(present), recused: people(recused), ...votes, minutesNumber: '1号', minutes, ...more };
  return await changesNothingWhereRefused(() => d.try('dean', 'resolution.decide', on, input));
}
const changesNothingWhereRefused = async (send: () => ReturnType<PlainDeal['try']>) => {
  const result = await send();
  if (!result.accepted) await changesNothing(h.url, send);
  return result;
};

describe('a resolution stands on who may vote that day, on their votes, and on its minutes', () => {
  it('passes with more than half of all members in favour, and half of them present, exactly', async () => {
    const d = await h.deal().priced();
    const three = await sit(d, { present: ['dean', 'finance', 'legal'], inFavour: 3 });
    const t = toldOnly(three);
    assert.deepEqual(
      [t.code, t.clauses, t.zh],
      ['resolution.not_carried', ['plain:meetings'], '6人中赞成3人（50%），未达到> 50%，不能记为通过。'],
    );
    assert.equal(t.en, '3 of 6 in favour (50%) is not > 50%; it cannot be entered as passed.');
    const two = told(await sit(d, { present: ['dean', 'finance'], inFavour: 2 }));
    assert.deepEqual(
      two.map((x) => `${x.code} ${x.zh}`),
      [
        'resolution.not_quorate 6人中到会2人（1/3），未达到≥ 50%。',
        'resolution.not_carried 6人中赞成2人（1/3），未达到> 50%，不能记为通过。',
      ],
    );
    accepted(await sit(d, {}));
    const panel = (await d.page()).panels[await d.step('council')] as { result: string; entitled: number; inFavour: number };
    assert.deepEqual([panel.result, panel.entitled, panel.inFavour], ['passed', 6, 4]);
  });
  it('is rejected or deferred by any number', async () => {
    const d = await h.deal().priced();
    accepted(await sit(d, { present: ['dean'], recused: [], inFavour: 0, more: { result: 'deferred' } }));
    accepted(await sit(d, { present: ['dean'], recused: [], inFavour: 0, more: { result: 'rejected' } }));
  });
  it('counts as members only who has a seat on the day', async () => {
    const d = await h.deal().priced();
    const stranger = toldOnly(await sit(d, { present: ['dean', 'finance', 'legal', 'audit', 'stranger'], inFavour: 4 }));
    assert.deepEqual(
      [stranger.code, stranger.at, stranger.zh],
      ['resolution.not_a_member', 'present', '有1人当日不是“科技委员会”的成员。'],
    );
    assert.equal(stranger.en, '1 of those named were no members of “科技委员会” on the day.');
    const seat = { body: d.who.bodies.council, person: d.who.people.stranger, from: '2026-03-01', to: '2026-03-02' };
    accepted(await d.try('admin', 'seat.take', d.who.file, seat));
    accepted(await sit(d, { present: ['dean', 'finance', 'legal', 'audit', 'stranger'], inFavour: 4 }));
    h.today('2026-03-03');
    const next = await h.deal().priced();
    assert.deepEqual(refused(await sit(next, { present: ['dean', 'finance', 'legal', 'audit', 'stranger'], inFavour: 4 })), [
      'resolution.not_a_member',
    ]);
    h.today('2026-03-02');
  });
  it('lets nobody whom the matter concerns take part', async () => {
    const d = await h.deal().priced();
    const t = toldOnly(await sit(d, { present: ['dean', 'finance', 'legal', 'first'], recused: [] }));
    assert.deepEqual(
      [t.code, t.at, t.clauses, t.zh, t.en],
      [
        'resolution.related_voter',
        'present',
        ['plain:process'],
        '与本事项有关的人参加了表决：第一完成人，应当回避。',
        'Somebody whom the matter concerns took part: 第一完成人; they must recuse themselves.',
      ],
    );
  });
  it('takes nobody as both present and recused, no more votes than voters, and no counted vote without its count', async () => {
    const d = await h.deal().priced();
    const both = toldOnly(await sit(d, { recused: ['first', 'dean'] }));
    assert.deepEqual([both.code, both.at, both.zh], ['resolution.present_and_recused', 'recused', '既到会又回避：院长。']);
    const exceed = toldOnly(await sit(d, { more: { against: 1 } }));
    assert.deepEqual(
      [exceed.code, exceed.zh, exceed.en],
      ['resolution.votes_exceed', '票数合计5，多于到会的4人。', '5 votes are more than the 4 present.'],
    );
    const missing = toldOnly(await sit(d, { more: { inFavour: undefined } }));
    assert.deepEqual(
      [missing.code, missing.at, missing.zh],
      ['resolution.votes_missing', 'inFavour', '请填写赞成票数，或者选择“纪要未载”。'],
    );
    const twice = toldOnly(await sit(d, { present: ['dean', 'dean', 'finance', 'legal'] }));
    assert.deepEqual([twice.code, twice.at, twice.zh], ['resolution.named_twice', 'present', '到会人员重复列出：院长。每人只计一次。']);
    assert.equal(twice.en, 'Present twice: 院长. Everybody counts once.');
    accepted(await sit(d, { more: { votes: 'not-in-minutes', inFavour: undefined } }));
  });
  it('needs its minutes and their number', async () => {
    const d = await h.deal().priced();
    const minutes = toldOnly(await sit(d, { more: { minutes: undefined } }));
    assert.deepEqual(
      [minutes.code, minutes.at, minutes.zh],
      ['resolution.minutes_missing', 'minutes', '会议结果须有会议纪要。没有纪要的，不能记为通过。'],
    );
    assert.equal(minutes.en, 'The result of a meeting rests on its minutes; without them nothing can be entered as passed.');
    const number = toldOnly(await sit(d, { more: { minutesNumber: undefined } }));
    assert.deepEqual(
      [number.code, number.at, number.zh, number.en],
      ['resolution.number_missing', 'minutesNumber', '没有填写纪要编号。', 'The number of the minutes is missing.'],
    );
  });
  it('asks for a body that has not been set up', async () => {
    const d = await h.deal().priced();
    const on = await d.step('nobody');
    const input = { result: 'passed', present: [], recused: [], votes: 'not-in-minutes' };
    const t = toldOnly(await d.try('dean', 'resolution.decide', on, input));
    assert.deepEqual([t.code, t.zh], ['resolution.no_body', '本单位没有设立流程所指的会议，请先在单位设置中登记。']);
    assert.equal(t.en, 'The institution has not set up the body that the route names.');
    await isWhole(h.url);
  });
});

describe('a review asks each office once, and a disagreement says why', () => {
  it('takes an opinion from who holds the office, once, and with its reason where it disagrees', async () => {
    const d = await h.deal().priced();
    const on = await d.step('review');
    const give = (login: string, reviewer: string, agreed: boolean, words?: string) =>
      d.try(login, 'opinion.give', on, { reviewer, agreed, ...(words ? { words } : {}) });
    const other = toldOnly(await give('finance', 'LD', true));
    assert.deepEqual(
      [other.code, other.at, other.zh, other.en],
      ['opinion.other_role', 'reviewer', '您不能以“法务部门”的名义发表意见。', 'You cannot speak for “Legal department”.'],
    );
    const reason = toldOnly(await give('legal', 'LD', false));
    assert.deepEqual(
      [reason.code, reason.at, reason.zh, reason.en],
      ['opinion.reason_missing', 'words', '不同意的，请写明理由。', 'A disagreement needs its reason.'],
    );
    const unasked = toldOnly(await give('dean', 'DM', true));
    assert.deepEqual([unasked.code, unasked.zh], ['opinion.not_asked', '现在不等待这个意见。还在等待：法务部门、财务资产人事部门。']);
    accepted(await give('legal', 'LD', true));
    const again = toldOnly(await d.try('tto', 'reviewer.add', on, { reviewer: 'LD', place: 'beside' }));
    assert.deepEqual([again.code, again.at, again.zh], ['reviewer.already_asked', 'reviewer', '“法务部门”在这个阶段已在会签之列。']);
    accepted(await d.try('tto', 'reviewer.add', on, { reviewer: 'RM', place: 'beside' }));
    accepted(await give('finance', 'FA', true));
    assert.equal(await d.state(on), 'reviewing', '加签: it waits for who was added');
    accepted(await give('research', 'RM', true));
    assert.equal(await d.state(on), 'passed');
  });
});
