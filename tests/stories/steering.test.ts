import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { accepted, refused } from '../support/house.ts';
import { plainPack } from '../support/packs.ts';
import { clear, type PlainDeal, type PlainHouse, plainHouse } from '../support/plain.ts';
import { isWhole } from '../support/stored.ts';
import { toldOnly } from '../support/told.ts';

const steps = `
          disclosure: { title: 成果披露, does: disclosure }
          pricing: { title: 定价, does: pricing, after: [disclosure] }
          legal: { title: 法务会签, does: review-route, after: [pricing], with: { reviewers: [LD] } }
          finance: { title: 财务会签, does: review-route, after: [pricing], with: { reviewers: [FA] } }
          meeting: { title: 院长办公会, does: resolution, after: [legal, finance], with: { body: meeting } }
          contract: { title: 签订合同, does: contract, after: [meeting] }`;

let h: PlainHouse;
before(async () => {
  h = await plainHouse({ packs: plainPack({ steps }) });
});
after(() => h.close());

const owed = async (d: PlainDeal): Promise<(string | null)[]> => (await d.page()).duties.map((x) => x.duty).sort();
const stepsOf = async (d: PlainDeal): Promise<string[]> =>
  (await d.page()).steps
    .filter((s) => s.case_id === d.conversion)
    .map((s) => `${s.step} ${s.state}${s.attempt > 1 ? ` ${s.attempt}` : ''}`);
const opinion = async (d: PlainDeal, login: string, step: string, reviewer: string, agreed: boolean) =>
  accepted(await d.try(login, 'opinion.give', await d.step(step), { reviewer, agreed, ...(agreed ? {} : { words: '付款条件不清' }) }));
async function meeting(d: PlainDeal, result: string) {
  const on = await d.step('meeting');
  const minutes = await d.paper('secretary', on, 'minutes', `纪要 ${result}`);
  const present = [d.who.people.dean, d.who.people.finance];
  const votes = result === 'passed' ? { inFavour: 2 } : { inFavour: 0, against: 2 };
  const input = { result, present, recused: [], votes: 'counted', ...votes, minutesNumber: '1号', minutes };
  return await d.try('dean', 'resolution.decide', on, input);
}

describe('a refused step stalls its conversion until the transfer office sends it back or ends it', () => {
  it('stalls at a refused step, once for each, and owes one decision of how it goes on', async () => {
    const d = await h.deal().priced();
    await opinion(d, 'legal', 'legal', 'LD', false);
    assert.equal(await d.state(), 'stalled');
    assert.deepEqual(await stepsOf(d), [
      'disclosure done',
      'pricing done',
      'legal refused',
      'finance open',
      'meeting open',
      'contract open',
    ]);
    const paper = await d.paper('audit', d.conversion, 'report', '监督材料');
    accepted(await d.try('audit', 'care.file', d.conversion, { element: 'supervision', paper }));
    await opinion(d, 'finance', 'finance', 'FA', false);
    assert.equal(await d.state(), 'stalled');
    assert.deepEqual(
      (await owed(d)).filter((x) => x === 'conversion.steer'),
      ['conversion.steer'],
    );
    assert.deepEqual(refused(await meeting(d, 'passed')), ['step.before']);
  });

  it('starts anew the step that is sent back and all after it, and leaves what was done beside it', async () => {
    const d = await h.deal().priced();
    await opinion(d, 'finance', 'finance', 'FA', true);
    await opinion(d, 'legal', 'legal', 'LD', false);
    const before = await d.step('legal');
    accepted(await d.try('tto', 'conversion.return', d.conversion, { step: 'legal', reason: '补充说明后重新会签' }));
    assert.equal(await d.state(), 'approving');
    assert.deepEqual(await stepsOf(d), [
      'disclosure done',
      'pricing done',
      'legal open 2',
      'finance done',
      'meeting open 2',
      'contract open 2',
    ]);
    assert.deepEqual(await owed(d), ['contract.sign', 'opinion.give', 'resolution.decide']);
    const t = toldOnly(await d.try('legal', 'opinion.give', before, { reviewer: 'LD', agreed: true }));
    assert.deepEqual(
      [t.code, t.zh, t.en],
      ['case.withdrawn', '“法务会签”已被退回重办，请在新的一轮中办理。', '“法务会签” was sent back; go on in its new round.'],
    );
    await opinion(d, 'legal', 'legal', 'LD', true);
    accepted(await meeting(d, 'passed'));
    await d.sign('10000000.00');
    assert.equal(await d.state(), 'contracted');
    await isWhole(h.url);
  });

  it('sends back before anything was refused, too, and the price is set anew', async () => {
    const d = await h.deal().priced();
    const first = await d.step('pricing');
    accepted(await d.try('tto', 'conversion.return', d.conversion, { step: 'pricing', reason: '价格要重谈' }));
    assert.equal(await d.state(), 'approving');
    const second = await d.step('pricing');
    assert.notEqual(second, first);
    await d.send('tto', 'disposal.check', second, clear);
    await d.send('dean', 'appraisal.decide', second, { appraise: false });
    await d.send('tto', 'price.set', second, { method: 'auction', price: '9000000.00', grounds: '拍卖成交' });
    for (const [login, step, reviewer] of [
      ['legal', 'legal', 'LD'],
      ['finance', 'finance', 'FA'],
    ] as const)
      await opinion(d, login, step, reviewer, true);
    accepted(await meeting(d, 'passed'));
    await d.sign('9000000.00');
    const page = await d.page();
    assert.deepEqual(
      page.cases.filter((c) => c.procedure === 'pricing').map((c) => c.withdrawn),
      [true, false],
    );
  });

  it('refuses to send back a step that the route does not have, and the disclosure that it began with', async () => {
    const d = await h.deal().priced();
    for (const step of ['disclosure', 'pricng']) {
      const t = toldOnly(await d.try('tto', 'conversion.return', d.conversion, { step, reason: '退回' }));
      assert.deepEqual(
        [t.code, t.at, t.zh, t.en],
        ['step.unknown', 'step', '流程里没有可以退回的这一步。', 'The route has no such step to go back to.'],
      );
    }
  });

  it('is refused by a meeting that rejects, and waits with one that defers', async () => {
    const d = await h.deal().priced();
    await opinion(d, 'legal', 'legal', 'LD', true);
    await opinion(d, 'finance', 'finance', 'FA', true);
    accepted(await meeting(d, 'deferred'));
    assert.equal(await d.state(), 'approving');
    assert.ok((await owed(d)).includes('resolution.decide'), 'a deferred matter is still owed to the meeting');
    accepted(await meeting(d, 'rejected'));
    assert.equal(await d.state(), 'stalled');
    assert.ok(!(await owed(d)).includes('resolution.decide'));
    accepted(await d.try('tto', 'conversion.return', d.conversion, { step: 'meeting', reason: '修改方案后再次上会' }));
    accepted(await meeting(d, 'passed'));
    const panel = (await d.page()).panels[await d.step('meeting')] as { result: string; present: unknown[] };
    assert.deepEqual([panel.result, panel.present.length], ['passed', 2]);
  });
});

describe('a conversion that is ended owes nothing more, and its achievement may be converted anew', () => {
  for (const from of ['approving', 'stalled']) {
    it(`ends a conversion that is ${from}: nothing is owed, nothing under way goes on, and its achievement is free`, async () => {
      const d = await h.deal().priced({ title: `终止 ${from}` });
      if (from === 'stalled') await opinion(d, 'legal', 'legal', 'LD', false);
      assert.equal(await d.state(), from);
      const open = await d.step('finance');
      accepted(await d.try('tto', 'conversion.abandon', d.conversion, { reason: '受让方退出' }));
      assert.equal(await d.state(), 'abandoned');
      assert.deepEqual(await owed(d), []);
      assert.deepEqual(refused(await d.try('finance', 'opinion.give', open, { reviewer: 'FA', agreed: true })), ['case.withdrawn']);
      assert.deepEqual(refused(await d.try('tto', 'conversion.return', d.conversion, { step: 'pricing', reason: '再来' })), [
        'chart.no_place',
      ]);
      const { subject } = await subjectOf(d);
      const input = { achievements: [subject], mode: 'transfer', counterparty: d.who.parties.buyer, partners: [] };
      accepted(await d.try('tto', 'conversion.open', undefined, input));
      await isWhole(h.url);
    });
  }
});
async function subjectOf(d: PlainDeal): Promise<{ subject: string }> {
  return await h.see(d.who.as('tto'), async (db) => {
    const row = await db.selectFrom('case_subject').where('case_id', '=', d.conversion).select('record_id').executeTakeFirstOrThrow();
    return { subject: row.record_id };
  });
}

describe('a conversion is closed when its money is divided and handed over', () => {
  it('names what is still open, and closes when all is handed over; evidence may be filed even then', async () => {
    const d = await h.deal().priced({ price: '100000.00' });
    await opinion(d, 'legal', 'legal', 'LD', true);
    await opinion(d, 'finance', 'finance', 'FA', true);
    accepted(await meeting(d, 'passed'));
    await d.sign('100000.00');
    const paper = await d.paper('audit', d.conversion, 'report', '注意义务材料');
    accepted(await d.try('audit', 'care.file', d.conversion, { element: 'reasonable-care', paper }));
    await d.income('100000.00');
    accepted(await d.propose({ contributors: '70%' }));
    const t = toldOnly(await d.try('tto', 'conversion.close', d.conversion, {}));
    assert.deepEqual([t.code, t.zh], ['conversion.still_running', '还有没有办结的到账、分配或股权分配：封堵器。']);
    assert.equal(t.en, 'Receipts, distributions or allocations of shares are still open: 封堵器.');
    await d.handedOver();
    accepted(await d.try('tto', 'conversion.close', d.conversion, {}));
    assert.deepEqual(await owed(d), []);
    accepted(await d.try('audit', 'care.file', d.conversion, { element: 'supervision', paper }));
    assert.equal(await d.state(), 'closed');
  });
});
