import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { lookAt } from '../../packages/engine/database.ts';
import { accepted, anotherId, refused } from '../support/house.ts';
import { plainPack } from '../support/packs.ts';
import { type PlainDeal, type PlainHouse, plain, plainHouse } from '../support/plain.ts';
import { changesNothing, isWhole } from '../support/stored.ts';
import { toldOnly } from '../support/told.ts';

const steps = `
          disclosure: { title: 成果披露, does: disclosure }
          pricing: { title: 定价, does: pricing, after: [disclosure] }
          countersign: { title: 会签, does: review-route, after: [pricing], with: { reviewers: [LD] } }
          notice: { title: 院内公示, does: public-notice, after: [pricing], with: { about: price, place: in-unit } }
          contract: { title: 签订合同, does: contract, after: [countersign, notice] }`;

let h: PlainHouse;
before(async () => {
  const founding = { ...plain, adoptions: [...plain.adoptions, { text: 'gf-2016-16', from: '2016-02-26', basis: '同上' }] };
  h = await plainHouse({ founding, packs: plainPack({ steps }) });
});
after(() => h.close());

const notice = { location: '公告栏', channel: '纪检室' };
const pageOf = async (d: PlainDeal) => (await h.page(d.who.as('tto'), d.conversion))!;
type Target = { readonly on: string; readonly table: string; readonly row: string; readonly field: string };
const ask = (d: PlainDeal, t: Target, value: string, login = 'tto') => {
  const { on, ...target } = t;
  return d.try(login, 'correction.ask', on, { ...target, value, reason: '原来记错' });
};
async function asked(d: PlainDeal, t: Target, value: string): Promise<string> {
  accepted(await ask(d, t, value));
  const { id } = await lookAt(h.engine.database, h.who.id, (db) =>
    db.selectFrom('correction').where('case_id', '=', t.on).orderBy('id', 'desc').limit(1).select('id').executeTakeFirstOrThrow(),
  );
  return id;
}
const decide = (d: PlainDeal, t: Target, correction: string, approve: boolean, login = 'audit') =>
  d.try(login, 'correction.decide', t.on, { correction, approve });
const corrected = async (d: PlainDeal, t: Target, value: string) => accepted(await decide(d, t, await asked(d, t, value), true));

const priceOf = async (d: PlainDeal): Promise<Target> => {
  const on = await d.step('pricing');
  return { on, table: 'pricing', row: on, field: 'price' };
};
async function noticed(price = '100000.00'): Promise<PlainDeal> {
  h.today('2026-03-02');
  const d = await h.deal().priced({ method: 'agreed', price });
  await d.send('legal', 'opinion.give', await d.step('countersign'), { reviewer: 'LD', agreed: true });
  await d.send('tto', 'notice.publish', await d.step('notice'), notice);
  return d;
}

describe('更正: a value is asked to be corrected, and a second person approves', () => {
  it('leaves the value as it is until somebody else has approved, and keeps the old one for good', async () => {
    const d = await noticed();
    const t = await priceOf(d);
    const correction = await asked(d, t, '120000.00');
    const price = async () => ((await pageOf(d)).panels[t.on] as { price: string }).price;
    assert.equal(await price(), '100000.00');
    accepted(await decide(d, t, correction, true));
    assert.equal(await price(), '120000.00');
    const [kept] = (await pageOf(d)).corrections;
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
    const d = await noticed();
    const t = await priceOf(d);
    const correction = await asked(d, t, '120000.00');
    const told = toldOnly(await changesNothing(h.url, () => decide(d, t, correction, true, 'tto')));
    assert.deepEqual(
      [told.code, told.zh, told.en],
      [
        'correction.same_person',
        '申请更正的人不能自己批准，请由另一人审批。',
        'Who asks for a correction does not approve it. Let another person decide.',
      ],
    );
    assert.deepEqual(refused(await decide(d, t, correction, false, 'tto')), ['correction.same_person']);
    assert.deepEqual(refused(await decide(d, t, correction, true, 'legal')), ['may.not']);
    accepted(await decide(d, t, correction, true, 'finance'));
  });
  it('declined, leaves everything as it was', async () => {
    const d = await noticed();
    const t = await priceOf(d);
    const before = await pageOf(d);
    accepted(await decide(d, t, await asked(d, t, '120000.00'), false));
    const page = await pageOf(d);
    assert.deepEqual(
      [page.steps, page.documents, page.duties, page.panels],
      [before.steps, before.documents, before.duties, before.panels],
    );
    assert.equal(page.corrections[0]?.state, 'declined');
    const again = toldOnly(await changesNothing(h.url, () => decide(d, t, page.corrections[0]!.id, true)));
    assert.deepEqual(
      [again.code, again.zh, again.en],
      ['correction.already_decided', '这项更正已有结论。', 'This correction is decided already.'],
    );
  });
  it('refuses a field that is not for correcting, a row of another case, and the value that it is', async () => {
    const d = await noticed();
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
  it('is overtaken where another correction of the same value was approved since', async () => {
    const d = await noticed();
    const t = await priceOf(d);
    const [one, two] = [await asked(d, t, '120000.00'), await asked(d, t, '130000.00')];
    accepted(await decide(d, t, one, true));
    const told = toldOnly(await changesNothing(h.url, () => decide(d, t, two, true)));
    assert.deepEqual(
      [told.code, told.zh],
      ['correction.overtaken', '申请更正以后，这一项已从“100000.00”改为“120000.00”。请按现在的值重新申请。'],
    );
    assert.match(told.en, /the value has become 120000\.00 \(it was 100000\.00\)/);
  });
});

describe('what depends on a corrected value is superseded, and a running notice restarts', () => {
  it('withdraws the running notice of a price that was wrong: a new one runs its full days, and only then is signed', async () => {
    const d = await noticed();
    const first = await d.step('notice');
    h.today('2026-03-10');
    await corrected(d, await priceOf(d), '120000.00');
    const page = await pageOf(d);
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
    const panel = (await pageOf(d)).panels[second] as { contents: { price: string }; lastDay: string };
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
    const d = await noticed();
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

type Line = { readonly id: string; readonly account: string; readonly amount: bigint; readonly reverses: string | null };
const linesOf = (d: PlainDeal): Promise<Line[]> =>
  lookAt(h.engine.database, h.who.id, async (db) =>
    (
      await db
        .selectFrom('ledger_entry as l')
        .innerJoin('case_file as c', 'c.id', 'l.case_id')
        .where('c.root_id', '=', d.conversion)
        .orderBy('l.id')
        .select(['l.id', 'l.account', 'l.debit', 'l.credit', 'l.reverses'])
        .execute()
    ).map((l) => ({ id: l.id, account: l.account, amount: l.debit - l.credit, reverses: l.reverses })),
  );
const balances = (lines: readonly Line[]): Record<string, bigint> => {
  const sums: Record<string, bigint> = {};
  for (const l of lines) sums[l.account] = (sums[l.account] ?? 0n) + l.amount;
  return sums;
};

describe('money that was booked is corrected by reversing entries alone', () => {
  const shares = { contributors: '70%', tto: '10%', 'tto-staff': '3%' };
  const costs = [{ kind: 'taxes', amount: '10000.00' }];
  const receiptOf = async (d: PlainDeal, field = 'amount'): Promise<Target> => {
    const { id: row } = await lookAt(h.engine.database, h.who.id, (db) =>
      db.selectFrom('receipt').where('case_id', '=', d.receipt).select('id').executeTakeFirstOrThrow(),
    );
    return { on: d.receipt, table: 'receipt', row, field };
  };
  async function contracted(): Promise<PlainDeal> {
    const d = await noticed('110000.00');
    h.today('2026-03-18');
    await d.sign('110000.00');
    return d;
  }
  /** A deal whose money was booked wrongly, driven to each stage that a distribution knows. */
  const stages: readonly (readonly [state: string, drive: (d: PlainDeal) => Promise<unknown>])[] = [
    ['computed', async () => undefined],
    ['proposed', async (d) => accepted(await d.propose(shares))],
    [
      'confirmed',
      async (d) => {
        accepted(await d.propose(shares));
        await d.confirmed({ first: '100%' });
      },
    ],
    [
      'deciding',
      async (d) => {
        accepted(await d.propose(shares));
        await d.confirmed({ first: '100%' });
        await d.send('finance', 'leaders.check', d.dividing, { measures: [] });
      },
    ],
    [
      'approved',
      async (d) => {
        await stages[3]![1](d);
        await d.send('finance', 'opinion.give', await d.step('finance', d.dividing), { reviewer: 'FA', agreed: true });
      },
    ],
    [
      'handed-over',
      async (d) => {
        await stages[4]![1](d);
        await d.send('finance', 'award.hand-over', d.dividing, {});
      },
    ],
    [
      'correcting',
      async (d) => {
        await stages[5]![1](d);
        await corrected(d, await receiptOf(d), '90000.00');
      },
    ],
  ];
  const stateOf = async (d: PlainDeal) => (await pageOf(d)).cases.find((c) => c.id === d.dividing)?.state;
  let right: Record<string, bigint>;
  before(async () => {
    const d = await (await contracted()).income('110000.00', costs);
    accepted(await d.propose(shares));
    await d.handedOver();
    right = balances(await linesOf(d));
    assert.deepEqual(right, {
      bank: 11_000_000n,
      'conversion-income': 0n,
      'conversion-costs': -1_000_000n,
      payroll: -7_000_000n,
      'unit-funds': -3_000_000n,
    });
  });

  for (const [state, drive] of stages) {
    it(`comes to the books of a deal that was right from the start where an error is found while ${state}`, async () => {
      const d = await (await contracted()).income('101000.00', costs);
      await drive(d);
      assert.equal(await stateOf(d), state);
      const before = await linesOf(d);
      await corrected(d, await receiptOf(d), '110000.00');
      assert.equal(await stateOf(d), 'correcting');
      const owed = (await pageOf(d)).duties.map((x) => x.duty);
      assert.deepEqual(owed, ['net.compute'], 'what comes next is owed, once, and nothing else');
      await d.send('finance', 'net.compute', d.receipt, { deductions: costs });
      assert.equal(await stateOf(d), 'computed');
      accepted(await d.propose(shares));
      await d.handedOver();

      const after = await linesOf(d);
      assert.deepEqual(balances(after), right);
      for (const line of before)
        assert.deepEqual(
          after.find((l) => l.id === line.id),
          line,
          'no line is ever changed',
        );
      for (const line of after.filter((l) => l.reverses !== null)) {
        const one = after.find((l) => l.id === line.reverses)!;
        assert.deepEqual([line.account, line.amount, one.reverses], [one.account, -one.amount, null]);
      }
      const reversed = after.flatMap((l) => l.reverses ?? []);
      assert.equal(new Set(reversed).size, reversed.length, 'a line is reversed once');
      const page = await pageOf(d);
      assert.deepEqual(page.documents.filter((x) => x.kind === 'payroll-list' && x.state === 'issued').length, 1);
      assert.deepEqual(page.duties, []);
      await isWhole(h.url);
    });
  }
  it('books anew what was booked wrongly before net income was computed', async () => {
    const d = await contracted();
    const booked = await d.send('finance', 'income.book', d.conversion, {
      amount: '101000.00',
      receivedOn: '2026-03-18',
      bookedTo: 'unit',
      budgetLine: '收入',
    });
    d.receipt = booked.case;
    const t = await receiptOf(d);
    await corrected(d, t, '100000.00');
    await corrected(d, t, '110000.00');
    assert.deepEqual(balances(await linesOf(d)), { bank: 11_000_000n, 'conversion-income': -11_000_000n });
    assert.equal((await linesOf(d)).length, 10);
    assert.deepEqual(
      (await pageOf(d)).duties.map((x) => x.duty),
      ['net.compute'],
    );
  });
  it('dates the money anew where the day of receipt was wrong, to the same amounts', async () => {
    const d = await (await contracted()).income('110000.00', costs);
    accepted(await d.propose(shares));
    await d.handedOver();
    await corrected(d, await receiptOf(d, 'received_on'), '2026-03-17');
    await d.send('finance', 'net.compute', d.receipt, { deductions: costs });
    accepted(await d.propose(shares));
    await d.handedOver();
    assert.deepEqual(balances(await linesOf(d)), right);
    const panel = (await pageOf(d)).panels[d.receipt] as { receivedOn: string };
    assert.equal(panel.receivedOn, '2026-03-17');
  });
  it('withdraws a proposal that the team has confirmed, and one that was refused, without a booking', async () => {
    const d = await (await contracted()).income('110000.00', costs);
    accepted(await d.propose(shares));
    await d.confirmed({ first: '100%' });
    accepted(await d.try('tto', 'split.withdraw', d.dividing, { reason: '重拟' }));
    assert.deepEqual(
      (await pageOf(d)).duties.map((x) => x.duty),
      ['split.propose'],
    );
    accepted(await d.propose(shares));
    await d.confirmed({ first: '100%' });
    await d.send('finance', 'leaders.check', d.dividing, { measures: [] });
    const step = await d.step('finance', d.dividing);
    accepted(await d.try('finance', 'opinion.give', step, { reviewer: 'FA', agreed: false, words: '依据不足' }));
    assert.equal(await stateOf(d), 'computed');
    assert.deepEqual(
      (await pageOf(d)).duties.map((x) => x.duty),
      ['split.propose'],
    );
    accepted(await d.propose(shares));
    await d.handedOver();
    assert.deepEqual(balances(await linesOf(d)), right);
    assert.deepEqual((await pageOf(d)).duties, []);
  });
});
