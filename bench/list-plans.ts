import pg from 'pg';
import { openHouse } from '../apps/server/open-house.ts';
import { buildServer } from '../apps/server/server.ts';
import { demonstrationPassword } from '../demonstration/demonstrate.ts';
import type { Database } from '../packages/engine/database.ts';
import { signIn } from '../packages/engine/sessions.ts';
import { scratchCluster } from '../tools/scratch-database.ts';
import { fillDemonstration } from './demonstration-house.ts';
import type { Figure, Measure } from './figure.ts';
import { copyDeals } from './many-deals.ts';
import { recorderOn, type Sent } from './recorder.ts';

const conversions = 20_000;
const lists: readonly (readonly [name: string, path: string])[] = [
  ...['achievements', 'conversions', 'agreements', 'receipts', 'distributions', 'people', 'parties'].map(
    (name) => [`${name}, first page`, `/api/registers/${name}?page=1&size=20`] as const,
  ),
  ['conversions, page 300', '/api/registers/conversions?page=300&size=20'],
  ['conversions by title', '/api/registers/conversions?sort=title.asc&page=1&size=20'],
  ['conversions by price', '/api/registers/conversions?sort=price.desc&page=1&size=20'],
  ['conversions under approval', '/api/registers/conversions?state=approving&page=1&size=20'],
  ['conversions with a word', `/api/registers/conversions?q=${encodeURIComponent('封堵器 777')}&page=1&size=20`],
  ['my day', '/api/today'],
  ['page of a case', '/api/cases/:deal'],
];

/** Every statement of the lists as it is planned and run with so many deals, for one who sees the institution and one who sees his cases. */
async function measure(): Promise<readonly Figure[]> {
  const cluster = await scratchCluster();
  try {
    await fillDemonstration(cluster.url);
    const owner = new pg.Client({ connectionString: cluster.url });
    await owner.connect();
    await copyDeals(owner, conversions);
    const { rows } = await owner.query<{ id: string }>(
      `select c.id from case_file c join case_member m on m.case_id = c.id join person p on p.id = m.person_id
       where c.procedure = 'conversion' and p.staff_no = 'sh-inventor' order by c.id desc limit 1`,
    );
    await owner.end();
    const house = await openHouse({ url: cluster.url, connections: 1 });
    const recorder = recorderOn(house.engine.database.pool);
    const app = await buildServer({ engine: house.engine, settings: { origin: undefined } });
    const figures: Figure[] = [];
    for (const [login, sees] of [
      ['sh-tto', 'whole institution'],
      ['sh-inventor', 'own cases'],
    ] as const) {
      const signed = await signIn(house.engine, { login, password: demonstrationPassword });
      if ('refused' in signed) throw new Error(signed.refused);
      for (const [name, path] of lists) {
        const url = path.replace(':deal', rows[0]!.id);
        const headers = { cookie: `tongtu=${signed.token}` };
        const { result, sent } = await recorder.listen(() => app.inject({ method: 'GET', url, headers }));
        if (result.statusCode !== 200) throw new Error(`${url}: ${result.body}`);
        figures.push(await planOf(house.engine.database, sent, `${name} (${sees})`));
      }
    }
    await app.close();
    await house.close();
    return figures;
  } finally {
    await cluster.stop();
  }
}

/** The dearest statement of an address: how long it runs, and what the most of that is spent on. */
async function planOf(database: Database, sent: readonly Sent[], name: string): Promise<Figure> {
  const client = await database.pool.connect();
  try {
    let total = 0;
    let dearest = { ms: -1, nodes: '' };
    for (const { text, values } of sent) {
      await client.query(`prepare looked_at as ${text}`);
      const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : '';
      const explained = async (): Promise<Explained> =>
        (await client.query<{ 'QUERY PLAN': [Explained] }>(`explain (analyze, format json) execute looked_at${given}`)).rows[0]![
          'QUERY PLAN'
        ][0];
      await explained(); // read into memory, planned
      const plan = await explained();
      await client.query('deallocate looked_at');
      total += plan['Execution Time'];
      if (plan['Execution Time'] > dearest.ms) dearest = { ms: plan['Execution Time'], nodes: dearestNodes(plan.Plan) };
    }
    return { name, value: total, unit: 'ms', beside: `${sent.length} statements; ${dearest.nodes}` };
  } finally {
    client.release();
  }
}

type Node = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Function Name'?: string;
  readonly 'Actual Total Time': number;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly Node[];
};
type Explained = { readonly Plan: Node; readonly 'Execution Time': number };

const timeOf = (n: Node): number => n['Actual Total Time'] * n['Actual Loops'];
function dearestNodes(plan: Node): string {
  const all: { readonly node: Node; readonly own: number }[] = [];
  const walk = (node: Node): void => {
    const below = node.Plans ?? [];
    all.push({ node, own: timeOf(node) - below.reduce((n, b) => n + timeOf(b), 0) });
    below.forEach(walk);
  };
  walk(plan);
  return all
    .sort((a, b) => b.own - a.own)
    .slice(0, 3)
    .map(({ node, own }) => {
      const on = node['Index Name'] ?? node['Relation Name'] ?? node['Function Name'];
      return `${node['Node Type']}${on ? ` ${on}` : ''} ${own.toFixed(1)} ms, ${Math.round(node['Actual Rows'] * node['Actual Loops'])} rows`;
    })
    .join('; ');
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((v) => JSON.stringify(String(v))).join(',')}}`);
  return pg.escapeLiteral(String(value));
}

export const listPlans: Measure = { name: 'plans', title: `Lists over ${conversions} conversions: what PostgreSQL needs`, measure };
