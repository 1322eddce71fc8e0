import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { migrate } from '../../packages/engine/migrate.ts';
import type { ChartDef } from '../../packages/kernel/chart.ts';
import { refused } from '../support/house.ts';
import { plainPack } from '../support/packs.ts';
import { type PlainHouse, plainHouse } from '../support/plain.ts';
import { asOwner, isWhole } from '../support/stored.ts';
import { storedDatabase, storedDeals } from '../support/stored-house.ts';
import { WholeDeal, wholeSteps, wholeWay } from '../support/whole-way.ts';

const name = 'six-migrations';
const { who, stages, others } = storedDeals(name);
const recorded = readFileSync(new URL('../../db/migrations.sha256', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const migrations = recorded.map((line) => line.slice(66));

describe('a stored database with a case open in every state finishes on the next schema and chart', () => {
  let database: Awaited<ReturnType<typeof storedDatabase>>;
  let house: PlainHouse;
  const rows = <T extends object>(sql: string): Promise<T[]> => asOwner(database.url, async (c) => (await c.query<T>(sql)).rows);
  before(async () => {
    database = await storedDatabase(name);
  });
  after(async () => {
    await house?.close();
    await database.drop();
  });

  it('is brought up to date by the migrations it has not had, its chains and rows whole', async () => {
    const had = (await rows<{ name: string }>('select name from schema_migration order by 1')).map((r) => r.name);
    assert.deepEqual(had.slice(-2), ['0005_event_body.sql', '0009_route_tiers.sql']);
    const applied = await migrate(database.url);
    assert.deepEqual(
      [...applied],
      migrations.filter((m) => !had.includes(m)),
    );
    await isWhole(database.url);
  });

  it('has a case in every state of every chart that release knew', async () => {
    const cases = await rows<{ chart: string; state: string }>('select distinct chart, state from case_file');
    const charts = await rows<{ hash: string; def: string }>('select hash, def from chart_version');
    const known = charts.map(({ hash, def }) => ({ hash, def: JSON.parse(def) as ChartDef }));
    assert.equal(known.length, 12);
    const wanted = known.flatMap(({ hash, def }) => Object.keys(def.states).map((state) => `${def.id} ${hash} ${state}`));
    const found = cases.map((c) => `${known.find((k) => k.hash === c.chart)?.def.id} ${c.chart} ${c.state}`);
    assert.deepEqual(found.sort(), wanted.sort());
    assert.equal(wanted.length, 39);
  });

  it('goes on with every case to its end, whether it is moved to today’s chart or stays on its own', async () => {
    house = await plainHouse({ packs: plainPack({ steps: wholeSteps }), on: '2026-06-01', url: database.url, who });
    const send = async (d: WholeDeal, command: string, input: object) => void (await d.send('tto', command, d.conversion, input));
    let moved = 0;
    for (const [i, stage] of stages.entries()) {
      const d = new WholeDeal(house, who, stage);
      if (i % 2 === 0) moved += await movedOn(d);
      if (d.done === 26) await correctedAgain(d);
      await d.to(wholeWay.length);
    }
    assert.ok(moved > 5, `${moved} were moved`);
    // A step was refused: it starts anew, and the way goes on from there.
    for (const [befell, step, from] of [
      ['stopped', 'notice', 9],
      ['returned', 'countersign', 13],
      ['rejected', 'meeting', 14],
    ] as const) {
      const d = new WholeDeal(house, who, others[befell]!);
      await send(d, 'conversion.return', { step, reason: '按意见修改' });
      await goOn(d, from);
    }
    const left = await rows<{ root: string; procedure: string }>(
      'select root_id as root, procedure from case_file where not settled and not withdrawn order by procedure',
    );
    // That release left the steps of an abandoned conversion as they were; nothing waits for them any more.
    const root = others.abandoned!.ids.conversion;
    assert.deepEqual(
      left,
      ['contract', 'public-notice', 'resolution', 'review-route'].map((procedure) => ({ root, procedure })),
    );
    const ended = await rows<{ state: string; n: string }>(
      `select state, count(*)::text as n from case_file where procedure = 'conversion' group by 1 order by 1`,
    );
    assert.deepEqual(ended, [
      { state: 'abandoned', n: '1' },
      { state: 'closed', n: '30' },
    ]);
    await isWhole(database.url);
  });

  it('has every fen divided, and nothing owed', async () => {
    const books = await rows<{ account: string; left: bigint }>(
      `select case when account in ('bank', 'conversion-income') then account else 'given' end as account, sum(debit - credit)::bigint as left
       from ledger_entry group by 1 order by 1`,
    );
    // 29 corrected to 1,100,000, and one that ended before with 1,000,000
    const received = 29n * 110_000_000n + 100_000_000n;
    assert.deepEqual(books, [
      { account: 'bank', left: received },
      { account: 'conversion-income', left: 0n },
      { account: 'given', left: -received },
    ]);
    const owed = await rows<{ duty: string }>(`select duty from duty_list where root_id <> '${others.abandoned!.ids.conversion}'`);
    assert.deepEqual(owed, []);
  });

  /** Moves the deal to today's charts, where one of its cases is on another. */
  async function movedOn(d: WholeDeal): Promise<number> {
    const move = await d.try('tto', 'case.move', d.conversion || d.ids.disclosure!, { reason: '改按新流程' });
    if (!move.accepted) assert.deepEqual(refused(move), ['chart.current']);
    return move.accepted ? 1 : 0;
  }
  /** That release did not book a corrected receipt anew; corrected once more, it is. */
  async function correctedAgain(d: WholeDeal): Promise<void> {
    const input = { table: 'receipt', row: d.ids.money, field: 'received_on', value: '2026-03-21', reason: '银行回单日期' };
    const asked = await d.send('tto', 'correction.ask', d.receipt, input);
    await d.send('dean', 'correction.decide', d.receipt, { correction: asked.made.correction, approve: true });
  }
  /** The rest of the way from a step on, past what is done already. */
  async function goOn(d: WholeDeal, from: number): Promise<void> {
    const done = async (step: string): Promise<boolean> =>
      (await rows(`select from step where case_id = '${d.conversion}' and step = '${step}' and state = 'done'`)).length > 0;
    const skipped = new Map([
      [13, 'countersign'],
      [14, 'meeting'],
    ]);
    for (d.done = from; d.done < wholeWay.length; d.done += 1) {
      const step = skipped.get(d.done);
      if (step && (await done(step))) continue;
      await wholeWay[d.done]!(d);
    }
  }
});
