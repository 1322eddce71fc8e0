import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Deal } from '../../demonstration/deal.ts';
import { type Founding, found } from '../../packages/capabilities/institution/founding.ts';
import { accepted, refused, type TestHouse, testHouse } from '../support/house.ts';
import { HouseDeal } from '../support/house-deal.ts';
import { type PlainHouse, plain, plainHouse } from '../support/plain.ts';

/** The people of 简明医院 at an institution that has adopted other texts and has other bodies. */
const at = (text: string, bodies: readonly string[], people: Founding['people'] = {}): Founding => ({
  ...plain,
  title: `${text}（测试）`,
  short: text,
  people: { ...plain.people, ...people },
  bodies: Object.fromEntries(bodies.map((b) => [b, { title: b, seats: ['dean', 'finance', 'legal'] }])),
  adoptions: [
    { text: 'cn-conversion-law', from: '2015-10-01', basis: '测试' },
    { text, from: '2020-01-01', basis: '测试' },
  ],
});

/** One conversion driven at such an institution. */
class Way extends HouseDeal {
  async priced(price: string, o: { readonly mode?: string; readonly team?: readonly string[]; readonly step: string }): Promise<this> {
    const disclosed = await this.send('first', 'achievement.disclose', undefined, {
      title: '中文字库',
      kind: 'software',
      summary: '测试',
      contributors: (o.team ?? ['first']).map((p, i) => ({ person: this.who.people[p], main: i === 0 })),
      rights: [],
    });
    await this.send('tto', 'achievement.register', disclosed.case, {});
    const { parties } = this.who;
    const input = { achievements: [disclosed.made.achievement], mode: o.mode ?? 'transfer', counterparty: parties.buyer, partners: [] };
    this.conversion = (await this.send('tto', 'conversion.open', undefined, input)).case;
    const pricing = await this.step(o.step);
    await this.send('tto', 'disposal.check', pricing, { stateSecret: false, nationalSecurity: false, keyCoreTechnology: false });
    await this.send('tto', 'price.set', pricing, { method: 'listed', price, grounds: '测试' });
    return this;
  }
  async steps(): Promise<string[]> {
    return (await this.page()).steps.filter((s) => s.case_id === this.conversion).map((s) => `${s.step} ${s.state}`);
  }
}

describe('案例2：金额≤400万元由科技开发部审批；400万~800万元报领导小组批准；>800万元再报党委常委会批准', () => {
  let house: TestHouse;
  let who: Deal['who'];
  before(async () => {
    house = await testHouse();
    who = await found(house.engine, at('pku', ['leading-group', 'standing-committee']));
  });
  after(() => house.close());
  const way = (price: string, mode = 'transfer') => new Way(house, who).priced(price, { step: 'leader', mode });
  const opinion = (d: Way, step: string, reviewer: string, login: string) =>
    d.step(step).then((on) => d.send(login, 'opinion.give', on, { reviewer, agreed: true }));

  for (const [price, open] of [
    ['4000000.00', []],
    ['4000000.01', ['leading-group']],
    ['8000000.00', ['leading-group']],
    ['8000000.01', ['leading-group', 'standing-committee']],
    ['19980000.00', ['leading-group', 'standing-committee']],
  ] as const) {
    it(`asks for ${open.join(' and ') || 'no body'} beyond the office at ${price} [C02-R2]`, async () => {
      const steps = await (await way(price)).steps();
      const bodies = ['leading-group', 'standing-committee'];
      assert.deepEqual(
        steps.filter((s) => bodies.includes(s.split(' ')[0]!)),
        bodies.map((b) => `${b} ${(open as readonly string[]).includes(b) ? 'open' : 'passed-by'}`),
      );
    });
  }

  it('shows the whole chain, those the tier does not require passed by, and whose turn it is', async () => {
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
      ['RM'],
    );
    const early = await house.send(who.as('tto'), 'opinion.give', {
      case: await d.step('office'),
      input: { reviewer: 'TT', agreed: true },
    });
    assert.deepEqual(refused(early), ['step.before']);
  });

  it('signs a small deal without any body, and never waits for a step that was passed by', async () => {
    const d = await way('4000000.00');
    await opinion(d, 'department', 'RM', 'research');
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

describe('案例13 三审制：单笔大于3万元的合同由第三方律师机构进行独立审核', () => {
  it('skips the law firm at 30,000.00 and requires it at 30,000.01', async () => {
    const house = await testHouse();
    try {
      const who = await found(house.engine, at('friendship', ['meeting']));
      for (const [price, state] of [
        ['30000.00', 'passed-by'],
        ['30000.01', 'open'],
      ] as const) {
        const d = await new Way(house, who).priced(price, { step: 'pricing' });
        assert.ok((await d.steps()).includes(`law-firm ${state}`), price);
        assert.deepEqual(
          (await d.steps()).map((s) => s.split(' ')[0]),
          ['pricing', 'specialist', 'departments', 'law-firm', 'contract'],
        );
      }
    } finally {
      await house.close();
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
