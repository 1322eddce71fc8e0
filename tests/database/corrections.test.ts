import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { lookAt } from '../../packages/engine/database.ts';
import { ask, asked, corrected, decide, notice, noticed, noticeHouse, priceOf, receiptOf } from '../support/correcting.ts';
import { accepted, anotherId, refused } from '../support/house.ts';
import type { PlainHouse } from '../support/plain.ts';
import { changesNothing, isWhole } from '../support/stored.ts';
import { toldOnly } from '../support/told.ts';

let h: PlainHouse;
before(async () => {
  h = await noticeHouse();
});
after(() => h.close());

describe('更正: a value is asked to be corrected, and a second person approves', () => {
  it('leaves the value as it is until somebody else has approved, and keeps the old one for good', async () => {
    const d = await noticed(h);
    const t = await priceOf(d);
    const correction = await asked(d, t, '120000.00');
    const price = async () => ((await d.page()).panels[t.on] as { price: string }).price;
    assert.equal(await price(), '100000.00');
    accepted(await decide(d, t, correction, { approve: true }));
    assert.equal(await price(), '120000.00');
    const [kept] = (await d.page()).corrections;
    assert.deepEqual(
      [kept?.old, kept?.new, kept?.reason, kept?.state, kept?.askedBy, kept?.decidedBy, kept?.askedOn, kept?.decidedOn],
      ['100000.00', '120000.00', '原来记错', 'approved', '技术经理人', '纪检监察员', '2026-03-02', '2026-03-02'],
    );
    const bodies = await lookAt(h.engine.database, h.who.id, (db) =>
      db
        .selectFrom('event')
        .where('stream_id', '=', t.on)
        .where('type', 'in', ['price.set', 'record.corrected'])
        .orderBy('seq')
        .select('body')
        .execute(),
    );
    assert.match(bodies[0]!.body, /"price":"100000\.00"/);
    assert.match(bodies[1]!.body, /"new":"120000\.00","old":"100000\.00"/);
    await isWhole(h.url);
  });
  it('is not approved by who asked for it', async () => {
    const d = await noticed(h);
    const t = await priceOf(d);
    const correction = await asked(d, t, '120000.00');
    const told = toldOnly(await changesNothing(h.url, () => decide(d, t, correction, { approve: true, by: 'tto' })));
    assert.deepEqual(
      [told.code, told.zh, told.en],
      [
        'correction.same_person',
        '申请更正的人不能自己批准，请由另一人审批。',
        'Who asks for a correction does not approve it. Let another person decide.',
      ],
    );
    assert.deepEqual(refused(await decide(d, t, correction, { approve: false, by: 'tto' })), ['correction.same_person']);
    assert.deepEqual(refused(await decide(d, t, correction, { approve: true, by: 'legal' })), ['may.not']);
    accepted(await decide(d, t, correction, { approve: true, by: 'finance' }));
  });
  it('declined, leaves everything as it was', async () => {
    const d = await noticed(h);
    const t = await priceOf(d);
    const before = await d.page();
    accepted(await decide(d, t, await asked(d, t, '120000.00'), { approve: false }));
    const page = await d.page();
    assert.deepEqual(
      [page.steps, page.documents, page.duties, page.panels],
      [before.steps, before.documents, before.duties, before.panels],
    );
    assert.equal(page.corrections[0]?.state, 'declined');
    const again = toldOnly(await changesNothing(h.url, () => decide(d, t, page.corrections[0]!.id, { approve: true })));
    assert.deepEqual(
      [again.code, again.zh, again.en],
      ['correction.already_decided', '这项更正已有结论。', 'This correction is decided already.'],
    );
  });
  it('refuses a field that is not for correcting, a row of another case, and the value that it is', async () => {
    const d = await noticed(h);
    const t = await priceOf(d);
    for (const other of [
      { ...t, field: 'method' },
      { ...t, table: 'person' },
      { ...t, table: 'pricing; drop table event' },
      { ...t, row: anotherId() },
      { ...t, row: 'x' },
      { ...t, on: d.conversion },
    ]) {
      const told = toldOnly(await changesNothing(h.url, () => ask(d, other, '1.00')));
      assert.deepEqual([told.code, told.at, told.zh], ['correction.not_correctable', 'field', '这一项不能更正。']);
    }
    const same = toldOnly(await changesNothing(h.url, () => ask(d, t, '10万')));
    assert.deepEqual(
      [same.code, same.at, same.zh, same.en],
      ['correction.no_change', 'value', '新值与原值相同。', 'The new value is the old one.'],
    );
  });
  it('refuses as the corrected value what cannot be a fact: money of nothing, money that has not come yet', async () => {
    const d = await noticed(h);
    h.today('2026-03-18');
    await d.sign('100000.00');
    await d.income('100000.00');
    const amount = toldOnly(await changesNothing(h.url, async () => ask(d, await receiptOf(d), '0')));
    assert.deepEqual([amount.code, amount.at, amount.zh, amount.en], ['income.nothing', 'value', '到账金额不能是零。', 'Nothing came in.']);
    const day = toldOnly(await changesNothing(h.url, async () => ask(d, await receiptOf(d, 'received_on'), '2026-03-19')));
    assert.deepEqual([day.code, day.at, day.zh], ['income.later', 'value', '到账日期不能晚于今天。']);
  });
  it('is overtaken where another correction of the same value was approved since', async () => {
    const d = await noticed(h);
    const t = await priceOf(d);
    const [one, two] = [await asked(d, t, '120000.00'), await asked(d, t, '130000.00')];
    accepted(await decide(d, t, one, { approve: true }));
    const told = toldOnly(await changesNothing(h.url, () => decide(d, t, two, { approve: true })));
    assert.deepEqual(
      [told.code, told.zh],
      ['correction.overtaken', '申请更正以后，这一项已从“100000.00”改为“120000.00”。请按现在的值重新申请。'],
    );
    assert.match(told.en, /the value has become 120000\.00 \(it was 100000\.00\)/);
  });
});

describe('what depends on a corrected value is superseded, and a running notice restarts', () => {
  it('withdraws the running notice of a price that was wrong: a new one runs its full days, and only then is signed', async () => {
    const d = await noticed(h);
    const first = await d.step('notice');
    h.today('2026-03-10');
    await corrected(d, await priceOf(d), '120000.00');
    const page = await d.page();
    assert.deepEqual(
      page.steps.filter((s) => s.case_id === d.conversion).map((s) => `${s.step} ${s.state} ${s.attempt}`),
      ['disclosure done 1', 'pricing done 1', 'countersign open 2', 'notice open 2', 'contract open 2'],
    );
    assert.deepEqual(
      page.documents.filter((x) => x.kind === 'price-notice').map((x) => x.state),
      ['superseded'],
    );
    h.today('2026-03-18'); // the first notice’s days would have run out
    const second = await d.step('notice');
    assert.notEqual(second, first);
    assert.deepEqual(refused(await d.try('audit', 'objection.receive', first, objection('2026-03-18'))), ['case.withdrawn']);
    await d.send('tto', 'notice.publish', second, notice);
    await d.send('legal', 'opinion.give', await d.step('countersign'), { reviewer: 'LD', agreed: true });
    const contract = await d.step('contract');
    const paper = await d.paper('tto', contract, 'agreement', '合同');
    h.today('2026-04-02');
    const early = await d.try('dean', 'contract.sign', contract, { title: '合同', price: '120000.00', paper });
    assert.deepEqual(refused(early), ['step.before', 'contract.notice_running']);
    h.today('2026-04-03');
    accepted(await d.try('dean', 'contract.sign', contract, { title: '合同', price: '120000.00', paper }));
    const panel = (await d.page()).panels[second] as { contents: { price: string }; lastDay: string };
    assert.deepEqual([panel.contents.price, panel.lastDay], ['120000.00', '2026-04-02']);
    await isWhole(h.url);
  });
  const objection = (receivedOn: string) => ({
    channel: 'letter',
    receivedOn,
    content: '价格偏低',
    anonymous: true,
    handler: h.who.people.audit,
  });

  it('refuses to sign under a title that the notice did not show, until it is published anew', async () => {
    const d = await noticed(h);
    const record = await d.step('disclosure');
    const { id: row } = await lookAt(h.engine.database, h.who.id, (db) =>
      db.selectFrom('achievement').where('case_id', '=', record).select('id').executeTakeFirstOrThrow(),
    );
    h.today('2026-03-20');
    await corrected(d, { on: record, table: 'achievement', row, field: 'title' }, '可降解封堵器');
    const documents = (await h.page(d.who.as('tto'), record))!.documents;
    assert.deepEqual(
      documents.map((x) => `${x.kind} ${x.state}`),
      ['disclosure-form superseded'],
    );
    const contract = await d.step('contract');
    const paper = await d.paper('tto', contract, 'agreement', '合同');
    const input = { title: '合同', price: '100000.00', paper };
    const told = toldOnly(await changesNothing(h.url, () => d.try('dean', 'contract.sign', contract, input)));
    assert.deepEqual(
      [told.code, told.clauses, told.zh],
      [
        'contract.notice_outdated',
        ['cn-conversion-law:18.s2', '004:10.p1.s2'],
        '在“本单位”公示的成果名称（封堵器）已经更正为可降解封堵器。请退回公示，按现在的名称重新公示。',
      ],
    );
    await d.send('tto', 'conversion.return', d.conversion, { step: 'notice', reason: '名称已更正' });
    await d.send('tto', 'notice.publish', await d.step('notice'), notice);
    h.today('2026-04-05');
    const again = await d.step('contract');
    const signed = await d.paper('tto', again, 'agreement', '合同');
    accepted(await d.try('dean', 'contract.sign', again, { ...input, paper: signed }));
  });
});
