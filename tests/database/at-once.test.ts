import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Accepted, Result } from '../../packages/engine/ask.ts';
import { lookAt } from '../../packages/engine/database.ts';
import { accepted, refused } from '../support/house.ts';
import { plainPack } from '../support/packs.ts';
import { type PlainDeal, type PlainHouse, plainHouse } from '../support/plain.ts';
import { changesNothing, isWhole } from '../support/stored.ts';
import { toldOnly } from '../support/told.ts';

const threeReviews = `
          disclosure: { title: 成果披露, does: disclosure }
          pricing: { title: 定价, does: pricing, after: [disclosure] }
          countersign: { title: 会签, does: review-route, after: [pricing], with: { reviewers: [LD, FA, DM] } }
          contract: { title: 签订合同, does: contract, after: [countersign] }`;
const twoApprovals = `
          finance: { title: 财务审核, does: review-route, with: { reviewers: [FA] } }
          legal: { title: 法务审核, does: review-route, with: { reviewers: [LD] } }`;

let h: PlainHouse;
before(async () => {
  const pack = plainPack({ steps: threeReviews });
  const approval = pack['plain/3-approval.yaml']!.replace(/\n {10}finance:.*/, twoApprovals);
  const example = pack['plain/3-approval.examples.yaml']!.replace('[finance]', '[finance, legal]');
  h = await plainHouse({ packs: { ...pack, 'plain/3-approval.yaml': approval, 'plain/3-approval.examples.yaml': example } });
});
after(() => h.close());

const as = (login: string) => h.who.as(login);
const isAccepted = (r: Result): r is Accepted => r.accepted;
const eventsOf = async (on: string, type: string): Promise<number> =>
  (
    await lookAt(h.engine.database, h.who.id, (db) =>
      db.selectFrom('event').where('stream_id', '=', on).where('type', '=', type).select('seq').execute(),
    )
  ).length;
/** All of them at once; one is done, and the others are refused with this code. */
async function oneOf(code: string, asks: readonly (() => Promise<Result>)[]): Promise<Accepted> {
  const results = await Promise.all(asks.map((ask) => ask()));
  const done = results.filter(isAccepted);
  assert.equal(done.length, 1);
  for (const r of results.filter((x) => !x.accepted)) assert.deepEqual(refused(r), [code]);
  await isWhole(h.url);
  return done[0]!;
}
const countersigned = async (team: readonly string[] = ['first']): Promise<PlainDeal> => {
  const d = await h.deal().priced({ price: '100000.00', team });
  const countersign = await d.step('countersign');
  for (const [login, reviewer] of [
    ['legal', 'LD'],
    ['finance', 'FA'],
    ['dean', 'DM'],
  ]) {
    await d.send(login!, 'opinion.give', countersign, { reviewer, agreed: true });
  }
  return d;
};

describe('two people who act at once on the same thing: one is done, the other is told', () => {
  it('converts an achievement once, whoever else asks at the same moment, and spends one number', async () => {
    const opened = await h.deal().opened({ title: '只能转让一次' });
    await opened.send('tto', 'conversion.abandon', opened.conversion, { reason: '重来' });
    const { record_id: achievement } = await lookAt(h.engine.database, h.who.id, (db) =>
      db.selectFrom('case_subject').where('case_id', '=', opened.conversion).select('record_id').executeTakeFirstOrThrow(),
    );
    const input = { achievements: [achievement], mode: 'transfer', counterparty: h.who.parties.buyer, partners: [] };
    const ask = () => h.send(as('tto'), 'conversion.open', { input });
    const done = await oneOf('hold.taken', [ask, ask, ask, ask, ask]);
    const held = await lookAt(h.engine.database, h.who.id, (db) =>
      db.selectFrom('hold').where('record_id', '=', achievement).where('released_on', 'is', null).selectAll().execute(),
    );
    assert.deepEqual(
      held.map((x) => x.case_id),
      [done.case],
    );
    const cases = await lookAt(h.engine.database, h.who.id, (db) =>
      db.selectFrom('case_file').where('procedure', '=', 'conversion').orderBy('id').select('number').execute(),
    );
    assert.deepEqual(
      cases.map((c) => c.number),
      cases.map((_, i) => `转化〔2026〕${i + 1}号`),
    );
    const late = toldOnly(await changesNothing(h.url, ask));
    assert.match(late.zh, /同一成果不能同时处置两次。请先终止那一项，或改用许可。$/);
    assert.match(late.en, /cannot be disposed of twice\. End that one first, or license it\.$/);
    accepted(await h.send(as('tto'), 'conversion.open', { input: { ...input, mode: 'license' } }));
  });

  it('signs a contract once; there is one agreement and its step is done once', async () => {
    const d = await countersigned();
    const contract = await d.step('contract');
    const paper = await d.paper('tto', contract, 'agreement', '合同');
    const sign = () => d.try('dean', 'contract.sign', contract, { title: '转让合同', price: '100000.00', paper });
    await oneOf('chart.no_place', [sign, sign, sign]);
    const signed = await lookAt(h.engine.database, h.who.id, (db) =>
      db.selectFrom('agreement').where('conversion_id', '=', d.conversion).selectAll().execute(),
    );
    assert.equal(signed.length, 1);
    assert.equal(await eventsOf(d.conversion, 'conversion.contracted'), 1);
    const t = toldOnly(await sign());
    assert.equal(t.zh, '“签订合同”现在处于“已签订”，不能再办理这一步。');
    assert.equal(t.en, '“签订合同” is now “signed”; this step has no place there any more.');
  });

  it('decides a correction once', async () => {
    const d = await countersigned();
    const row = await d.step('pricing');
    const asked = await d.send('tto', 'correction.ask', row, { table: 'pricing', row, field: 'price', value: '100001.00', reason: '笔误' });
    const decide = (login: string, approve: boolean) => () =>
      d.try(login, 'correction.decide', row, { correction: asked.made.correction, approve });
    const results = await Promise.all([decide('finance', true)(), decide('dean', false)(), decide('audit', true)()]);
    assert.equal(results.filter(isAccepted).length, 1);
    // the winner may have sent the step back, where it is “withdrawn” for the others
    for (const r of results.filter((x) => !x.accepted)) assert.match(refused(r).join(), /^correction\.already_decided$/);
    await isWhole(h.url);
  });
});

describe('people who act at once on different parts of one thing: everybody counts, and the whole comes about once', () => {
  it('passes a review of three opinions given at the same moment exactly once', async () => {
    const d = await h.deal().priced();
    const on = await d.step('countersign');
    const give = (login: string, reviewer: string) => d.try(login, 'opinion.give', on, { reviewer, agreed: true });
    const results = await Promise.all([give('legal', 'LD'), give('finance', 'FA'), give('dean', 'DM')]);
    for (const r of results) accepted(r);
    assert.deepEqual([await eventsOf(on, 'opinion.given'), await eventsOf(on, 'review.passed')], [3, 1]);
    assert.equal(await eventsOf(d.conversion, 'step.done'), 2);
    await isWhole(h.url);
  });
  it('takes one opinion of two that speak for the same office at once', async () => {
    const d = await h.deal().priced();
    const on = await d.step('countersign');
    await oneOf('opinion.not_asked', [
      () => d.try('legal', 'opinion.give', on, { reviewer: 'LD', agreed: true }),
      () => d.try('legal', 'opinion.give', on, { reviewer: 'LD', agreed: true }),
    ]);
  });

  const team = ['first', 'second', 'third', 'fourth'];
  it('reaches the team’s agreement exactly once where its four members confirm at the same moment', async () => {
    const d = await countersigned(team);
    await d.sign('100000.00');
    await d.income('100000.00');
    accepted(await d.propose({ contributors: '70%' }));
    const agreement = await d.child('split-agreement');
    const shares = team.map((p) => ({ person: h.who.people[p], share: '25%' }));
    await d.send('first', 'shares.propose', agreement, { shares });
    for (const r of await Promise.all(team.map((p) => d.try(p, 'share.confirm', agreement, {})))) accepted(r);
    assert.deepEqual([await eventsOf(agreement, 'share.confirmed'), await eventsOf(agreement, 'agreement.reached')], [4, 1]);
    assert.equal(await eventsOf(d.dividing, 'team.confirmed'), 1);
    const awards = await lookAt(h.engine.database, h.who.id, (db) =>
      db.selectFrom('award_line').where('case_id', '=', d.dividing).select('amount').execute(),
    );
    assert.deepEqual(
      awards.map((a) => a.amount),
      [1_750_000n, 1_750_000n, 1_750_000n, 1_750_000n],
    );
    await isWhole(h.url);

    await d.send('finance', 'leaders.check', d.dividing, { measures: [] });
    const [finance, legal] = [await d.step('finance', d.dividing), await d.step('legal', d.dividing)];
    const both = await Promise.all([
      d.try('finance', 'opinion.give', finance, { reviewer: 'FA', agreed: true }),
      d.try('legal', 'opinion.give', legal, { reviewer: 'LD', agreed: true }),
    ]);
    for (const r of both) accepted(r);
    assert.equal(await eventsOf(d.dividing, 'split.approved'), 1, 'the last two steps of a route at once finish it once');
    await isWhole(h.url);
  });
});

describe('who saw an older state of a case is told that somebody has acted since', () => {
  it('does the first and refuses the second of two who saw the same, and takes it from who has looked again', async () => {
    const d = await h.deal().opened();
    const pricing = await d.step('pricing');
    await d.send('tto', 'disposal.check', pricing, { stateSecret: false, nationalSecurity: false, keyCoreTechnology: false });
    const seqOf = async () => (await h.page(as('tto'), d.conversion))!.cases.find((c) => c.id === pricing)!.seq;
    const seen = await seqOf();
    const decide = (appraise: boolean, o: object) => d.try('dean', 'appraisal.decide', pricing, { appraise }, o);
    const results = await Promise.all([decide(true, { seen }), decide(false, { seen })]);
    assert.deepEqual(results.filter((r) => !r.accepted).map(refused), [['case.changed']]);
    const t = toldOnly(await changesNothing(h.url, () => decide(true, { seen })));
    assert.equal(t.zh, '在您打开页面之后，别人已经办理过本事项。请刷新后再看是否还需要办理。');
    assert.equal(t.en, 'Somebody has acted on this matter since you opened the page. Reload and see whether anything is left to do.');
    accepted(await decide(true, { seen: await seqOf() }));
    accepted(await decide(false, {})); // who does not say what he saw is not asked
    await isWhole(h.url);
  });
});

describe('many who act at once on cases of their own do not wait for a number twice', () => {
  it('numbers twelve disclosures made at the same moment 1 to 12 after the last, each once', async () => {
    const input = (n: number) => ({
      title: `同时披露${n}`,
      kind: 'device',
      summary: '测试',
      contributors: [{ person: h.who.people.first, main: true }],
      rights: [],
    });
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, n) => h.send(as('first'), 'achievement.disclose', { input: input(n) })),
    );
    const numbers = results.map((r) => Number(/(\d+)号$/.exec(accepted(r).number ?? '')?.[1])).sort((a, b) => a - b);
    assert.deepEqual(
      numbers,
      numbers.map((_, i) => numbers[0]! + i),
    );
    await isWhole(h.url);
  });
});
