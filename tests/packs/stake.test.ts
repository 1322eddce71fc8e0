import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { packFolder, rules } from '../../apps/server/open-house.ts';
import { distributionParts, leaderEquity, rewardLimits } from '../../packages/capabilities/distribution/rules.ts';
import { allocateStake, type Holder, showUnits } from '../../packages/capabilities/distribution/stake.ts';
import type { LeaderClass } from '../../packages/capabilities/institution/decisions.ts';
import { loadPacks } from '../../packages/engine/pack-folder.ts';
import { cited } from '../../packages/kernel/chart.ts';
import { isAnswered, lawOf } from '../../packages/kernel/law.ts';
import { ratio, readRatio } from '../../packages/kernel/ratio.ts';

const { shelf } = loadPacks(packFolder, rules);
const on = '2026-06-01';
type Who = { readonly leader?: LeaderClass; readonly until?: string };
const holder = (name: string, share: string, { leader = 'none', until }: Who = {}): Holder => ({
  name,
  share: readRatio(share)!,
  posts: leader === 'none' ? [] : [{ title: leader, leader, from: '2020-01-01', to: until ?? null }],
});
type Asked = {
  readonly texts: readonly string[];
  readonly stake?: bigint;
  readonly team: readonly Holder[];
  readonly staff?: readonly Holder[];
};
/** What the texts make of it: who holds what of the company, or the codes, force and clauses that speak against it. */
function allocate({ texts, stake = 4000n, team, staff = [] }: Asked, shares: Readonly<Record<string, string>>) {
  const law = lawOf(
    shelf,
    texts.map((text) => ({ text, from: '2016-01-01', to: '2031-01-01' })),
  );
  const scheme = law.answer(distributionParts, { given: { mode: 'equity' }, on });
  assert.ok(isAnswered(scheme));
  const [floors, barred] = [law.answer(rewardLimits, { given: { mode: 'equity' }, on }), law.answer(leaderEquity, { given: {}, on })];
  const { held, refusals } = allocateStake({
    scheme: scheme.value,
    clauses: scheme.clauses,
    floors: isAnswered(floors) ? floors.value : [],
    stake,
    shares: Object.entries(shares).map(([part, share]) => ({ part, share: readRatio(share)! })),
    team,
    staff,
    on,
    barred: isAnswered(barred) ? barred : undefined,
  });
  return {
    held: held.map((h) => `${h.holder} ${showUnits(h.units)}`).join(', '),
    said: refusals.map((r) => `${r.how} ${r.refused} ${cited(r.clause).join('+')}`.trim()),
    facts: refusals.map((r) => r.facts),
  };
}
const shanghai = ['bjtu', '004', 'cn-conversion-law'];
const two = [holder('甲', '60%'), holder('乙', '40%')];

describe('004 第十一条（二）第二句：鼓励建立科技成果转化服务人员持股、参与收益分配等市场化奖励机制', () => {
  it('lets staff hold 2% outside the team’s pool while the team keeps 70%, and refuses where the team falls to 69% [R4-037]', () => {
    const asked = { texts: shanghai, stake: 10_000n, team: two, staff: [holder('转化专员', '2%')] };
    const kept = allocate(asked, { contributors: '70%' });
    assert.deepEqual(kept.said, []);
    assert.equal(kept.held, '甲 42.00%, 乙 28.00%, 转化专员 2.00%, 学校资产公司持股 28.00%');
    assert.deepEqual(allocate(asked, { contributors: '69%' }).said, ['unmet split.outside_limits 004:11.1']);
  });
  it('takes the staff’s line out of what remains, and refuses where nothing remains to take', () => {
    const asked = { texts: ['bjtu'], stake: 10_000n, team: two, staff: [holder('转化专员', '11%')] };
    assert.deepEqual(allocate(asked, { contributors: '90%' }).said, ['impossible split.sum bjtu:equity-award']);
  });
});

describe('004 第十一条（三）：正职领导可以按照单位制定的具体办法给予现金奖励，不得获取股权激励', () => {
  const withLeader = (who: Who, texts = shanghai) =>
    allocate({ texts, team: [holder('院长', '60%', who), holder('乙', '40%')] }, { contributors: '70%' });
  it('refuses shares to a chief of the institution and of a subordinate legal person, whatever the share [R4-039]', () => {
    for (const leader of ['chief-of-institution', 'chief-of-subordinate'] as const)
      assert.deepEqual(withLeader({ leader }).said, ['unmet stake.leader_barred 004:11.3']);
    const staff = allocate(
      { texts: shanghai, team: two, staff: [holder('院长', '2%', { leader: 'chief-of-institution' })] },
      { contributors: '70%' },
    );
    assert.deepEqual(staff.said, ['unmet stake.leader_barred 004:11.3'], 'nor through the staff’s line');
  });
  it('reads the post on the day of the allocation: who left before may hold, with a note; who leaves that day may not [R4-039]', () => {
    const left = withLeader({ leader: 'chief-of-institution', until: '2026-05-31' });
    assert.deepEqual(left.said, ['warning stake.former_leader 004:11.3']);
    assert.equal(left.facts[0]!.until, '2026-05-31');
    assert.equal(left.held, '院长 16.80%, 乙 11.20%, 学校资产公司持股 12.00%');
    assert.deepEqual(withLeader({ leader: 'chief-of-institution', until: on }).said, ['unmet stake.leader_barred 004:11.3']);
  });
  it('does not cover a deputy, nor a chief of an internal unit [R4-039]', () => {
    for (const leader of ['deputy', 'chief-of-unit', 'deputy-of-unit'] as const) assert.deepEqual(withLeader({ leader }).said, []);
  });
});

describe('国发〔2016〕16号：正职领导原则上不得获取股权激励', () => {
  const chief = [holder('校长', '100%', { leader: 'chief-of-institution' })];
  it('warns and does not block where only it is adopted', () => {
    const asked = allocate({ texts: ['pku', 'gf-2016-16', 'cn-conversion-law'], team: chief }, { contributors: '70%' });
    assert.deepEqual(asked.said, ['warning stake.leader_barred gf-2016-16:leaders']);
    assert.equal(asked.held, '校长 28.00%, 学校持股 12.00%');
  });
  it('speaks beside the must of 004, each in its own name', () => {
    const asked = allocate({ texts: ['bjtu', 'gf-2016-16', '004'], team: chief }, { contributors: '70%' });
    assert.deepEqual(asked.said.toSorted(), ['unmet stake.leader_barred 004:11.3', 'warning stake.leader_barred gf-2016-16:leaders']);
  });
});

describe('a stake is divided to 0.01% of the company', () => {
  it('by largest remainder, ties in listed order: 28.00% among three thirds', () => {
    const thirds = ['甲', '乙', '丙'].map((n) => holder(n, '1/3'));
    const { held } = allocate({ texts: ['pku'], team: thirds }, { contributors: '70%' });
    assert.equal(held, '甲 9.34%, 乙 9.33%, 丙 9.33%, 学校持股 12.00%');
  });
  it('sums to the stake, whoever holds and however odd the shares', () => {
    const holders = fc.array(fc.integer({ min: 1, max: 997 }), { minLength: 1, maxLength: 6 });
    const asked = fc.record({
      stake: fc.bigInt(1n, 10_000n),
      team: holders,
      staff: fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 3 }),
      share: fc.integer({ min: 0, max: 9000 }),
    });
    const named = (n: string, weights: readonly number[], whole: bigint): Holder[] =>
      weights.map((w, i) => ({ name: `${n}${i}`, share: ratio(BigInt(w), whole), posts: [] }));
    fc.assert(
      fc.property(asked, (q) => {
        const total = q.team.reduce((a, b) => a + b, 0);
        const law = lawOf(shelf, [{ text: 'bjtu', from: '2016-01-01' }]);
        const scheme = law.answer(distributionParts, { given: { mode: 'equity' }, on });
        assert.ok(isAnswered(scheme));
        const { held } = allocateStake({
          scheme: scheme.value,
          clauses: scheme.clauses,
          floors: [],
          stake: q.stake,
          shares: [{ part: 'contributors', share: ratio(BigInt(q.share), 10_000n) }],
          team: named('甲', q.team, BigInt(total)),
          staff: named('乙', q.staff, 10_000n),
          on,
          barred: undefined,
        });
        assert.equal(
          held.reduce((a, h) => a + h.units, 0n),
          q.stake,
        );
        assert.ok(held.every((h) => h.units >= 0n));
      }),
    );
  });
  it('refuses a team that does not sum to 100%, and a text that divides money', () => {
    const short = allocate({ texts: ['pku'], team: [holder('甲', '99.99%')] }, { contributors: '70%' });
    assert.deepEqual(short.said, ['impossible stake.team_sum']);
    assert.deepEqual(allocate({ texts: ['friendship'], team: two }, { team: '70%' }).said, [
      'impossible stake.money_scheme friendship:distribution',
    ]);
  });
});
