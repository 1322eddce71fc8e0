import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { statusOf } from '../../apps/server/problem.ts';
import type { ContractView } from '../../packages/capabilities/contract/view.ts';
import { found } from '../../packages/capabilities/institution/founding.ts';
import type { PricingView } from '../../packages/capabilities/pricing/view.ts';
import type { Ask, Result } from '../../packages/engine/ask.ts';
import { accepted, clausesOf, refused } from '../support/house.ts';
import { clear, PlainDeal, type PlainHouse, plain, plainHouse } from '../support/plain.ts';
import { isWhole } from '../support/stored.ts';

let h: PlainHouse;
before(async () => {
  h = await plainHouse();
});
after(() => h.close());

const price = { method: 'listed', price: '1000000.00', grounds: '挂牌成交' };
const dutiesOf = async (d: PlainDeal): Promise<(string | null)[]> => (await d.page()).duties.map((x) => x.duty);

describe('004 第九条第一款：除涉及国家秘密、国家安全和关键核心技术外，不需审批或者备案', () => {
  it('asks for no approval where none of the three is touched [R4-020]', async () => {
    const d = await h.deal().opened();
    const pricing = await d.step('pricing');
    const result = accepted(await d.try('tto', 'disposal.check', pricing, clear));
    assert.deepEqual(
      result.events.map((e) => e.type),
      ['disposal.cleared'],
    );
    assert.equal(await d.state(pricing), 'open');
    assert.ok(!(await dutiesOf(d)).includes('disposal.approve'));
  });

  for (const flag of ['stateSecret', 'nationalSecurity', 'keyCoreTechnology'] as const) {
    it(`blocks disposal where ${flag} is true, until the approval is attached [R4-020]`, async () => {
      const d = await h.deal().opened();
      const pricing = await d.step('pricing');
      accepted(await d.try('tto', 'disposal.check', pricing, { ...clear, [flag]: true }));
      assert.equal(await d.state(pricing), 'blocked');
      assert.ok((await dutiesOf(d)).includes('disposal.approve'));
      assert.deepEqual(refused(await d.try('tto', 'price.set', pricing, price)), ['chart.no_place']);
      const without = await d.try('dean', 'disposal.approve', pricing, {});
      assert.deepEqual(refused(without), ['field.required']);
      const approval = await d.paper('tto', pricing, 'scan', '主管部门批复');
      accepted(await d.try('dean', 'disposal.approve', pricing, { approval }));
      assert.equal(await d.state(pricing), 'open');
    });
  }
});

describe('004 第九条第一款：涉及关键核心技术的按有关规定执行；001 5.1.3 b)：涉及核心技术的协议，应委托第三方律师事务所进行合规性审核', () => {
  let who: PlainDeal['who'];
  before(async () => {
    who = await found(h.engine, {
      ...plain,
      title: '采用001的医院',
      short: '采用001',
      people: { ...plain.people, lawyer: { name: '外聘律师', unit: '律师事务所', roles: ['LF'] } },
      adoptions: [...plain.adoptions, { text: '001', from: '2025-01-01', basis: '合作意向书' }],
    });
  });
  const at = (): PlainDeal => new PlainDeal(h, who);
  const view = async (d: PlainDeal): Promise<ContractView> =>
    (await h.page(who.as('tto'), d.conversion))!.panels[await d.step('contract')] as ContractView;
  async function sign(d: PlainDeal, amount: string, more: Partial<Ask> = {}): Promise<Result> {
    const contract = await d.step('contract');
    const paper = await d.paper('tto', contract, 'agreement', '合同');
    return d.try('dean', 'contract.sign', contract, { title: '转让合同', price: amount, paper }, more);
  }
  const commission = async (d: PlainDeal) => d.try('tto', 'law-firm.commission', await d.step('contract'), {});
  const lawyer = async (d: PlainDeal, said: object) =>
    d.try('lawyer', 'opinion.give', await d.child('review-route'), { reviewer: 'LF', ...said });
  /** Checked, appraised or not, and priced at 100,000: the least that a law firm would be asked about is 10,000,000. */
  async function pricedAt(amount: string, keyCoreTechnology: boolean): Promise<PlainDeal> {
    const d = await at().opened();
    const on = await d.step('pricing');
    await d.send('tto', 'disposal.check', on, { ...clear, keyCoreTechnology });
    if (keyCoreTechnology) await d.send('dean', 'disposal.approve', on, { approval: await d.paper('tto', on, 'scan', '主管部门批复') });
    await d.send('dean', 'appraisal.decide', on, { appraise: false });
    await d.send('tto', 'price.set', on, { ...price, price: amount });
    return d;
  }
  const core = { triggers: ['core-technology'], clauses: ['001:5.1.3.b'], state: 'none' } as const;

  it('blocks the disposal of key core technology without approval, and flags its contract from then on [R4-021]', async () => {
    const d = await at().opened();
    const on = await d.step('pricing');
    assert.deepEqual(await view(d), { signed: null, coreTechnology: false, lawFirm: null });
    await d.send('tto', 'disposal.check', on, { ...clear, keyCoreTechnology: true });
    assert.deepEqual(refused(await d.try('tto', 'price.set', on, price)), ['chart.no_place']);
    assert.deepEqual(await view(d), { signed: null, coreTechnology: true, lawFirm: core });
  });
  it('signs a contract of 100,000 on key core technology only once a law firm has cleared it [R4-021]', async () => {
    const d = await pricedAt('100000.00', true);
    const early = await sign(d, '100000.00');
    assert.deepEqual([refused(early), clausesOf(early)], [['contract.law_firm_missing'], ['001:5.1.3.b']]);
    assert.deepEqual(!early.accepted && early.refusals[0]!.facts, { trigger: ['core-technology'] });
    const may = (await h.page(who.as('dean'), d.conversion))!.mayDo[await d.step('contract')]!;
    assert.deepEqual(
      may.find((m) => m.command === 'contract.sign')!.refusals.map((r) => r.refused),
      ['contract.law_firm_missing'],
    );
    accepted(await commission(d));
    assert.deepEqual(refused(await commission(d)), ['law_firm.asked_already']);
    assert.deepEqual(refused(await sign(d, '100000.00')), ['contract.law_firm_missing']);
    assert.equal((await view(d)).lawFirm?.state, 'asked');
    accepted(await lawyer(d, { agreed: false, words: '技术范围未界定' }));
    assert.deepEqual(refused(await sign(d, '100000.00')), ['contract.law_firm_missing']);
    accepted(await commission(d));
    accepted(await lawyer(d, { agreed: true }));
    accepted(await sign(d, '100000.00'));
    const after = await view(d);
    assert.deepEqual([after.signed?.price, after.coreTechnology, after.lawFirm?.state], ['100000.00', true, 'cleared']);
    const flagged = await h.see(who.as('tto'), (db) =>
      db.selectFrom('agreement').where('conversion_id', '=', d.conversion).select('core_technology').executeTakeFirstOrThrow(),
    );
    assert.equal(flagged.core_technology, true);
  });
  it('asks no law firm about any other contract of 100,000 [R4-021]', async () => {
    const d = await pricedAt('100000.00', false);
    assert.deepEqual(refused(await commission(d)), ['law_firm.not_needed']);
    accepted(await sign(d, '100000.00'));
  });
  it('asks one about ten million and not about a fen less; signed on paper without it, that stands with a finding', async () => {
    const less = await pricedAt('9999999.99', false);
    accepted(await sign(less, '9999999.99'));
    const d = await pricedAt('10000000.00', false);
    assert.deepEqual(refused(await sign(d, '10000000.00')), ['contract.law_firm_missing']);
    accepted(await commission(d));
    const review = await d.child('review-route');
    const recorded = { decidedBy: '院长', on: '2026-03-02', paper: await d.paper('tto', d.conversion, 'agreement', '合同') };
    const contract = await d.step('contract');
    const input = { title: '转让合同', price: '10000000.00', paper: recorded.paper };
    const stands = accepted(await d.try('tto', 'contract.sign', contract, input, { recorded }));
    assert.deepEqual(stands.findings, ['contract.law_firm_missing']);
    const page = (await h.page(who.as('tto'), d.conversion))!;
    assert.equal(page.cases.find((c) => c.id === review)!.withdrawn, true, 'what is signed waits for no review');
    await isWhole(h.url);
  });
});

describe('004 第十条第一款：通过协议定价、在技术交易市场挂牌交易、拍卖等方式确定价格', () => {
  const pricing = async (): Promise<{ d: PlainDeal; on: string }> => {
    const d = await h.deal().opened();
    const on = await d.step('pricing');
    await d.send('tto', 'disposal.check', on, clear);
    await d.send('dean', 'appraisal.decide', on, { appraise: false });
    return { d, on };
  };

  it('refuses a price without one of the three ways [R4-023]', async () => {
    const { d, on } = await pricing();
    const { method: _, ...rest } = price;
    const without = await d.try('tto', 'price.set', on, rest);
    const guessed = await d.try('tto', 'price.set', on, { ...price, method: 'guess' });
    assert.deepEqual([refused(without), refused(guessed)], [['field.required'], ['choice.not_offered']]);
    for (const result of [without, guessed]) {
      assert.deepEqual(!result.accepted && result.refusals[0]?.at, ['method']);
      assert.equal(statusOf(refused(result)[0]!), 422);
    }
  });
  it('takes another way (等方式) only with its reason [R4-023]', async () => {
    const { d, on } = await pricing();
    const result = await d.try('tto', 'price.set', on, { ...price, method: 'other' });
    assert.deepEqual(refused(result), ['price.reason_missing']);
    assert.equal(statusOf('price.reason_missing'), 422);
    assert.deepEqual(!result.accepted && result.refusals[0]?.clause, ['cn-conversion-law:18.s1', '004:10.p1.s1']);
    accepted(await d.try('tto', 'price.set', on, { ...price, method: 'other', reason: '公开招标' }));
  });
  for (const method of ['agreed', 'listed', 'auction']) {
    it(`takes ${method} without more [R4-023]`, async () => {
      const { d, on } = await pricing();
      accepted(await d.try('tto', 'price.set', on, { ...price, method }));
    });
  }
});

describe('004 第十条第一款：协议定价的，应当在本单位公示科技成果名称和拟交易价格', () => {
  const signing = async (d: PlainDeal): Promise<string[]> => {
    const contract = await d.step('contract');
    const paper = await d.paper('tto', contract, 'agreement', '合同');
    const result = await d.try('dean', 'contract.sign', contract, { title: '转让合同', price: '1000000.00', paper });
    if (result.accepted) return [];
    for (const r of result.refusals) assert.deepEqual(r.clause, ['cn-conversion-law:18.s2', '004:10.p1.s2']);
    return result.refusals.map((r) => r.refused);
  };
  it('refuses to sign at an agreed price without a notice [R4-024]', async () => {
    const d = await h.deal().priced({ method: 'agreed', price: '1000000.00' });
    assert.deepEqual(await signing(d), ['contract.notice_missing']);
  });
  for (const method of ['listed', 'auction']) {
    it(`demands no in-house notice of a price by ${method} [R4-024]`, async () => {
      const d = await h.deal().priced({ method, price: '1000000.00' });
      assert.deepEqual(await signing(d), []);
    });
  }
});

describe('004 第十条第二款：将科技成果向他人转让的，由医疗卫生机构自主决定是否进行资产评估', () => {
  it('cannot price before it is decided whether to appraise [R4-026]', async () => {
    const d = await h.deal().opened();
    const on = await d.step('pricing');
    await d.send('tto', 'disposal.check', on, clear);
    const result = await d.try('tto', 'price.set', on, price);
    assert.deepEqual(refused(result), ['appraisal.undecided']);
    assert.deepEqual(!result.accepted && result.refusals[0]?.clause, ['004:10.p2']);
    const offered = (await d.page()).mayDo[on]!.find((m) => m.command === 'price.set')!;
    assert.deepEqual(
      offered.refusals.map((r) => r.refused),
      ['appraisal.undecided'],
    );

    await d.send('dean', 'appraisal.decide', on, { appraise: true, value: '900000.00', words: '委托评估' });
    accepted(await d.try('tto', 'price.set', on, price));
    const panel = (await d.page()).panels[on] as { appraise: boolean; appraisalBy: string };
    assert.deepEqual([panel.appraise, panel.appraisalBy], [true, '院长']);
  });
  it('warns of a price below the appraisal and lets it be', async () => {
    const d = await h.deal().opened();
    const on = await d.step('pricing');
    await d.send('tto', 'disposal.check', on, clear);
    await d.send('dean', 'appraisal.decide', on, { appraise: true, value: '1000000.01' });
    const result = accepted(await d.try('tto', 'price.set', on, price));
    assert.deepEqual(
      result.warnings.map((w) => w.refused),
      ['price.below_appraisal'],
    );
  });
});

describe('004 第十条第二款：将科技成果向全资国有企业转让的，可以不进行资产评估', () => {
  /** A partner of which the state owns that share, and a conversion towards it that waits for its price. */
  async function towards(stateOwnedShare: string): Promise<{ d: PlainDeal; on: string }> {
    const input = { title: `国有股权${stateOwnedShare}的公司`, kind: 'enterprise', stateOwnedShare };
    const listed = await h.deal().send('admin', 'party.list', h.who.file, input);
    const d = await h.deal().opened({ counterparty: String(listed.made.party) });
    const on = await d.step('pricing');
    await d.send('tto', 'disposal.check', on, clear);
    return { d, on };
  }
  const shown = async (d: PlainDeal, on: string): Promise<PricingView> => (await d.page()).panels[on] as PricingView;

  it('needs no decision on an appraisal at 100%, and gives the reason by itself [R4-025]', async () => {
    const { d, on } = await towards('100%');
    const before = await shown(d, on);
    assert.deepEqual(before.appraisalRule, { answer: 'optional', counterparty: 'wholly-state-owned', clauses: ['004:10.p2'] });
    const offered = (await d.page()).mayDo[on]!.find((m) => m.command === 'price.set')!;
    assert.deepEqual(offered.refusals, []);
    const set = await d.send('tto', 'price.set', on, price);
    assert.equal(set.made.appraisalWaived, 'wholly-state-owned');
    const after = await shown(d, on);
    assert.deepEqual([after.appraise, after.appraisalWaived, after.price], [null, 'wholly-state-owned', price.price]);
  });
  it('lets the institution appraise all the same, and then gives no reason of its own [R4-025]', async () => {
    const { d, on } = await towards('100%');
    await d.send('dean', 'appraisal.decide', on, { appraise: true, value: '900000.00' });
    await d.send('tto', 'price.set', on, price);
    assert.equal((await shown(d, on)).appraisalWaived, null);
  });
  for (const share of ['99.9%', '0%']) {
    it(`falls at ${share} under the half-sentence on others: the institution decides first [R4-025]`, async () => {
      const { d, on } = await towards(share);
      assert.equal((await shown(d, on)).appraisalRule?.answer, 'institution-decides');
      const result = await d.try('tto', 'price.set', on, price);
      assert.deepEqual([refused(result), clausesOf(result)], [['appraisal.undecided'], ['004:10.p2']]);
      await d.send('dean', 'appraisal.decide', on, { appraise: false });
      await d.send('tto', 'price.set', on, price);
      assert.equal((await shown(d, on)).appraisalWaived, null);
    });
  }
});
