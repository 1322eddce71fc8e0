import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { lookAt } from '../../packages/engine/database.ts';
import { accepted, anotherId, refused } from '../support/house.ts';
import { clear, type PlainDeal, type PlainHouse, plainHouse } from '../support/plain.ts';
import { changesNothing, isWhole } from '../support/stored.ts';
import { toldOnly } from '../support/told.ts';

let h: PlainHouse;
let d: PlainDeal;
before(async () => {
  h = await plainHouse();
  d = await h.deal().opened();
});
after(() => h.close());

const disclosure = (title: string) => ({
  title,
  kind: 'device',
  summary: '测试',
  contributors: [{ person: h.who.people.first, main: true }],
  rights: [],
});
const titled = (title: string): Promise<number> =>
  lookAt(h.engine.database, h.who.id, async (db) =>
    Number((await db.selectFrom('achievement').where('title', '=', title).select(db.fn.countAll().as('n')).executeTakeFirstOrThrow()).n),
  );
const as = (login: string) => h.who.as(login);

describe('the same key asks the same thing once: the second time nothing happens and the first answer comes back', () => {
  it('answers a repeated command that begins a case with the first answer, number and all', async () => {
    const ask = { input: disclosure('同一次'), key: anotherId() };
    const first = accepted(await h.send(as('first'), 'achievement.disclose', ask));
    assert.match(first.number ?? '', /^成果〔2026〕\d+号$/);
    assert.deepEqual(await changesNothing(h.url, () => h.send(as('first'), 'achievement.disclose', ask)), first);
    assert.equal(await titled('同一次'), 1);
  });
  it('answers it so even when the case has long gone on and the chart has no place for it', async () => {
    const pricing = await d.step('pricing');
    const ask = { case: pricing, input: clear, key: anotherId() };
    const first = accepted(await h.send(as('tto'), 'disposal.check', ask));
    await d.send('dean', 'appraisal.decide', pricing, { appraise: false });
    await d.send('tto', 'price.set', pricing, { method: 'listed', price: '1.00', grounds: '测试' });
    assert.deepEqual(await changesNothing(h.url, () => h.send(as('tto'), 'disposal.check', ask)), first);
    assert.deepEqual(refused(await h.send(as('tto'), 'disposal.check', { case: pricing, input: clear })), ['chart.no_place']);
  });
  it('happens once where eight of the same arrive at once, on a new case', async () => {
    const ask = { input: disclosure('八次同时'), key: anotherId() };
    const results = await Promise.all(Array.from({ length: 8 }, () => h.send(as('first'), 'achievement.disclose', ask)));
    for (const r of results) assert.deepEqual(r, results[0]);
    assert.equal(await titled('八次同时'), 1);
    const next = accepted(await h.send(as('first'), 'achievement.disclose', { input: disclosure('下一个') }));
    const number = (n: string | null) => Number(/(\d+)号$/.exec(n ?? '')?.[1]);
    assert.equal(number(next.number), number(accepted(results[0]!).number) + 1, 'no number is lost to the seven');
    await isWhole(h.url);
  });
  it('happens once where eight of the same arrive at once, on one case', async () => {
    const paper = await d.paper('audit', d.conversion, 'report', '尽职材料');
    const ask = { case: d.conversion, input: { element: 'supervision', paper }, key: anotherId() };
    const results = await Promise.all(Array.from({ length: 8 }, () => h.send(as('audit'), 'care.file', ask)));
    for (const r of results) assert.deepEqual(r, results[0]);
    assert.equal(accepted(results[0]!).events.length, 1);
    const filed = await lookAt(h.engine.database, h.who.id, (db) =>
      db.selectFrom('care').where('paper_id', '=', paper).selectAll().execute(),
    );
    assert.equal(filed.length, 1);
    await isWhole(h.url);
  });
  it('knows an answer by who asked: another person’s key is another key', async () => {
    const key = anotherId();
    const input = { ...disclosure('两人同号'), contributors: ['first', 'second'].map((p) => ({ person: h.who.people[p], main: true })) };
    const one = accepted(await h.send(as('first'), 'achievement.disclose', { input, key }));
    const two = accepted(await h.send(as('second'), 'achievement.disclose', { input, key }));
    assert.notEqual(one.case, two.case);
  });
  it('remembers no refusal: asked again when its cause is gone, it is done', async () => {
    const deal = await h.deal().opened();
    const pricing = await deal.step('pricing');
    await deal.send('tto', 'disposal.check', pricing, clear);
    const ask = { case: pricing, input: { method: 'listed', price: '1.00', grounds: '测试' }, key: anotherId() };
    assert.deepEqual(refused(await h.send(as('tto'), 'price.set', ask)), ['appraisal.undecided']);
    await deal.send('dean', 'appraisal.decide', pricing, { appraise: false });
    accepted(await h.send(as('tto'), 'price.set', ask));
  });
});

describe('a key that was used for something else is refused', () => {
  for (const [what, other] of [
    ['another input', (): object => ({ input: disclosure('别的内容') })],
    [
      'a decision entered for another',
      (): object => ({ input: disclosure('原来的内容'), recorded: { decidedBy: '第一完成人', on: '2026-03-01' } }),
    ],
  ] as const) {
    it(`refuses ${what} under the same key, and writes nothing`, async () => {
      const key = anotherId();
      accepted(await h.send(as('first'), 'achievement.disclose', { input: disclosure('原来的内容'), key }));
      const result = await changesNothing(h.url, () => h.send(as('first'), 'achievement.disclose', { key, input: {}, ...other() }));
      const t = toldOnly(result);
      assert.deepEqual(
        [t.code, t.zh, t.en],
        [
          'command.key_reused',
          '同一个请求编号已经用于别的内容。请刷新页面后重新提交。',
          'The request key was already used for something else. Reload the page and submit again.',
        ],
      );
    });
  }
  it('refuses another command, and another case, under the same key', async () => {
    const [one, two] = [await h.deal().opened(), await h.deal().opened()];
    const key = anotherId();
    const ask = { input: { reason: '不再需要' }, key };
    accepted(await h.send(as('tto'), 'conversion.abandon', { ...ask, case: one.conversion }));
    for (const [command, on, input] of [
      ['conversion.abandon', two.conversion, ask.input],
      ['conversion.return', one.conversion, { step: 'pricing', reason: '不再需要' }],
      ['conversion.close', one.conversion, {}],
    ] as const) {
      const result = await changesNothing(h.url, () => h.send(as('tto'), command, { case: on, input, key }));
      assert.equal(toldOnly(result).code, 'command.key_reused', command);
    }
  });
});
