import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openHouse } from '../../apps/server/open-house.ts';
import { messages } from '../../packages/catalogue/sentences.ts';
import { lookAt } from '../../packages/engine/database.ts';
import { sweep } from '../../packages/engine/deadlines.ts';
import { addDays, type Day } from '../../packages/kernel/day.ts';
import { accepted, refused } from '../support/house.ts';
import { plainPack } from '../support/packs.ts';
import { type PlainDeal, type PlainHouse, plain, plainHouse } from '../support/plain.ts';
import { asOwner, changesNothing, isWhole } from '../support/stored.ts';

const steps = `
          disclosure: { title: 成果披露, does: disclosure }
          pricing: { title: 定价, does: pricing, after: [disclosure] }
          long: { title: 院内公示, does: public-notice, after: [pricing], with: { about: price, place: in-unit } }
          short: { title: 市场公示, does: public-notice, after: [pricing], with: { about: price, place: technology-market } }
          countersign: { title: 会签, does: review-route, after: [pricing], with: { reviewers: [LD, FA, RM] } }
          meeting: { title: 院长办公会, does: resolution, after: [long, short, countersign], with: { body: meeting } }
          contract: { title: 签订合同, does: contract, after: [meeting] }`;
const founding = { ...plain, adoptions: [...plain.adoptions, { text: 'gf-2016-16', from: '2016-02-26', basis: '同上' }] };
const house = (): Promise<PlainHouse> => plainHouse({ founding, packs: plainPack({ steps }) });
const notice = (days: string) => ({ location: '公告栏', channel: '纪检室', days });

type Row = Record<string, unknown>;
/** What is, without what differs by when it was written: ids, instants and hashes. */
async function outcome(h: PlainHouse, d: PlainDeal): Promise<Record<string, readonly Row[]>> {
  return await asOwner(h.url, async (client) => {
    const ask = async (sql: string): Promise<Row[]> => (await client.query<Row>(sql, [d.conversion])).rows;
    const tree = `from case_file c where c.root_id = $1`;
    return {
      cases: await ask(
        `select c.title, c.procedure, c.state, c.settled, c.withdrawn, c.changed_on::text ${tree} order by c.title, c.opened_on`,
      ),
      events: await ask(
        `select c.title, e.seq, e.type, e.on_day::text, e.clauses from event e join case_file c on c.id = e.stream_id where c.root_id = $1 order by c.title, c.id, e.seq`,
      ),
      steps: await ask(`select s.step, s.state, s.done_on::text, s.attempt from step s where s.case_id = $1 order by s.ordinal`),
      notices: await ask(
        `select n.place, n.published_on::text, n.last_day::text, n.ended_on::text from notice n join case_file c on c.id = n.case_id where c.root_id = $1 order by 1`,
      ),
      duties: await ask(
        `select o.duty, o.state, o.started_on::text, o.due_on::text, o.ended_on::text from obligation o join case_file c on c.id = o.case_id where c.root_id = $1 order by 1, 3, 4, 2, 5`,
      ),
    };
  });
}

describe('a passed deadline is applied before the case is touched: a result never depends on when a sweeper ran', () => {
  /** Two notices whose days pass in the other order than they began, one of them held open by an objection; looked at long after. */
  async function run(h: PlainHouse, each: (day: Day) => Promise<void>): Promise<PlainDeal> {
    const go = async (to: Day): Promise<void> => {
      for (let day = now; day < to; ) {
        day = addDays(day, 1);
        h.today(day);
        await each(day);
      }
      now = to;
    };
    let now = '2026-03-02';
    h.today(now);
    const d = await h.deal().priced({ method: 'agreed' });
    await d.send('tto', 'notice.publish', await d.step('long'), notice('30日'));
    await go('2026-03-04');
    await d.send('tto', 'notice.publish', await d.step('short'), notice('15日'));
    await go('2026-03-10');
    const said = { channel: 'letter', receivedOn: '2026-03-10', content: '价格偏低', anonymous: true, handler: h.who.people.audit };
    await d.send('audit', 'objection.receive', await d.step('long'), said);
    await go('2026-04-10');
    const paper = await d.paper('audit', d.conversion, 'report', '监督材料');
    await d.send('audit', 'care.file', d.conversion, { element: 'supervision', paper });
    return d;
  }

  it('comes to the same whether a sweeper looked every day, or nobody until the case was touched', async () => {
    const swept = await house();
    const passed: [Day, number][] = [];
    const a = await run(swept, async (day) => {
      const n = await sweep(swept.engine);
      if (n > 0) passed.push([day, n]);
    });
    // the 15th day after 03-04 is 03-19, the 30th after 03-02 is 04-01; each is over at midnight
    assert.deepEqual(passed, [
      ['2026-03-20', 1],
      ['2026-04-02', 1],
    ]);
    const left = await house();
    const b = await run(left, async () => undefined);
    const [one, two] = [await outcome(swept, a), await outcome(left, b)];
    assert.deepEqual(one.duties!.filter((x) => x.state === 'passed').length, 2);
    assert.deepEqual(two, one);
    const ended = one.events!.filter((e) => ['notice.ended', 'notice.held', 'deadline.passed'].includes(String(e.type)));
    assert.deepEqual(
      ended.map((e) => `${e.title} ${e.type} ${e.on_day}`),
      [
        '市场公示 deadline.passed 2026-03-19',
        '市场公示 notice.ended 2026-03-19',
        '院内公示 deadline.passed 2026-04-01',
        '院内公示 notice.held 2026-04-01',
      ],
    );
    await isWhole(swept.url);
    await isWhole(left.url);
    await swept.close();
    await left.close();
  });

  let h: PlainHouse;
  before(async () => {
    h = await house();
  });
  after(() => h.close());

  it('applies several in due order, each dated by its own day, in one touch', async () => {
    h.today('2026-03-02');
    const d = await h.deal().priced({ method: 'agreed' });
    await d.send('tto', 'notice.publish', await d.step('long'), notice('40日'));
    await d.send('tto', 'notice.publish', await d.step('short'), notice('20日'));
    h.today('2026-06-01');
    accepted(await d.try('legal', 'opinion.give', await d.step('countersign'), { reviewer: 'LD', agreed: true }));
    const history = (await d.page()).history.filter((e) => e.stream === d.conversion);
    assert.deepEqual(
      history.filter((e) => e.type === 'step.done' && e.on > '2026-03-02').map((e) => e.on),
      ['2026-04-11', '2026-03-22'],
      'the history shows the latest first',
    );
  });
  it('keeps a deadline passed by a command that is itself refused', async () => {
    h.today('2026-03-02');
    const d = await h.deal().priced({ method: 'agreed' });
    await d.send('tto', 'notice.publish', await d.step('long'), notice('15日'));
    h.today('2026-03-18');
    assert.deepEqual(refused(await d.try('tto', 'conversion.close', d.conversion, {})), ['chart.no_place']);
    const page = await d.page();
    assert.equal(page.steps.find((s) => s.step === 'long')?.done_on, '2026-03-17');
    assert.equal(await changesNothing(h.url, () => sweep(h.engine)), 0, 'a sweeper that comes later has nothing left');
  });
  it('has not passed before midnight in Shanghai at the end of its day', async () => {
    h.today('2026-03-02');
    const d = await h.deal().priced({ method: 'agreed' });
    const on = await d.step('long');
    await d.send('tto', 'notice.publish', on, notice('15日'));
    const { due_at: at } = await lookAt(h.engine.database, h.who.id, (db) =>
      db.selectFrom('obligation').where('case_id', '=', on).where('duty', '=', 'notice.run').select('due_at').executeTakeFirstOrThrow(),
    );
    assert.equal(at, '2026-03-17T16:00:00.000Z');
    const sweepAt = (now: string) => sweep({ ...h.engine, clock: { now: () => now } });
    assert.equal(await sweepAt('2026-03-17T15:59:59.999Z'), 0);
    assert.equal(await sweepAt('2026-03-17T16:00:00.000Z'), 1);
  });
  it('does not pass for a notice that was stopped, withdrawn, or ended with its conversion', async () => {
    h.today('2026-03-02');
    const [stopped, returned, ended] = [
      await h.deal().priced({ method: 'agreed' }),
      await h.deal().priced({ method: 'agreed' }),
      await h.deal().priced({ method: 'agreed' }),
    ];
    for (const d of [stopped, returned, ended]) await d.send('tto', 'notice.publish', await d.step('long'), notice('15日'));
    const on = await stopped.step('long');
    const said = { channel: 'letter', receivedOn: '2026-03-02', content: '权属有争议', anonymous: true, handler: h.who.people.audit };
    const received = await stopped.send('audit', 'objection.receive', on, said);
    await stopped.send('audit', 'objection.answer', on, { objection: received.made.objection, upheld: true, answer: '属实' });
    await returned.send('tto', 'conversion.return', returned.conversion, { step: 'pricing', reason: '重新定价' });
    await ended.send('tto', 'conversion.abandon', ended.conversion, { reason: '不再转化' });
    h.today('2026-05-01');
    assert.equal(await changesNothing(h.url, () => sweep(h.engine)), 0);
  });
});

describe('several processes sweep at once, and every deadline passes once', () => {
  it('passes each of ten once, with two processes sweeping twice each and somebody at work in between', async () => {
    const h = await house();
    const other = await openHouse({ url: h.url, packs: h.packs.folder, clock: h.engine.clock });
    h.today('2026-03-02');
    const deals: PlainDeal[] = [];
    for (let n = 0; n < 10; n += 1) {
      const d = await h.deal().priced({ method: 'agreed', title: `公示${n}` });
      await d.send('tto', 'notice.publish', await d.step('long'), notice('15日'));
      deals.push(d);
    }
    h.today('2026-03-20');
    const close = deals.map((d) => d.try('tto', 'conversion.close', d.conversion, {}));
    await Promise.all([sweep(h.engine), sweep(other.engine), sweep(h.engine), sweep(other.engine), ...close]);
    for (const type of ['deadline.passed', 'notice.ended', 'step.done']) {
      const rows = await lookAt(h.engine.database, h.who.id, (db) =>
        db.selectFrom('event').where('type', '=', type).where('on_day', '=', '2026-03-17').select(['stream_id', 'seq']).execute(),
      );
      assert.equal(rows.length, 10, type);
      assert.equal(new Set(rows.map((r) => r.stream_id)).size, 10, type);
    }
    await isWhole(h.url);
    await other.close();
    await h.close();
  });
  it('passes the others where one cannot be passed, and says which', async () => {
    const h = await house();
    h.today('2026-03-02');
    for (let n = 0; n < 3; n += 1) {
      const d = await h.deal().priced({ method: 'agreed', title: `公示${n}` });
      await d.send('tto', 'notice.publish', await d.step('long'), notice('15日'));
    }
    await asOwner(h.url, (c) =>
      c.query(
        `update obligation set moves = 'nothing.runs' where id = (select id from obligation where moves is not null order by due_at, id limit 1)`,
      ),
    );
    h.today('2026-03-20');
    await assert.rejects(sweep(h.engine), (e: AggregateError) => {
      assert.equal(e.message, '1 of 3 deadlines could not be passed');
      assert.match(String(e.errors[0]), /nothing\.runs/);
      return true;
    });
    const ended = await lookAt(h.engine.database, h.who.id, (db) =>
      db.selectFrom('notice').where('ended_on', 'is not', null).selectAll().execute(),
    );
    assert.equal(ended.length, 2);
    await h.close();
  });
});

describe('a duty that several owe is met one by one', () => {
  let h: PlainHouse;
  before(async () => {
    h = await house();
  });
  after(() => h.close());
  const owed = async (on: string, duty: string): Promise<string[]> =>
    await lookAt(h.engine.database, h.who.id, async (db) =>
      (
        await db
          .selectFrom('obligation as o')
          .leftJoin('person as p', 'p.id', 'o.owner_person')
          .where('o.case_id', '=', on)
          .where('o.duty', '=', duty)
          .select(['o.owner_role', 'p.name', 'o.state'])
          .execute()
      )
        .map((o) => `${o.name ?? o.owner_role} ${o.state}`)
        .sort(),
    );

  it('leaves an opinion owed by those who have not given theirs', async () => {
    const d = await h.deal().priced();
    const on = await d.step('countersign');
    assert.deepEqual(await owed(on, 'opinion.give'), ['FA owed', 'LD owed', 'RM owed']);
    await d.send('finance', 'opinion.give', on, { reviewer: 'FA', agreed: true });
    assert.deepEqual(await owed(on, 'opinion.give'), ['FA met', 'LD owed', 'RM owed']);
    await d.send('tto', 'reviewer.add', on, { reviewer: 'DM', place: 'beside' });
    await d.send('legal', 'opinion.give', on, { reviewer: 'LD', agreed: true });
    await d.send('research', 'opinion.give', on, { reviewer: 'RM', agreed: true });
    assert.deepEqual(await owed(on, 'opinion.give'), ['DM owed', 'FA met', 'LD met', 'RM met']);
    await d.send('dean', 'opinion.give', on, { reviewer: 'DM', agreed: true });
    assert.deepEqual(await owed(on, 'opinion.give'), ['DM met', 'FA met', 'LD met', 'RM met']);
  });
  it('frees the others where one sends it back', async () => {
    const d = await h.deal().priced();
    const on = await d.step('countersign');
    await d.send('finance', 'opinion.give', on, { reviewer: 'FA', agreed: false, words: '付款条件不清' });
    assert.deepEqual(await owed(on, 'opinion.give'), ['FA met', 'LD void', 'RM void']);
  });
  it('asks every member anew for his word when the team’s proposal changes, and the team for a proposal when one refuses', async () => {
    const d = await divided();
    const on = await d.child('split-agreement');
    const shares = (of: Record<string, string>) => ({
      shares: Object.entries(of).map(([p, share]) => ({ person: d.who.people[p], share })),
    });
    await d.send('first', 'shares.propose', on, shares({ first: '60%', second: '40%' }));
    await d.send('second', 'share.confirm', on, {});
    assert.deepEqual(await owed(on, 'share.confirm'), ['第一完成人 owed', '第二完成人 met']);
    await d.send('second', 'shares.propose', on, shares({ first: '50%', second: '50%' }));
    const each = ['第一完成人 met', '第一完成人 owed', '第二完成人 met', '第二完成人 owed'];
    assert.deepEqual(await owed(on, 'share.confirm'), each);
    await d.send('first', 'share.refuse', on, { words: '不同意' });
    assert.ok((await owed(on, 'share.confirm')).every((x) => x.endsWith(' met')));
    assert.deepEqual(await owed(on, 'shares.propose'), ['CT met', 'CT owed']);
    await d.send('first', 'shares.propose', on, shares({ first: '60%', second: '40%' }));
    assert.deepEqual(await owed(on, 'shares.propose'), ['CT met', 'CT met']);
  });
  async function divided(): Promise<PlainDeal> {
    h.today('2026-03-02');
    const d = await h.deal().priced({ method: 'agreed', price: '100000.00', team: ['first', 'second'] });
    for (const step of ['long', 'short']) await d.send('tto', 'notice.publish', await d.step(step), notice('15日'));
    for (const [login, reviewer] of [
      ['legal', 'LD'],
      ['finance', 'FA'],
      ['research', 'RM'],
    ] as const)
      await d.send(login, 'opinion.give', await d.step('countersign'), { reviewer, agreed: true });
    h.today('2026-03-18');
    const meeting = await d.step('meeting');
    const minutes = await d.paper('secretary', meeting, 'minutes', '纪要');
    const present = [d.who.people.dean, d.who.people.finance];
    await d.send('dean', 'resolution.decide', meeting, {
      result: 'passed',
      present,
      recused: [],
      votes: 'counted',
      inFavour: 2,
      minutesNumber: '1',
      minutes,
    });
    await d.sign('100000.00');
    await d.income('100000.00');
    accepted(await d.propose({ contributors: '70%' }));
    return d;
  }
  it('has a word for every duty that the tests and the demonstration have begun, in both languages', async () => {
    const duties = await lookAt(h.engine.database, h.who.id, (db) => db.selectFrom('obligation').distinct().select('duty').execute());
    assert.ok(duties.length > 10);
    for (const { duty } of duties) for (const words of [messages.zh.duty, messages.en.duty]) assert.ok(Object.hasOwn(words, duty), duty);
  });
});
