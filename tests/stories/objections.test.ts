import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { found } from '../../packages/capabilities/institution/founding.ts';
import type { NoticeView } from '../../packages/instruments/public-notice/view.ts';
import { accepted, refused, saidBefore } from '../support/house.ts';
import { plainPack } from '../support/packs.ts';
import { PlainDeal, type PlainHouse, plain, plainHouse } from '../support/plain.ts';
import { changesNothing, isWhole } from '../support/stored.ts';
import { told, toldOnly } from '../support/told.ts';

const steps = (after = 'pricing') => `
          disclosure: { title: 成果披露, does: disclosure }
          pricing: { title: 定价, does: pricing, after: [disclosure] }
          notice: { title: 院内公示, does: public-notice, after: [${after}], with: { about: price, place: in-unit } }
          contract: { title: 签订合同, does: contract, after: [pricing, notice] }`;

/** 简明医院 publishes for 15 days after its price; 从容医院 puts its notice up beside the pricing; 严格医院 wants a relation said. */
let h: PlainHouse;
const at: Record<string, PlainDeal['who']> = {};
before(async () => {
  const strict = plainPack({ id: 'strict', steps: steps() });
  h = await plainHouse({
    packs: {
      ...plainPack({ steps: steps() }),
      ...plainPack({ id: 'beside', steps: steps('disclosure') }),
      ...strict,
      'strict/4-contents.yaml': `clause: "strict:contents"
title: 公示内容
force: must
text: 公示应当写明与受让方的关联关系。
answers:
  - rule: notice-contents
    when: { about: price }
    versions:
      - { from: 2025-01-01, value: [relation], source: 公示一条 }
`,
      'strict/4-contents.examples.yaml': `- { name: 写明关联关系, rule: notice-contents, given: { about: price, method: agreed }, on: 2026-03-02, has: [relation] }
`,
    },
  });
  const gf = { text: 'gf-2016-16', from: '2016-02-26', basis: '同上' };
  const law = plain.adoptions.filter((a) => a.text !== 'plain');
  const own = (text: string) => ({ text, from: '2025-01-01', basis: '本院办法' });
  at.plain = await found(h.engine, { ...plain, title: '简明', short: '简明', adoptions: [...law, gf, own('plain')] });
  at.beside = await found(h.engine, { ...plain, title: '从容', short: '从容', adoptions: [own('beside')] });
  at.bare = await found(h.engine, { ...plain, title: '从容（三）', short: '从容三', adoptions: [own('beside')] });
  at.late = await found(h.engine, { ...plain, title: '从容（二）', short: '从容二', adoptions: [...law, gf, own('beside')] });
  at.strict = await found(h.engine, { ...plain, title: '严格', short: '严格', adoptions: [...law, own('strict')] });
});
after(() => h.close());

const notice = { location: '公告栏', channel: '纪检室 010-0000' };
async function published(on = '2026-03-02'): Promise<{ d: PlainDeal; step: string }> {
  h.today(on);
  const d = await new PlainDeal(h, at.plain!).priced({ method: 'agreed', price: '100000.00' });
  const step = await d.step('notice');
  await d.send('tto', 'notice.publish', step, notice);
  return { d, step };
}
const said = (d: PlainDeal, more: object = {}) => ({
  channel: 'letter',
  receivedOn: d.engine.clock.now().slice(0, 10),
  content: '价格没有考虑后续注册成本',
  anonymous: true,
  handler: d.who.people.audit,
  ...more,
});
const receive = async (d: PlainDeal, step: string, more: object = {}): Promise<string> =>
  String((await d.send('audit', 'objection.receive', step, said(d, more))).made.objection);
const answer = (d: PlainDeal, step: string, objection: string, upheld: boolean, more = {}) =>
  d.try('audit', 'objection.answer', step, { objection, upheld, answer: '已核实并书面答复' }, more);
const panelOf = async (d: PlainDeal, step: string, login = 'tto') => (await d.page(login)).panels[step] as NoticeView;
const ended = async (d: PlainDeal, step: string) => (await panelOf(d, step)).endedOn;

describe('gf-2016-16 协议定价公示：单位应当明确并公开异议处理程序和办法', () => {
  it('goes on running while an objection waits, and ends on its day when it was answered in time', async () => {
    const { d, step } = await published();
    h.today('2026-03-09');
    const objection = await receive(d, step);
    const owed = (await d.page()).duties.find((x) => x.duty === 'objection.answer');
    assert.equal(owed?.owner, '纪检监察员');
    accepted(await answer(d, step, objection, false));
    assert.equal(await d.state(step), 'running');
    h.today('2026-03-18');
    await d.try('tto', 'conversion.close', d.conversion, {});
    assert.deepEqual([await d.state(step), await ended(d, step)], ['over', '2026-03-17']);
  });

  it('is held open past its last day by an objection, and is over when the last one is answered', async () => {
    const { d, step } = await published();
    h.today('2026-03-16');
    const [one, two] = [await receive(d, step), await receive(d, step, { channel: 'phone' })];
    h.today('2026-03-20');
    await d.try('tto', 'conversion.close', d.conversion, {});
    assert.equal(await d.state(step), 'held');
    const contract = await d.step('contract');
    const paper = await d.paper('tto', contract, 'agreement', '合同');
    const sign = () => d.try('dean', 'contract.sign', contract, { title: '合同', price: '100000.00', paper });
    assert.deepEqual(refused(await sign()), ['step.before', 'contract.notice_running']);
    const late = toldOnly(await d.try('audit', 'objection.receive', step, said(d)));
    assert.equal(late.zh, '“院内公示”现在处于“有异议待处理”，不能再办理这一步。');
    accepted(await answer(d, step, one, false));
    assert.equal(await d.state(step), 'held');
    const last = accepted(await answer(d, step, two, false));
    assert.ok(last.events.some((e) => e.type === 'notice.ended'));
    assert.deepEqual([await d.state(step), await ended(d, step)], ['over', '2026-03-20']);
    h.today('2026-03-21');
    accepted(await sign());
    await isWhole(h.url);
  });

  for (const [when, day] of [
    ['while it runs', '2026-03-10'],
    ['when it is held open', '2026-03-20'],
  ] as const) {
    it(`stops at an objection that is upheld ${when}: its conversion stalls, and starts anew from the step sent back`, async () => {
      const { d, step } = await published();
      h.today('2026-03-09');
      const objection = await receive(d, step);
      h.today(day);
      await d.try('tto', 'conversion.close', d.conversion, {});
      accepted(await answer(d, step, objection, true));
      assert.equal(await d.state(step), 'stopped');
      assert.equal(await d.state(), 'stalled');
      const pricing = await d.step('pricing');
      accepted(await d.try('tto', 'conversion.return', d.conversion, { step: 'pricing', reason: '异议成立，重新定价' }));
      assert.notEqual(await d.step('pricing'), pricing);
      await isWhole(h.url);
    });
  }

  it('keeps who objected from the team, and shows him to those who handle it', async () => {
    const { d, step } = await published();
    await receive(d, step, { anonymous: false, name: '张某', contact: '010-1111' });
    assert.equal((await panelOf(d, step, 'audit')).objections[0]?.objector, '张某');
    const mine = (await panelOf(d, step, 'first')).objections[0]!;
    assert.deepEqual([mine.objector, mine.content], [null, '价格没有考虑后续注册成本']);
    const page = await d.page('first');
    assert.ok(!page.cases.some((c) => c.procedure === 'objector'), 'not even that he gave his name');
    assert.doesNotMatch(JSON.stringify(page), /张某|010-1111/);
  });

  it('takes an objection with a name or without, not half of each; from its day on; handled by nobody of the team', async () => {
    const { d, step } = await published();
    h.today('2026-03-10');
    const ask = (more: object) => changesNothing(h.url, () => d.try('audit', 'objection.receive', step, said(d, more)));
    for (const more of [{ anonymous: true, name: '张某' }, { anonymous: false }]) {
      const t = toldOnly(await ask(more));
      assert.deepEqual(
        [t.code, t.at, t.zh, t.en],
        [
          'objection.name_or_anonymous',
          'name',
          '实名的异议请填写姓名，匿名的不要填写。',
          'Give the name of a named objection, none for an anonymous one.',
        ],
      );
    }
    for (const receivedOn of ['2026-03-01', '2026-03-11']) {
      const t = toldOnly(await ask({ receivedOn }));
      assert.deepEqual(
        [t.code, t.at, t.zh, t.en],
        ['objection.not_in_period', 'receivedOn', '收到异议的日期不在公示期内。', 'The day of receipt is not within the notice.'],
      );
    }
    const inside = toldOnly(await ask({ handler: d.who.people.first }));
    assert.deepEqual(
      [inside.code, inside.at, inside.clauses, inside.zh],
      ['objection.handler_inside', 'handler', ['gf-2016-16:price-notice'], '处理异议的人不能是项目团队成员，请另行指定。'],
    );
    const objection = await receive(d, step, { receivedOn: '2026-03-02' });
    accepted(await answer(d, step, objection, false));
    assert.deepEqual(saidBefore(await h.page(d.who.as('audit'), d.conversion), step, 'objection.answer'), ['objection.not_open']);
    const twice = toldOnly(await changesNothing(h.url, () => answer(d, step, objection, false)));
    assert.deepEqual(
      [twice.code, twice.zh, twice.en],
      ['objection.not_open', '没有待答复的这项异议。', 'No such objection waits for an answer.'],
    );
  });
});

describe('004 第十条第一款：协议定价的，应当在本单位公示科技成果名称和拟交易价格', () => {
  it('asks for the days where no adopted text gives them, and keeps a stated period to the day [R4-024]', async () => {
    h.today('2026-03-02');
    const d = await new PlainDeal(h, at.plain!).priced({ method: 'listed', price: '100000.00' });
    const step = await d.step('notice');
    const t = toldOnly(await changesNothing(h.url, () => d.try('tto', 'notice.publish', step, notice)));
    assert.deepEqual(
      [t.code, t.at, t.zh, t.en],
      [
        'notice.days_unknown',
        'days',
        '本单位采用的文本没有规定公示天数，请填写。',
        'No adopted text says how long the notice runs; state the days.',
      ],
    );
    accepted(await d.try('tto', 'notice.publish', step, { ...notice, days: '5个工作日' }));
    assert.equal((await panelOf(d, step)).lastDay, '2026-03-09');
  });
  it('refuses a period shorter than the 15 days demanded, by one day, in the clause’s name, and takes a longer one [R4-024]', async () => {
    const { d } = await published();
    const other = await new PlainDeal(h, at.plain!).priced({ method: 'agreed', price: '100000.00' });
    const step = await other.step('notice');
    const t = toldOnly(await changesNothing(h.url, () => other.try('tto', 'notice.publish', step, { ...notice, days: '14日' })));
    assert.deepEqual(
      [t.code, t.at, t.clauses, t.zh],
      ['notice.too_short', 'days', ['gf-2016-16:price-notice'], '公示期14日短于规定的15日（应至2026-03-17）。'],
    );
    assert.equal(t.en, 'The period 14日 is shorter than the 15日 demanded (to 2026-03-17).');
    accepted(await other.try('tto', 'notice.publish', step, { ...notice, days: '20日' }));
    assert.equal((await panelOf(other, step)).lastDay, '2026-03-22');
    assert.equal((await panelOf(d, await d.step('notice'))).lastDay, '2026-03-17');
  });
  it('cannot be published before there is a price, and then shows the achievement and the price [R4-024]', async () => {
    const d = await new PlainDeal(h, at.late!).opened();
    const step = await d.step('notice');
    const open = told(await changesNothing(h.url, () => d.try('tto', 'notice.publish', step, notice)));
    assert.deepEqual(
      open.map((t) => `${t.code} ${t.zh}`),
      ['law.open 回答“公示期限”还缺少：定价方式。', 'law.open 回答“公示内容”还缺少：定价方式。'],
    );
    const pricing = await d.step('pricing');
    await d.send('tto', 'disposal.check', pricing, { stateSecret: false, nationalSecurity: false, keyCoreTechnology: false });
    await d.send('dean', 'appraisal.decide', pricing, { appraise: false });
    await d.send('tto', 'price.set', pricing, { method: 'agreed', price: '100000.00', grounds: '协商' });
    accepted(await d.try('tto', 'notice.publish', step, notice));
    const { contents } = await panelOf(d, step);
    assert.deepEqual([contents?.titles, contents?.price], [['封堵器'], '100000.00']);
  });
  it('names those who made the achievement in the order in which it was disclosed [R4-024]', async () => {
    const d = await new PlainDeal(h, at.late!).priced({ method: 'agreed', price: '100000.00', team: ['third', 'first', 'second'] });
    const step = await d.step('notice');
    accepted(await d.try('tto', 'notice.publish', step, notice));
    assert.deepEqual((await panelOf(d, step)).contents?.completers, ['第三完成人', '第一完成人', '第二完成人']);
  });
  it('counts for nothing where it was put up without a price: the contract is not signed on it [R4-024]', async () => {
    h.today('2026-03-02');
    const d = await new PlainDeal(h, at.beside!).opened();
    const step = await d.step('notice');
    accepted(await d.try('tto', 'notice.publish', step, { ...notice, days: '15日' })); // no text of 从容医院 says what must stand in it
    assert.equal((await panelOf(d, step)).contents?.price, null);
    const pricing = await d.step('pricing');
    await d.send('tto', 'disposal.check', pricing, { stateSecret: false, nationalSecurity: false, keyCoreTechnology: false });
    await d.send('tto', 'price.set', pricing, { method: 'agreed', price: '100000.00', grounds: '协商' });
    const adoption = { text: 'cn-conversion-law', from: '2015-10-01', basis: '公立医院' };
    await d.send('admin', 'text.adopt', d.who.file, adoption);
    h.today('2026-03-20');
    const contract = await d.step('contract');
    const paper = await d.paper('tto', contract, 'agreement', '合同');
    const t = toldOnly(await d.try('dean', 'contract.sign', contract, { title: '合同', price: '100000.00', paper }));
    assert.deepEqual([t.code, t.clauses], ['contract.notice_missing', ['cn-conversion-law:18.s2']]);
    assert.equal(t.zh, '协议定价的，须先在“本单位”公示成果名称和拟交易价格，公示期满后才能签订。');
  });
  it('refuses a notice that lacks what a text says must stand in it', async () => {
    const d = await new PlainDeal(h, at.strict!).priced({ method: 'agreed', price: '100000.00' });
    const step = await d.step('notice');
    const t = toldOnly(await changesNothing(h.url, () => d.try('tto', 'notice.publish', step, { ...notice, days: '15日' })));
    assert.deepEqual(
      [t.code, t.clauses, t.zh, t.en],
      [
        'notice.content_missing',
        ['cn-conversion-law:18.s2', '004:10.p1.s2', 'strict:contents'],
        '公示内容不全，缺少：关联关系说明。',
        'The notice lacks: relation statement.',
      ],
    );
  });
  it('cannot be signed for before it is priced at all', async () => {
    const d = await new PlainDeal(h, at.bare!).opened();
    const contract = await d.step('contract');
    const paper = await d.paper('tto', contract, 'agreement', '合同');
    const [t] = told(await d.try('dean', 'contract.sign', contract, { title: '合同', price: '1.00', paper }));
    assert.deepEqual(
      [t?.code, t?.zh, t?.en],
      ['contract.not_priced', '还没有定价，不能签订合同。', 'There is no price yet, so no contract to sign.'],
    );
  });
});
