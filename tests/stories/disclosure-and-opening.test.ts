import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { found } from '../../packages/capabilities/institution/founding.ts';
import type { Result } from '../../packages/engine/ask.ts';
import { accepted, refused } from '../support/house.ts';
import { plainPack } from '../support/packs.ts';
import { clear, PlainDeal, type PlainHouse, plain, plainHouse } from '../support/plain.ts';
import { changesNothing, isWhole } from '../support/stored.ts';
import { toldOnly } from '../support/told.ts';

const clause = (id: string, name: string, rule: string, value: string) => ({
  [`${id}/${name}.yaml`]: `clause: "${id}:${name}"
title: ${name}
force: must
text: 本院的规定。
answers:
  - rule: ${rule}
    versions:
      - { from: 2025-01-01, value: ${value}, source: 一条 }
`,
  [`${id}/${name}.examples.yaml`]: `- { name: 例, rule: ${rule}, on: 2026-03-02, has: ${value} }
`,
});
const beside = `
          disclosure: { title: 成果披露, does: disclosure }
          pricing: { title: 定价, does: pricing, after: [disclosure] }
          review: { title: 法务意见, does: review-route, after: [disclosure], with: { reviewers: [LD] } }
          contract: { title: 签订合同, does: contract, after: [pricing, review] }`;

/** 狭窄医院 knows two ways of conversion, one kind of partner and one way of pricing; 空白医院 has adopted nothing; 两歧医院 two texts that differ. */
let h: PlainHouse;
const at: Record<string, PlainDeal['who']> = {};
before(async () => {
  h = await plainHouse({
    packs: {
      ...plainPack(),
      ...plainPack({ id: 'narrow' }),
      ...clause('narrow', 'modes', 'conversion-modes', '[transfer, license]'),
      ...clause('narrow', 'partners', 'partner-kinds', '[physician]'),
      ...clause('narrow', 'prices', 'price-methods', '[listed]'),
      ...plainPack({ id: 'other', steps: beside }),
    },
  });
  const own = (text: string) => ({ text, from: '2025-01-01', basis: '本院办法' });
  at.plain = h.who;
  at.narrow = await found(h.engine, { ...plain, title: '狭窄医院', short: '狭窄', adoptions: [own('narrow')] });
  at.blank = await found(h.engine, { ...plain, title: '空白医院', short: '空白', adoptions: [] });
  at.two = await found(h.engine, { ...plain, title: '两歧医院', short: '两歧', adoptions: [own('plain'), own('other')] });
  at.other = await found(h.engine, { ...plain, title: '并行医院', short: '并行', adoptions: [own('other')] });
});
after(() => h.close());

const form = (who = h.who, more: object = {}) => ({
  title: '封堵器',
  kind: 'device',
  summary: '测试',
  contributors: [{ person: who.people.first, main: true }],
  rights: [],
  ...more,
});
const disclose = (more: object, who = h.who): Promise<Result> =>
  h.send(who.as('first'), 'achievement.disclose', { input: form(who, more) });
async function registered(who: PlainDeal['who'], title = '封堵器'): Promise<string> {
  const d = new PlainDeal(h, who);
  const disclosed = await d.send('first', 'achievement.disclose', undefined, form(who, { title }));
  await d.send('tto', 'achievement.register', disclosed.case, {});
  return String(disclosed.made.achievement);
}
const open = async (who: PlainDeal['who'], more: object = {}): Promise<Result> => {
  const input = { achievements: [await registered(who)], mode: 'transfer', counterparty: who.parties.buyer, partners: [], ...more };
  return await h.send(who.as('tto'), 'conversion.open', { input });
};

describe('004 第六条：建立以科技成果转化为导向的成果披露制度', () => {
  it('names each contributor once, one of them as the main one, and nothing that is yet to be made', async () => {
    const first = { person: h.who.people.first, main: true };
    const refuses = async (more: object, ...expected: string[]) => {
      const t = toldOnly(await changesNothing(h.url, () => disclose(more)));
      assert.deepEqual([t.code, t.at, t.zh, t.en], expected);
    };
    await refuses(
      { contributors: [first, { ...first, main: false }] },
      'contributor.twice',
      'contributors.1.person',
      '同一完成人出现了两次。',
      'The same contributor stands here twice.',
    );
    await refuses(
      { contributors: [{ ...first, main: false }] },
      'contributor.no_main',
      'contributors',
      '至少有一位主要完成人。',
      'There is at least one main contributor.',
    );
    await refuses(
      { formedOn: '2026-03-03' },
      'achievement.formed_later',
      'formedOn',
      '形成日期不能晚于今天。',
      'It cannot have been formed after today.',
    );
    accepted(await disclose({ formedOn: '2026-03-02' }));
  });
  it('goes back with a reason, is amended by its team, and is registered then', async () => {
    const d = new PlainDeal(h, h.who);
    const { case: on } = await d.send('first', 'achievement.disclose', undefined, form());
    await d.send('tto', 'disclosure.return', on, { reason: '请写明技术参数' });
    const page = async () => (await h.page(h.who.as('first'), on))!;
    assert.deepEqual(
      (await page()).duties.map((x) => [x.duty, x.ownerRole]),
      [['achievement.amend', 'CT']],
    );
    assert.deepEqual(refused(await d.try('tto', 'achievement.register', on, {})), ['chart.no_place']);
    const amended = { title: '可降解封堵器', kind: 'device', summary: '技术参数如下' };
    const later = toldOnly(await d.try('first', 'achievement.amend', on, { ...amended, formedOn: '2026-03-03' }));
    assert.deepEqual([later.code, later.at], ['achievement.formed_later', 'formedOn']);
    accepted(await d.try('first', 'achievement.amend', on, amended));
    assert.deepEqual(
      (await page()).duties.map((x) => x.duty),
      ['achievement.register'],
    );
    accepted(await d.try('tto', 'achievement.register', on, {}));
    assert.deepEqual([(await page()).duties, (await page()).cases[0]?.state], [[], 'registered']);
    await isWhole(h.url);
  });
  it('files no paper whose bytes did not come', async () => {
    const d = await h.deal().opened();
    const input = { kind: 'report', title: '没有内容', mediaType: 'text/plain', size: 1, sha256: 'a'.repeat(64) };
    const t = toldOnly(await changesNothing(h.url, () => d.try('tto', 'paper.file', d.conversion, input)));
    assert.deepEqual(
      [t.code, t.at, t.zh, t.en],
      ['paper.no_bytes', 'sha256', '没有收到文件内容，请重新上传。', 'The file did not arrive. Upload it again.'],
    );
  });
});

describe('转化法第十六条：科技成果持有者可以采用下列方式进行科技成果转化', () => {
  it('converts what is registered, and names what is not', async () => {
    const disclosed = await new PlainDeal(h, h.who).send(
      'first',
      'achievement.disclose',
      undefined,
      form(h.who, { title: '未备案的成果' }),
    );
    const t = toldOnly(await changesNothing(h.url, () => open2([String(disclosed.made.achievement)])));
    assert.deepEqual(
      [t.code, t.at, t.clauses, t.zh],
      ['achievement.not_registered', 'achievements', ['plain:process'], '尚未备案的成果不能转化：未备案的成果。请先完成备案。'],
    );
    assert.equal(t.en, 'Not registered yet, so not to be converted: 未备案的成果. Register first.');
  });
  const open2 = (achievements: readonly string[]) =>
    h.send(h.who.as('tto'), 'conversion.open', {
      input: { achievements, mode: 'transfer', counterparty: h.who.parties.buyer, partners: [] },
    });

  it('takes another way only with its legal basis', async () => {
    const t = toldOnly(await open(h.who, { mode: 'other' }));
    assert.deepEqual(
      [t.code, t.at, t.clauses, t.zh],
      ['conversion.basis_missing', 'basis', ['cn-conversion-law:16'], '选择“其他”方式，须写明法律依据。'],
    );
    assert.equal(t.en, 'The way “other” needs its legal basis.');
    accepted(await open(h.who, { mode: 'other', basis: '第十六条第（六）项' }));
  });
  it('takes of ways, partners and prices only what the adopted texts know, in their name', async () => {
    const mode = toldOnly(
      await open(at.narrow!, { mode: 'license', partners: [] }).then(async () => await open(at.narrow!, { mode: 'cooperate' })),
    );
    assert.deepEqual(
      [mode.code, mode.at, mode.clauses, mode.zh],
      ['conversion.mode_unknown', 'mode', ['narrow:modes'], '“合作实施”不是规定的转化方式。'],
    );
    const partners = [
      { party: at.narrow!.parties.buyer, kind: 'physician' },
      { party: at.narrow!.parties.buyer, kind: 'financing' },
    ];
    const partner = toldOnly(await open(at.narrow!, { partners }));
    assert.deepEqual(
      [partner.code, partner.at, partner.clauses, partner.zh],
      ['partner.kind_unknown', 'partners.1.kind', ['narrow:partners'], '“融资机构”不在本单位平台规定的伙伴类型之内。'],
    );
    const d = await new PlainDeal(h, at.narrow!).opened();
    const pricing = await d.step('pricing');
    await d.send('tto', 'disposal.check', pricing, clear);
    const t = toldOnly(await d.try('tto', 'price.set', pricing, { method: 'auction', price: '1.00', grounds: '拍卖' }));
    assert.deepEqual(
      [t.code, t.at, t.clauses, t.zh, t.en],
      [
        'price.method_not_allowed',
        'method',
        ['narrow:prices'],
        '定价方式须在规定的范围内。',
        'The price must be set in one of the ways the texts allow.',
      ],
    );
    accepted(await d.try('tto', 'price.set', pricing, { method: 'listed', price: '1.00', grounds: '挂牌' }));
  });
  it('opens nothing where no text says which steps there are, and nothing where two say different ones', async () => {
    const silent = toldOnly(await open(at.blank!));
    assert.deepEqual(
      [silent.code, silent.zh],
      ['law.silent', '对“转化流程”，本单位采用的文本都没有规定，不能办理。请先在本单位办法中作出规定并采用。'],
    );
    assert.match(silent.en, /no text that the institution has adopted says anything/);
    const conflict = toldOnly(await open(at.two!));
    assert.deepEqual([conflict.code, conflict.clauses], ['law.conflict', ['plain:process', 'other:process']]);
    assert.equal(conflict.zh, '对“转化流程”，同一层级的两条规定不一致，又没有写明谁例外。请先解决规定之间的冲突。');
    assert.match(conflict.en, /two clauses of the same level differ and neither is declared the exception/);
  });
  it('learns its price even while another step has stalled it', async () => {
    const d = await new PlainDeal(h, at.other!).opened();
    const review = await d.step('review');
    accepted(await d.try('legal', 'opinion.give', review, { reviewer: 'LD', agreed: false, words: '权属不清' }));
    const pricing = await d.step('pricing');
    await d.send('tto', 'disposal.check', pricing, clear);
    const set = accepted(await d.try('tto', 'price.set', pricing, { method: 'listed', price: '1.00', grounds: '挂牌' }));
    assert.ok(set.events.some((e) => e.type === 'price.known' && e.stream === d.conversion));
    assert.equal(await d.state(), 'stalled');
  });
});
