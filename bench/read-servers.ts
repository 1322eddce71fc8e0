import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DemonstrationClock, demonstrationDoor } from '../apps/server/demonstration-door.ts';
import { openHouse } from '../apps/server/open-house.ts';
import { buildServer } from '../apps/server/server.ts';
import { demonstrationPassword } from '../demonstration/demonstrate.ts';
import { openDatabase } from '../packages/engine/database.ts';
import { lookAs, signIn } from '../packages/engine/sessions.ts';
import { bareServer } from './bare-server.ts';
import { recorderOn, type Sent } from './recorder.ts';

// The process that is asked: the product's server and the bare one, each with a pool of its own, on free ports of the loopback.

export type Address = { readonly name: string; readonly path: string; readonly statements: number; readonly bytes: number };
export type Ready = { readonly addresses: readonly Address[]; readonly cookie: string; readonly product: number; readonly bare: number };

const url = process.argv[2]!;
const clock = new DemonstrationClock();
const house = await openHouse({ url, clock });
const recorder = recorderOn(house.engine.database.pool);
const app = await buildServer({
  engine: house.engine,
  settings: { origin: undefined },
  demonstration: demonstrationDoor(house.engine, clock),
});
await app.listen({ host: '127.0.0.1', port: 0 });

const signed = await signIn(house.engine, { login: 'sh-tto', password: demonstrationPassword });
if ('refused' in signed) throw new Error(signed.refused);
const deal = await lookAs(house.engine, signed.token, (db) =>
  db.selectFrom('case_file').where('procedure', '=', 'conversion').where('settled', '=', false).select('id').executeTakeFirstOrThrow(),
);
const cookie = `tongtu=${signed.token}`;
const paths: readonly (readonly [name: string, path: string])[] = [
  ['ready (select 1)', '/api/ready'],
  ['who is signed in', '/api/session'],
  ['register of people', '/api/registers/people?page=1&size=20'],
  ['register of conversions', '/api/registers/conversions?page=1&size=20'],
  ['my day', '/api/today'],
  ['page of a case', `/api/cases/${deal!.id}`],
];

const known = new Map<string, readonly Sent[]>();
const addresses: Address[] = [];
for (const [name, path] of paths) {
  const { result, sent } = await recorder.listen(() => app.inject({ method: 'GET', url: path, headers: { cookie } }));
  if (result.statusCode !== 200) throw new Error(`${path}: ${result.statusCode} ${result.body}`);
  known.set(path, sent);
  addresses.push({ name, path, statements: sent.length, bytes: result.body.length });
}

const peers = openDatabase({ url });
recorderOn(peers.pool); // costs the bare server what listening costs the product
const bare = bareServer(peers, known);
await new Promise<void>((listening) => bare.listen(0, '127.0.0.1', listening));

async function stop(): Promise<void> {
  bare.close();
  bare.closeAllConnections();
  await app.close();
  await peers.close();
  await house.close();
  process.exit(0);
}
process.on('disconnect', () => process.exit(1));
process.on('message', (m) => {
  if (m === 'cpu') process.send!(process.cpuUsage());
  if (m === 'stop') void stop();
});
const portOf = (s: Server): number => (s.address() as AddressInfo).port;
process.send!({ addresses, cookie, product: portOf(app.server as Server), bare: portOf(bare) } satisfies Ready);
