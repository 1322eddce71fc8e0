import pg from 'pg';
import { openHouse } from '../apps/server/open-house.ts';
import { shifan } from '../demonstration/cast.ts';
import { Deal } from '../demonstration/deal.ts';
import { ScriptClock } from '../demonstration/script-clock.ts';
import { shifanFinished } from '../demonstration/shifan-deal.ts';
import { type Founded, found } from '../packages/capabilities/institution/founding.ts';
import type { Ask } from '../packages/engine/ask.ts';
import { openDatabase } from '../packages/engine/database.ts';
import type { Engine } from '../packages/engine/engine.ts';
import { migrate } from '../packages/engine/migrate.ts';
import { type Made, madeBy } from '../packages/engine/must.ts';
import { runCommand } from '../packages/engine/run-command.ts';
import { dayAt } from '../packages/kernel/day.ts';
import { scratchCluster } from '../tools/scratch-database.ts';
import { cpuSeconds, type Figure, type Measure, median, spread } from './figure.ts';
import { type Recorder, recorderOn, type Sent } from './recorder.ts';

/** Deals driven from disclosure to payroll, after two that warm up, and how long at the most. */
const [deals, atMost] = [16, 30_000];
const today = dayAt(new Date().toISOString());

/**
 * Two databases made alike, durable as the product's own. A deal's commands run in the one; after each, the statements it was seen to
 * send are sent again to the other by a bare loop over a connection with the same settings. In the end both must hold the same events.
 */
async function measure(): Promise<readonly Figure[]> {
  const cluster = await scratchCluster({ durable: true });
  const named = (name: string): string => {
    const url = new URL(cluster.url);
    url.pathname = `/${name}`;
    return url.toString();
  };
  try {
    const clock = new ScriptClock(today);
    await migrate(cluster.url);
    const founding = await openHouse({ url: cluster.url, clock });
    const who = await found(founding.engine, shifan);
    await founding.close();
    await asOwner(named('postgres'), 'create database ours template tongtu; create database theirs template tongtu');

    const house = await openHouse({ url: named('ours'), clock, connections: 1 });
    const recorder = recorderOn(house.engine.database.pool);
    const bare = openDatabase({ url: named('theirs'), connections: 1 });
    const client = await bare.pool.connect();
    const replay = async (sent: readonly Sent[]): Promise<void> => {
      for (const { text, values } of sent) await client.query(text, [...values]);
    };
    const runs = await rounds({ engine: house.engine, who, clock, recorder, replay });
    client.release();
    await bare.close();
    await house.close();
    const [ours, theirs] = [await eventsIn(named('ours')), await eventsIn(named('theirs'))];
    if (ours !== theirs) throw new Error(`the bare loop did other work: ${ours} against ${theirs}`);
    return figuresOf(runs);
  } finally {
    await cluster.stop();
  }
}

type Ran = {
  readonly command: string;
  readonly ours: number;
  readonly theirs: number;
  readonly cpu: number;
  readonly bareCpu: number;
  readonly sent: readonly Sent[];
};
type Bench = {
  readonly engine: Engine;
  readonly who: Founded;
  readonly clock: ScriptClock;
  readonly recorder: Recorder;
  readonly replay: (sent: readonly Sent[]) => Promise<void>;
};

async function rounds(b: Bench): Promise<readonly (readonly Ran[])[]> {
  const runs: (readonly Ran[])[] = [];
  const until = performance.now() + atMost;
  for (let n = 0; n < deals + 2 && (performance.now() < until || runs.length < 4); n += 1) {
    const deal = new TimedDeal(b);
    await shifanFinished(deal, b.clock, today);
    if (n >= 2) runs.push(deal.ran);
  }
  return runs;
}

class TimedDeal extends Deal {
  readonly ran: Ran[] = [];
  readonly #bench: Bench;
  constructor(bench: Bench) {
    super(bench.engine, bench.who);
    this.#bench = bench;
  }
  override async send(login: string, command: string, on: string | undefined, input: object, more: Partial<Ask> = {}): Promise<Made> {
    const { recorder, replay } = this.#bench;
    const asker = this.who.as(login);
    const ask: Ask = { command, ...(on ? { case: on } : {}), input, ...more };
    const before = { at: performance.now(), cpu: process.cpuUsage() };
    const { result, sent } = await recorder.listen(() => runCommand(this.engine, asker, ask));
    const between = { at: performance.now(), cpu: process.cpuUsage() };
    await replay(sent);
    const after = { at: performance.now(), cpu: process.cpuUsage() };
    this.ran.push({
      command,
      ours: between.at - before.at,
      theirs: after.at - between.at,
      cpu: cpuSeconds(before.cpu, between.cpu),
      bareCpu: cpuSeconds(between.cpu, after.cpu),
      sent,
    });
    return await madeBy(this.engine, asker, { ask, result });
  }
}

function figuresOf(runs: readonly (readonly Ran[])[]): readonly Figure[] {
  const sum = (ran: readonly Ran[], of: 'ours' | 'theirs' | 'cpu' | 'bareCpu'): number => ran.reduce((n, r) => n + r[of], 0);
  const ratios = runs.map((ran) => sum(ran, 'theirs') / sum(ran, 'ours'));
  const all = runs.flat();
  const each = (of: 'cpu' | 'bareCpu'): string => `${((sum(all, of) / all.length) * 1e6).toFixed(0)} µs`;
  const counts = all.flatMap((r) => transactionsIn(r.sent).map((statements) => ({ command: r.command, statements })));
  const most = Math.max(...counts.map((c) => c.statements));
  const longest = [...new Set(counts.flatMap((c) => (c.statements === most ? [c.command] : [])))];
  const having = (n: number): number => counts.filter((c) => c.statements === n).length;
  return [
    {
      name: 'commands against the same statements sent bare',
      value: median(ratios),
      unit: 'times',
      target: { atLeast: 0.75 },
      beside: `${runs.length} deals of ${runs[0]!.length} commands, ${median(all.map((r) => r.ours)).toFixed(1)} ms each; ${each('cpu')} of our processor against ${each('bareCpu')}; middle half ${spread(ratios)}`,
    },
    {
      name: 'most statements between BEGIN and COMMIT',
      value: most,
      unit: 'statements',
      target: { atMost: 3 },
      beside: `seen of ${counts.length} transactions of ${new Set(all.map((r) => r.command)).size} commands: ${[1, 2, 3, 4].flatMap((n) => (having(n) > 0 ? [`${having(n)} with ${n}`] : [])).join(', ')}${most > 3 ? `: ${longest.join(', ')}` : ''}`,
    },
  ];
}

/** How many statements each transaction had between its ends; one outside of a transaction is a fault. */
function transactionsIn(sent: readonly Sent[]): readonly number[] {
  const counts: number[] = [];
  let inside: number | undefined;
  for (const { text } of sent) {
    const word = /^\s*(begin|commit|rollback)\b/i.exec(text)?.[1]?.toLowerCase();
    if (word === 'begin') inside = 0;
    else if (inside === undefined) throw new Error(`sent outside of a transaction: ${text.slice(0, 80)}`);
    else if (word === undefined) inside += 1;
    else {
      counts.push(inside);
      inside = undefined;
    }
  }
  if (inside !== undefined) throw new Error('a transaction was left open');
  return counts;
}

async function eventsIn(url: string): Promise<string> {
  const [row] = await asOwner<{ n: string; all: string }>(
    url,
    `select count(*)::text as n, md5(string_agg(hash, ',' order by stream_id, seq)) as all from event`,
  );
  return `${row!.n} events ${row!.all}`;
}
async function asOwner<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // One by one: a database is not made inside a transaction, and several statements at once are one.
    let rows: T[] = [];
    for (const one of text.split(';')) rows = (await client.query<T>(one)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

export const commandLoop: Measure = { name: 'commands', title: 'Commands against a bare loop over PostgreSQL', measure };
