import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readBands } from './bands.ts';
import { items } from './checklist.ts';
import { indicators } from './indicators.ts';
import { keyed } from './keyed.ts';
import { isWrong, type Parsed } from './parsed.ts';
import { one, zero } from './ratio.ts';
import { recurrences } from './recurrence.ts';
import { readReviewPlan } from './review-plan.ts';
import { matrix } from './risk-matrix.ts';
import { routeOf } from './route.ts';
import { allowList, choice, defaultPeriod, limitsOn, shareLimits, union, whole } from './rule-kinds.ts';
import { scorecard } from './scorecard.ts';
import { seatShares } from './seats.ts';
import { readTiers } from './tiers.ts';

const fault = (p: Parsed<unknown>): string => (isWrong(p) ? `${p.wrong.code}@${(p.wrong.at ?? []).join('.')}` : 'read');
function value<V>(p: Parsed<V>): V {
  if (isWrong(p)) assert.fail(fault(p));
  return p.value;
}
/** Each written form and what is said of it. */
const saysOf = (read: (raw: unknown) => Parsed<unknown>, forms: readonly (readonly [unknown, string])[]): void => {
  for (const [raw, said] of forms) assert.equal(fault(read(raw)), said, JSON.stringify(raw));
};
const hit = <V>(one: V) => ({ value: one, clause: 'house:1', level: 1, force: 'must' }) as const;

describe('a word, a list or a length of time that a rule does not know is named where it stands', () => {
  it('reads one of a closed list, and a list without gaps', () => {
    saysOf(choice('a', 'b').read, [
      ['a', 'read'],
      ['c', 'rule.not_offered@'],
    ]);
    saysOf(union('a', 'b').read, [
      ['a', 'read'],
      [[], 'rule.not_a_list@'],
      [{}, 'rule.not_a_list@'],
      [['a', ['b']], 'rule.not_a_word@1'],
      [['a', 'c'], 'rule.not_offered@1'],
    ]);
    saysOf(allowList('a').read, [[['b'], 'rule.not_offered@0']]);
    saysOf(recurrences.read, [
      ['每季度', 'read'],
      ['每小时', 'rule.not_a_recurrence@'],
      [['每季度'], 'rule.not_a_recurrence@'],
    ]);
  });
  it('reads a share of a known base that counts as something known, and a limit on a known number', () => {
    const shares = shareLimits({ counts: ['team'], bases: ['income'] });
    const good = { counts: 'team', of: 'income', atLeast: '50%' };
    saysOf(shares.read, [
      [good, 'read'],
      ['50%', 'limits.empty@'],
      [{ ...good, counts: 'nobody' }, 'rule.not_offered@counts'],
      [{ ...good, of: 'profit' }, 'rule.not_offered@of'],
      [{ ...good, onlyIf: 'nobody' }, 'rule.not_offered@onlyIf'],
      [{ counts: 'team', of: 'income' }, 'limits.empty@'],
    ]);
    saysOf(limitsOn('weight').read, [
      [{ of: 'weight', atLeast: '80%' }, 'read'],
      ['80%', 'limits.empty@'],
      [{ of: 'heads', atLeast: '80%' }, 'rule.not_offered@of'],
      [{ of: 'weight' }, 'limits.empty@'],
    ]);
  });
  it('reads an answer for each of several outcomes', () => {
    saysOf(keyed(['high', 'low'], choice('a')).read, [
      [{ high: 'a' }, 'read'],
      ['a', 'keyed.form@'],
      [{}, 'keyed.form@'],
      [{ middle: 'a' }, 'rule.not_offered@middle'],
      [{ high: 'b' }, 'rule.not_offered@high'],
    ]);
  });
});

describe('a structured answer says what it lacks', () => {
  it('reads items with their titles, shares of seats, and bands', () => {
    saysOf(items.read, [
      [{ goal: '目标' }, 'read'],
      [['目标'], 'items.form@'],
      [{}, 'items.form@'],
      [{ goal: ' ' }, 'items.form@goal'],
    ]);
    saysOf(seatShares.read, [
      [{ shares: { a: '50%', b: '50%' } }, 'read'],
      [{}, 'seats.form@'],
      [{ shares: { a: '一半', b: '50%' } }, 'limits.not_a_number@shares.a'],
    ]);
    saysOf(
      (raw) => readBands(raw, { min: zero, max: one }),
      [
        [{ all: { atLeast: '0%', atMost: '100%' } }, 'read'],
        [{ all: '100%' }, 'limits.empty@all'],
      ],
    );
  });
  it('reads tiers of a known figure', () => {
    const small = { atMost: '400万' };
    saysOf(
      (raw) => readTiers(raw, ['price']),
      [
        [{ by: 'price', small, large: { moreThan: '400万' } }, 'read'],
        ['price', 'tiers.form@'],
        [{ by: 'price' }, 'tiers.form@'],
        [{ by: 'weight', small }, 'rule.not_offered@by'],
        [{ by: 'price', small: '400万' }, 'tiers.form@small'],
        [{ by: 'price', small: { ...small, exactly: '1' } }, 'pack.unknown_key@small.exactly'],
        [{ by: 'price', small: {} }, 'limits.empty@small'],
      ],
    );
  });
  it('reads the steps of a route', () => {
    const route = routeOf({ does: ['pricing', 'contract'], figures: { price: 'pricing' } });
    const pricing = { title: '定价', does: 'pricing' };
    const tiers = { by: 'price', small: { atMost: '1万' }, large: { moreThan: '1万' } };
    const tiered = (only: unknown) => ({
      tiers,
      steps: { pricing, contract: { title: '合同', does: 'contract', after: 'pricing', tiers: only } },
    });
    saysOf(route.read, [
      [{ pricing }, 'read'],
      [tiered('large'), 'read'],
      [{ pricing: '定价' }, 'route.step_form@pricing'],
      [{ pricing: { does: 'pricing' } }, 'pack.missing_key@pricing'],
      [{ pricing: { ...pricing, after: {} } }, 'rule.not_a_list@pricing.after'],
      [tiered([]), 'rule.not_a_list@steps.contract.tiers'],
      [tiered('huge'), 'route.unknown_tier@steps.contract.tiers'],
    ]);
  });
  it('reads a matrix, a card and indicators', () => {
    const probability = { any: { atLeast: '0%', atMost: '100%' } };
    const risk = { probability, impact: { low: '低' }, cells: { any: { low: 'low' } } };
    saysOf(matrix('low').read, [
      [risk, 'read'],
      ['low', 'matrix.form@'],
      [{ ...risk, impact: {} }, 'matrix.form@impact'],
      [{ ...risk, cells: 'low' }, 'matrix.form@cells'],
    ]);
    const item = { title: '创新性', most: '10' };
    const card = (group: object) => ({ total: '10', groups: { a: { title: '技术', most: '10', items: { x: item }, ...group } } });
    saysOf(scorecard.read, [
      [card({}), 'read'],
      [{ total: '10', groups: { a: '技术' } }, 'card.form@groups.a'],
      [card({ title: undefined }), 'pack.missing_key@groups.a'],
      [card({ risk: 'no' }), 'rule.not_offered@groups.a.risk'],
      [card({ items: { x: '10' } }), 'card.form@groups.a.items.x'],
      [card({ items: { x: { most: '10' } } }), 'pack.missing_key@groups.a.items.x'],
      [card({ items: { x: { ...item, evidence: '专利' } } }), 'rule.not_a_list@groups.a.items.x.evidence'],
      [card({ items: { x: { ...item, notes: '说明' } } }), 'card.form@groups.a.items.x.notes'],
    ]);
    const rate = { title: '达标率', group: '目标', weight: '100%', atLeast: '100%', step: '10%', off: '10' };
    saysOf(indicators.read, [
      [{ rate }, 'read'],
      [{ rate: '100%' }, 'indicators.form@rate'],
      [{ rate: { ...rate, title: undefined } }, 'pack.missing_key@rate'],
      [{ rate: { ...rate, weight: '全部' } }, 'limits.not_a_number@rate.weight'],
      [{ rate: { ...rate, weight: undefined } }, 'pack.missing_key@rate'],
    ]);
  });
  it('reads the stages of a review', () => {
    const read = (raw: unknown) => readReviewPlan(raw, ['LD', 'FA']);
    saysOf(read, [
      [{ reviewers: ['LD'] }, 'read'],
      ['LD', 'review.form@'],
      [{ reviewers: 'LD' }, 'read'],
      [{ reviewers: {} }, 'rule.not_a_list@reviewers'],
      [{ stages: { a: 'LD' } }, 'review.stage_form@stages.a'],
      [{ stages: { a: { reviewers: ['LD'] } } }, 'pack.missing_key@stages.a'],
    ]);
  });
});

describe('a worked example that does not come out says what came', () => {
  it('compares words, lists, lengths of time and recurrences', () => {
    assert.equal(fault(choice('a', 'b').example('a', { is: 'b' })), 'example.differs@');
    assert.equal(fault(union('a', 'b').example(['a'], { has: ['b'] })), 'example.differs@');
    assert.equal(fault(union('a', 'b').example(['a'], { lacks: ['a'] })), 'example.differs@');
    const scheme = whole('parts', () => assert.fail(), String);
    assert.equal(fault(scheme.example('a + b', { is: 'a' })), 'example.differs@');
    assert.equal(fault(defaultPeriod.example(value(defaultPeriod.read('30日')), { is: '31日' })), 'example.differs@');
    const every = [{ limit: value(recurrences.read('每季度')), clause: 'house:1', force: 'must' as const }];
    assert.equal(fault(recurrences.example(every, { is: '每周' })), 'example.differs@');
    assert.equal(fault(keyed(['high', 'low'], choice('a')).example({ high: 'a' }, { at: 'low', is: 'a' })), 'example.differs@');
  });
  it('compares items, seats, cells, points and scores, and wants at least one of them said', () => {
    const merged = items.merge([hit({ goal: '目标' })]);
    assert.ok('value' in merged);
    const seats = value(seatShares.read({ shares: { a: '50%', b: '50%' } }));
    const probability = { any: { atLeast: '0%', atMost: '100%' } };
    const risk = value(matrix('low').read({ probability, impact: { low: '低' }, cells: { any: { low: 'low' } } }));
    const x = { title: '创新性', most: '10', evidence: ['专利'] };
    const card = value(scorecard.read({ total: '10', groups: { a: { title: '技术', most: '10', items: { x } } } }));
    const rate = { title: '达标率', group: '目标', weight: '100%', atLeast: '100%', step: '10%', off: '10' };
    const scores = value(indicators.read({ rate }));
    const outcomes = [
      [items.example(merged.value, { has: ['term'] }), items.example(merged.value, {})],
      [items.example(merged.value, { lacks: ['goal'] }), items.example(merged.value, {})],
      [seatShares.example(seats, { has: ['4 → 3/1'] }), seatShares.example(seats, {})],
      [matrix('low').example(risk, { has: ['30% low → high'] }), matrix('low').example(risk, {})],
      [scorecard.example(card, { has: ['x 9'] }), scorecard.example(card, {})],
      [scorecard.example(card, { has: ['x 标准'] }), scorecard.example(card, {})],
      [indicators.example(scores, { has: ['rate 90% floor → 80'] }), indicators.example(scores, {})],
      [indicators.example(scores, { has: ['nothing 90%'] }), indicators.example(scores, {})],
      [indicators.example(scores, { has: ['rate 90%'] }), indicators.example(scores, {})],
    ] as const;
    for (const [differs, silent] of outcomes)
      assert.deepEqual([fault(differs), fault(silent)], ['example.differs@', 'example.says_nothing@']);
  });
  it('compares the steps of a route and what each waits for', () => {
    const route = routeOf({ does: ['pricing', 'contract'] });
    const read = value(
      route.read({ pricing: { title: '定价', does: 'pricing' }, contract: { title: '合同', does: 'contract', after: 'pricing' } }),
    );
    assert.equal(fault(route.example(read, { is: ['pricing', 'contract'], waits: { contract: ['pricing'] } })), 'read');
    assert.equal(fault(route.example(read, { is: ['pricing'] })), 'example.differs@');
    assert.equal(fault(route.example(read, { is: ['pricing', 'contract'], waits: { contract: [] } })), 'example.differs@waits.contract');
  });
});
