import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { packFolder, rules } from '../../apps/server/open-house.ts';
import { distributionParts, rewardLimits } from '../../packages/capabilities/distribution/rules.ts';
import { type Bases, checkSplit, noBases } from '../../packages/capabilities/distribution/split.ts';
import { loadPacks } from '../../packages/engine/pack-folder.ts';
import { cited } from '../../packages/kernel/chart.ts';
import { isAnswered, lawOf, type Reading } from '../../packages/kernel/law.ts';
import { type Fen, writeYuan } from '../../packages/kernel/money.ts';
import { readRatio } from '../../packages/kernel/ratio.ts';

const { shelf } = loadPacks(packFolder, rules);
const on = '2026-06-01';
const million = { received: 100_000_000n, 'net-income': 100_000_000n };
/** 10,000,000 yuan of a company valued so that it is 40% of it, in hundredths of a percent. */
const stake = { stake: 4000n };

type Asked = { readonly texts: readonly string[]; readonly mode: string; readonly bases: Partial<Bases>; readonly reading?: Reading };
/** What the adopted texts make of a split: its amounts by part, or the codes and clauses that refuse it. */
function split({ texts, mode, bases, reading }: Asked, shares: Readonly<Record<string, string>>): string {
  const law = lawOf(
    shelf,
    texts.map((text) => ({ text, from: '2016-01-01', to: '2031-01-01' })),
  );
  const scheme = law.answer(distributionParts, { given: { mode }, on, ...(reading ? { reading } : {}) });
  if (!isAnswered(scheme)) return 'silent';
  const limits = law.answer(rewardLimits, { given: { mode }, on });
  const { lines, refusals } = checkSplit({
    scheme: scheme.value,
    clauses: scheme.clauses,
    floors: isAnswered(limits) ? limits.value : [],
    bases: { ...noBases, ...bases },
    shares: Object.entries(shares).map(([part, share]) => ({ part, share: readRatio(share)! })),
  });
  const hard = refusals.filter((r) => r.how !== 'warning');
  if (hard.length > 0) return hard.map((r) => `${r.refused} ${cited(r.clause).join('+')}`).join('; ');
  const shown = (amount: Fen): string => writeYuan(amount);
  return lines.map((l) => `${l.part.id} ${shown(l.amount)}`).join(', ');
}

describe('案例2 北京大学：成果发明人可获得转化收入70%的奖励；将70%的股权用于奖励完成人员', () => {
  const pku = { texts: ['pku', 'cn-conversion-law'], mode: 'transfer' };
  it('awards 13,986,000 of 19,980,000 and leaves 5,994,000', () => {
    const bases = { received: 1_998_000_000n, 'net-income': 1_998_000_000n };
    assert.equal(split({ ...pku, bases }, { contributors: '70%' }), 'contributors 13986000.00, university 5994000.00');
    assert.equal(split({ ...pku, bases }, { contributors: '70.02%' }), 'split.outside_limits pku:transfer-award');
  });
  it('gives 70% of the stake', () => {
    assert.equal(split({ ...pku, mode: 'equity', bases: stake }, { contributors: '70%' }), 'contributors 28.00, university 12.00');
  });
  it('says nothing of licences', () => {
    assert.equal(split({ ...pku, mode: 'license', bases: million }, { contributors: '70%' }), 'silent');
  });
});

describe('案例3 清华大学：科研团队获得当年专利许可费的70%', () => {
  it('divides a yearly fee of 1,000,000 into 700,000 and 300,000', () => {
    const asked = { texts: ['tsinghua', 'cn-conversion-law'], mode: 'license', bases: million };
    assert.equal(split(asked, { team: '70%' }), 'team 700000.00, university 300000.00');
  });
});

describe('案例4 北京交通大学：最高97%的现金收益、最高90%的股权奖励给科研人员', () => {
  const bjtu = { texts: ['bjtu', 'cn-conversion-law'] };
  it('takes 97.00% and refuses 97.01% of cash [C04-R2]', () => {
    const asked = { ...bjtu, mode: 'transfer', bases: million };
    assert.equal(split(asked, { contributors: '97%' }), 'contributors 970000.00, university 30000.00');
    assert.equal(split(asked, { contributors: '97.01%' }), 'split.outside_limits bjtu:cash-award');
    assert.equal(split(asked, { contributors: '49.99%' }), 'split.outside_limits cn-conversion-law:45.p1.1');
  });
  it('takes 90.00% and refuses 90.01% of a stake [C04-R2]', () => {
    const asked = { ...bjtu, mode: 'equity', bases: { stake: 10_000n } };
    assert.equal(split(asked, { contributors: '90%' }), 'contributors 90.00, company 10.00');
    assert.equal(split(asked, { contributors: '90.01%' }), 'split.outside_limits bjtu:equity-award');
  });
});

describe('案例5 药物研究所：所内提留随课题经费和个人奖励调整，最低只收取10%', () => {
  const imm = { texts: ['imm'], mode: 'transfer', bases: million };
  it('takes 60% + 30% with 10% kept, refuses 60% + 35%, and always sums to the whole [C05-R1]', () => {
    assert.equal(
      split(imm, { project: '60%', personal: '30%', fund: '1%' }),
      'project 600000.00, personal 300000.00, fund 10000.00, retention 100000.00',
    );
    assert.equal(split(imm, { project: '60%', personal: '35%', fund: '1%' }), 'split.outside_limits imm:distribution');
    assert.equal(split(imm, { project: '60%', personal: '41%', fund: '1%' }), 'split.sum imm:distribution');
  });
  it('refuses the same in the name of art. 45 where the law is adopted, unless project money counts as a reward', () => {
    const withLaw = { ...imm, texts: ['imm', 'cn-conversion-law'] };
    const shares = { project: '60%', personal: '30%', fund: '1%' };
    assert.equal(split(withLaw, shares), 'split.outside_limits cn-conversion-law:45.p1.1');
    const counts = { clause: 'imm:distribution', rule: 'distribution-parts', index: 1 };
    assert.match(split({ ...withLaw, reading: counts }, shares), /^project 600000\.00, personal 300000\.00/);
  });
  it('leaves the completers no more than 89% where the 1% comes off the top', () => {
    const off = { clause: 'imm:distribution', rule: 'distribution-parts', index: 0 };
    assert.equal(split({ ...imm, reading: off }, { project: '60%', personal: '30%', fund: '1%' }), 'split.outside_limits imm:distribution');
    assert.match(split({ ...imm, reading: off }, { project: '60%', personal: '29%', fund: '1%' }), /retention 100000\.00$/);
  });
});

describe('案例6 北医三院：到账经费的70% / 15% / 15%，主要完成人不低于到账经费的35%', () => {
  const puth = { texts: ['puth', 'cn-conversion-law'], mode: 'license' };
  it('divides the 3,000,000 received of a licence into 2,100,000 / 450,000 / 450,000', () => {
    const bases = { received: 300_000_000n, 'net-income': 300_000_000n };
    assert.equal(
      split({ ...puth, bases }, { team: '70%', main: '35%', department: '15%' }),
      'team 2100000.00, main 1050000.00, department 450000.00, hospital 450000.00',
    );
    assert.match(split({ ...puth, bases }, { team: '69.99%', main: '35%', department: '15%' }), /^split\.outside_limits puth:distribution/);
  });
  it('refuses main completers 349,999.99 of 1,000,000 and takes 350,000.00 [C06-R2]', () => {
    const asked = { ...puth, bases: million };
    assert.equal(split(asked, { team: '70%', main: '34.999999%', department: '15%' }), 'split.outside_limits puth:distribution');
    assert.match(split(asked, { team: '70%', main: '35%', department: '15%' }), /main 350000\.00/);
    assert.equal(split(asked, { team: '70%', main: '70.01%', department: '15%' }), 'split.inner_sum ');
  });
});

describe('案例9 北京理工大学：净收入的10%、作价投资股权的10%给技术转移中心', () => {
  it('credits 100,000 of 1,000,000, and of a stake a tenth', () => {
    const bit = { texts: ['bit', 'cn-conversion-law'] };
    const cash = { ...bit, mode: 'transfer', bases: million };
    assert.match(split(cash, { contributors: '70%', tto: '10%' }), /tto 100000\.00/);
    assert.equal(split(cash, { contributors: '70%', tto: '9.99%' }), 'split.outside_limits bit:transfer-office-cash');
    const shares = { ...bit, mode: 'equity', bases: { stake: 10_000n } };
    assert.match(split(shares, { contributors: '50%', tto: '10%' }), /tto 10\.00/);
    assert.equal(split(shares, { contributors: '49.99%', tto: '10%' }), 'split.outside_limits cn-conversion-law:45.p1.2');
  });
});

describe('案例13 友谊医院：将原定的“7:2:1”修改为“7:3”', () => {
  it('divides a million into 700,000 / 200,000 / 100,000 before the switch and 700,000 / 300,000 after it', () => {
    const adoptions = [
      { text: 'friendship-721', from: '2016-01-01', to: '2019-12-31' },
      { text: 'friendship', from: '2020-01-01' },
    ];
    const schemeOn = (day: string): string => {
      const answer = lawOf(shelf, adoptions).answer(distributionParts, { given: { mode: 'transfer' }, on: day });
      assert.ok(isAnswered(answer));
      const shares = answer.value.parts.filter((p) => !p.remainder).map((p) => ({ part: p.id, share: p.limits![0]!.min }));
      const { lines, refusals } = checkSplit({
        scheme: answer.value,
        clauses: answer.clauses,
        floors: [],
        bases: { ...noBases, ...million },
        shares,
      });
      assert.deepEqual(refusals, []);
      return lines.map((l) => writeYuan(l.amount)).join(' / ');
    };
    assert.equal(schemeOn('2019-12-31'), '700000.00 / 200000.00 / 100000.00');
    assert.equal(schemeOn('2020-01-01'), '700000.00 / 300000.00');
  });
});

describe('004 第十一条（一）：从作价投资取得的股份或者出资比例中提取不低于70%', () => {
  it('wants 28% of the company for the team where the institution’s side holds 40% [R4-033]', () => {
    const equity = { texts: ['bjtu', '004', 'cn-conversion-law'], mode: 'equity', bases: stake };
    assert.equal(split(equity, { contributors: '70%' }), 'contributors 28.00, company 12.00');
    assert.equal(split(equity, { contributors: '69.975%' }), 'split.outside_limits 004:11.1');
  });
});

describe('004 第十一条（二）：转让、许可可提取不低于10%给技术转移部门，其中不低于3%给服务人员', () => {
  const shanghai = { texts: ['shifan', '004', 'cn-conversion-law'] };
  const asked = { ...shanghai, mode: 'transfer', bases: { received: 870_000_000n, 'net-income': 870_000_000n } };
  it('takes nothing or at least 10% for the office; with 90% to the team nothing is left; 91% is too much [R4-035]', () => {
    assert.match(split(asked, { contributors: '70%', tto: '0%', 'tto-staff': '0%' }), /^contributors 6090000\.00, tto 0\.00/);
    assert.match(split(asked, { contributors: '70%', tto: '9.99%', 'tto-staff': '3%' }), /split\.outside_limits 004:11\.2/);
    assert.match(split(asked, { contributors: '90%', tto: '10%', 'tto-staff': '3%' }), /hospital 0\.00$/);
    assert.match(split(asked, { contributors: '91%', tto: '10%', 'tto-staff': '3%' }), /^split\.sum/);
  });
  it('wants 3% of the net income for staff where the office gets anything: 261,000 of 8,700,000 [R4-036]', () => {
    assert.match(split(asked, { contributors: '70%', tto: '10%', 'tto-staff': '3%' }), /tto 870000\.00, tto-staff 261000\.00/);
    assert.match(split(asked, { contributors: '70%', tto: '10%', 'tto-staff': '2.9%' }), /split\.outside_limits 004:11\.2/);
    assert.doesNotMatch(split(asked, { contributors: '70%', tto: '0%', 'tto-staff': '0%' }), /split\./);
    const ofTheTen = { clause: '004:11.2', rule: 'reward-limits', index: 0 };
    const law = lawOf(shelf, [{ text: '004', from: '2024-12-20', to: '2029-12-19' }]);
    const other = law.answer(rewardLimits, { given: { mode: 'transfer' }, on, reading: ofTheTen });
    assert.ok(isAnswered(other) && other.value.some((b) => b.limit.counts === 'tto-staff' && b.limit.of === 'tto'));
  });
});
