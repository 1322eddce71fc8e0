import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Deal } from '../../demonstration/deal.ts';
import { type Founding, found } from '../../packages/capabilities/institution/founding.ts';
import type { Result } from '../../packages/engine/ask.ts';
import type { ReviewView } from '../../packages/instruments/review-route/view.ts';
import { type Door, doorOf } from '../support/door.ts';
import { accepted, clausesOf, refused, type TestHouse, testHouse } from '../support/house.ts';
import { type PlainHouse, plain, plainHouse } from '../support/plain.ts';
import { institutionOf, pku, Way } from '../support/way.ts';

describe('案例2：金额≤400万元由科技开发部审批；400万~800万元报领导小组批准；>800万元再报党委常委会批准', () => {
  let house: TestHouse;
  let who: Deal['who'];
  let door: Door;
  before(async () => {
    house = await testHouse();
    who = await found(house.engine, pku);
    door = await doorOf(house);
  });
  after(async () => {
    await door.close();
    await house.close();
  });
  const way = (price: string, mode = 'transfer') => new Way(house, who).priced(price, { step: 'leader', mode });
  const department = ['unit:of-project-leader', 'computing'] as const;
  const opinion = (d: Way, step: string, reviewer: string, login: string) =>
    d.step(step).then((on) => d.send(login, 'opinion.give', on, { reviewer, agreed: true }));

  for (const [price, open] of [
    ['4000000.00', []],
    ['4000000.01', ['leading-group']],
    ['8000000.00', ['leading-group']],
    ['8000000.01', ['leading-group', 'standing-committee']],
    ['19980000.00', ['leading-group', 'standing-committee']],
  ] as const) {
    it(`asks for ${open.join(' and ') || 'no body'} beyond the office at ${price}, transferred or invested [C02-R2]`, async () => {
      const bodies = ['leading-group', 'standing-committee'];
      for (const mode of ['transfer', 'equity']) {
        const steps = await (await way(price, mode)).steps();
        assert.deepEqual(
          steps.filter((s) => bodies.includes(s.split(' ')[0]!)),
          bodies.map((b) => `${b} ${(open as readonly string[]).includes(b) ? 'open' : 'passed-by'}`),
          mode,
        );
      }
    });
  }

  it('shows the whole chain, those the tier does not require passed by, and whose turn it is [C02-R3]', async () => {
    const d = await way('5000000.00');
    assert.deepEqual(await d.steps(), [
      'leader done',
      'department open',
      'office open',
      'leading-group open',
      'standing-committee passed-by',
      'contract open',
    ]);
    const turn = async (): Promise<string[]> => {
      const page = await d.page();
      return page.steps.filter((s) => s.state === 'open' && page.open.includes(s.child_id)).map((s) => s.step);
    };
    assert.deepEqual(await turn(), ['department']);
    const waiting = await house.see(who.as('tto'), (db) =>
      db.selectFrom('duty_list').where('root_id', '=', d.conversion).where('unblocked', '=', true).select('owner_role').execute(),
    );
    assert.deepEqual(
      waiting.map((w) => w.owner_role),
      ['unit:of-project-leader'],
    );
    const early = await house.send(who.as('tto'), 'opinion.give', {
      case: await d.step('office'),
      input: { reviewer: 'TT', agreed: true },
    });
    assert.deepEqual(refused(early), ['step.before']);
  });

  it('gives each actor of the chain the cases that wait at his step, and no other [C02-R3]', async () => {
    const leader = await new Way(house, who).opened({ title: '待申报' });
    const [computing, chemistry] = [
      await way('5000000.00'),
      await new Way(house, who).priced('5000000.00', { step: 'leader', team: ['second'] }),
    ];
    const office = await way('1000000.00');
    await opinion(office, 'department', ...department);
    const [group, committee] = [await way('8000000.00'), await way('19980000.00')];
    for (const d of [group, committee]) {
      await opinion(d, 'department', ...department);
      await opinion(d, 'office', 'TT', 'tto');
    }
    const item = {
      result: 'passed',
      present: [who.people.dean],
      recused: [],
      votes: 'not-in-minutes',
      minutesNumber: '1',
      majority: '协商一致',
    };
    const passed = async (d: Way, step: string): Promise<void> => {
      const on = await d.step(step);
      await d.send('dean', 'resolution.decide', on, { ...item, minutes: await d.paper('secretary', on, 'minutes', '纪要') });
    };
    await passed(committee, 'leading-group');

    const at = async (d: Way, step: string): Promise<string> => `${d.conversion} ${await d.step(step)}`;
    /** What stands first on his day: the matters whose turn is his. Those of the tests before are left out. */
    const mine = [leader, computing, chemistry, office, group, committee].map((d) => d.conversion);
    const tasks = async (login: string): Promise<string[]> => {
      const { duties } = (await door.get(who.as(login), '/api/today')).body as {
        duties: { root: string; case: string; unblocked: boolean }[];
      };
      return duties.filter((d) => d.unblocked && mine.includes(d.root)).map((d) => `${d.root} ${d.case}`);
    };
    assert.deepEqual(await tasks('computing'), [await at(computing, 'department')]);
    assert.deepEqual(await tasks('chemistry'), [await at(chemistry, 'department')]);
    assert.deepEqual((await tasks('tto')).sort(), [await at(leader, 'leader'), await at(office, 'office')].sort());
    assert.deepEqual(
      (await tasks('secretary')).sort(),
      [await at(group, 'leading-group'), await at(committee, 'standing-committee')].sort(),
    );
    assert.deepEqual(await tasks('dean'), [], 'no contract is to be signed yet');

    await opinion(computing, 'department', ...department);
    assert.deepEqual(await tasks('computing'), []);
    assert.ok((await tasks('tto')).includes(await at(computing, 'office')));
    await passed(group, 'leading-group');
    assert.deepEqual(
      [await tasks('dean'), await tasks('secretary')],
      [[await at(group, 'contract')], [await at(committee, 'standing-committee')]],
    );
    // who has no wider role does not even see the cases of another department
    assert.equal((await door.get(who.as('computing'), `/api/cases/${chemistry.conversion}`)).status, 404);
    assert.equal((await door.get(who.as('chemistry'), `/api/cases/${chemistry.conversion}`)).status, 200);
  });

  it('signs a small deal without any body, and never waits for a step that was passed by', async () => {
    const d = await way('4000000.00');
    await opinion(d, 'department', ...department);
    await opinion(d, 'office', 'TT', 'tto');
    const contract = await d.step('contract');
    const paper = await d.paper('tto', contract, 'agreement', '合同');
    await d.send('dean', 'contract.sign', contract, { title: '合同', price: '4000000.00', paper });
    assert.equal((await d.steps()).at(-1), 'contract done');
  });

  it('says nothing of licences, so that none can be opened', async () => {
    await assert.rejects(way('1000000.00', 'license'), /law\.silent/);
  });

  it('asks the bodies anew where a corrected price falls into their tier, and lets them go where it leaves it', async () => {
    const d = await way('4000000.00');
    const ask = async (value: string): Promise<void> => {
      const page = await d.page();
      const pricing = page.steps.find((s) => s.case_id === d.conversion && s.step === 'leader')!.child_id;
      const asked = accepted(
        await house.send(who.as('tto'), 'correction.ask', {
          case: pricing,
          input: { table: 'pricing', row: pricing, field: 'price', value, reason: '录入有误' },
        }),
      );
      assert.ok(asked);
      const correction = (await d.page()).corrections.find((c) => c.state === 'asked')!;
      await d.send('dean', 'correction.decide', pricing, { correction: correction.id, approve: true });
    };
    await ask('9000000.00');
    assert.deepEqual(
      (await d.steps()).filter((s) => /group|committee/.test(s)),
      ['leading-group open', 'standing-committee open'],
    );
    await ask('4000000.00');
    assert.deepEqual(
      (await d.steps()).filter((s) => /group|committee/.test(s)),
      ['leading-group passed-by', 'standing-committee passed-by'],
    );
  });
});

describe('案例13 三审制：由知识产权专员及相关部门审核，单笔大于3万元的合同由第三方律师机构独立审核，从“责、权、利”三个方面把控', () => {
  let house: TestHouse;
  let who: Deal['who'];
  before(async () => {
    house = await testHouse();
    who = await found(
      house.engine,
      institutionOf('friendship', ['meeting'], { lawyer: { name: '外聘律师', unit: '律师事务所', roles: ['LF'] } }),
    );
  });
  after(() => house.close());
  const aspects = ['责', '权', '利'].map((aspect) => ({ aspect, words: `${aspect}的条款已核对` }));
  const [reviews, people] = [['specialist', 'departments', 'law-firm'] as const, ['tto', 'legal', 'lawyer'] as const];
  /** One review's word: `refused` lists what stands in its way. */
  async function word(d: Way, step: (typeof reviews)[number], more: object = { aspects }): Promise<Result> {
    const i = reviews.indexOf(step);
    const input = { reviewer: ['TT', 'LD', 'LF'][i], agreed: true, ...more };
    return house.send(who.as(people[i]!), 'opinion.give', { case: await d.step(step), input });
  }
  async function signing(d: Way, price: string): Promise<string[]> {
    const contract = await d.step('contract');
    const paper = await d.paper('tto', contract, 'agreement', '合同');
    const result = await house.send(who.as('dean'), 'contract.sign', { case: contract, input: { title: '合同', price, paper } });
    return result.accepted ? [] : refused(result);
  }

  it('signs a contract of 30,000.00 after two reviews, without the law firm [C13-R5]', async () => {
    const d = await new Way(house, who).priced('30000.00', { step: 'pricing' });
    assert.deepEqual(await d.steps(), ['pricing done', 'specialist open', 'departments open', 'law-firm passed-by', 'contract open']);
    accepted(await word(d, 'specialist'));
    assert.deepEqual(await signing(d, '30000.00'), ['step.before']);
    accepted(await word(d, 'departments'));
    assert.deepEqual(await signing(d, '30000.00'), []);
  });
  it('signs a contract of 30,000.01 only after the law firm too, each review in its turn [C13-R5]', async () => {
    const d = await new Way(house, who).priced('30000.01', { step: 'pricing' });
    assert.deepEqual(await d.steps(), ['pricing done', 'specialist open', 'departments open', 'law-firm open', 'contract open']);
    for (const [i, step] of reviews.entries()) {
      for (const later of reviews.slice(i + 1)) assert.deepEqual(refused(await word(d, later)), ['step.before'], `${later} before ${step}`);
      assert.deepEqual(await signing(d, '30000.01'), ['step.before']);
      accepted(await word(d, step));
    }
    assert.deepEqual(await signing(d, '30000.01'), []);
  });
  it('wants each review to speak of 责, 权 and 利, and shows what was said of each [C13-R5]', async () => {
    const d = await new Way(house, who).priced('30000.01', { step: 'pricing' });
    const offered = (await d.page('tto'))!.mayDo[await d.step('specialist')]!.find((m) => m.command === 'opinion.give')!;
    assert.deepEqual(
      (offered.suggestion.aspects as { aspect: string }[]).map((a) => a.aspect),
      ['责', '权', '利'],
    );
    for (const step of reviews) {
      const two = await word(d, step, { aspects: aspects.slice(0, 2) });
      assert.deepEqual([refused(two), clausesOf(two)], [['opinion.aspect_missing'], ['friendship:contract-review']]);
      assert.deepEqual(!two.accepted && two.refusals[0]!.facts, { aspects: ['利'] });
      for (const other of [{ aspect: '价', words: '…' }, aspects[0]!])
        assert.deepEqual(refused(await word(d, step, { aspects: [...aspects, other] })), ['opinion.aspect_unknown']);
      accepted(await word(d, step));
      const view = (await d.page())!.panels[await d.step(step)] as ReviewView;
      assert.deepEqual(view.stages[0]!.opinions[0]!.aspects, aspects);
    }
  });
});

describe('案例3：包含校级领导或二级单位正职的，报经干部工作领导小组审议通过后报知识产权管理领导小组审批；其他领导职务的，审批后备案', () => {
  const post = (leader: 'chief-of-unit' | 'deputy-of-unit', to?: string) => ({
    title: '职务',
    leader,
    from: '2019-01-01',
    ...(to ? { to } : {}),
  });
  const people: Founding['people'] = {
    first: { name: '第一完成人', unit: '车辆学院', roles: ['CT'] },
    second: { name: '院系正职', unit: '车辆学院', roles: ['CT'], post: post('chief-of-unit') },
    third: { name: '副所长', unit: '微电子所', roles: ['CT'], post: post('deputy-of-unit') },
    fourth: { name: '曾任正职', unit: '车辆学院', roles: ['CT'], post: post('chief-of-unit', '2025-12-31') },
  };
  /** 简明医院's process and split, and nothing of its own on approval: 清华's clauses decide. */
  const silent = {
    'plain/3-approval.yaml': 'clause: "plain:approval"\ntitle: 审批\nforce: may\ntext: 另行规定。\n',
    'plain/3-approval.examples.yaml': '[]\n',
  };
  const founding: Founding = {
    ...plain,
    people: { ...plain.people, ...people },
    bodies: Object.fromEntries(['meeting', 'cadre-group', 'ip-group'].map((b) => [b, { title: b, seats: ['dean', 'finance', 'legal'] }])),
    adoptions: [
      { text: 'cn-conversion-law', from: '2015-10-01', basis: '测试' },
      { text: 'plain', from: '2025-01-01', basis: '测试' },
      { text: 'tsinghua', from: '2019-01-01', basis: '测试' },
    ],
  };
  let house: PlainHouse;
  before(async () => {
    house = await plainHouse({ founding, packs: silent });
  });
  after(() => house.close());

  /** The steps of approval once the team is confirmed and leaders are checked. */
  async function approval(team: readonly string[], approvalBody?: string): Promise<string[]> {
    const d = await house.deal().received('1000000.00', [], { team });
    accepted(await d.propose({ contributors: '70%' }, approvalBody ? { approvalBody } : {}));
    await d.confirmed(Object.fromEntries(team.map((p, i) => [p, i === 0 ? `${100 - 20 * (team.length - 1)}%` : '20%'])));
    await d.send('finance', 'leaders.check', d.dividing, { measures: [] });
    const page = await d.page();
    return page.steps.filter((s) => s.case_id === d.dividing).map((s) => s.step);
  }

  it('takes a head of a school through the cadre group first, and a deputy through the IP group first [C03-R2]', async () => {
    assert.deepEqual(await approval(['first', 'second']), ['cadre-group', 'ip-group']);
    assert.deepEqual(await approval(['first', 'third']), ['ip-group', 'cadre-group']);
  });
  it('takes a team with both through the first way [C03-R2]', async () => {
    assert.deepEqual(await approval(['first', 'second', 'third']), ['cadre-group', 'ip-group']);
  });
  it('counts a post held on the day and not one that has ended: then no text says, and the body is asked for [C03-R1]', async () => {
    const d = await house.deal().received('1000000.00', [], { team: ['first', 'fourth'] });
    assert.deepEqual(refused(await d.propose({ contributors: '70%' })), ['approval.body_unknown']);
    assert.deepEqual(await approval(['first', 'fourth'], 'meeting'), ['approval']);
    assert.deepEqual(await approval(['first', 'second']), ['cadre-group', 'ip-group']);
  });
});
