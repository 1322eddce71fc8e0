import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { capabilities } from '../../apps/server/capabilities.ts';
import type { Result } from '../../packages/engine/ask.ts';
import { lookAt } from '../../packages/engine/database.ts';
import type { Capability } from '../../packages/engine/procedure.ts';
import type { Chart, ChartDef } from '../../packages/kernel/chart.ts';
import { refused } from '../support/house.ts';
import { plainPack } from '../support/packs.ts';
import { type PlainHouse, plainHouse } from '../support/plain.ts';
import { isWhole } from '../support/stored.ts';
import { WholeDeal, wholeSteps, wholeWay } from '../support/whole-way.ts';

/** The same chart with one state called otherwise. */
function withRenamed({ def }: Chart, from: string, to: string): Chart {
  const name = (s: string): string => (s === from ? to : s);
  const states = Object.entries(def.states).map(([s, { on = {}, ...rest }]) => [
    name(s),
    { ...rest, on: Object.fromEntries(Object.entries(on).map(([e, step]) => [e, { ...step, to: name(step.to) }])) },
  ]);
  return { def: { ...def, initial: name(def.initial), states: Object.fromEntries(states) as ChartDef['states'] } };
}
/** A later release: every chart is another than before, one state of conversions is renamed, and says so or does not. */
const later = (saysSo: boolean): readonly Capability[] =>
  capabilities.map((c) => ({
    ...c,
    procedures: c.procedures.map((p) => {
      const changed: Chart = { def: { ...p.chart.def, clause: ['cn-conversion-law:16', '@conversion-steps'] } };
      if (p.chart.def.id !== 'conversion') return { ...p, chart: changed };
      return {
        ...p,
        chart: withRenamed(changed, 'contracted', 'under-contract'),
        ...(saysSo ? { renamed: { contracted: 'under-contract' } } : {}),
      };
    }),
  }));

const packs = plainPack({ steps: wholeSteps });

describe('a case stays on the chart it was opened on until it is moved, and finishes on the charts of a later release', () => {
  let house: PlainHouse;
  const deals: WholeDeal[] = [];
  before(async () => {
    house = await plainHouse({ packs });
    for (let n = 1; n < wholeWay.length; n += 1) deals.push(await new WholeDeal(house, house.who).to(n));
  });
  after(() => house.close());

  it('finishes every case, stopped at any step, whether it is moved or not', async () => {
    const next = await plainHouse({ packs, on: '2026-09-01', url: house.url, who: house.who, capabilities: later(true) });
    try {
      for (const [i, deal] of deals.entries()) {
        const d = new WholeDeal(next, next.who, deal.stage);
        const root = d.conversion || d.ids.disclosure!;
        if (i % 2 === 0) await d.send('tto', 'case.move', root, { reason: '改按新流程' });
        await d.to(wholeWay.length);
        assert.equal(await stateOf(next, d), 'closed', `stopped after step ${i + 1}`);
      }
      const again = await next.send(next.who.as('tto'), 'case.move', { case: deals[0]!.ids.disclosure!, input: { reason: '再次' } });
      assert.deepEqual(refused(again), ['chart.current']);
    } finally {
      await next.close();
    }
    await isWhole(house.url);
  });

  it('calls a renamed state by its new name once moved, and by its old one before; a state with no way stays on its chart', async () => {
    const first = await plainHouse({ packs });
    const signed = wholeWay.length - 13;
    try {
      const [moved, left, stranded] = [1, 2, 3].map(() => new WholeDeal(first, first.who));
      for (const d of [moved!, left!, stranded!]) await d.to(signed);
      const under = async (d: WholeDeal, release: readonly Capability[], move: boolean): Promise<string> => {
        const next = await plainHouse({ packs, on: '2026-09-01', url: first.url, who: first.who, capabilities: release });
        try {
          const going = new WholeDeal(next, next.who, d.stage);
          const asked = { case: d.conversion, input: { reason: '改按新流程' } };
          if (move) return await refusedOr(await next.send(next.who.as('tto'), 'case.move', asked), () => stateOf(next, d));
          await going.to(signed + 1);
          return await stateOf(next, d);
        } finally {
          await next.close();
        }
      };
      assert.equal(await under(moved!, later(true), true), 'under-contract');
      assert.equal(await under(left!, later(true), false), 'contracted');
      assert.equal(await under(stranded!, later(false), true), 'chart.no_way');
      assert.equal(await under(stranded!, later(false), false), 'contracted');
    } finally {
      await first.close();
    }
  });
});

const stateOf = async (house: PlainHouse, d: WholeDeal): Promise<string> => {
  const row = await lookAt(house.engine.database, house.who.id, (db) =>
    db.selectFrom('case_file').where('id', '=', d.conversion).select('state').executeTakeFirstOrThrow(),
  );
  return row.state;
};
async function refusedOr(result: Result, otherwise: () => Promise<string>): Promise<string> {
  return result.accepted ? await otherwise() : refused(result).join();
}
