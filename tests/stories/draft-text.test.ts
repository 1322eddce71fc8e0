import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Door, doorOf } from '../support/door.ts';
import { accepted, clausesOf, refused } from '../support/house.ts';
import { type PlainDeal, type PlainHouse, plain, plainHouse } from '../support/plain.ts';

let h: PlainHouse;
let door: Door;
before(async () => {
  h = await plainHouse({ founding: { ...plain, adoptions: plain.adoptions.filter((a) => a.text !== '004') } });
  door = await doorOf(h);
});
after(async () => {
  await door.close();
  await h.close();
});

type Considered = { readonly clause: string; readonly cite: string; readonly because: string; readonly draft: boolean };
/** What the last decision of a kind weighed, as the API tells it. */
async function weighed(d: PlainDeal, command: string): Promise<Considered[]> {
  const page = (await door.get(h.who.as('tto'), `/api/cases/${d.conversion}`)).body;
  const decision = page.decisions.findLast((x: { command: string }) => x.command === command);
  const { answers } = (await door.get(h.who.as('tto'), `/api/decisions/${decision.id}`)).body;
  return answers.flatMap((a: { considered: Considered[] }) => a.considered);
}
const of004 = (list: readonly Considered[]): Considered[] => list.filter((c) => c.clause.startsWith('004:'));
const textOf004 = async () =>
  (await door.get(h.who.as('first'), '/api/texts')).body.find((t: { id: string }) => t.id === '004') as {
    status: string;
    adoption: { from: string; to: string } | null;
  };

describe('004 上海市促进医疗卫生机构科技成果转化操作细则（修订草案征求意见稿）', () => {
  it('is no rule for a conversion of an institution that has not switched it on [R4-001]', async () => {
    assert.deepEqual(await textOf004().then((t) => [t.status, t.adoption]), ['draft', null]);
    const d = await h.deal().received('100000.00', [{ kind: 'taxes', amount: '1.00', ground: '完税凭证' }]);
    accepted(await d.propose({ contributors: '50%' })); // 004 wants 70%
    for (const command of ['disposal.check', 'price.set', 'net.compute', 'split.propose'])
      assert.deepEqual(of004(await weighed(d, command)), [], command);
    assert.doesNotMatch(JSON.stringify((await door.get(h.who.as('tto'), `/api/cases/${d.conversion}`)).body.clauses), /004/);
  });

  it('is switched on by the institution’s own keeper, with the days that it leaves blank, and then rules [R4-001]', async () => {
    const adopt = (login: string, input: object) =>
      h.send(h.who.as(login), 'text.adopt', { case: h.who.file, input: { text: '004', basis: '第三条', ...input } });
    const days = { from: '2026-03-02', to: '2029-12-19' };
    assert.deepEqual(refused(await adopt('dean', days)), ['may.not']);
    assert.deepEqual(refused(await adopt('admin', { from: days.from })), ['text.end_missing']);
    accepted(await adopt('admin', days));
    assert.deepEqual(await textOf004().then((t) => [t.status, t.adoption?.from, t.adoption?.to]), ['draft', days.from, days.to]);

    const d = await h.deal().received('100000.00');
    const low = await d.propose({ contributors: '50%' });
    assert.deepEqual([refused(low), clausesOf(low)], [['split.outside_limits'], ['004:11.1']]);
    accepted(await d.propose({ contributors: '70%' }));
  });

  it('is called a draft in each decision that it made, and no other text is [R4-001]', async () => {
    const d = await h.deal().received('100000.00');
    accepted(await d.propose({ contributors: '70%' }));
    for (const command of ['disposal.check', 'price.set', 'net.compute', 'split.propose']) {
      const all = await weighed(d, command);
      const applied = of004(all).filter((c) => c.because === 'applies');
      assert.ok(applied.length > 0, command);
      assert.ok(
        applied.every((c) => c.draft && c.cite.includes('草案')),
        command,
      );
      assert.deepEqual(
        all.filter((c) => c.draft || c.cite.includes('草案')).filter((c) => !c.clause.startsWith('004:')),
        [],
      );
    }
    const { clauses } = (await door.get(h.who.as('tto'), `/api/cases/${d.conversion}`)).body as { clauses: Record<string, string> };
    const named = Object.entries(clauses).filter(([id]) => id.startsWith('004:'));
    assert.ok(named.length > 3 && named.every(([, cite]) => cite.includes('草案')));
  });
});

type Basis = { readonly title: string; readonly to: string | null; readonly expired: boolean };
const help = async (login: string) =>
  (await door.get(h.who.as(login), '/api/texts/004/help')).body as {
    basis: Basis[];
    purpose: { clause: string; cite: string; sentence: string; elements: string[]; rules: string[] }[];
  };

describe('004 第一条：依据', () => {
  const plan = '上海市促进科技成果转移转化行动方案（2024-2027 年）';
  const titles = [
    '关于进一步深化科技体制机制改革增强科技创新中心策源能力的意见',
    '上海市人民政府办公厅关于支持生物医药产业全链条创新发展的若干意见',
    '上海市促进科技成果转化条例',
    plan,
  ];
  it('names four texts, of which the plan for 2024 to 2027 has run out on 2028-01-01 and not a day before [R4-002]', async () => {
    const expired = async (): Promise<string[]> => (await help('first')).basis.filter((b) => b.expired).map((b) => b.title);
    assert.deepEqual(
      (await help('first')).basis.map((b) => b.title),
      titles,
    );
    for (const [day, over] of [
      ['2026-03-02', []],
      ['2027-12-31', []],
      ['2028-01-01', [plan]],
    ] as const) {
      h.today(day);
      assert.deepEqual(await expired(), over, day);
    }
    h.today('2026-03-02');
  });
});

describe('004 第二条：目的', () => {
  it('is help for whoever reads the text: its sentence with four elements, and no rule [R4-003]', async () => {
    const { purpose } = await help('first');
    assert.equal(purpose.length, 1);
    const [{ sentence, elements, rules, cite }] = purpose as [(typeof purpose)[number]];
    assert.deepEqual([elements, rules, cite], [['技术', '资本', '人才', '服务'], [], '《上海操作细则（草案）》第二条']);
    assert.match(sentence, /^本操作细则旨在指导本市医疗卫生行业高效合规开展科技成果转化，释放相关卫生技术人员的创新活力，/);
    const { clauses } = (await door.get(h.who.as('first'), '/api/texts/004')).body as { clauses: { id: string; answers: unknown[] }[] };
    assert.deepEqual(clauses.find((c) => c.id === '004:2')?.answers, []);
  });
  it('is nothing that a text of another kind is asked for', async () => {
    const { body } = await door.get(h.who.as('first'), '/api/texts/cn-conversion-law/help');
    assert.deepEqual([body.purpose, body.basis], [[], []]);
    assert.equal((await door.get(h.who.as('first'), '/api/texts/nowhere/help')).status, 404);
  });
});
