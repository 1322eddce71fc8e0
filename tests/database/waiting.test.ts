import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { waitingIn } from '../../packages/engine/waiting.ts';
import { type PlainDeal, type PlainHouse, plainHouse } from '../support/plain.ts';

let h: PlainHouse;
before(async () => {
  h = await plainHouse();
});
after(() => h.close());

/** What the deal waits for as somebody sees it: 'word by roles', his own marked with a star. */
async function waits(d: PlainDeal, login: string): Promise<string[]> {
  const seen = await h.see(h.who.as(login), (db, visitor) => waitingIn(h.engine, db, visitor, [d.conversion]));
  return seen.map((w) => `${w.duty ?? w.command} by ${w.roles.join()}${w.yours ? ' *' : ''}`);
}

describe('a running case says what it waits for, whose part that is and under which clause, to whoever looks', () => {
  it('names what is owed in the steps that are open, and nothing of those that wait for others', async () => {
    const d = await h.deal().opened();
    assert.deepEqual(await waits(d, 'tto'), ['price.set by TT *']);
    assert.deepEqual(await waits(d, 'dean'), ['price.set by TT']);
  });

  it('names, where nothing is owed, what would bring the case on, and who holds the part', async () => {
    const d = await h.deal().signed();
    assert.deepEqual((await waits(d, 'finance')).sort(), ['conversion.close by TT', 'income.book by FA *']);
    const [money] = (await h.see(h.who.as('first'), (db, v) => waitingIn(h.engine, db, v, [d.conversion]))).filter(
      (w) => w.command === 'income.book',
    );
    assert.deepEqual([money!.people, money!.yours], [['财务经办'], false]);
    assert.deepEqual(money!.clauses, ['cn-conversion-law:43', '004:11.p1.s1'], 'only clauses of adopted texts');
  });

  it('waits in a distribution for its team first, then for whoever hands over', async () => {
    const d = await h.deal().received('100000.00');
    assert.deepEqual(await waits(d, 'tto'), ['split.propose by TT *']);
    await d.propose({ contributors: '80%' });
    assert.deepEqual(await waits(d, 'first'), ['shares.propose by CT *']);
    await d.confirmed({ first: '100%' });
    await d.send('finance', 'leaders.check', d.dividing, { measures: [] });
    await d.send('finance', 'opinion.give', await d.step('finance', d.dividing), { reviewer: 'FA', agreed: true });
    assert.deepEqual(await waits(d, 'finance'), ['award.hand-over by FA *']);
  });

  it('says nothing of a deal to somebody who has no part in it', async () => {
    const d = await h.deal().opened({ title: '支架' });
    assert.deepEqual(await waits(d, 'stranger'), []);
  });
});
