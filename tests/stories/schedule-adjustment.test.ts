import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { AdjustmentView } from '../../packages/capabilities/schedule-adjustment/view.ts';
import type { Result } from '../../packages/engine/ask.ts';
import { verify } from '../../packages/engine/verify.ts';
import { type Cooperation, type CooperationHouse, cooperationHouse } from '../support/cooperation.ts';
import { accepted, clausesOf, refused, saidBefore } from '../support/house.ts';

let h: CooperationHouse;
before(async () => {
  h = await cooperationHouse();
});
after(() => h.close());

/** The task 研发试验 runs from 2026-03-02 to 2026-06-29: 120 days, of which 10% are 12. */
const ask = (d: Cooperation, end: string, more: object = {}): Promise<Result> =>
  d.try('leader', 'schedule.adjust', d.plan, {
    task: '研发试验',
    start: '2026-03-02',
    end,
    cause: 'technical',
    reason: '关键材料到货推迟',
    impact: '鉴定顺延，不影响总体目标',
    closesOn: '2026-03-20',
    secret: false,
    ...more,
  });
const chiefs = ['hospital-chief', 'company-chief', 'institute-chief'] as const;
/** Each of the committee votes; whoever is not named does not. */
async function decided(d: Cooperation, adjustment: string, votes: readonly string[]): Promise<void> {
  await d.called();
  for (const [i, vote] of votes.entries()) await d.send(chiefs[i]!, 'vote.cast', d.ballot, { vote });
  await d.send('hospital-chief', 'ballot.close', d.ballot, {});
  assert.ok(['approved', 'rejected'].includes(await d.state(adjustment)));
}
async function moved(d: Cooperation, end: string): Promise<string> {
  const asked = accepted(await ask(d, end));
  await decided(d, asked.case, ['for', 'for', 'for']);
  await d.send('leader', 'schedule.apply', asked.case, {});
  return asked.case;
}
const endOf = async (d: Cooperation): Promise<string> => (await d.planView()).contents.schedule[0]!.end;

describe('001 5.1.2 a) 4)：允许合理调整幅度（单次调整不超过原周期的 10%）', () => {
  it('lets 12 days of 120 be voted on, and sends 13 to an amendment of the plan: F08 [R1-028]', async () => {
    const d = await (await h.deal()).approved();
    const beyond = await ask(d, '2026-07-12');
    assert.deepEqual([refused(beyond), clausesOf(beyond)], [['schedule.beyond_cap'], ['001:5.1.2.a.4']]);
    assert.deepEqual(beyond.accepted ? {} : beyond.refusals[0]!.facts, { days: 13, most: 12 });
    const within = accepted(await ask(d, '2026-07-11'));
    assert.equal(await d.state(within.case), 'voting');
    // what is too much for an adjustment is an amendment, reviewed anew
    const schedule = d.contents().schedule.map((t) => (t.task === '研发试验' ? { ...t, end: '2026-07-12' } : t));
    const resolution = await d.paper('hospital', d.plan, '管理委员会决议');
    accepted(await d.try('leader', 'plan.amend', d.plan, { reason: '工期延长13天', schedule, resolution }));
    assert.equal(await d.state(), 'drafted');
  });
  it('measures shortening as it measures lengthening [R1-028]', async () => {
    const d = await (await h.deal()).approved();
    assert.deepEqual(refused(await ask(d, '2026-06-16')), ['schedule.beyond_cap']);
    accepted(await ask(d, '2026-06-17'));
  });
  it('measures a second adjustment by the original 120 days again, and says that they come to 24 [R1-028]', async () => {
    const d = await (await h.deal()).approved();
    await moved(d, '2026-07-11');
    assert.deepEqual(refused(await ask(d, '2026-07-24')), ['schedule.beyond_cap']);
    const second = accepted(await ask(d, '2026-07-23'));
    assert.deepEqual(
      second.warnings.map((w) => [w.refused, w.facts.days]),
      [['schedule.cumulative', 24]],
    );
    const view = (await d.page()).panels[second.case] as AdjustmentView;
    assert.deepEqual([view.original.end, view.now.end, view.wanted.end], ['2026-06-29', '2026-07-11', '2026-07-23']);
    assert.deepEqual([view.days, view.part, view.cumulative], [12, '10%', 24]);
  });
  it('refuses a task that the plan has not, no change, and an end before the start', async () => {
    const d = await (await h.deal()).approved();
    assert.deepEqual(refused(await ask(d, '2026-07-11', { task: '没有的任务' })), ['schedule.no_task']);
    assert.deepEqual(refused(await ask(d, '2026-06-29')), ['schedule.no_shift']);
    assert.deepEqual(refused(await ask(d, '2026-03-01')), ['period.ends_before']);
    const empty = await (await h.deal()).drafted();
    assert.deepEqual(refused(await ask(empty, '2026-07-11')), ['chart.no_place']);
  });
});

describe('001 5.2.2 a) 2)：由项目负责人提交，经管理委员会投票通过（通过率≥2/3）后方可执行', () => {
  it('is asked for by the project leader and voted on by the committee, not the other way round', async () => {
    const d = await (await h.deal()).approved();
    const input = { task: '研发试验', start: '2026-03-02', end: '2026-07-11', cause: 'policy', reason: '一', impact: '二' };
    const byLead = await d.try('hospital', 'schedule.adjust', d.plan, { ...input, closesOn: '2026-03-20', secret: false });
    assert.deepEqual(refused(byLead), ['may.not']);
    accepted(await ask(d, '2026-07-11'));
    await d.called();
    assert.deepEqual(refused(await d.try('leader', 'vote.cast', d.ballot, { vote: 'for' })), ['may.not']);
    assert.deepEqual(saidBefore(await d.page('secretary'), d.ballot, 'vote.cast'), ['ballot.not_a_voter']);
    assert.deepEqual(refused(await d.try('hospital', 'vote.cast', d.ballot, { vote: 'for' })), ['may.not']);
  });
  it('passes with two of three heads and not with one; no new day can be used before [R1-056]', async () => {
    const d = await (await h.deal()).approved();
    const first = accepted(await ask(d, '2026-07-11'));
    assert.deepEqual(refused(await d.try('leader', 'schedule.apply', first.case, {})), ['chart.no_place']);
    await decided(d, first.case, ['for', 'against', 'abstain']);
    assert.equal(await d.state(first.case), 'rejected');
    assert.equal(await endOf(d), '2026-06-29');
    const second = accepted(await ask(d, '2026-07-11'));
    await decided(d, second.case, ['for', 'for', 'against']);
    assert.deepEqual([await d.state(second.case), await endOf(d)], ['approved', '2026-06-29']);
    await d.send('leader', 'schedule.apply', second.case, {});
    const view = await d.planView();
    assert.deepEqual([await endOf(d), view.version, view.inForce], ['2026-07-11', 2, 2]);
    assert.deepEqual(
      view.versions.map((v) => [v.version, v.because, v.approvedOn]),
      [
        [2, '关键材料到货推迟', '2026-03-02'],
        [1, null, '2026-03-02'],
      ],
    );
  });
  it('is not carried out on a task that an amendment has meanwhile taken out of the plan', async () => {
    const d = await (await h.deal()).approved();
    const asked = accepted(await ask(d, '2026-07-11'));
    await decided(d, asked.case, ['for', 'for', 'for']);
    const schedule = [{ task: '成果鉴定', start: '2026-07-01', end: '2026-12-31' }];
    const resolution = await d.paper('hospital', d.plan, '管理委员会决议');
    await d.send('leader', 'plan.amend', d.plan, { reason: '取消研发试验', resolution, schedule });
    await d.approved();
    assert.deepEqual(refused(await d.try('leader', 'schedule.apply', asked.case, {})), ['schedule.no_task']);
  });
  it('keeps what the reading by weight would have made of it (E-09)', async () => {
    const d = await (await h.deal()).approved({ hospital: '60%', company: '20%', institute: '20%' });
    const asked = accepted(await ask(d, '2026-07-11'));
    await decided(d, asked.case, ['against', 'for', 'for']);
    assert.equal(await d.state(asked.case), 'approved');
    const kept = await h.see(d.who.as('tto'), (db) =>
      db.selectFrom('decision').where('case_id', '=', d.ballot).where('command', '=', 'ballot.close').select('readings').executeTakeFirst(),
    );
    const [byWeight] = (kept!.readings as unknown as { rule: string; differs: boolean; happens: string[] }[]).filter(
      (r) => r.rule === 'vote-pass-rate',
    );
    assert.deepEqual([byWeight?.differs, byWeight?.happens], [true, ['ballot.rejected']]);
  });
  it('may be voted on in secret by heads, and then says no weight that would tell', async () => {
    const d = await (await h.deal()).approved({ hospital: '60%', company: '20%', institute: '20%' });
    const asked = accepted(await ask(d, '2026-07-11', { secret: true }));
    await decided(d, asked.case, ['for', 'for', 'against']);
    const { outcome, voters } = await d.ballotView();
    assert.deepEqual([outcome?.passed, outcome?.weight, outcome?.heads.for], [true, undefined, '2']);
    assert.ok(voters.every((v) => v.vote === null && v.weight === '1/3'));
    const byWeight = await h.see(d.who.as('tto'), (db) =>
      db.selectFrom('decision').where('case_id', '=', d.ballot).where('command', '=', 'ballot.close').select('readings').executeTakeFirst(),
    );
    const refusals = (byWeight!.readings as unknown as { rule: string; refused: string[] }[]).filter((r) => r.rule === 'vote-pass-rate');
    assert.deepEqual(refusals[0]?.refused, ['ballot.weights_missing {}']);
  });
});

describe('what happened is what is written', () => {
  it('verifies every event and row of these stories', async () => {
    assert.deepEqual((await verify(h.url)).discrepancies, []);
  });
});
