import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { accepted, refused } from '../support/house.ts';
import { type PlainDeal, type PlainHouse, plain, plainHouse } from '../support/plain.ts';
import { changesNothing } from '../support/stored.ts';
import { toldOnly } from '../support/told.ts';

/** The dean of 简明医院 holds his post until 2026-06-30; here he is also a contributor, and signs until the same day. */
let h: PlainHouse;
before(async () => {
  const dean = { ...plain.people.dean!, roles: ['DM'] };
  h = await plainHouse({ founding: { ...plain, people: { ...plain.people, dean } }, on: '2026-06-29' });
  const role = { person: h.who.people.dean, role: 'SR', from: '2020-01-01', to: '2026-06-30' };
  accepted(await h.send(h.who.as('admin'), 'role.assign', { case: h.who.file, input: role }));
});
after(() => h.close());

async function confirmed(): Promise<PlainDeal> {
  h.today('2026-06-29');
  const d = await h.deal().received('100000.00', [], { team: ['first', 'dean'] });
  accepted(await d.propose({ contributors: '70%' }));
  return await d.confirmed({ first: '60%', dean: '40%' });
}
const check = (d: PlainDeal, measures: readonly object[] = []) => d.try('finance', 'leaders.check', d.dividing, { measures });
const measure = (approval?: string) => [{ person: h.who.people.dean, measure: '院发〔2026〕3号', ...(approval ? { approval } : {}) }];

describe('004 第十一条（三）：医疗卫生机构正职领导，可以按照国家有关规定和单位制定的具体办法给予现金奖励', () => {
  it('asks for the unit’s measure and an approval of its own while the post lasts, its last day included [R4-038]', async () => {
    const d = await confirmed();
    h.today('2026-06-30');
    const t = toldOnly(await changesNothing(h.url, () => check(d)));
    assert.deepEqual(
      [t.code, t.at, t.clauses, t.zh],
      ['leader.measure_missing', 'measures', ['004:11.3'], '院长是正职领导，现金奖励须依据单位制定的具体办法，请填写办法名称或文号。'],
    );
    assert.match(t.en, /^院长 is a chief leader: a cash award rests on the unit’s own measure\./);
    const other = [{ person: h.who.people.first, measure: '院发〔2026〕3号' }];
    assert.deepEqual(refused(await check(d, other)), ['leader.measure_missing'], 'a measure for somebody else is none for him');
    const bare = toldOnly(await changesNothing(h.url, () => check(d, measure())));
    assert.deepEqual(
      [bare.code, bare.at, bare.clauses, bare.en],
      [
        'leader.approval_missing',
        'measures.0.approval',
        ['004:11.3'],
        '院长 is a chief leader: a cash award needs an approval of its own. File it here.',
      ],
    );
    const approval = await d.paper('audit', d.dividing, 'scan', '正职现金奖励批准文件');
    accepted(await check(d, measure(approval)));
  });
  it('asks for none from the day after: the post has expired, on the same proposal', async () => {
    const d = await confirmed();
    h.today('2026-07-01');
    accepted(await check(d));
    const event = await h.see(h.who.as('tto'), (db) =>
      db
        .selectFrom('event')
        .where('stream_id', '=', d.dividing)
        .where('type', '=', 'leaders.checked')
        .select('body')
        .executeTakeFirstOrThrow(),
    );
    assert.deepEqual((JSON.parse(event.body) as { data: { leaders: string[] } }).data.leaders, []);
  });
  it('asks again when he is given a post anew, from its first day', async () => {
    const d = await confirmed();
    const post = { person: h.who.people.dean, title: '党委书记', leader: 'chief-of-institution', from: '2026-07-10' };
    accepted(await h.send(h.who.as('admin'), 'post.hold', { case: h.who.file, input: post }));
    h.today('2026-07-09');
    accepted(await d.try('finance', 'leaders.check', d.dividing, { measures: [] }));
    const later = await confirmed();
    h.today('2026-07-10');
    assert.deepEqual(refused(await check(later)), ['leader.measure_missing']);
  });
});

describe('who signed by virtue of a role signs until its last day', () => {
  it('takes his signature on the last day and refuses it on the next, saying who may', async () => {
    for (const [day, may] of [
      ['2026-06-30', true],
      ['2026-07-01', false],
    ] as const) {
      h.today('2026-06-29');
      const d = await h.deal().priced({ price: '1.00' });
      const contract = await d.step('contract');
      const paper = await d.paper('tto', contract, 'agreement', '合同');
      h.today(day);
      const sign = () => d.try('dean', 'contract.sign', contract, { title: '合同', price: '1.00', paper });
      if (may) accepted(await sign());
      else {
        const t = toldOnly(await changesNothing(h.url, sign));
        assert.equal(t.zh, '您的角色（集体决策成员）不能办理这一步，权限表第P44行要求代码S。请由有权限的人办理，或由办公室凭材料代录。');
        assert.match(t.en, /row P44 of the permission matrix asks for code S\. Ask somebody who may/);
      }
    }
  });
});
