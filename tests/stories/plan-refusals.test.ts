import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Cooperation, type CooperationHouse, cooperating, cooperationHouse } from '../support/cooperation.ts';
import { accepted, clausesOf, refused, saidBefore } from '../support/house.ts';

/** A text of the parties' own about the review of plans, instead of 001. */
const reviewPack = (id: string, o: { readonly voters: string; readonly answers: string }): Readonly<Record<string, string>> => {
  const version = (value: string): string => `\n    versions:\n      - { from: 2025-01-01, value: ${value}, source: 一条 }`;
  const example = (rule: string, says: string): string =>
    `- name: ${rule}\n  rule: ${rule}\n  given: { matter: plan }\n  on: 2026-03-02\n  ${says}\n`;
  return {
    [`${id}/text.yaml`]: `text: ${id}\ntitle: ${id}\nshort: ${id}办法\nlevel: institution\nstatus: in-force\nnumbering: names\nsource: 为测试而虚构\nfrom: 2025-01-01\n`,
    [`${id}/1-review.yaml`]: `clause: "${id}:review"\ntitle: 方案评审\nforce: must\ntext: 方案的评审。\nanswers:
  - rule: vote-pass-rate\n    when: { matter: plan }${version('{ of: heads, moreThan: 1/2 }')}
  - rule: vote-denominator\n    when: { matter: plan }${version('entitled')}
  - rule: plan-voters${version(o.voters)}
  - rule: opinion-answers${version(o.answers)}
`,
    [`${id}/1-review.examples.yaml`]: [
      example('vote-pass-rate', 'of: heads\n  admits: [2/3]'),
      example('vote-denominator', 'is: entitled'),
      example('plan-voters', `is: ${o.voters}`),
      example('opinion-answers', `has: ${o.answers}`),
    ].join(''),
  };
};

let h: CooperationHouse;
before(async () => {
  h = await cooperationHouse({
    ...reviewPack('adopting', { voters: 'parties', answers: '[adopted]' }),
    ...reviewPack('telling', { voters: 'parties', answers: '[explained]' }),
    ...reviewPack('explaining', { voters: 'experts', answers: '[explained]' }),
  });
});
after(() => h.close());

const under = (text: string) => ({
  ...cooperating,
  adoptions: [...cooperating.adoptions.filter((a) => a.text !== '001'), { text, from: '2025-01-01', basis: '各方约定' }],
});
const said = async (d: Cooperation, login: string, command: string): Promise<string[]> => saidBefore(await d.page(login), d.plan, command);
/** A plan of the hospital and the company; the institute is known to the house, and no party to it. */
async function ofTwo(): Promise<Cooperation> {
  const two = await h.deal();
  const parties = (['hospital', 'company'] as const).map((code) => ({
    party: two.party(code),
    weight: '1/2',
    representative: two.person(code),
    lead: code === 'hospital',
  }));
  const draft = { title: '两方的方案', parties, leader: two.person('leader'), ...two.contents() };
  two.plan = (await two.send('hospital', 'plan.draft', undefined, draft)).case;
  return two;
}
const passed = async (d: Cooperation): Promise<Cooperation> => {
  await d.votes({ hospital: 'for', company: 'for', institute: 'for' });
  await d.send('hospital', 'ballot.close', d.ballot, {});
  return d;
};

describe('001 5.1.2 a)：a plan is laid before experts when it has what the text wants of it', () => {
  it('names the part that is missing, and says so before experts are named', async () => {
    const d = await h.deal();
    await d.drafted(undefined, { ...d.contents(), schedule: [] });
    const result = await d.try('hospital', 'plan.submit', d.plan, { experts: d.panel() });
    assert.deepEqual([...new Set(refused(result))], ['plan.incomplete']);
    assert.ok(clausesOf(result).includes('001:5.1.2.a.4'));
    assert.ok((await said(d, 'hospital', 'plan.submit')).includes('plan.incomplete'));
  });
  it('names no expert twice, and none for a party that the plan has not', async () => {
    const d = await (await h.deal()).drafted();
    const [technical, management] = d.panel();
    const submit = (experts: object[]) => d.try('hospital', 'plan.submit', d.plan, { experts });
    assert.deepEqual(refused(await submit([technical!, management!, { ...management, kind: 'technical' }])), ['plan.expert_twice']);
    const two = await ofTwo();
    const [first, second] = two.panel();
    const strange = [first!, { ...second, party: two.party('institute') }];
    assert.deepEqual(refused(await two.try('hospital', 'plan.submit', two.plan, { experts: strange })), ['plan.not_a_party']);
  });
  it('is not put to the vote before it is reviewed, which the page says', async () => {
    const d = await (await h.deal()).drafted();
    await d.send('hospital', 'plan.submit', d.plan, { experts: d.panel() });
    assert.deepEqual(await said(d, 'hospital', 'voting.open'), ['plan.review_missing']);
  });
});

describe('the weights are agreed among the parties of the plan', () => {
  it('refuses a party named twice, a stranger, and a party left out', async () => {
    const d = await (await h.deal()).reviewed();
    const agreement = await d.paper('hospital', d.plan, '各方商定的权重');
    const agree = (weights: readonly (readonly [string, string])[]) =>
      d.try('hospital', 'weights.agree', d.plan, { agreement, weights: weights.map(([party, weight]) => ({ party, weight })) });
    const [hospital, company, institute] = ['hospital', 'company', 'institute'].map((code) => d.party(code)) as [string, string, string];
    const twice = [hospital, company, institute, company].map((p) => [p, '1/4'] as const);
    assert.deepEqual(refused(await agree(twice)), ['plan.party_twice']);
    assert.deepEqual(refused(await agree([hospital, company].map((p) => [p, '1/2'] as const))), ['weights.party_missing']);
    const two = await (await ofTwo()).reviewed();
    const weights = ['hospital', 'company', 'institute'].map((code) => ({ party: two.party(code), weight: '1/3' }));
    const paper = await two.paper('hospital', two.plan, '各方商定的权重');
    assert.deepEqual(refused(await two.try('hospital', 'weights.agree', two.plan, { weights, agreement: paper })), ['plan.not_a_party']);
  });
});

describe('001 5.1.2 b)：评审意见需纳入方案修订内容', () => {
  it('says that no opinion waits for an answer where there is none', async () => {
    const d = await passed(await (await h.deal()).voting());
    assert.deepEqual(await said(d, 'hospital', 'opinion.adopt'), ['opinion.none_open']);
    assert.deepEqual(await said(d, 'hospital', 'opinion.explain'), ['opinion.none_open']);
  });
  it('answers an opinion only in the way that the text knows', async () => {
    const d = await passed(await (await h.deal(under('adopting'))).voting({ opinions: ['样本量不足'] }));
    const result = await d.try('hospital', 'opinion.explain', d.plan, { opinion: 1, words: '不必' });
    assert.deepEqual([refused(result), clausesOf(result)], [['opinion.not_so'], ['adopting:review']]);
    await d.send('hospital', 'opinion.adopt', d.plan, { opinion: 1, words: '已增加', overallGoal: '完成中试，样本120例' });
  });
  it('opens no ballot of experts, to whom the matrix gives no vote', async () => {
    const d = await (await h.deal(under('explaining'))).reviewed();
    const result = await d.try('hospital', 'voting.open', d.plan, { closesOn: '2026-03-20', secret: false });
    assert.ok(refused(result).includes('plan.experts_do_not_vote'));
    assert.deepEqual(clausesOf(result), ['explaining:review']);
  });
});

describe('an opinion is adopted in a version that is a plan of these parties', () => {
  const adopt = (d: Cooperation, more: object = {}) =>
    d.try('hospital', 'opinion.adopt', d.plan, { opinion: 1, words: '已修订', overallGoal: '完成120例的中试', ...more });
  const backwards = [{ task: '研发试验', start: '2026-06-01', end: '2026-05-31' }];
  it('refuses one that is not there, one answered already, and a task that ends before it starts', async () => {
    const d = await passed(await (await h.deal()).voting({ opinions: ['样本量不足'] }));
    assert.deepEqual(refused(await adopt(d, { opinion: 9 })), ['opinion.unknown']);
    assert.deepEqual(refused(await adopt(d, { schedule: backwards })), ['period.ends_before']);
    await d.send('hospital', 'opinion.explain', d.plan, { opinion: 1, words: '已足够' });
    assert.deepEqual(refused(await adopt(d)), ['opinion.none_open']);
  });
  it('refuses it where the text only lets it be explained', async () => {
    const d = await passed(await (await h.deal(under('telling'))).voting({ opinions: ['样本量不足'] }));
    assert.deepEqual(refused(await adopt(d)), ['opinion.not_so']);
  });
  it('gives no duty to a stranger, neither here nor in a revision or an amendment', async () => {
    const d = await ofTwo();
    const duties = [{ party: d.party('institute'), task: '材料试验' }];
    assert.deepEqual(refused(await d.try('leader', 'plan.revise', d.plan, { duties })), ['plan.not_a_party']);
    assert.deepEqual(refused(await d.try('leader', 'plan.revise', d.plan, { schedule: backwards })), ['period.ends_before']);
    await d.voting({ opinions: ['样本量不足'] });
    await d.votes({ hospital: 'for', company: 'for' });
    await d.send('hospital', 'ballot.close', d.ballot, {});
    assert.deepEqual(refused(await adopt(d, { duties })), ['plan.not_a_party']);
    await d.send('hospital', 'opinion.explain', d.plan, { opinion: 1, words: '已足够' });
    await d.send('hospital', 'plan.approve', d.plan, {});
    const resolution = await d.paper('hospital', d.plan, '管理委员会决议');
    const amended = await d.try('leader', 'plan.amend', d.plan, { reason: '增加一方', resolution, duties });
    assert.deepEqual(refused(amended), ['plan.not_a_party']);
  });
  it('is answered, and the weights agreed anew, also while a plan that was voted down is drafted again', async () => {
    const d = await (await h.deal()).voting({ opinions: ['样本量不足', '工期偏紧'] });
    await d.votes({ hospital: 'against', company: 'against', institute: 'for' });
    await d.send('hospital', 'ballot.close', d.ballot, {});
    accepted(await adopt(d));
    await d.send('hospital', 'opinion.explain', d.plan, { opinion: 2, words: '已与各方核对' });
    const agreement = await d.paper('hospital', d.plan, '各方商定的权重');
    const weights = ['hospital', 'company', 'institute'].map((code) => ({ party: d.party(code), weight: '1/3' }));
    await d.send('hospital', 'weights.agree', d.plan, { weights, agreement });
    assert.equal(await d.state(), 'drafted');
  });
});

describe('001 5.2.1 a)：an amendment changes something, and does not contradict itself', () => {
  it('is refused where it changes nothing, or ends a task before it starts', async () => {
    const d = await (await h.deal()).approved();
    const resolution = await d.paper('hospital', d.plan, '管理委员会决议');
    const amend = (change: object) => d.try('leader', 'plan.amend', d.plan, { reason: '调整', resolution, ...change });
    assert.deepEqual(refused(await amend({})), ['plan.no_change']);
    const schedule = [{ task: '研发试验', start: '2026-06-01', end: '2026-05-31' }];
    assert.deepEqual(refused(await amend({ schedule })), ['period.ends_before']);
  });
});
