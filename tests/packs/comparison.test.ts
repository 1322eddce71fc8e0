import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { packFolder, rules } from '../../apps/server/open-house.ts';
import { readScheme } from '../../packages/capabilities/distribution/scheme.ts';
import { schemeLimits } from '../../packages/capabilities/distribution/scheme-limits.ts';
import { loadPacks } from '../../packages/engine/pack-folder.ts';
import { compareText } from '../../packages/kernel/comparison.ts';
import { isWrong } from '../../packages/kernel/parsed.ts';

const { shelf } = loadPacks(packFolder, rules);
const adopted = (text: string) => ({ pack: shelf.get(text)!, adoption: { text, from: '2020-01-01' } });
const limitsIn = (own: string, ...above: string[]) =>
  compareText(adopted(own), above.map(adopted), { rules, on: '2026-03-02' }).find((c) => c.rule === 'reward-limits')!;
const named = (c: ReturnType<typeof limitsIn>) =>
  c.pairs.map((p) => [(c.own[p.own]!.value as { counts: string }).counts, c.above[p.above]!.clause, p.relation]);

const implied = (parts: object, base = 'net-income') => {
  const scheme = readScheme({ base, parts });
  if (isWrong(scheme)) assert.fail(scheme.wrong.code);
  return schemeLimits(scheme.value).map(({ raw }) => raw);
};
const rest = { title: '其余', to: 'institution', remainder: 'yes' };
const reward = { title: '奖励', to: 'persons', counts: 'contributor-reward' };

describe('转化法第四十五条: what an institution divides stands beside the floor of the law', () => {
  it('finds 友谊医院’s 7:3 stricter than the floor, by what its part counts as', () => {
    const found = named(limitsIn('friendship', 'cn-conversion-law'));
    assert.deepEqual(found, [
      ['contributor-reward', 'cn-conversion-law:45.p1.1', 'stricter'],
      ['contributor-reward', 'cn-conversion-law:45.p1.2', 'apart'],
    ]);
  });
  it('does not compare 药物研究所’s split of what is received with a floor on net income', () => {
    const found = limitsIn('imm', 'cn-conversion-law');
    assert.ok(found.pairs.some((p) => p.relation === 'apart'));
    assert.ok(found.pairs.every((p) => p.relation === 'apart'));
  });
  it('answers for every pair of a text and all texts above it, without a fault', () => {
    for (const own of shelf.keys()) {
      const found = compareText(adopted(own), [...shelf.keys()].filter((t) => t !== own).map(adopted), { rules, on: '2026-03-02' });
      for (const c of found) assert.ok(c.marks.length > 0 && c.own.length + c.above.length > 0, `${own} ${c.rule}`);
    }
  });
});

describe('a split sets shares: what its parts admit, and what the other parts leave', () => {
  it('works out the remainder from the others', () => {
    const others = { tto: { title: '部门', to: 'tto', counts: 'tto', atLeast: '10%', atMost: '20%' } };
    assert.deepEqual(implied({ team: { ...reward, remainder: 'yes' }, ...others }), [
      { counts: 'contributor-reward', of: 'net-income', admits: '80%–90%' },
      { counts: 'tto', of: 'net-income', admits: '10%–20%' },
    ]);
  });
  it('caps a part that is left free by what another must have', () => {
    assert.deepEqual(implied({ team: reward, house: { ...rest, atLeast: '10%' } }, 'received'), [
      { counts: 'contributor-reward', of: 'received', admits: '≤ 90%' },
    ]);
  });
  it('sums the parts that count as the same, a main contributor’s outer share among them', () => {
    const parts = { a: { ...reward, exactly: '30%' }, b: { ...reward, counts: 'main-contributor-reward', exactly: '40%' }, rest };
    assert.deepEqual(implied(parts), [
      { counts: 'contributor-reward', of: 'net-income', admits: '= 70%' },
      { counts: 'main-contributor-reward', of: 'net-income', admits: '= 40%' },
    ]);
  });
  it('keeps a part inside another within it, and says nothing of what it leaves free', () => {
    const inner = { title: '专职人员', to: 'tto', inside: 'tto', counts: 'tto-staff' };
    assert.deepEqual(implied({ tto: { title: '部门', to: 'tto', counts: 'tto', exactly: '15%' }, inner, rest }), [
      { counts: 'tto', of: 'net-income', admits: '= 15%' },
      { counts: 'tto-staff', of: 'net-income', admits: '≤ 15%' },
    ]);
    assert.deepEqual(implied({ team: reward, rest }), []);
  });
});
