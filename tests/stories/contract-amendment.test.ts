import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { AmendmentView, ContractView } from '../../packages/capabilities/contract/view.ts';
import { found } from '../../packages/capabilities/institution/founding.ts';
import { noticed, noticeHouse } from '../support/correcting.ts';
import { accepted, refused } from '../support/house.ts';
import { PlainDeal, type PlainHouse, plain } from '../support/plain.ts';
import { changesNothing, isWhole } from '../support/stored.ts';
import { tell, toldOnly } from '../support/told.ts';

let h: PlainHouse;
before(async () => {
  h = await noticeHouse();
});
after(() => h.close());

/** Its price was agreed and published. */
async function published(): Promise<PlainDeal> {
  const d = await noticed(h);
  h.today('2026-03-18');
  return await d.sign('100000.00');
}
/** Its price was listed, which no text wants published. */
async function listed(price = '100000.00', deal = h.deal()): Promise<PlainDeal> {
  h.today('2026-03-02');
  const d = await deal.priced({ method: 'listed', price });
  await d.send('legal', 'opinion.give', await d.step('countersign'), { reviewer: 'LD', agreed: true });
  await d.send('tto', 'notice.publish', await d.step('notice'), { location: '公告栏', channel: '纪检室', days: '15日' });
  h.today('2026-03-18');
  return await d.sign(price);
}
const draft = { changes: '交付期限延长三个月', effectiveOn: '2026-05-01' };
const drafted = async (d: PlainDeal, more: object = {}): Promise<string> =>
  (await d.send('tto', 'amendment.draft', await d.step('contract'), { ...draft, ...more })).case;
async function signing(d: PlainDeal, on: string) {
  return { number: '补1号', paper: await d.paper('tto', on, 'agreement', '补充协议') };
}
async function signed(d: PlainDeal, on: string): Promise<void> {
  accepted(await d.try('dean', 'amendment.sign', on, await signing(d, on)));
}
const contractOf = async (d: PlainDeal) => ((await d.page()).panels[await d.step('contract')] as ContractView).signed!;
const suggestedIncome = async (d: PlainDeal): Promise<unknown> =>
  (await d.page('finance')).mayDo[d.conversion]!.find((m) => m.command === 'income.book')!.suggestion.amount;

describe('an amendment is the next version of a contract from its own day; the version in force stays in force meanwhile', () => {
  it('leaves the contract as it is while drafted, signed and not yet in force, and is what income is expected by from its day on', async () => {
    const d = await listed();
    const on = await drafted(d, { price: '120000.00' });
    assert.deepEqual(
      (await d.page()).duties.map((x) => x.duty),
      ['amendment.sign'],
    );
    assert.deepEqual([(await contractOf(d)).price, (await contractOf(d)).versions.length], ['100000.00', 1]);
    h.today('2026-04-01');
    await signed(d, on);
    const versions = async () => (await contractOf(d)).versions.map((v) => [v.version, v.price, v.effectiveOn, v.inForce]);
    const first = [1, '100000.00', '2026-03-18'];
    assert.deepEqual(await versions(), [
      [...first, true],
      [2, '120000.00', '2026-05-01', false],
    ]);
    h.today('2026-04-30');
    assert.equal(await suggestedIncome(d), '100000.00');
    h.today('2026-05-01');
    assert.equal(await suggestedIncome(d), '120000.00');
    assert.deepEqual(await versions(), [
      [...first, false],
      [2, '120000.00', '2026-05-01', true],
    ]);
    const page = await d.page();
    const view = page.panels[on] as AmendmentView;
    assert.deepEqual(
      [view.changes, view.priceBefore, view.price, view.number, view.signedOn],
      [draft.changes, '100000.00', '120000.00', '补1号', '2026-04-01'],
    );
    assert.deepEqual(page.duties, []);
    await isWhole(h.url);
  });
  it('follows the last version: with a later day, and another price where it names one', async () => {
    const d = await listed();
    await signed(d, await drafted(d));
    const contract = await d.step('contract');
    const early = toldOnly(await changesNothing(h.url, () => d.try('tto', 'amendment.draft', contract, draft)));
    assert.deepEqual(
      [early.code, early.at, early.zh, early.en],
      [
        'amendment.not_later',
        'effectiveOn',
        '生效日2026-05-01须晚于现有版本的生效日2026-05-01。',
        'It must be in force from a day after 2026-05-01, when the version now there began; 2026-05-01 is not.',
      ],
    );
    const next = { ...draft, effectiveOn: '2026-06-01' };
    const same = toldOnly(await d.try('tto', 'amendment.draft', contract, { ...next, price: '10万' }));
    assert.deepEqual(
      [same.code, same.at, same.zh, same.en],
      [
        'amendment.same_price',
        'price',
        '合同金额现在就是100000.00元；金额不变的，不填这一项。',
        'The contract amount is 100000.00 already; leave it empty where it stays.',
      ],
    );
    await signed(d, await drafted(d, { effectiveOn: '2026-06-01', price: '110000.00' }));
    assert.deepEqual(
      (await contractOf(d)).versions.map((v) => v.price),
      ['100000.00', '100000.00', '110000.00'],
    );
  });
  it('begins with a signed contract, and one at a time; a conversion does not end beside one that is only drafted', async () => {
    h.today('2026-03-02');
    const unsigned = await noticed(h);
    const t = toldOnly(await unsigned.try('tto', 'amendment.draft', await unsigned.step('contract'), draft));
    assert.deepEqual(
      [t.code, t.zh, t.en],
      [
        'amendment.unsigned',
        '合同还没有签订，要改的请直接写进合同。',
        'The contract is not signed yet: write what is to be changed into it.',
      ],
    );
    const d = await listed();
    const on = await drafted(d);
    const second = toldOnly(await d.try('tto', 'amendment.draft', await d.step('contract'), { ...draft, effectiveOn: '2026-06-01' }));
    assert.deepEqual(
      [second.code, second.zh, second.en],
      [
        'amendment.under_way',
        '已有一份补充协议尚未签订，请先签订或者不再变更。',
        'An amendment is drafted and not signed yet: sign it, or drop it.',
      ],
    );
    assert.deepEqual(refused(await d.try('tto', 'conversion.close', d.conversion, {})), ['conversion.still_running']);
    accepted(await d.try('tto', 'amendment.drop', on, { reason: '双方未谈成' }));
    assert.deepEqual([(await contractOf(d)).versions.length, (await d.page()).duties], [1, []]);
    await signed(d, await drafted(d));
    accepted(await d.try('tto', 'conversion.close', d.conversion, {}));
    await isWhole(h.url);
  });
  it('is drafted by the transfer office and signed by whoever signs contracts', async () => {
    const d = await listed();
    const contract = await d.step('contract');
    const offered = async (login: string) => (await d.page(login)).mayDo[contract]?.map((m) => m.command) ?? [];
    assert.ok((await offered('tto')).includes('amendment.draft') && !(await offered('finance')).includes('amendment.draft'));
    assert.deepEqual(refused(await d.try('finance', 'amendment.draft', contract, draft)), ['may.not']);
    const on = await drafted(d);
    assert.deepEqual(refused(await d.try('tto', 'amendment.sign', on, await signing(d, on))), ['may.not']);
  });
});

describe('通过协议定价的，应当公示科技成果名称和拟交易价格 (转化法第十八条、004第十条)', () => {
  it('does not let an amendment change a price behind the notice that showed it; signed elsewhere it stands with a finding', async () => {
    const d = await published();
    const contract = await d.step('contract');
    const answer = accepted(await d.try('tto', 'amendment.draft', contract, { ...draft, price: '90000.00' }));
    const [warned] = tell(answer.warnings);
    assert.equal(warned?.code, 'amendment.price_unpublished');
    const on = answer.case;
    const sign = await signing(d, on);
    const t = toldOnly(await changesNothing(h.url, () => d.try('dean', 'amendment.sign', on, sign)));
    assert.deepEqual(
      [t.code, t.zh],
      [
        'amendment.price_unpublished',
        '协议定价的价格须经公示，补充协议把合同金额改为90000.00元，没有公示过。请按规定公示新的价格，留存公示材料后代录。',
      ],
    );
    assert.ok(t.clauses.includes('cn-conversion-law:18.s2') && t.clauses.includes('004:10.p1.s2'), t.clauses.join());
    const recorded = { decidedBy: '院长', on: '2026-03-18', paper: sign.paper };
    const stands = accepted(await d.try('tto', 'amendment.sign', on, sign, { recorded }));
    assert.deepEqual(stands.findings, ['amendment.price_unpublished']);
    assert.equal((await contractOf(d)).versions.at(-1)?.price, '90000.00');
    await isWhole(h.url);
  });
  it('asks nothing of one that leaves the price', async () => {
    const d = await published();
    await signed(d, await drafted(d));
    assert.equal((await contractOf(d)).versions.length, 2);
  });
});

describe('001 5.1.3 b)：涉及重大资金的协议，应委托第三方律师事务所进行合规性审核', () => {
  it('is asked again of the amount that an amendment raises the contract to', async () => {
    const who = await found(h.engine, {
      ...plain,
      title: '采用001的医院',
      short: '采用001',
      adoptions: [...plain.adoptions, { text: '001', from: '2025-01-01', basis: '合作意向书' }],
    });
    const d = await listed('9000000.00', new PlainDeal(h, who));
    const below = await drafted(d, { price: '9999999.99' });
    await signed(d, below);
    const on = await drafted(d, { price: '10000000.00', effectiveOn: '2026-06-01' });
    const sign = await signing(d, on);
    const t = toldOnly(await changesNothing(h.url, () => d.try('dean', 'amendment.sign', on, sign)));
    assert.deepEqual([t.code, t.clauses], ['contract.law_firm_missing', ['001:5.1.3.b']]);
    const recorded = { decidedBy: '院长', on: '2026-03-18', paper: sign.paper };
    assert.deepEqual(accepted(await d.try('tto', 'amendment.sign', on, sign, { recorded })).findings, ['contract.law_firm_missing']);
  });
});
