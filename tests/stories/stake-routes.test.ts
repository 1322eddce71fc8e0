import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { LeaderClass } from '../../packages/capabilities/institution/decisions.ts';
import { accepted } from '../support/house.ts';
import { plainPack } from '../support/packs.ts';
import { type PlainHouse, plain, plainHouse } from '../support/plain.ts';
import { StakeDeal, stakePack } from '../support/stake.ts';
import { toldOnly } from '../support/told.ts';

/** A school that has steps and a text on shares of its own; who approves its text leaves to the one on leaders. */
let h: PlainHouse;
before(async () => {
  const school = Object.entries(plainPack({ id: 'school' })).filter(([path]) => !/2-split|3-approval/.test(path));
  const post = (leader: LeaderClass) => ({ title: leader, leader, from: '2020-01-01' });
  const bodies = {
    ...plain.bodies,
    'cadre-group': { title: '干部工作领导小组', seats: [] },
    'ip-group': { title: '知识产权管理领导小组', seats: [] },
  };
  const people = {
    ...plain.people,
    second: { ...plain.people.second!, post: post('chief-of-unit') },
    third: { ...plain.people.third!, post: post('deputy-of-unit') },
  };
  const adoptions = ['cn-conversion-law', 'school', 'tsinghua'].map((text) => ({ text, from: '2025-01-01', basis: '本校办法' }));
  h = await plainHouse({
    packs: { ...Object.fromEntries(school), ...stakePack('school') },
    founding: { ...plain, people, bodies, adoptions },
  });
});
after(() => h.close());

/** The steps of the approval that the check of the holders begins. */
async function route(team: readonly string[], more: object = {}): Promise<string[]> {
  const d = await new StakeDeal(h, h.who).acquired({ team });
  accepted(await d.offer({ contributors: '70%' }, more));
  await d.confirmed(Object.fromEntries(team.map((p, i) => [p, i === 0 ? `${100 - (team.length - 1) * 10}%` : '10%'])));
  await d.send('finance', 'holders.check', d.stake, {});
  const page = (await h.page(d.who.as('tto'), d.conversion))!;
  return page.steps.filter((s) => s.case_id === d.stake).map((s) => s.title);
}

describe('公开案例3：领导人员的股权奖励按其职务审批；没有规定的，由提出方案的人指定审批的会议', () => {
  it('takes the head of a unit and the deputy of one each by the way that the text has for them, and a mixed team by the first', async () => {
    const first = ['干部工作领导小组审议', '知识产权管理领导小组审批'];
    assert.deepEqual(await route(['first', 'second']), first);
    assert.deepEqual(await route(['first', 'third']), ['知识产权管理领导小组审批', '报干部工作领导小组备案']);
    assert.deepEqual(await route(['first', 'second', 'third']), first);
  });
  it('asks for the body where nobody of the team leads anything, and sends it there', async () => {
    const d = await new StakeDeal(h, h.who).acquired({ team: ['first'] });
    const t = toldOnly(await d.offer({ contributors: '70%' }));
    assert.deepEqual([t.code, t.at], ['approval.body_unknown', 'approvalBody']);
    assert.deepEqual(await route(['first'], { approvalBody: 'meeting' }), ['院长办公会审议股权分配']);
  });
});
