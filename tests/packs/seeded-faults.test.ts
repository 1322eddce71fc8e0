import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { faultLine } from '../../apps/server/fault-line.ts';
import { packFolder, rules } from '../../apps/server/open-house.ts';
import { loadPacks } from '../../packages/engine/pack-folder.ts';

/** A fault a jurist can make: in which file, what was there, what stands there now; and the line, the code, and the words that say what to do. */
type Seeded = {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly line?: number;
  readonly code: string;
  readonly says: RegExp;
  /** The file the fault is shown in, where it is another. */
  readonly shownIn?: string;
};
const reward = 'chaoyang/5-reward.yaml';
const tiers = 'pku/1-approval-tiers.yaml';
const seeded: readonly Seeded[] = [
  { name: 'YAML that is none', file: reward, from: 'answers:', to: 'answers: [', code: 'pack.yaml', says: /YAML/ },
  {
    name: 'a key misspelt',
    file: reward,
    from: 'title: 奖励区间',
    to: 'titel: 奖励区间',
    line: 2,
    code: 'pack.unknown_key',
    says: /titel.*title/s,
  },
  {
    name: 'a rule misspelt',
    file: reward,
    from: 'rule: distribution-parts',
    to: 'rule: distribution-part',
    line: 9,
    code: 'pack.unknown_rule',
    says: /distribution-parts/,
  },
  { name: 'no source', file: reward, from: '        source: 案例21第二段\n', to: '', code: 'pack.missing_key', says: /source/ },
  {
    name: 'no date',
    file: reward,
    from: '      - from: ask\n        source',
    to: '      - source',
    code: 'pack.missing_key',
    says: /from/,
  },
  {
    name: 'a day that no calendar has',
    file: 'shifan/3-split.yaml',
    from: 'from: 2025-01-01',
    to: 'from: 2025-02-30',
    code: 'day.not_real',
    says: /2025-02-30/,
  },
  { name: 'a percentage that is none', file: reward, from: 'atLeast: 70%', to: 'atLeast: 七成', code: 'limits.not_a_number', says: /七成/ },
  {
    name: 'a floor above its cap',
    file: reward,
    from: 'atLeast: 70%',
    to: 'atLeast: 96%',
    code: 'limits.floor_above_cap',
    says: /96%.*95%/,
  },
  {
    name: 'a base that no rule knows',
    file: reward,
    from: 'base: net-income',
    to: 'base: profit',
    code: 'rule.not_offered',
    says: /net-income/,
  },
  {
    name: 'two remainders',
    file: reward,
    from: 'atMost: 95% }',
    to: 'atMost: 95%, remainder: yes }',
    code: 'scheme.one_remainder',
    says: /余额|其余|remainder/,
  },
  {
    name: 'a tier that leaves a fen to nobody',
    file: tiers,
    from: 'middle: { moreThan: 400万',
    to: 'middle: { moreThan: 4000000.01',
    code: 'bands.gap',
    says: /4000000/,
  },
  {
    name: 'tiers that overlap',
    file: tiers,
    from: 'middle: { moreThan: 400万',
    to: 'middle: { atLeast: 400万',
    code: 'bands.overlap',
    says: /4000000/,
  },
  {
    name: 'a step that waits for none of the route',
    file: tiers,
    from: 'after: [standing-committee]',
    to: 'after: [standing-comittee]',
    code: 'route.unknown_step',
    says: /standing-comittee/,
  },
  {
    name: 'steps that wait for each other',
    file: tiers,
    from: 'leader: { title: 项目负责人申报, does: pricing }',
    to: 'leader: { title: 项目负责人申报, does: pricing, after: [contract] }',
    code: 'route.circle',
    says: /互相等待/,
  },
  {
    name: 'a step that does what nothing does',
    file: tiers,
    from: 'does: contract',
    to: 'does: signing',
    code: 'rule.not_offered',
    says: /contract/,
  },
  {
    name: 'a tier before the amount is known',
    file: tiers,
    from: 'department: { title: 院系审核, does: review-route, after: [leader]',
    to: 'department: { title: 院系审核, does: review-route, tiers: [large]',
    code: 'route.tier_unknown_yet',
    says: /pricing/,
  },
  {
    name: 'hearsay without a doubt',
    file: reward,
    from: 'doubt: 据公开案例21转述，办法原文未见。\n',
    to: '',
    code: 'pack.doubt_unsaid',
    says: /doubt/,
  },
  {
    name: 'a clause of another text',
    file: reward,
    from: 'clause: "chaoyang:reward"',
    to: 'clause: "pku:reward"',
    line: 1,
    code: 'pack.other_text',
    says: /pku:reward/,
  },
  {
    name: 'two versions on one day',
    file: '004/11.1-contributor-reward.yaml',
    from: '第十一条（一）第一句前半句 }',
    to: '第十一条（一）第一句前半句 }\n      - { from: 2026-01-01, value: { counts: contributor-reward, of: net-income, atLeast: 71% }, source: 又一处 }',
    code: 'pack.versions_overlap',
    says: /2026-01-01|重叠/,
  },
  {
    name: 'an exception that no clause declares',
    file: 'tsinghua/2-leaders-second-class.yaml',
    from: 'leader: [deputy-of-unit]',
    to: 'leader: [deputy-of-unit, chief-of-unit]',
    code: 'pack.undeclared_exception',
    says: /tsinghua|例外/,
  },
  {
    name: 'an exception to a clause that is not there',
    file: 'tsinghua/2-leaders-second-class.yaml',
    from: '    when:',
    to: '    overrides: ["tsinghua:nowhere"]\n    when:',
    code: 'pack.overrides_unknown',
    says: /tsinghua:nowhere/,
  },
  {
    name: 'an exception to a clause that never meets it',
    file: '000/6.2.3.c-implement-and-transfer.yaml',
    from: 'when: { act: implement }',
    to: 'when: { act: invest }',
    code: 'pack.overrides_nothing',
    says: /000:a\.1\.1\.s2.*act-consent/,
  },
  {
    name: 'a worked example that does not come out',
    file: 'chaoyang/5-reward.examples.yaml',
    from: 'contributors: 282150.00',
    to: 'contributors: 282150.01',
    code: 'example.differs',
    says: /282150\.0[01]/,
  },
  {
    name: 'a worked example that says nothing of a set',
    file: '000/a.5-equity.examples.yaml',
    from: '  has: [appraised-fair-value, company-owns]\n',
    to: '',
    code: 'example.says_nothing',
    says: /has/,
  },
  {
    name: 'a worked example that says nothing of a limit',
    file: '000/8.2.s2-threshold.examples.yaml',
    from: '  admits: [80, 100]\n  refuses: [79.99, 79.8]\n',
    to: '',
    code: 'example.says_nothing',
    says: /admits/,
  },
  {
    name: 'a day of rest that no calendar has',
    file: 'calendar/state-council.yaml',
    from: '2026-01-01',
    to: '2026-13-01',
    code: 'day.form',
    says: /2026-13-01/,
  },
];

describe('packs check explains each fault: the file, the line, and what to write instead', () => {
  it('seeds at least twenty faults', () => assert.ok(seeded.length >= 20));
  for (const s of seeded) {
    it(`${s.name}: ${s.code}`, () => {
      const path = join(packFolder, s.file);
      const text = readFileSync(path, 'utf8');
      assert.ok(text.includes(s.from), `${s.file} has no “${s.from}”`);
      const changed = text.replace(s.from, s.to);
      const { faults } = loadPacks(packFolder, rules, (p) => (p === path ? changed : readFileSync(p, 'utf8')));
      const found = faults.find((f) => f.code === s.code && f.file === (s.shownIn ?? s.file));
      assert.ok(found, faults.map((f) => `${f.file}:${f.line} ${f.code}`).join('\n'));
      if (s.line !== undefined) assert.equal(found.line, s.line);
      assert.match(faultLine(found, 'zh'), s.says);
      assert.match(faultLine(found, 'en'), new RegExp(`^${found.file}:${found.line}:${found.column}: [A-Z“a-z\\d]`));
    });
  }
});
