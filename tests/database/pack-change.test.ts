import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { faultLine } from '../../apps/server/fault-line.ts';
import { openHouse, rules } from '../../apps/server/open-house.ts';
import { lookAt } from '../../packages/engine/database.ts';
import { LawShelf } from '../../packages/engine/law-shelf.ts';
import { accepted, refused } from '../support/house.ts';
import { Packs, plainPack } from '../support/packs.ts';
import { type PlainDeal, type PlainHouse, plainHouse } from '../support/plain.ts';
import { changesNothing, isWhole } from '../support/stored.ts';
import { toldOnly } from '../support/told.ts';

const split = 'plain/2-split.yaml';
const process = 'plain/1-process.yaml';

describe('a decision keeps the law it was made by; the next one is made by the law as it is then known', () => {
  let h: PlainHouse;
  before(async () => {
    h = await plainHouse();
  });
  after(() => h.close());
  const decisions = (on: string, command: string) =>
    lookAt(h.engine.database, h.who.id, (db) =>
      db.selectFrom('decision').where('case_id', '=', on).where('command', '=', command).orderBy('id').selectAll().execute(),
    );
  const revision = (): string => h.engine.law.shelf.get('plain')!.revision;
  const propose = (d: PlainDeal, share: string) => d.propose({ contributors: share });

  it('keeps the old revision with the old decision, and answers the same case’s next command by the new', async () => {
    const d = await h.deal().received('100000.00');
    accepted(await propose(d, '70%'));
    const [before] = await decisions(d.dividing, 'split.propose');
    const old = revision();
    assert.equal((before!.revisions as Record<string, string>).plain, old);

    h.packs.change(split, 'counts: contributor-reward }', 'counts: contributor-reward, atLeast: 80% }');
    assert.deepEqual(h.engine.law.reload(), []);
    assert.notEqual(revision(), old);
    assert.deepEqual(await decisions(d.dividing, 'split.propose'), [before], 'nothing that was decided is decided anew');
    await isWhole(h.url);

    await d.send('tto', 'split.withdraw', d.dividing, { reason: '重拟' });
    const t = toldOnly(await propose(d, '70%'));
    assert.deepEqual([t.code, t.clauses], ['split.outside_limits', ['plain:split']]);
    assert.match(t.zh, /≥ 80%/);
    accepted(await propose(d, '80%'));
    const [, after] = await decisions(d.dividing, 'split.propose');
    assert.equal((after!.revisions as Record<string, string>).plain, revision());
    assert.deepEqual((await decisions(d.dividing, 'split.propose'))[0], before);
  });

  it('lets a route that was begun run as it was; one that is begun now takes the new steps', async () => {
    const old = await h.deal().opened();
    h.packs.change(
      process,
      'after: [pricing] }',
      'after: [meeting] }\n          meeting: { title: 院长办公会, does: resolution, after: [pricing], with: { body: meeting } }',
    );
    h.packs.change('plain/1-process.examples.yaml', '[disclosure, pricing, contract]', '[disclosure, pricing, meeting, contract]');
    assert.deepEqual(h.engine.law.reload(), []);
    const steps = async (d: PlainDeal) => (await d.page()).steps.map((s) => s.step);
    assert.deepEqual(await steps(old), ['disclosure', 'pricing', 'contract']);
    assert.deepEqual(await steps(await h.deal().opened()), ['disclosure', 'pricing', 'meeting', 'contract']);
    const pricing = await old.step('pricing');
    await old.send('tto', 'disposal.check', pricing, { stateSecret: false, nationalSecurity: false, keyCoreTechnology: false });
    await old.send('dean', 'appraisal.decide', pricing, { appraise: false });
    await old.send('tto', 'price.set', pricing, { method: 'listed', price: '1.00', grounds: '测试' });
    await old.sign('1.00');
  });

  it('answers for the day of the fact: a version that begins later does not touch money received before', async () => {
    const two = `    versions:
      - from: 2025-01-01
        to: 2026-03-31`;
    const later = `      - from: 2026-04-01
        source: 分配一条（修订）
        value:
          base: net-income
          parts:
            contributors: { title: 团队奖励, to: persons, counts: contributor-reward, atLeast: 90% }
            hospital: { title: 医院留存, to: institution, remainder: yes }
`;
    h.packs.change(
      process,
      'after: [meeting] }\n          meeting: { title: 院长办公会, does: resolution, after: [pricing], with: { body: meeting } }',
      'after: [pricing] }',
    );
    h.packs.change('plain/1-process.examples.yaml', '[disclosure, pricing, meeting, contract]', '[disclosure, pricing, contract]');
    const d = await h.deal();
    h.packs.change(split, `    versions:\n      - from: 2025-01-01`, two);
    h.packs.write(split, readFileSync(join(h.packs.folder, split), 'utf8') + later);
    assert.deepEqual(h.engine.law.reload(), []);
    await d.received('100000.00');
    h.today('2026-04-10');
    accepted(await propose(d, '80%'));
    const e = await h.deal().received('100000.00');
    const shares = (share: string) => ({ shares: [{ part: 'contributors', share }], remainderUse: 'rnd' });
    assert.deepEqual(refused(await e.try('tto', 'split.propose', e.dividing, shares('80%'))), ['split.outside_limits']);
    accepted(await e.try('tto', 'split.propose', e.dividing, shares('90%')));
  });
});

type Fault = {
  readonly what: string;
  readonly file: string;
  /** Words of the file that are replaced, and by what. */
  readonly change: readonly [from: string, to: string];
  /** The fault stands where these words begin; default: where the replacement does. */
  readonly at?: string;
  readonly said: readonly [zh: string, en: string];
};
const reward = '004/11.1-contributor-reward.yaml';
const faults: readonly Fault[] = [
  {
    what: 'a share that is no number',
    file: reward,
    change: ['atLeast: 70%', 'atLeast: 七成'],
    said: ['“七成”不是数。请写作 70%、2/3、1000万。', '“七成” is no number. Write 70%, 2/3, 1000万.'],
  },
  {
    what: 'a key that is misspelt',
    file: reward,
    change: ['source: 第十一条', 'sorce: 第十一条'],
    at: 'sorce',
    said: [
      '不认识“sorce”。可以写：from, to, value, source, alternatives。',
      '“sorce” is unknown. Write one of: from, to, value, source, alternatives.',
    ],
  },
  {
    what: 'a rule that there is not',
    file: reward,
    change: ['rule: reward-limits', 'rule: reward-limit'],
    said: ['没有规则“reward-limit”。相近的有：reward-limits', 'There is no rule “reward-limit”. Near it: reward-limits'],
  },
  {
    what: 'a condition that the rule does not know',
    file: reward,
    change: ['when: { mode:', 'when: { mod:'],
    at: 'mod:',
    said: ['规则reward-limits没有条件“mod”。可以用：mode', 'The rule reward-limits has no condition “mod”. It has: mode'],
  },
  {
    what: 'a force that is none',
    file: reward,
    change: ['force: must', 'force: shall'],
    said: ['“force”不能写作“shall”。可以写：must, should, may。', '“force” cannot be “shall”. Write one of: must, should, may.'],
  },
  {
    what: 'a day that no calendar has',
    file: split,
    change: ['from: 2025-01-01', 'from: 2025-02-29'],
    said: ['日历上没有“2025-02-29”这一天。', 'No calendar has the day “2025-02-29”.'],
  },
  {
    what: 'a version that ends before it begins',
    file: split,
    change: ['from: 2025-01-01\n', 'from: 2025-01-01\n        to: 2024-12-31\n'],
    at: 'to: 2024',
    said: ['失效日2024-12-31早于施行日2025-01-01。', 'It ends on 2024-12-31, before it begins on 2025-01-01.'],
  },
  {
    what: 'a floor above its cap',
    file: split,
    change: ['counts: contributor-reward }', 'counts: contributor-reward, atLeast: 95%, atMost: 70% }'],
    at: 'contributors:',
    said: ['下限95%高于上限70%。', 'The floor 95% is above the cap 70%.'],
  },
  {
    what: 'two parts that both take the remainder',
    file: split,
    change: ['counts: contributor-reward }', 'counts: contributor-reward, remainder: yes }'],
    at: 'parts:',
    said: ['外层各部分中必须恰好有一个写 remainder: yes。', 'Exactly one of the outer parts must say remainder: yes.'],
  },
  {
    what: 'a part that goes nowhere known',
    file: split,
    change: ['to: institution', 'to: hospital'],
    said: ['不能写作“hospital”。可以写：persons, ', 'Not “hospital”. Write one of: persons, '],
  },
  {
    what: 'steps that wait for each other',
    file: process,
    change: ['pricing: { title: 定价, does: pricing, after: [disclosure] }', 'pricing: { title: 定价, does: pricing, after: [contract] }'],
    at: 'after: [contract]',
    said: ['步骤“pricing”与它所等待的步骤互相等待。', 'Step “pricing” and the steps it waits for wait for each other.'],
  },
  {
    what: 'a step that waits for one that there is not',
    file: process,
    change: ['after: [pricing]', 'after: [price]'],
    said: ['等待的步骤“price”不在流程里。', 'It waits for “price”, which is no step of the route.'],
  },
  {
    what: 'a period that is none',
    file: 'gf-2016-16/2-price-notice.yaml',
    change: ['value: 15日', 'value: 15 fortnights'],
    said: [
      '“15 fortnights”不是期限。请写作 15日、5个工作日、48小时、3个月、5年。',
      '“15 fortnights” is no period. Write 15日, 5个工作日, 48小时, 3个月, 5年.',
    ],
  },
  {
    what: 'a clause of another text',
    file: split,
    change: ['clause: "plain:split"', 'clause: "plane:split"'],
    said: ['条款plane:split不属于文本plain。', 'Clause plane:split does not belong to the text plain.'],
  },
  {
    what: 'a clause that is written twice',
    file: split,
    change: ['clause: "plain:split"', 'clause: "plain:process"'],
    said: ['条款plain:process在plain/1-process.yaml中已经写过。', 'Clause plain:process is written in plain/1-process.yaml already.'],
  },
  {
    what: 'a file that is no YAML',
    file: split,
    change: ['title: 收益分配', 'title: "收益分配'],
    at: '',
    said: ['不是合法的YAML：', 'Not valid YAML: '],
  },
  {
    what: 'a clause that does not say its sentence',
    file: split,
    change: ['text: 净收入', 'note: 净收入'],
    at: 'note:',
    said: ['不认识“note”。', '“note” is unknown.'],
  },
  {
    what: 'an example that does not come out',
    file: 'plain/2-split.examples.yaml',
    change: ['is: contributors', 'is: team'],
    at: 'name:',
    said: ['算例“三部分”：写的是team + tto + tto-staff + hospital，得到的是contributors + tto', 'Example “三部分”: it says team + tto'],
  },
  {
    what: 'an answer without an example',
    file: 'plain/2-split.examples.yaml',
    change: ['rule: distribution-parts', 'rule: remainder-use'],
    at: '',
    said: [
      '对规则distribution-parts的回答没有算例。请在旁边的 .examples.yaml 中写一个。',
      'The answer to distribution-parts has no worked example.',
    ],
  },
  {
    what: 'two versions on the same days',
    file: split,
    change: [
      '    versions:\n',
      '    versions:\n      - { from: 2025-06-01, source: 二稿, value: { base: received, parts: { all: { title: 全部, to: institution, remainder: yes } } } }\n',
    ],
    at: 'from: 2025-06-01',
    said: [
      '规则distribution-parts的两个版本日期重叠：前一个到9999，后一个从2025-06-01起。',
      'Two versions for distribution-parts overlap: one to 9999, the next from 2025-06-01.',
    ],
  },
  {
    what: 'an exception to a clause that there is not',
    file: split,
    change: ['  - rule: distribution-parts\n', '  - rule: distribution-parts\n    overrides: ["004:99"]\n'],
    at: '"004:99"',
    said: ['声明优先于004:99，但没有这个条款。', 'It overrides 004:99, which does not exist.'],
  },
];

/** The line and column where words begin in a text, counted from 1. */
function placeOf(text: string, words: string): string {
  const before = text.slice(0, text.indexOf(words));
  return `${before.split('\n').length}:${before.length - before.lastIndexOf('\n')}`;
}

describe('a pack file with an error is refused with line, column and what to write instead; the running packs stay', () => {
  let h: PlainHouse;
  let d: PlainDeal;
  before(async () => {
    h = await plainHouse();
    d = await h.deal().received('100000.00');
  });
  after(() => h.close());

  for (const f of faults) {
    it(`says where there is ${f.what}, and goes on with the packs that run`, async () => {
      const good = readFileSync(join(h.packs.folder, f.file), 'utf8');
      const running = h.engine.law.shelf;
      h.packs.change(f.file, ...f.change);
      const bad = readFileSync(join(h.packs.folder, f.file), 'utf8');
      const found = h.engine.law.reload();
      const [first] = found;
      assert.ok(first, 'the fault is found');
      const said = [faultLine(first, 'zh'), faultLine(first, 'en')];
      if (f.at !== '') {
        assert.ok(bad.includes(f.at ?? f.change[1]), f.file);
        for (const line of said) assert.ok(line.startsWith(`${f.file}:${placeOf(bad, f.at ?? f.change[1])}: `), line);
      }
      for (const [i, line] of said.entries()) {
        assert.match(line, /^[\w./-]+\.yaml:\d+:\d+: /);
        assert.ok(line.includes(f.said[i]!), line);
      }
      assert.equal(h.engine.law.shelf, running, 'the packs that run are those that ran');
      accepted(await d.propose({ contributors: '70%' }));
      await d.send('tto', 'split.withdraw', d.dividing, { reason: '再试' });

      assert.throws(() => new LawShelf(h.packs.folder, rules), { name: 'PacksAtFault' });
      h.packs.write(f.file, good);
      assert.deepEqual(h.engine.law.reload(), []);
    });
  }
  it('finds several faults of several files at once', async () => {
    const files = [reward, split, process];
    const good = files.map((f) => readFileSync(join(h.packs.folder, f), 'utf8'));
    h.packs.change(reward, 'atLeast: 70%', 'atLeast: 七成');
    h.packs.change(split, 'to: institution', 'to: hospital');
    h.packs.change(process, 'after: [pricing]', 'after: [price]');
    const found = await changesNothing(h.url, async () => h.engine.law.reload());
    assert.deepEqual(
      found.map((f) => f.code),
      ['limits.not_a_number', 'route.unknown_step', 'rule.not_offered'],
    );
    for (const [i, f] of files.entries()) h.packs.write(f, good[i]!);
    assert.deepEqual(h.engine.law.reload(), []);
  });
  it('does not start on packs with a fault, and opens no database for them', async () => {
    const packs = new Packs(plainPack());
    packs.change(reward, 'atLeast: 70%', 'atLeast: 七成');
    await assert.rejects(
      openHouse({ url: 'postgres://127.0.0.1:1/nowhere', packs: packs.folder }),
      /11\.1-contributor-reward\.yaml:\d+:\d+ limits\.not_a_number/,
    );
    packs.remove();
  });
  it('says that a folder of a text has no text', async () => {
    h.packs.write('empty/1-a.yaml', 'clause: "empty:a"\n');
    const [first] = h.engine.law.reload();
    assert.equal(faultLine(first!, 'zh'), 'empty/text.yaml:1:1: 这个文件夹没有 text.yaml。请写明文本的名称、层级、状态和来源。');
    assert.equal(
      faultLine(first!, 'en'),
      'empty/text.yaml:1:1: The folder has no text.yaml. Write the text’s title, level, status and source.',
    );
  });
});
