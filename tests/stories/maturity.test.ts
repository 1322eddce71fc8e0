import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { statusOf } from '../../apps/server/problem.ts';
import type { MaturityView } from '../../packages/capabilities/maturity/view.ts';
import type { Result } from '../../packages/engine/ask.ts';
import type { ScorecardView } from '../../packages/instruments/scorecard/view.ts';
import type { DocumentModel } from '../../packages/kernel/document.ts';
import { accepted, clausesOf, refused } from '../support/house.ts';
import { type PlainDeal, type PlainHouse, plain, plainHouse } from '../support/plain.ts';
import { childOf } from '../support/tree.ts';

/** The card of table 1, as the guide has it. */
const maxima = {
  innovation: 15,
  advancement: 15,
  'technical-maturity': 10,
  rights: 10,
  benefit: 15,
  market: 15,
  resources: 5,
  'technical-risk': 5,
  'market-risk': 5,
  'policy-risk': 5,
} as const;
type Item = keyof typeof maxima;
const notes = ['team', 'product', 'production', 'commerce'].map((note) => ({ note, words: `${note}：已说明` }));
type Line = { item: string; points: string; notes: readonly object[]; evidence: readonly string[] };
const line = (item: string, points: string): Line => ({ item, points, notes: item === 'market' ? notes : [], evidence: [] });
/** Full points, but for those named. */
const sheet = (points: Partial<Record<Item, string>> = {}): Line[] =>
  Object.entries(maxima).map(([item, most]) => line(item, points[item as Item] ?? String(most)));
/** A sheet of that total: what is missing to 100 is taken off the items one after the other. */
function sheetOf(total: number): Line[] {
  let off = Math.round((100 - total) * 100);
  return Object.entries(maxima).map(([item, most]) => {
    const taken = Math.min(off, most * 100);
    off -= taken;
    return line(item, String((most * 100 - taken) / 100));
  });
}

const experts = ['expert1', 'expert2', 'expert3', 'expert4', 'expert5'] as const;
let h: PlainHouse;
before(async () => {
  const people = Object.fromEntries(experts.map((e, i) => [e, { name: `专家${i + 1}`, unit: '同行单位', roles: [] }]));
  h = await plainHouse({
    founding: {
      ...plain,
      people: { ...plain.people, ...people },
      adoptions: [...plain.adoptions, { text: '000', from: '2026-01-01', basis: '肿瘤产学研转化项目参照' }],
    },
  });
});
after(() => h.close());

type Round = { readonly d: PlainDeal; readonly root: string; readonly round: string };
/** An achievement of the first contributor, and an appraisal of it by these experts. */
async function appraised(who: readonly string[]): Promise<Round> {
  const d = h.deal();
  const disclosed = await d.send('first', 'achievement.disclose', undefined, {
    title: '早筛试剂盒',
    kind: 'reagent',
    summary: '测试',
    contributors: [{ person: d.who.people.first, main: true }],
    rights: [],
  });
  const input = { achievement: disclosed.made.achievement, experts: who.map((e) => ({ person: d.who.people[e] })) };
  const root = accepted(await d.try('tto', 'maturity.open', undefined, input)).case;
  return { d, root, round: await childOf(d, root, 'scorecard') };
}
const give = (r: Round, who: string, lines: readonly Line[]): Promise<Result> => r.d.try(who, 'score.give', r.round, { lines });
const conclude = (r: Round): Promise<Result> => r.d.try('tto', 'round.conclude', r.round, {});
async function seen(r: Round): Promise<{ maturity: MaturityView; round: ScorecardView }> {
  const page = (await h.page(r.d.who.as('tto'), r.root))!;
  return { maturity: page.panels[r.root] as MaturityView, round: page.panels[r.round] as ScorecardView };
}
/** Scored with these totals, one expert each, and concluded. */
async function concluded(totals: readonly number[]): Promise<Round> {
  const r = await appraised(experts.slice(0, totals.length));
  for (const [i, t] of totals.entries()) accepted(await give(r, experts[i]!, sheetOf(t)));
  accepted(await conclude(r));
  return r;
}

describe('000 8.2：组织行业专家对成果的成熟度、先进性、市场前景、经济和社会效益等进行鉴定或评价', () => {
  it('takes a sheet only when all ten items have points, and says which are missing [R0-080]', async () => {
    const r = await appraised(['expert1']);
    const nine = await give(r, 'expert1', sheet().slice(1));
    assert.deepEqual(refused(nine), ['score.item_missing']);
    assert.deepEqual(clausesOf(nine), ['000:8.2.t1']);
    assert.ok(!nine.accepted);
    assert.deepEqual(nine.refusals[0]!.facts, { items: ['创新性'], of: 10 });
    accepted(await give(r, 'expert1', sheet()));
    assert.deepEqual((await seen(r)).maturity.aspects, ['成熟度', '先进性', '市场前景', '经济和社会效益']);
  });
  it('leaves out an expert with a conflict of interest and takes the mean of the others [R0-080]', async () => {
    const r = await appraised(['expert1', 'expert2', 'expert3']);
    accepted(await give(r, 'expert1', sheetOf(90)));
    accepted(await give(r, 'expert2', sheetOf(81)));
    accepted(await give(r, 'expert3', sheetOf(20)));
    accepted(await r.d.try('audit', 'conflict.declare', r.round, { expert: r.d.who.people.expert3, reason: '持有竞争产品公司股份' }));
    accepted(await conclude(r));
    const { round } = await seen(r);
    assert.deepEqual([round.total, round.reached], ['85.5', true]);
    assert.deepEqual(
      round.experts.map((e) => e.total),
      ['90', '81', null],
    );
    assert.equal(round.experts[2]!.conflict, '持有竞争产品公司股份');
  });
  it('counts no contributor as an expert, and is not concluded without any [R0-080]', async () => {
    const r = await appraised(['first']);
    assert.deepEqual(refused(await give(r, 'first', sheet())), ['score.conflicted']);
    const none = await conclude(r);
    assert.deepEqual([refused(none), clausesOf(none)], [['round.no_expert'], ['000:8.2.t1']]);
    assert.equal(statusOf('round.no_expert'), 422);
    assert.deepEqual(refused(await r.d.try('tto', 'maturity.open', undefined, { achievement: r.d.who.people.first, experts: [] })), [
      'field.required',
    ]);
  });
  it('waits for every expert who counts, and lets each score once and only for himself', async () => {
    const r = await appraised(['expert1', 'expert2']);
    accepted(await give(r, 'expert1', sheet()));
    assert.deepEqual(refused(await conclude(r)), ['round.sheets_missing']);
    assert.deepEqual(refused(await give(r, 'expert1', sheet())), ['score.given_already']);
    assert.deepEqual(refused(await give(r, 'expert3', sheet())), ['case.not_found']);
    const declared = { expert: r.d.who.people.expert3, reason: '不在本轮' };
    assert.deepEqual(refused(await r.d.try('tto', 'conflict.declare', r.round, declared)), ['score.not_an_expert']);
    const own = { expert: r.d.who.people.expert2, reason: '师生关系' };
    accepted(await r.d.try('expert2', 'conflict.declare', r.round, own));
    assert.deepEqual(refused(await r.d.try('tto', 'conflict.declare', r.round, own)), ['score.conflicted']);
    accepted(await conclude(r));
  });
  it('shows an expert the appraisal and the card, and neither the disclosure nor the sheets of others', async () => {
    const r = await appraised(['expert1', 'expert2']);
    accepted(await give(r, 'expert2', sheet()));
    const page = (await h.page(r.d.who.as('expert1'), r.root))!;
    assert.deepEqual((page.panels[r.root] as MaturityView).achievement, { title: '早筛试剂盒', case: null });
    const round = page.panels[r.round] as ScorecardView;
    assert.deepEqual([round.total, round.groups.flatMap((g) => g.items.flatMap((i) => i.each))], [null, []]);
    assert.deepEqual(
      round.experts.map((e) => e.given),
      [false, true],
    );
  });
  it('takes a sheet that came on paper, entered for its expert with the paper', async () => {
    const r = await appraised(['expert1']);
    const paper = await r.d.paper('tto', r.round, 'scan', '专家评分表');
    const recorded = { decidedBy: '专家1', on: '2026-03-02', paper };
    const input = { expert: r.d.who.people.expert1, lines: sheet() };
    accepted(await r.d.try('tto', 'score.give', r.round, input, { recorded }));
    assert.deepEqual(refused(await r.d.try('tto', 'score.give', r.round, { lines: sheet() }, { recorded })), ['score.not_an_expert']);
  });
  it('names each expert once and an achievement that exists', async () => {
    const r = await appraised(['expert1']);
    const twice = [{ person: r.d.who.people.expert1 }, { person: r.d.who.people.expert1 }];
    const [achievement] = await h.see(r.d.who.as('tto'), (db) =>
      db.selectFrom('maturity').where('case_id', '=', r.root).select('achievement_id as id').execute(),
    );
    assert.deepEqual(refused(await r.d.try('tto', 'maturity.open', undefined, { achievement: achievement!.id, experts: twice })), [
      'expert.twice',
    ]);
    const nobody = { achievement: r.d.who.people.first, experts: twice.slice(1) };
    assert.deepEqual(refused(await r.d.try('tto', 'maturity.open', undefined, nobody)), ['reference.unknown']);
  });
});

describe('000 8.2：80分及以上为具备成熟度', () => {
  const result = async (totals: readonly number[]) => {
    const { maturity } = await seen(await concluded(totals));
    return [maturity.score, maturity.mature];
  };
  it('is mature at 80.0 and not at 79.99 [R0-081]', async () => {
    assert.deepEqual(await result([80]), ['80', true]);
    assert.deepEqual(await result([79.99]), ['79.99', false]);
  });
  it('means five experts exactly: 82, 79, 78, 81, 80 are 80, with 79 for the last they are 79.8: F32 [R0-081]', async () => {
    assert.deepEqual(await result([82, 79, 78, 81, 80]), ['80', true]);
    assert.deepEqual(await result([82, 79, 78, 81, 79]), ['79.8', false]);
  });
  it('keeps what the other readings would give, where it differs', async () => {
    const { round } = await seen(await concluded([100, 79, 78]));
    assert.deepEqual([round.total, round.reached], ['257/3', true]);
    assert.deepEqual(
      round.readings.map((x) => `${x.value} ${x.total} ${x.reached}`),
      ['trimmed-mean 79 false', 'higher-is-higher-risk 212/3 false'],
    );
  });
  it('issues the report, in which the item 成熟度 (10 points) stands by itself and not for the total; 11 is refused [R0-085]', async () => {
    const r = await appraised(['expert1']);
    accepted(await give(r, 'expert1', sheet({ 'technical-maturity': '10', innovation: '5' })));
    accepted(await conclude(r));
    const [report] = await h.see(r.d.who.as('tto'), (db) =>
      db.selectFrom('document').where('case_id', '=', r.root).select(['kind', 'model']).execute(),
    );
    assert.equal(report!.kind, 'maturity-report');
    const { blocks } = report!.model as unknown as DocumentModel;
    const facts = blocks.flatMap((b) => ('facts' in b ? b.facts : []));
    const rows = blocks.flatMap((b) => ('table' in b ? b.table.rows : []));
    assert.match(facts.find(([name]) => name === '成熟度总分')![1], /^90分/);
    assert.deepEqual(
      rows.filter((row) => row.includes('成熟度')),
      [['技术指标', '成熟度', '10', '10']],
    );
    assert.ok(blocks.some((b) => 'paragraph' in b && b.paragraph.includes('“成熟度”是一项得分，与成熟度总分不是一回事')));
    const eleven = await appraised(['expert1']);
    assert.deepEqual(refused(await give(eleven, 'expert1', sheet({ 'technical-maturity': '11' }))), ['score.above']);
  });
});

describe('000 8.2 表1：成果成熟度评价指标体系', () => {
  let r: Round;
  before(async () => {
    r = await appraised(['expert1', 'expert2', 'expert3', 'expert4', 'expert5']);
  });
  /** What a sheet is refused for, each a fault in what was asked (422); nothing of it is kept. */
  const refusal = async (points: Partial<Record<Item, string>>): Promise<string[]> => {
    const codes = refused(await give(r, 'expert1', sheet(points)));
    for (const code of codes) assert.equal(statusOf(code), 422, code);
    return codes;
  };

  it('gives 100 at all maxima, in groups of 50, 35 and 15; an item above its maximum or below zero is refused [R0-082]', async () => {
    const { round } = await seen(await concluded([100]));
    assert.deepEqual(
      round.groups.map((g) => `${g.title} ${g.points}/${g.most}`),
      ['技术指标 50/50', '转化指标 35/35', '风险指标 15/15'],
    );
    assert.equal(round.total, '100');
    assert.deepEqual(await refusal({ innovation: '16' }), ['score.above']);
    assert.deepEqual(await refusal({ innovation: '-1' }), ['points.negative']);
    assert.deepEqual(await refusal({ innovation: 'x' }), ['points.not_a_number']);
  });
  it('takes 15 and 0 for 创新性 and refuses 15.5 [R0-083]', async () => {
    assert.deepEqual(await refusal({ innovation: '15.5' }), ['score.above']);
    const p = await r.d.try('expert1', 'score.give', r.round, { lines: sheet({ innovation: '15.5' }) });
    assert.deepEqual(clausesOf(p), ['000:8.2.t1']);
    accepted(await give(await appraised(['expert1']), 'expert1', sheet({ innovation: '15' })));
    const none = await appraised(['expert1']);
    accepted(await give(none, 'expert1', sheet({ innovation: '0' })));
  });
  it('takes half points for 先进性, and refuses 15.5 and 16 [R0-084]', async () => {
    assert.deepEqual(await refusal({ advancement: '15.5' }), ['score.above']);
    assert.deepEqual(await refusal({ advancement: '16' }), ['score.above']);
    accepted(await give(await appraised(['expert1']), 'expert1', sheet({ advancement: '15' })));
    accepted(await give(r, 'expert2', sheet({ advancement: '14.5' })));
  });
  it('takes 10 for 知识产权, refuses 11, and remarks points without evidence [R0-086]', async () => {
    assert.deepEqual(await refusal({ rights: '11' }), ['score.above']);
    const bare = accepted(await give(r, 'expert3', sheet({ rights: '10' })));
    assert.deepEqual(
      bare.warnings.map((w) => w.refused),
      ['score.evidence_missing'],
    );
    const paper = await r.d.paper('tto', r.round, 'scan', '专利证书');
    const shown = sheet().map((l) => (l.item === 'rights' ? { ...l, evidence: [paper] } : l));
    assert.deepEqual(accepted(await give(r, 'expert4', shown)).warnings, []);
    assert.deepEqual(accepted(await give(r, 'expert5', sheet({ rights: '0' }))).warnings, []);
  });
  it('takes 15 for 经济和社会效益 and refuses 16 [R0-087]', async () => {
    assert.deepEqual(await refusal({ benefit: '16' }), ['score.above']);
    accepted(await give(await appraised(['expert1']), 'expert1', sheet({ benefit: '15' })));
  });
  it('takes 15 for 市场实现 with notes on team, product, production and commerce; a note missing or 16 is refused [R0-088]', async () => {
    assert.deepEqual(await refusal({ market: '16' }), ['score.above']);
    const three = sheet().map((l) => (l.item === 'market' ? { ...l, notes: notes.slice(1) } : l));
    const result = await give(r, 'expert1', three);
    assert.deepEqual(refused(result), ['score.note_missing']);
    assert.ok(!result.accepted);
    assert.deepEqual(result.refusals[0]!.facts, { item: '市场实现', notes: ['团队能力，如研发团队实力、技术带头人能力'] });
    accepted(await give(await appraised(['expert1']), 'expert1', sheet({ market: '15' })));
  });
  it('takes 5 for 外部资源 and refuses 6 [R0-089]', async () => {
    assert.deepEqual(await refusal({ resources: '6' }), ['score.above']);
    accepted(await give(await appraised(['expert1']), 'expert1', sheet({ resources: '5' })));
  });
  it('gives a negligible technical risk 5 and a severe one 0, and says what the other direction would make of it [R0-090]', async () => {
    assert.deepEqual(await refusal({ 'technical-risk': '6' }), ['score.above']);
    const severe = await appraised(['expert1']);
    accepted(await give(severe, 'expert1', sheet({ 'technical-risk': '0' })));
    accepted(await conclude(severe));
    const { round } = await seen(severe);
    assert.deepEqual([round.total, round.riskPoints], ['95', 'higher-is-lower-risk']);
    assert.deepEqual(
      round.readings.map((x) => `${x.value} ${x.total}`),
      ['higher-is-higher-risk 90'],
    );
    assert.equal((await seen(await concluded([100]))).round.total, '100');
  });
  it('takes 5 for 市场风险 and refuses 5.5 [R0-091]', async () => {
    assert.deepEqual(await refusal({ 'market-risk': '5.5' }), ['score.above']);
    accepted(await give(await appraised(['expert1']), 'expert1', sheet({ 'market-risk': '5' })));
  });
  it('takes 5 for 政策风险 and refuses 6 [R0-092]', async () => {
    assert.deepEqual(await refusal({ 'policy-risk': '6' }), ['score.above']);
    accepted(await give(await appraised(['expert1']), 'expert1', sheet({ 'policy-risk': '5' })));
  });
  it('refuses an item the card does not have, and one scored twice', async () => {
    const strange = [...sheet(), line('luck', '1')];
    assert.deepEqual(refused(await give(r, 'expert1', strange)), ['score.unknown_item']);
    assert.deepEqual(refused(await give(r, 'expert1', [...sheet(), line('market', '15')])), ['score.item_twice']);
  });
  it('is scored by nobody but the experts: the matrix names them [P62]', async () => {
    assert.deepEqual(refused(await give(r, 'tto', sheet())), ['may.not']);
  });
});
