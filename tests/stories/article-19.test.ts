import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ConversionView } from '../../packages/capabilities/conversion/view.ts';
import { found } from '../../packages/capabilities/institution/founding.ts';
import { accepted, refused } from '../support/house.ts';
import { plainPack } from '../support/packs.ts';
import { clear, PlainDeal, type PlainHouse, plain, plainHouse } from '../support/plain.ts';

const steps = (notices: string) => `
          disclosure: { title: 成果披露, does: disclosure }
          pricing: { title: 定价, does: pricing, after: [disclosure] }${notices}
          meeting: { title: 院长办公会, does: resolution, after: [pricing], with: { body: meeting } }
          contract: { title: 签订合同, does: contract, after: [meeting] }`;
const unit = `
          unit-notice: { title: 院内公示, does: public-notice, after: [pricing], with: { about: price, place: in-unit } }`;
const market = `
          market-notice: { title: 市场公示, does: public-notice, after: [pricing], with: { about: price, place: technology-market } }`;

/** Three institutions that differ in their notices alone; all adopted 004 and the State Council's provisions, which give 15 days. */
let h: PlainHouse;
const founded: Record<string, PlainDeal['who']> = {};
before(async () => {
  h = await plainHouse({
    on: '2026-01-30',
    packs: {
      ...plainPack({ id: 'unit-only', steps: steps(unit) }),
      ...plainPack({ id: 'both', steps: steps(unit + market) }),
      ...plainPack({ id: 'none', steps: steps('') }),
    },
  });
  for (const text of ['unit-only', 'both', 'none']) {
    const base = plain.adoptions.filter((a) => a.text !== 'plain');
    const adoptions = [...base, { text: 'gf-2016-16', from: '2016-02-26', basis: '同上' }, { text, from: '2025-01-01', basis: '本院办法' }];
    founded[text] = await found(h.engine, { ...plain, title: text, short: text, adoptions });
  }
});
after(() => h.close());

type Case = { text: string; method: string; evidence: readonly string[]; gain?: true; met?: false; on?: string };
/** Published on 2026-01-30, passed by a meeting, its evidence on file; looked at on 2026-02-15, or when said. */
async function noticed(o: Case): Promise<{ d: PlainDeal; diligence: NonNullable<ConversionView['diligence']> }> {
  h.today('2026-01-30');
  const d = new PlainDeal(h, founded[o.text]!);
  await d.opened();
  const pricing = await d.step('pricing');
  await d.send('tto', 'disposal.check', pricing, clear);
  await d.send('dean', 'appraisal.decide', pricing, { appraise: false });
  await d.send('tto', 'price.set', pricing, {
    method: o.method,
    price: '1000000.00',
    grounds: '测试',
    ...(o.method === 'other' ? { reason: '公开招标' } : {}),
  });
  if (o.met !== false) {
    const meeting = await d.step('meeting');
    const minutes = await d.paper('secretary', meeting, 'minutes', '纪要');
    const present = [d.who.people.dean, d.who.people.finance];
    const input = { result: 'passed', present, recused: [], votes: 'counted', inFavour: 2, minutesNumber: '1号', minutes };
    await d.send('dean', 'resolution.decide', meeting, input);
  }
  // Where the price was not agreed no text gives the days: they are stated.
  const days = o.method === 'agreed' ? {} : { days: '15日' };
  for (const step of o.text === 'both' ? ['unit-notice', 'market-notice'] : o.text === 'unit-only' ? ['unit-notice'] : []) {
    await d.send('tto', 'notice.publish', await d.step(step), { location: '公告栏', channel: '纪检室', ...days });
  }
  for (const element of o.gain ? [...o.evidence, 'illegal-gain'] : o.evidence) {
    await d.send('audit', 'care.file', d.conversion, { element, paper: await d.paper('audit', d.conversion, 'report', element) });
  }
  h.today(o.on ?? '2026-02-15');
  await d.try('tto', 'conversion.close', d.conversion, {}); // touches the case: its passed deadlines are applied
  const page = await d.page();
  return { d, diligence: (page.panels[d.conversion] as ConversionView).diligence! };
}
const all = ['reasonable-care', 'supervision', 'no-illegal-gain'];

describe('004 第十九条：履行了民主决策程序、合理注意义务和监督管理职责的，即视为已履行勤勉尽责义务', () => {
  it('holds with three of three on file and not with two [R4-064]', async () => {
    const three = await noticed({ text: 'both', method: 'agreed', evidence: all });
    assert.equal(three.diligence.diligent, true);
    for (const o of [
      { evidence: ['reasonable-care', 'no-illegal-gain'] },
      { evidence: ['supervision', 'no-illegal-gain'] },
      { evidence: all, met: false as const },
    ]) {
      const two = await noticed({ text: 'both', method: 'agreed', ...o });
      assert.equal(two.diligence.diligent, false);
      assert.equal(two.diligence.elements.filter((e) => e.met).length, 2);
      assert.equal(two.diligence.exempt, false);
    }
    assert.ok(three.diligence.clauses.includes('004:19.s1'));
  });
});

describe('004 第十九条：协议定价并在本单位及技术交易市场公示的，未谋取非法利益的，可免予追究', () => {
  it('does not exempt an agreed price published in the unit alone, though article 10 is satisfied: F38 [R4-065]', async () => {
    const { d, diligence } = await noticed({ text: 'unit-only', method: 'agreed', evidence: all });
    assert.deepEqual([diligence.diligent, diligence.channel, diligence.exempt], [true, false, false]);
    assert.deepEqual(diligence.missingPlaces, ['technology-market']);
    const contract = await d.step('contract');
    const paper = await d.paper('tto', contract, 'agreement', '合同');
    accepted(await d.try('dean', 'contract.sign', contract, { title: '合同', price: '1000000.00', paper }));
  });
  it('says so at once, when the price is agreed without a notice on the market [R4-065]', async () => {
    const d = await new PlainDeal(h, founded['unit-only']!).opened();
    const pricing = await d.step('pricing');
    await d.send('tto', 'disposal.check', pricing, clear);
    await d.send('dean', 'appraisal.decide', pricing, { appraise: false });
    const result = accepted(await d.try('tto', 'price.set', pricing, { method: 'agreed', price: '1.00', grounds: '测试' }));
    assert.deepEqual(
      result.warnings.map((w) => w.refused),
      ['exemption.market_notice_missing'],
    );
  });
  it('exempts with both notices, diligence and no illegal gain: F38 [R4-065]', async () => {
    const { diligence } = await noticed({ text: 'both', method: 'agreed', evidence: all });
    assert.equal(diligence.exempt, true);
  });
  it('does not exempt while a notice still runs: published is what has been published for its days [R4-065]', async () => {
    const { diligence } = await noticed({ text: 'both', method: 'agreed', evidence: all, on: '2026-02-14' });
    assert.deepEqual([diligence.diligent, diligence.channel, diligence.exempt], [true, false, false]);
    assert.deepEqual([...diligence.missingPlaces].sort(), ['in-unit', 'technology-market']);
  });
  for (const method of ['listed', 'auction']) {
    it(`exempts a price by ${method} without a market notice: F38 [R4-065]`, async () => {
      const { diligence } = await noticed({ text: 'none', method, evidence: all });
      assert.deepEqual([diligence.exempt, diligence.missingPlaces], [true, []]);
      assert.ok(diligence.clauses.includes('004:19.s2'));
    });
    it(`does not exempt a price by ${method} without diligence, nor with illegal gain [R4-065]`, async () => {
      assert.equal((await noticed({ text: 'none', method, evidence: all, met: false })).diligence.exempt, false);
      assert.equal((await noticed({ text: 'none', method, evidence: all, gain: true })).diligence.exempt, false);
    });
  }
  it('does not exempt a price set in any other way [R4-065]', async () => {
    const { diligence } = await noticed({ text: 'none', method: 'other', evidence: all });
    assert.deepEqual([diligence.diligent, diligence.channel, diligence.exempt], [true, false, false]);
  });
  it('never exempts illegal gain, nor where nothing shows there was none [R4-065]', async () => {
    assert.equal((await noticed({ text: 'both', method: 'agreed', evidence: all, gain: true })).diligence.exempt, false);
    assert.equal((await noticed({ text: 'both', method: 'agreed', evidence: all.slice(0, 2) })).diligence.exempt, false);
  });
  it('is neither exempt nor to be signed where an agreed price was not published: F38 [R4-065]', async () => {
    const { d, diligence } = await noticed({ text: 'none', method: 'agreed', evidence: all });
    assert.deepEqual([diligence.channel, diligence.exempt], [false, false]);
    const contract = await d.step('contract');
    const paper = await d.paper('tto', contract, 'agreement', '合同');
    const result = await d.try('dean', 'contract.sign', contract, { title: '合同', price: '1000000.00', paper });
    assert.deepEqual(refused(result), ['contract.notice_missing']);
  });
  it('runs 15 days after 01-30 to 02-14 and is signed from 02-15, without rolling: F38 [R4-024]', async () => {
    const { d } = await noticed({ text: 'unit-only', method: 'agreed', evidence: [] });
    const panel = (await d.page()).panels[await d.step('unit-notice')] as {
      lastDay: string;
      endedOn: string;
    };
    assert.equal(panel.lastDay, '2026-02-14'); // a Saturday on which people worked; a floor is not rolled either way
    const contract = await d.step('contract');
    const paper = await d.paper('tto', contract, 'agreement', '合同');
    const input = { title: '合同', price: '1000000.00', paper };
    h.today('2026-02-14');
    assert.deepEqual(refused(await d.try('dean', 'contract.sign', contract, input)), ['contract.notice_running']);
    h.today('2026-02-15');
    const recorded = { decidedBy: '院长', on: '2026-02-14', paper };
    const early = accepted(await d.try('tto', 'contract.sign', contract, input, { recorded }));
    assert.deepEqual(early.findings, ['contract.notice_running']);
  });
});
