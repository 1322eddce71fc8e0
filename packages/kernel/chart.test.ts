import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { capabilities } from '../../apps/server/capabilities.ts';
import { type ChartDef, chart, checkChart, next } from './chart.ts';

const charts = capabilities.flatMap((c) => c.procedures).map((p) => p.chart);
/** A chart changed in one state, as a slip of the pen would change it. */
const changed = (def: ChartDef, states: (name: string, state: ChartDef['states'][string]) => ChartDef['states'][string]) => ({
  def: { ...def, states: Object.fromEntries(Object.entries(def.states).map(([name, state]) => [name, states(name, state)])) },
});

describe('a chart is plain data', () => {
  const door = chart({
    id: 'door',
    opened: 'built',
    initial: 'shut',
    clause: 'x:1',
    states: {
      shut: { on: { opened: { to: 'open', clause: 'x:1' } } },
      open: { settled: true, on: { shut: { to: 'shut', clause: ['x:1', 'x:2'] } } },
    },
  });
  it('says what may follow what', () => {
    assert.equal(next(door, 'shut', 'opened')?.to, 'open');
    assert.equal(next(door, 'shut', 'shut'), undefined);
  });
  it('refuses a target that is no state, in its type', () => {
    // @ts-expect-error ajar is no state
    chart({ id: 'd', opened: 'b', initial: 'shut', clause: 'x:1', states: { shut: { on: { opened: { to: 'ajar', clause: 'x:1' } } } } });
  });
});

describe('a chart has no state that nothing reaches, and none that nobody can leave or settle', () => {
  it('holds of every procedure of the house', () => {
    assert.ok(charts.length > 20);
    assert.deepEqual(charts.flatMap(checkChart), []);
  });
  it('names the state of any of them that nothing leads to any more', () => {
    for (const { def } of charts) {
      for (const lost of Object.keys(def.states).filter((s) => s !== def.initial)) {
        const wrong = changed(def, (_, { on = {}, ...state }) => ({
          ...state,
          on: Object.fromEntries(Object.entries(on).filter(([, step]) => step.to !== lost)),
        }));
        assert.ok(checkChart(wrong).includes(`${def.id}: nothing leads to ${lost}`));
      }
    }
  });
  it('names the state of any of them that has an end and is not settled by it', () => {
    for (const { def } of charts) {
      for (const end of Object.keys(def.states)) {
        const wrong = changed(def, (name, state) => (name === end ? {} : state));
        assert.ok(checkChart(wrong).includes(`${def.id}: ${end} is neither settled nor left`));
      }
    }
  });
  it('names states that only lead to each other', () => {
    const to = (state: string) => ({ to: state, clause: 'x:1' });
    const states = { begun: { settled: true as const }, here: { on: { a: to('there') } }, there: { on: { b: to('here') } } };
    const island = { def: { id: 'island', opened: 'o', initial: 'begun', clause: 'x:1', states } };
    assert.deepEqual(checkChart(island), ['island: nothing leads to here', 'island: nothing leads to there']);
  });
});
