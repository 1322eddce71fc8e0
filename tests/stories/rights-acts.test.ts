import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { statusOf } from '../../apps/server/problem.ts';
import { accepted, clausesOf, refused } from '../support/house.ts';
import type { PlainHouse } from '../support/plain.ts';
import { Rights, rightsHouse } from '../support/rights.ts';

let h: PlainHouse;
before(async () => {
  h = await rightsHouse('2026-03-02');
});
after(() => h.close());

/** The institute owns alone: commissioned work without a clause. */
const owned = (): Promise<Rights> => new Rights(h).byDefault('made', { mode: 'commissioned', parties: ['maker', 'institute'] });
const transfer = async (r: Rights): Promise<string> => r.proposed('transfer', 'institute', { to: r.party('maker') });
const term = { from: '2026-03-02', until: '2029-03-01', scope: '中国大陆，体外诊断' };
const licence = async (r: Rights, more: object = {}): Promise<string> =>
  r.proposed('license', 'institute', { to: r.party('maker'), ...term, ...more });
const pay = (r: Rights, act: string, input: object) => r.try('tto', 'payment.agree', act, { instalments: [], ...input });
const instalments = (...amounts: readonly string[]) => amounts.map((amount, i) => ({ amount, dueOn: `2026-0${4 + i}-15` }));

describe('附录 A.3：一次性支付知识产权转让费，或按成果产生的收益的一定比例支付', () => {
  it('makes one payment of a lump sum and one a year of a share of sales; without base, rate or way it is refused [R0-103]', async () => {
    const r = await owned();
    const once = await transfer(r);
    const none = await pay(r, once, {});
    assert.deepEqual([refused(none), clausesOf(none)], [['payment.no_way'], ['000:a.3']]);
    accepted(await pay(r, once, { way: 'lump-sum', amount: '300000.00', dueOn: '2026-04-01' }));
    assert.deepEqual(
      (await r.actView(once)).payments.map((p) => [p.dueOn, p.amount]),
      [['2026-04-01', '300000.00']],
    );
    const yearly = await transfer(r);
    assert.deepEqual(refused(await pay(r, yearly, { way: 'royalty', rate: '5%', years: 3 })), ['payment.no_base']);
    assert.deepEqual(refused(await pay(r, yearly, { way: 'royalty', base: 'sales', years: 3 })), ['payment.no_rate']);
    assert.deepEqual(refused(await pay(r, yearly, { way: 'royalty', base: 'sales', rate: '5%' })), ['payment.no_years']);
    accepted(await pay(r, yearly, { way: 'royalty', base: 'sales', rate: '5%', years: 3 }));
    assert.deepEqual(
      (await r.actView(yearly)).payments.map((p) => [p.dueOn, p.amount]),
      ['2027-03-02', '2028-03-02', '2029-03-02'].map((d) => [d, null]),
    );
  });
  it('is agreed once, with amount and day; instalments are not among the usual ways of a transfer', async () => {
    const r = await owned();
    const act = await transfer(r);
    assert.deepEqual(refused(await pay(r, act, { way: 'lump-sum', dueOn: '2026-04-01' })), ['payment.no_amount']);
    assert.deepEqual(refused(await pay(r, act, { way: 'lump-sum', amount: '1.00' })), ['payment.no_day']);
    const warned = accepted(await pay(r, act, { way: 'instalments', amount: '200.00', instalments: instalments('100.00', '100.00') }));
    assert.deepEqual(
      warned.warnings.map((w) => `${w.refused} ${w.clause}`),
      ['payment.way_unusual 000:a.3'],
    );
    assert.deepEqual(refused(await pay(r, act, { way: 'lump-sum', amount: '1.00', dueOn: '2026-04-01' })), ['payment.agreed_already']);
    const use = await r.proposed('implement', 'institute');
    assert.deepEqual(refused(await pay(r, use, { way: 'lump-sum', amount: '1.00', dueOn: '2026-04-01' })), ['payment.not_sold']);
  });
  it('owes each payment on its day, and is done when the last has come in', async () => {
    const r = await owned();
    const act = await transfer(r);
    accepted(await pay(r, act, { way: 'lump-sum', amount: '300000.00', dueOn: '2026-04-01' }));
    accepted(await r.carryOut(act));
    assert.deepEqual(await r.owners(), ['甲医药公司']);
    const due = (await r.page()).duties.filter((d) => d.duty === 'payment.make').map((d) => d.dueOn);
    assert.deepEqual(due, ['2026-04-01']);
    assert.deepEqual(refused(await r.try('tto', 'payment.record', act, { ordinal: 2 })), ['payment.unknown']);
    accepted(await r.try('tto', 'payment.record', act, { ordinal: 1 }));
    assert.equal((await r.page()).cases.find((c) => c.id === act)!.state, 'ended');
  });
});

describe('附录 A.4：除了受许可企业，所有其他人均不得基于商业目的、盈利目的使用受许可的成果', () => {
  it('keeps the owner himself from commercial use while it runs, and allows him any other: 403 [R0-104]', async () => {
    const r = await owned();
    const act = await licence(r);
    assert.equal((await r.actView(act)).licenceKind, 'exclusive');
    accepted(await r.carryOut(act));
    const own = await r.propose('implement', 'institute');
    assert.deepEqual([refused(own), clausesOf(own)], [['act.licensed_exclusively'], ['000:a.4.s1']]);
    assert.deepEqual([statusOf('act.licensed_exclusively'), statusOf('act.academic_only'), statusOf('act.not_an_owner')], [403, 403, 403]);
    accepted(await r.carryOut(await r.proposed('implement', 'institute', { purpose: 'non-commercial' })));
    assert.deepEqual(refused(await r.propose('license', 'institute', { to: r.party('outsider'), ...term })), ['act.licensed_exclusively']);
    h.today('2029-03-02');
    accepted(await r.carryOut(await r.proposed('implement', 'institute')));
    h.today('2026-03-02');
  });
  it('bars what was proposed before the licence and is carried out under it', async () => {
    const r = await owned();
    const use = await r.proposed('implement', 'institute');
    accepted(await r.carryOut(await licence(r)));
    assert.deepEqual(refused(await r.carryOut(use)), ['act.licensed_exclusively']);
  });
  it('leaves the owner free under an ordinary licence, and to use but not to license under a sole one', async () => {
    const ordinary = await owned();
    accepted(await ordinary.carryOut(await licence(ordinary, { licenceKind: 'ordinary' })));
    accepted(await ordinary.propose('license', 'institute', { to: ordinary.party('outsider'), ...term }));
    const sole = await owned();
    accepted(await sole.carryOut(await licence(sole, { licenceKind: 'sole' })));
    accepted(await sole.propose('implement', 'institute'));
    assert.deepEqual(refused(await sole.propose('license', 'institute', { to: sole.party('outsider'), ...term })), [
      'act.licensed_exclusively',
    ]);
  });
  it('has a term and a scope', async () => {
    const r = await owned();
    const to = r.party('maker');
    for (const key of ['from', 'until', 'scope']) {
      const result = await r.propose('license', 'institute', { to, ...term, [key]: undefined });
      assert.deepEqual([refused(result), clausesOf(result)], [['licence.term_missing'], ['000:a.4.s1']]);
    }
    assert.deepEqual(refused(await r.propose('license', 'institute', { to, ...term, until: '2026-01-01' })), ['period.ends_before']);
  });
});

describe('附录 A.4：一次性或分期支付许可使用费，或按成果产生的收益的一定比例支付', () => {
  it('takes three instalments that sum to the fee and refuses a yuan too little; 3% of 1,000,000 is 30,000 [R0-105]', async () => {
    const r = await owned();
    const fee = await licence(r);
    const short = instalments('100000.00', '100000.00', '99999.00');
    const result = await pay(r, fee, { way: 'instalments', amount: '300000.00', instalments: short });
    assert.deepEqual([refused(result), clausesOf(result)], [['payment.instalments_sum'], ['000:a.4.s2']]);
    assert.deepEqual(refused(await pay(r, fee, { way: 'instalments', amount: '300000.00' })), ['payment.no_instalments']);
    const three = instalments('100000.00', '100000.00', '100000.00');
    assert.deepEqual(accepted(await pay(r, fee, { way: 'instalments', amount: '300000.00', instalments: three })).warnings, []);
    assert.deepEqual(
      (await r.actView(fee)).payments.map((p) => p.amount),
      ['100000.00', '100000.00', '100000.00'],
    );
    const royalty = await licence(r);
    accepted(await pay(r, royalty, { way: 'royalty', base: 'sales', rate: '3%', years: 2 }));
    accepted(await r.carryOut(royalty));
    accepted(await r.try('tto', 'income.report', royalty, { ordinal: 1, income: '1000000.00' }));
    assert.equal((await r.actView(royalty)).payments[0]!.amount, '30000.00');
  });
  it('reports the income of each year once, and is paid what has been reported', async () => {
    const r = await owned();
    const act = await licence(r);
    accepted(await pay(r, act, { way: 'royalty', base: 'sales', rate: '1/3', years: 2 }));
    accepted(await r.carryOut(act));
    const report = (ordinal: number, income: string) => r.try('tto', 'income.report', act, { ordinal, income });
    const paid = (ordinal: number) => r.try('tto', 'payment.record', act, { ordinal });
    assert.deepEqual(refused(await paid(1)), ['payment.income_unknown']);
    accepted(await report(1, '100.00'));
    assert.deepEqual(refused(await report(1, '100.00')), ['payment.reported_already']);
    assert.deepEqual(refused(await report(3, '100.00')), ['payment.unknown']);
    assert.equal((await r.actView(act)).payments[0]!.amount, '33.33');
    accepted(await paid(1));
    assert.deepEqual(refused(await paid(1)), ['payment.paid_already']);
    accepted(await report(2, '0.02'));
    accepted(await paid(2));
    assert.equal((await r.page()).cases.find((c) => c.id === act)!.state, 'ended');
    const sold = await transfer(r);
    accepted(await pay(r, sold, { way: 'lump-sum', amount: '1.00', dueOn: '2026-04-01' }));
    accepted(await r.carryOut(sold));
    assert.deepEqual(refused(await r.try('tto', 'income.report', sold, { ordinal: 1, income: '1.00' })), ['payment.not_by_income']);
  });
});

describe('of an act is offered what it has a use for', () => {
  it('is to be paid where it sells, to be valued where it contributes, and neither where the owner uses the rights himself', async () => {
    const r = await owned();
    const offered = async (act: string) =>
      (await r.page()).mayDo[act]!.map((m) => m.command).filter((c) => /^(payment|income|equity)\./.test(c));
    const sale = await transfer(r);
    const share = await r.proposed('invest', 'institute', { to: r.party('startup') });
    const use = await r.proposed('implement', 'institute');
    assert.deepEqual([await offered(sale), await offered(share), await offered(use)], [['payment.agree'], ['equity.value'], []]);
    accepted(await pay(r, sale, { way: 'royalty', base: 'sales', rate: '5%', years: 1 }));
    accepted(await r.carryOut(sale));
    assert.deepEqual(await offered(sale), ['income.report', 'payment.record']);
  });
});

describe('附录 A.5：按评估公允价值作价向企业投资入股，成果的知识产权归属于企业', () => {
  it('needs the appraisal report; 6,950,000 of 17,375,000 is 40%; the rights are the company’s from registration [R0-106]', async () => {
    const r = await owned();
    const act = await r.proposed('invest', 'institute', { to: r.party('startup') });
    assert.deepEqual(refused(await r.carryOut(act)), ['equity.not_valued']);
    const value = (input: object) => r.try('tto', 'equity.value', act, { value: '6950000.00', postMoney: '17375000.00', ...input });
    const bare = await value({});
    assert.deepEqual([refused(bare), clausesOf(bare)], [['equity.appraisal_missing'], ['000:a.5']]);
    const report = await r.paper('tto', act, 'report', '资产评估报告');
    assert.deepEqual(refused(await value({ report, postMoney: '6949999.99' })), ['equity.more_than_whole']);
    accepted(await value({ report }));
    assert.equal((await r.actView(act)).stake, '40%');
    accepted(await r.carryOut(act));
    assert.deepEqual(await r.owners(), ['乙研究所']);
    const paper = await r.paper('tto', act, 'scan', '变更登记通知书');
    accepted(await r.try('tto', 'equity.register', act, { paper }));
    assert.deepEqual(await r.owners(), ['戊新公司']);
    assert.deepEqual(
      (await r.view()).owners.map((o) => [o.title, o.to]),
      [
        ['戊新公司', null],
        ['乙研究所', '2026-03-02'],
      ],
    );
  });
  it('wants everybody’s consent of joint owners, as a transfer does; and is no other act', async () => {
    const r = await new Rights(h).byDefault('made');
    const act = await r.proposed('invest', 'maker', { to: r.party('startup') });
    const report = await r.paper('tto', act, 'report', '资产评估报告');
    accepted(await r.try('tto', 'equity.value', act, { value: '1.00', postMoney: '3.00', report }));
    assert.equal((await r.actView(act)).stake, '1/3');
    assert.deepEqual(refused(await r.carryOut(act)), ['consent.missing']);
    const use = await r.proposed('implement', 'maker');
    assert.deepEqual(refused(await r.try('tto', 'equity.value', use, { value: '1.00', postMoney: '3.00', report })), [
      'equity.not_invested',
    ]);
    const sold = await owned();
    const sale = await transfer(sold);
    accepted(await pay(sold, sale, { way: 'lump-sum', amount: '1.00', dueOn: '2026-04-01' }));
    accepted(await sold.carryOut(sale));
    const proof = await sold.paper('tto', sale, 'scan', '登记');
    assert.deepEqual(refused(await sold.try('tto', 'equity.register', sale, { paper: proof })), ['equity.not_invested']);
  });
});

describe('000 6.2.1、6.2.2：协议应当载明的事项与宜约定的事项', () => {
  it('draws the list at once; the six of 6.2.1 hold it up, those of 6.2.2 are only remarked', async () => {
    const r = await new Rights(h).opened();
    const page = await r.page();
    const list = page.cases.find((c) => c.procedure === 'checklist')!.id;
    const complete = () => r.try('tto', 'checklist.complete', list, {});
    const lacking = await complete();
    assert.deepEqual([refused(lacking), clausesOf(lacking)], [['checklist.lacks'], ['000:6.2.1']]);
    for (const item of ['goal', 'content', 'scope', 'term', 'resources', 'rights']) {
      accepted(await r.try('tto', 'item.settle', list, { item, words: `协议${item}条` }));
    }
    const done = accepted(await complete());
    assert.deepEqual(
      done.warnings.map((w) => `${w.refused} ${w.clause}`),
      ['checklist.lacks_advised 000:6.2.2'],
    );
  });
});
