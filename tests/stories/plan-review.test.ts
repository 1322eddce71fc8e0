import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { verify } from '../../packages/engine/verify.ts';
import { type CooperationHouse, cooperationHouse } from '../support/cooperation.ts';
import { accepted, clausesOf, refused } from '../support/house.ts';

let h: CooperationHouse;
before(async () => {
  h = await cooperationHouse();
});
after(() => h.close());

describe('001 5.1.2 b)：合作方组织技术专家、管理专家对方案进行评审', () => {
  it('does not open a review without a technical and a management expert [R1-029]', async () => {
    const d = await (await h.deal()).drafted();
    for (const kind of ['technical', 'management']) {
      const experts = d.panel().filter((e) => e.kind === kind);
      const result = await d.try('hospital', 'plan.submit', d.plan, { experts });
      assert.deepEqual([refused(result), clausesOf(result)], [['plan.experts_missing'], ['001:5.1.2.b']]);
    }
    assert.equal(await d.state(), 'drafted');
    await d.send('hospital', 'plan.submit', d.plan, { experts: d.panel() });
    assert.equal(await d.state(), 'reviewing');
  });
  it('puts it to the vote only after one expert of each kind has given his opinion [R1-029]', async () => {
    const d = await (await h.deal()).drafted();
    const experts = [...d.panel(), { person: d.person('second'), kind: 'technical' }];
    await d.send('hospital', 'plan.submit', d.plan, { experts });
    await d.send('technical', 'plan.review', d.plan, { conclusion: 'agree', opinions: [] });
    const open = { closesOn: '2026-03-20', secret: false };
    assert.deepEqual(refused(await d.try('hospital', 'voting.open', d.plan, open)), ['plan.review_missing']);
    await d.send('management', 'plan.review', d.plan, { conclusion: 'agree', opinions: [] });
    await d.send('hospital', 'voting.open', d.plan, open);
    assert.equal(await d.state(), 'voting');
  });
  it('takes each expert’s opinion once, from himself or from his paper, and wants the opinion said', async () => {
    const d = await (await h.deal()).drafted();
    await d.send('hospital', 'plan.submit', d.plan, { experts: d.panel() });
    const disagrees = { conclusion: 'disagree', opinions: [] };
    assert.deepEqual(refused(await d.try('technical', 'plan.review', d.plan, disagrees)), ['plan.opinion_missing']);
    await d.send('technical', 'plan.review', d.plan, { conclusion: 'disagree', opinions: ['样本量不足'] });
    assert.deepEqual(refused(await d.try('technical', 'plan.review', d.plan, disagrees)), ['plan.already_reviewed']);
    assert.deepEqual(refused(await d.try('company', 'plan.review', d.plan, disagrees)), ['may.not']);
    const paper = await d.paper('secretary', d.plan, '管理专家的书面意见');
    const input = { conclusion: 'agree', opinions: [], expert: d.person('management') };
    const recorded = { decidedBy: '管理专家', on: '2026-03-01', paper };
    assert.deepEqual((await d.send('secretary', 'plan.review', d.plan, input, { recorded })).findings, []);
    const nobody = { ...input, expert: d.person('stranger') };
    assert.deepEqual(refused(await d.try('secretary', 'plan.review', d.plan, nobody, { recorded })), ['plan.not_an_expert']);
  });
});

describe('001 5.1.2 b)：评审通过率≥80%（按合作方投票权重计算）视为通过', () => {
  const outcomes = [
    { weights: { hospital: '50%', company: '30%', institute: '20%' }, yes: ['hospital', 'company'], state: 'answering', rate: '80%' },
    { weights: { hospital: '50%', company: '30%', institute: '20%' }, yes: ['hospital', 'institute'], state: 'drafted', rate: '70%' },
    { weights: { hospital: '50%', company: '29%', institute: '21%' }, yes: ['hospital', 'company'], state: 'drafted', rate: '79%' },
  ] as const;
  for (const o of outcomes) {
    it(`comes to ${o.rate}, which ${o.state === 'answering' ? 'passes' : 'sends the plan back'}: F01 [R1-030]`, async () => {
      const d = await (await h.deal()).voting({ weights: o.weights });
      const vote = (who: string): string => ((o.yes as readonly string[]).includes(who) ? 'for' : 'against');
      await d.votes({ hospital: vote('hospital'), company: vote('company'), institute: vote('institute') });
      await d.send('hospital', 'ballot.close', d.ballot, {});
      assert.equal(await d.state(), o.state);
      assert.equal((await d.planView()).ballot?.rate, o.rate);
    });
  }
  it('keeps an abstention in the denominator, and shows what the other readings give: F02 [R1-030]', async () => {
    const d = await (await h.deal()).voting({ weights: { hospital: '60%', company: '25%', institute: '15%' } });
    await d.votes({ hospital: 'for', company: 'abstain', institute: 'for' });
    await d.send('company', 'ballot.close', d.ballot, {});
    const { outcome } = await d.ballotView();
    assert.equal(outcome?.passed, false);
    assert.deepEqual(
      outcome?.reckonings.map((r) => [r.denominator, r.demands[0]!.rate, r.passed]),
      [
        ['entitled', '75%', false],
        ['present', '75%', false],
        ['voting', '100%', true],
      ],
    );
    // K12: the decision keeps which reading of the clause would have come out otherwise
    const readings = await h.see(d.who.as('tto'), (db) =>
      db.selectFrom('decision').where('case_id', '=', d.ballot).where('command', '=', 'ballot.close').select('readings').executeTakeFirst(),
    );
    const said = readings!.readings as unknown as { rule: string; index: number; differs: boolean }[];
    assert.deepEqual(
      said.filter((r) => r.rule === 'vote-denominator').map((r) => r.differs),
      [false, true], // those present were all; of those voting all were for
    );
  });
  it('cannot be opened with weights that sum to 99% or 101%, nor does the system bring them to 100%: F03 [R1-030]', async () => {
    for (const last of ['19%', '21%']) {
      const d = await (await h.deal()).reviewed({ hospital: '50%', company: '30%', institute: last });
      const result = await d.try('hospital', 'voting.open', d.plan, { closesOn: '2026-03-20', secret: false });
      assert.deepEqual([refused(result), clausesOf(result)], [['weights.sum'], ['001:5.1.2.b']]);
      const known = (await d.page('hospital')).mayDo[d.plan]!.find((m) => m.command === 'voting.open')!;
      assert.deepEqual(
        known.refusals.map((r) => r.refused),
        ['weights.sum'],
      );
      const agreement = await d.paper('hospital', d.plan, '各方商定的权重');
      const weights = [
        { party: d.party('hospital'), weight: '50%' },
        { party: d.party('company'), weight: '30%' },
        { party: d.party('institute'), weight: '20%' },
      ];
      await d.send('hospital', 'weights.agree', d.plan, { weights, agreement });
      await d.send('hospital', 'voting.open', d.plan, { closesOn: '2026-03-20', secret: false });
    }
  });
});

describe('001 5.1.2 b)：评审意见需纳入方案修订内容', () => {
  it('is approved, and signed on, only when each opinion is adopted in a version of its own, or explained [R1-031]', async () => {
    const d = await (await h.deal()).voting({ opinions: ['样本量不足', '请说明费用来源', '工期偏紧'] });
    const sign = async () => d.try('signatory', 'cooperation.sign', d.plan, { agreement: await d.paper('hospital', d.plan, '合作协议') });
    await d.votes({ hospital: 'for', company: 'for', institute: 'for' });
    await d.send('hospital', 'ballot.close', d.ballot, {});
    const approve = () => d.try('hospital', 'plan.approve', d.plan, {});
    assert.deepEqual([refused(await approve()), clausesOf(await approve())], [['opinion.still_open'], ['001:5.1.2.b']]);
    assert.deepEqual(refused(await sign()), ['chart.no_place']);

    const unchanged = await d.try('hospital', 'opinion.adopt', d.plan, { opinion: 1, words: '已修订' });
    assert.deepEqual(refused(unchanged), ['opinion.no_change']);
    await d.send('hospital', 'opinion.adopt', d.plan, {
      opinion: 1,
      words: '样本量由60例增至120例',
      stagedGoals: [{ name: '实验室小试', due: '2026-10-31', metric: '120例，合格率不低于90%' }],
    });
    await d.send('hospital', 'opinion.explain', d.plan, { opinion: 2, words: '费用见资源投入清单' });
    assert.deepEqual([refused(await approve()), refused(await sign())], [['opinion.still_open'], ['chart.no_place']]);
    assert.deepEqual(refused(await d.try('hospital', 'opinion.explain', d.plan, { opinion: 2, words: '再说明' })), ['opinion.none_open']);
    assert.deepEqual(refused(await d.try('hospital', 'opinion.explain', d.plan, { opinion: 9, words: '没有这条' })), ['opinion.unknown']);
    await d.send('leader', 'opinion.explain', d.plan, { opinion: 3, words: '已与各方核对' });
    assert.deepEqual(refused(await sign()), ['chart.no_place'], 'answered, and not yet approved');
    accepted(await approve());
    accepted(await sign());
    assert.deepEqual(refused(await sign()), ['cooperation.signed_already']);

    const view = await d.planView();
    assert.deepEqual([view.version, view.inForce], [2, 2]);
    assert.deepEqual(
      view.versions.map((v) => [v.version, v.signedOn]),
      [
        [2, '2026-03-02'],
        [1, null],
      ],
    );
    assert.deepEqual(
      view.opinions.map((o) => [o.ordinal, o.disposition, o.version]),
      [
        [1, 'adopted', 2],
        [2, 'explained', null],
        [3, 'explained', null],
      ],
    );
    assert.equal(view.contents.stagedGoals[0]?.metric, '120例，合格率不低于90%');
    const { documents } = await d.page();
    assert.deepEqual(
      documents.map((x) => [x.kind, x.state]),
      [['plan-review-record', 'issued']],
    );
  });
  it('goes back to drafting when voted down, and answers the opinions of every round before it is approved', async () => {
    const d = await (await h.deal()).voting({ opinions: ['样本量不足'] });
    await d.votes({ hospital: 'against', company: 'for', institute: 'for' });
    await d.send('hospital', 'ballot.close', d.ballot, {});
    assert.equal(await d.state(), 'drafted');
    await d.send('leader', 'plan.revise', d.plan, { overallGoal: '完成可降解封堵器的中试和注册检验' });
    assert.deepEqual(refused(await d.try('leader', 'plan.revise', d.plan, {})), ['plan.no_change']);
    await d.voting();
    await d.votes({ hospital: 'for', company: 'for', institute: 'for' });
    await d.send('hospital', 'ballot.close', d.ballot, {});
    assert.deepEqual(refused(await d.try('hospital', 'plan.approve', d.plan, {})), ['opinion.still_open']);
    await d.send('hospital', 'opinion.explain', d.plan, { opinion: 1, words: '第二版已增加样本量' });
    accepted(await d.try('hospital', 'plan.approve', d.plan, {}));
    assert.deepEqual([(await d.planView()).round, (await d.planView()).inForce], [2, 2]);
  });
});

describe('001 5.2.1 a)：管理委员会负责重大决策（如方案调整）', () => {
  it('amends an approved plan on a resolution, by review and vote, while the version in force stays so', async () => {
    const d = await (await h.deal()).voting();
    await d.votes({ hospital: 'for', company: 'for', institute: 'for' });
    await d.send('hospital', 'ballot.close', d.ballot, {});
    await d.send('hospital', 'plan.approve', d.plan, {});
    const change = { reason: '增加一家中试单位', overallGoal: '在两家单位完成中试' };
    const without = await d.try('leader', 'plan.amend', d.plan, change);
    assert.deepEqual([refused(without), clausesOf(without)], [['plan.resolution_missing'], ['001:5.2.1.a']]);
    await d.send('leader', 'plan.amend', d.plan, { ...change, resolution: await d.paper('hospital', d.plan, '管理委员会决议') });
    assert.deepEqual([await d.state(), (await d.planView()).version, (await d.planView()).inForce], ['drafted', 2, 1]);
    await d.voting();
    await d.votes({ hospital: 'for', company: 'for', institute: 'for' });
    await d.send('hospital', 'ballot.close', d.ballot, {});
    await d.send('hospital', 'plan.approve', d.plan, {});
    assert.equal((await d.planView()).inForce, 2);
  });
  it('is signed anew once an amendment is approved, and not while an opinion on it is open [R1-031]', async () => {
    const d = await (await h.deal()).approved();
    const sign = async () => d.try('signatory', 'cooperation.sign', d.plan, { agreement: await d.paper('hospital', d.plan, '合作协议') });
    const agreement = await d.paper('hospital', d.plan, '合作协议');
    assert.deepEqual(refused(await d.try('hospital', 'cooperation.sign', d.plan, { agreement })), ['may.not']);
    accepted(await sign());
    const resolution = await d.paper('hospital', d.plan, '管理委员会决议');
    await d.send('leader', 'plan.amend', d.plan, { reason: '增加中试单位', overallGoal: '在两家单位完成中试', resolution });
    await d.voting({ opinions: ['请说明第二家单位的资质'] });
    await d.votes({ hospital: 'for', company: 'for', institute: 'for' });
    await d.send('hospital', 'ballot.close', d.ballot, {});
    assert.deepEqual(refused(await sign()), ['chart.no_place']);
    await d.send('leader', 'opinion.explain', d.plan, { opinion: 1, words: '见附件资质证书' });
    await d.send('hospital', 'plan.approve', d.plan, {});
    accepted(await sign());
  });
});

describe('a plan says whose it is', () => {
  it('refuses a plan with no lead or two, a party twice, a stranger’s duty, a task that ends before it starts', async () => {
    const d = await h.deal();
    const codes = async (change: (input: Record<string, never>) => object): Promise<string[]> => {
      const parties = (['hospital', 'company'] as const).map((code) => ({
        party: d.party(code),
        weight: '50%',
        representative: d.person(code),
        lead: code === 'hospital',
      }));
      const input = { title: '方案', parties, leader: d.person('leader'), ...d.contents() };
      return refused(await d.try('hospital', 'plan.draft', undefined, change(input as unknown as Record<string, never>)));
    };
    type Rows = { parties: { lead: boolean }[] };
    const led = (lead: boolean) => (i: unknown) => ({ ...(i as object), parties: (i as Rows).parties.map((p) => ({ ...p, lead })) });
    assert.deepEqual(await codes(led(true)), ['plan.one_lead']);
    assert.deepEqual(await codes(led(false)), ['plan.one_lead']);
    assert.deepEqual(
      await codes((i) => ({ ...(i as object), parties: [(i as unknown as Rows).parties[0], (i as unknown as Rows).parties[0]] })),
      ['plan.one_lead', 'plan.party_twice', 'plan.not_a_party', 'plan.not_a_party'],
    );
    const backwards = [{ task: '研发', start: '2026-06-01', end: '2026-05-31' }];
    assert.deepEqual(await codes((i) => ({ ...(i as object), schedule: backwards })), ['period.ends_before']);
    assert.deepEqual(await codes((i) => ({ ...(i as object), parties: [(i as unknown as Rows).parties[0]] })), ['field.too_few']);
  });
});

describe('what happened is what is written', () => {
  it('verifies every event and row of these stories', async () => {
    const { discrepancies, events } = await verify(h.url);
    assert.deepEqual(discrepancies, []);
    assert.ok(events > 100);
  });
});
