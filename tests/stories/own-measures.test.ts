import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { RiskView } from '../../packages/capabilities/risk/view.ts';
import type { ScorecardView } from '../../packages/instruments/scorecard/view.ts';
import { accepted, refused } from '../support/house.ts';
import { type PlainHouse, plain, plainHouse } from '../support/plain.ts';
import { childOf } from '../support/tree.ts';

const clause = (name: string, force: string, answers: string, examples: string): Readonly<Record<string, string>> => ({
  [`plain/${name}.yaml`]: `clause: "plain:${name}"\ntitle: ${name}\nforce: ${force}\ntext: 本院自己的规定。\nanswers:\n${answers}`,
  [`plain/${name}.examples.yaml`]: examples,
});
/** 简明医院's own card in steps of half a point, its own matrix of two classes, and measures that are only advised. */
const own = {
  ...clause(
    'card',
    'must',
    `  - rule: score-card
    when: { about: maturity }
    versions:
      - from: 2025-01-01
        source: 评分一条
        value:
          total: 10
          step: 0.5
          groups: { all: { title: 全部, most: 10, items: { work: { title: 工作, most: 6 }, use: { title: 应用, most: 4 } } } }
`,
    '- { name: 两项, rule: score-card, given: { about: maturity }, on: 2026-03-02, has: [work 6, use 4] }\n',
  ),
  ...clause(
    'risks',
    'should',
    `  - rule: risk-classes
    force: must
    versions: [{ from: 2025-01-01, source: 风险一条, value: { technical: 技术风险 } }]
  - rule: risk-matrix
    force: must
    versions:
      - from: 2025-01-01
        source: 风险二条
        value:
          probability: { rare: { lessThan: 50% }, likely: { atLeast: 50% } }
          impact: { low: 小, high: 大 }
          cells: { rare: { low: low, high: medium }, likely: { low: medium, high: high } }
  - rule: risk-measures
    versions: [{ from: 2025-01-01, source: 风险三条, value: { medium: { talk: 与项目组沟通 } } }]
`,
    `- { name: 一类, rule: risk-classes, given: {}, on: 2026-03-02, has: [technical] }
- { name: 两档, rule: risk-matrix, given: {}, on: 2026-03-02, has: [49.9% high → medium, 50% high → high] }
- { name: 沟通, rule: risk-measures, given: {}, on: 2026-03-02, at: medium, has: [talk] }
`,
  ),
};

let h: PlainHouse;
before(async () => {
  const people = {
    judge: { name: '专家', unit: '同行单位', roles: [] },
    keeper: { name: '风险管理员', unit: '科研处', roles: ['EG', 'SG'] },
  };
  h = await plainHouse({ packs: own, founding: { ...plain, people: { ...plain.people, ...people } } });
});
after(() => h.close());

describe('an institution’s own card, matrix and measures are its pack and no code', () => {
  it('scores by the institution’s card, in its steps; without a threshold the result stands as it is', async () => {
    const d = h.deal();
    const disclosed = await d.send('first', 'achievement.disclose', undefined, {
      title: '支架',
      kind: 'device',
      summary: '测试',
      contributors: [{ person: d.who.people.first, main: true }],
      rights: [],
    });
    const input = { achievement: disclosed.made.achievement, experts: [{ person: d.who.people.judge }] };
    const root = accepted(await d.try('tto', 'maturity.open', undefined, input)).case;
    const round = await childOf(d, root, 'scorecard');
    const lines = (work: string) => [
      { item: 'work', points: work, notes: [], evidence: [] },
      { item: 'use', points: '4', notes: [], evidence: [] },
    ];
    assert.deepEqual(refused(await d.try('judge', 'score.give', round, { lines: lines('5.25') })), ['score.between_steps']);
    accepted(await d.try('judge', 'score.give', round, { lines: lines('5.5') }));
    accepted(await d.try('tto', 'round.conclude', round, {}));
    const view = (await h.page(d.who.as('tto'), root))!.panels[round] as ScorecardView;
    assert.deepEqual([view.total, view.threshold, view.readings], ['9.5', [], []]);
  });
  it('grades by the institution’s matrix, and refuses a class of risk or impact that it does not have', async () => {
    const d = h.deal();
    const risk = { title: '风险', class: 'technical', description: '…', assessor: d.who.people.keeper };
    assert.deepEqual(refused(await d.try('keeper', 'risk.identify', undefined, { ...risk, class: 'interest' })), ['risk.class_unknown']);
    const { case: root } = accepted(await d.try('keeper', 'risk.identify', undefined, risk));
    const assess = (probability: string, impact: string) => d.try('keeper', 'risk.assess', root, { probability, impact, grounds: '测试' });
    assert.deepEqual(refused(await assess('50%', 'medium')), ['risk.class_of_impact_unknown']);
    accepted(await assess('49.9%', 'high'));
    const view = (await h.page(d.who.as('keeper'), root))!.panels[root] as RiskView;
    assert.deepEqual([view.level, view.row, view.alert], ['medium', 'rare', null]);
  });
  it('remarks what is only advised and completes the list without it', async () => {
    const d = h.deal();
    const risk = { title: '风险', class: 'technical', description: '…', assessor: d.who.people.keeper };
    const { case: root } = accepted(await d.try('keeper', 'risk.identify', undefined, risk));
    accepted(await d.try('keeper', 'risk.assess', root, { probability: '10%', impact: 'high', grounds: '测试' }));
    const list = await childOf(d, root, 'checklist');
    const done = accepted(await d.try('keeper', 'checklist.complete', list, {}));
    assert.deepEqual(
      done.warnings.map((w) => `${w.refused} ${w.clause}`),
      ['checklist.lacks_advised plain:risks'],
    );
  });
});
