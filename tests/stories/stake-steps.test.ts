import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ask, corrected } from '../support/correcting.ts';
import { accepted, refused } from '../support/house.ts';
import { plainPack } from '../support/packs.ts';
import { type PlainHouse, plainHouse } from '../support/plain.ts';
import { StakeDeal, stakePack } from '../support/stake.ts';
import { changesNothing, isWhole } from '../support/stored.ts';
import { toldOnly } from '../support/told.ts';

let h: PlainHouse;
before(async () => {
  const approval = {
    'plain/3-approval.yaml': plainPack()['plain/3-approval.yaml']!.replace(
      '          finance: { title: 财务审核, does: review-route, with: { reviewers: [FA] } }',
      `          finance: { title: 财务审核, does: review-route, with: { reviewers: [FA] } }
          legal: { title: 法务审核, does: review-route, after: [finance], with: { reviewers: [LD] } }
          meeting: { title: 院长办公会, does: resolution, after: [legal], with: { body: meeting } }`,
    ),
    'plain/3-approval.examples.yaml': plainPack()['plain/3-approval.examples.yaml']!.replace('[finance]', '[finance, legal, meeting]'),
  };
  h = await plainHouse({ packs: { ...plainPack(), ...stakePack(), ...approval } });
});
after(() => h.close());

const deal = (): StakeDeal => new StakeDeal(h, h.who);
const seventy = { contributors: '70%' };
const both = { first: '60%', second: '40%' };
const stateOf = async (d: StakeDeal) => (await h.page(d.who.as('tto'), d.conversion))!.cases.find((c) => c.id === d.stake)!.state;
const owedIn = async (d: StakeDeal) =>
  (await h.page(d.who.as('tto'), d.conversion))!.duties.filter((x) => x.case === d.stake).map((x) => x.duty);
async function decided(d: StakeDeal, result: 'passed' | 'rejected'): Promise<void> {
  const on = await d.step('meeting', d.stake);
  const minutes = await d.paper('secretary', on, 'minutes', '会议纪要');
  const present = ['dean', 'finance', 'legal'].map((p) => d.who.people[p]);
  const inFavour = result === 'passed' ? 3 : 0;
  const input = { result, present, recused: [], votes: 'counted', inFavour, minutesNumber: '1号', minutes };
  await d.send('secretary', 'resolution.decide', on, input, { recorded: { decidedBy: '院长办公会', on: await d.today(), paper: minutes } });
}
async function reviewed(d: StakeDeal): Promise<void> {
  await d.send('finance', 'opinion.give', await d.step('finance', d.stake), { reviewer: 'FA', agreed: true });
  await d.send('legal', 'opinion.give', await d.step('legal', d.stake), { reviewer: 'LD', agreed: true });
}
async function checked(d: StakeDeal): Promise<StakeDeal> {
  await d.confirmed(both);
  await d.send('finance', 'holders.check', d.stake, {});
  await reviewed(d);
  return d;
}

describe('what our side came to hold is entered once the contract is signed, to 0.01% of the company', () => {
  it('refuses a day to come, nothing, and less than 0.01%', async () => {
    const d = await deal().contracted();
    d.articles = await d.paper('finance', d.conversion, 'scan', '公司章程');
    const said = async (more: object) => {
      const t = toldOnly(await changesNothing(h.url, () => d.entering(more)));
      return [t.code, t.at];
    };
    assert.deepEqual(await said({ acquiredOn: '2026-03-03' }), ['stake.later', 'acquiredOn']);
    assert.deepEqual(await said({ value: '0' }), ['stake.nothing', 'value']);
    assert.deepEqual(await said({ share: '0%' }), ['stake.nothing', 'share']);
    assert.deepEqual(await said({ share: '12.345%' }), ['stake.precision', 'share']);
    assert.deepEqual(refused(await d.entering({}, 'tto')), ['may.not']);
    const differs = accepted(await d.entering({ value: '9999999.99' }));
    assert.deepEqual(
      differs.warnings.map((w) => w.refused),
      ['stake.value_differs'],
    );
  });
  it('is awaited from the contract on where the achievement is put into a company, and nowhere else', async () => {
    const procedures = async (d: StakeDeal) => (await h.page(d.who.as('tto'), d.conversion))!.cases.map((c) => c.procedure);
    const early = await deal().priced({ mode: 'equity', team: ['first', 'second'] });
    assert.ok(!(await procedures(early)).includes('stake'));
    assert.ok(!(await procedures(await deal().signed())).includes('stake'), 'a transfer brings no shares');
    const d = await deal().contracted();
    d.stake = await d.child('stake');
    assert.deepEqual([await stateOf(d), await owedIn(d), await d.view()], ['awaited', ['stake.enter'], null]);
    assert.deepEqual(refused(await d.offer(seventy)), ['chart.no_place']);
  });
  it('ends the wait where no shares came, with the reason, and the conversion may end', async () => {
    const d = await deal().contracted();
    d.stake = await d.child('stake');
    assert.deepEqual(refused(await d.try('tto', 'conversion.close', d.conversion, {})), ['conversion.still_running']);
    assert.deepEqual(refused(await d.try('finance', 'stake.forgo', d.stake, {})), ['field.required']);
    assert.deepEqual(refused(await d.try('tto', 'stake.forgo', d.stake, { reason: '公司未设立' })), ['may.not']);
    accepted(await d.try('finance', 'stake.forgo', d.stake, { reason: '公司未设立' }));
    assert.deepEqual([await stateOf(d), await owedIn(d)], ['forgone', []]);
    accepted(await d.try('tto', 'conversion.close', d.conversion, {}));
  });
});

describe('an allocation goes from the proposal to the cap table, and back where it is not approved', () => {
  it('goes through the team, the check, the route of its text and the day itself', async () => {
    const d = await deal().acquired();
    assert.deepEqual(await owedIn(d), ['stake.propose']);
    accepted(await d.offer(seventy));
    assert.deepEqual(refused(await d.try('finance', 'holders.check', d.stake, {})), ['chart.no_place']);
    const agreement = await d.child('split-agreement');
    const short = [
      { person: d.who.people.first, share: '60%' },
      { person: d.who.people.second, share: '39.99%' },
    ];
    assert.deepEqual(refused(await d.try('first', 'shares.propose', agreement, { shares: short })), ['shares.sum']);
    await checked(d);
    assert.equal(await stateOf(d), 'deciding');
    assert.deepEqual(refused(await d.allocate()), ['chart.no_place']);
    await decided(d, 'passed');
    assert.deepEqual(await owedIn(d), ['stake.allocate']);
    accepted(await d.allocate());
    assert.deepEqual([await stateOf(d), await owedIn(d)], ['allocated', []]);
  });
  it('starts anew where the meeting rejects it and where it is taken back', async () => {
    const d = await deal().acquired();
    accepted(await d.offer(seventy));
    await checked(d);
    await decided(d, 'rejected');
    assert.deepEqual([await stateOf(d), await owedIn(d)], ['entered', ['stake.propose']]);
    accepted(await d.offer({ contributors: '72%' }));
    accepted(await d.try('tto', 'stake.withdraw', d.stake, { reason: '重新协商' }));
    accepted(await d.offer({ contributors: '71%' }));
    await checked(d);
    await decided(d, 'passed');
    accepted(await d.try('tto', 'stake.withdraw', d.stake, { reason: '有人任正职' }));
    assert.deepEqual([await stateOf(d), (await d.view()).approvedOn], ['entered', null]);
    accepted(await d.offer(seventy));
    await checked(d);
    await decided(d, 'passed');
    accepted(await d.allocate());
    assert.deepEqual(await d.table(), ['第一完成人 16.80% 4200000.00', '第二完成人 11.20% 2800000.00', '医院持股 12.00% 3000000.00']);
    await isWhole(h.url);
  });
});

describe('an approval that is sent back goes on from the step it was sent back to', () => {
  it('asks finance again where the lawyers send it back, and is approved after both', async () => {
    const d = await deal().acquired();
    accepted(await d.offer(seventy));
    await d.confirmed(both);
    await d.send('finance', 'holders.check', d.stake, {});
    await d.send('finance', 'opinion.give', await d.step('finance', d.stake), { reviewer: 'FA', agreed: true });
    const back = { reviewer: 'LD', toStep: 'finance', reason: '请核对作价' };
    accepted(await d.try('legal', 'review.return', await d.step('legal', d.stake), back));
    assert.equal(await stateOf(d), 'deciding');
    await reviewed(d);
    await decided(d, 'passed');
    assert.equal(await stateOf(d), 'approved');
  });
});

describe('what was entered wrongly is corrected with a second person’s approval, and the allocation starts anew', () => {
  it('takes the cap table back and supersedes its sheets, whichever figure was wrong', async () => {
    const d = await deal().acquired({ share: '40%' });
    accepted(await d.offer(seventy));
    await checked(d);
    await decided(d, 'passed');
    accepted(await d.allocate());
    const on = { on: d.stake, table: 'stake', row: d.stake, field: 'units' };
    assert.deepEqual(refused(await ask(d, on, '35.125%')), ['share.precision']);
    await corrected(d, on, '35.00%');
    assert.deepEqual([await stateOf(d), (await d.view()).holdings, await owedIn(d)], ['entered', [], ['stake.propose']]);
    const { documents } = (await h.page(d.who.as('tto'), d.conversion))!;
    assert.ok(documents.filter((x) => x.case === d.stake).every((x) => x.state === 'superseded'));
    accepted(await d.offer(seventy));
    await checked(d);
    await decided(d, 'passed');
    accepted(await d.allocate());
    assert.deepEqual((await d.table())[2], '医院持股 10.50% 3000000.00');
    await corrected(d, { ...on, field: 'value' }, '9000000.00');
    await corrected(d, { ...on, field: 'acquired_on' }, '2026-03-01');
    const { value, acquiredOn } = await d.view();
    assert.deepEqual([value, acquiredOn, await stateOf(d)], ['9000000.00', '2026-03-01', 'entered']);
    await isWhole(h.url);
  });
});
