import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { DemonstrationClock, demonstrationDoor } from '../../apps/server/demonstration-door.ts';
import { openHouse } from '../../apps/server/open-house.ts';
import { buildServer, type ServerOptions } from '../../apps/server/server.ts';
import { demonstrationPassword } from '../../demonstration/demonstrate.ts';
import type { Engine } from '../../packages/engine/engine.ts';
import { demonstrationDatabase } from './demonstration.ts';

export type Call = {
  /** Whose session it comes with; nobody's where none is named. */
  readonly as?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};
export type Told = {
  readonly code: string;
  readonly sentence: string;
  readonly at: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
};
export type Answer = {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what a test reads of an answer, its assertions say.
  readonly body: any;
  /** Codes of the refusals, where it is a problem. */
  readonly codes: readonly string[];
  readonly raw: LightMyRequestResponse;
};
type Method = 'GET' | 'POST' | 'DELETE' | 'PUT';

/** The demonstration behind its doors: a server over a database of its own, asked without a socket. */
export type Doors = {
  readonly url: string;
  readonly engine: Engine;
  readonly app: FastifyInstance;
  /** Faults that the server logged. */
  readonly faults: readonly string[];
  readonly call: (method: Method, path: string, call?: Call) => Promise<Answer>;
  /** The cookie of somebody's session. */
  readonly cookieOf: (login: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

export async function openDoors(o: { readonly origin?: string; readonly works?: boolean } = {}): Promise<Doors> {
  const database = await demonstrationDatabase();
  const clock = new DemonstrationClock();
  const house = await openHouse({ url: database.url, clock, connections: 6, works: o.works ?? false });
  await clock.look(house.engine.database);
  const faults: string[] = [];
  const options: ServerOptions = {
    engine: house.engine,
    settings: { origin: o.origin },
    demonstration: demonstrationDoor(house.engine, clock),
    log: (line) => faults.push(`${line.route} ${line.error}`),
  };
  const app = await buildServer(options);
  const sessions = new Map<string, Promise<string>>();
  const signIn = async (login: string): Promise<string> => {
    const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { login, password: demonstrationPassword } });
    if (answer.statusCode !== 204) throw new Error(`${login} cannot sign in: ${answer.body}`);
    const { name, value } = answer.cookies[0]!;
    return `${name}=${value}`;
  };
  const cookieOf = (login: string): Promise<string> => {
    const known = sessions.get(login) ?? signIn(login);
    sessions.set(login, known);
    return known;
  };
  const call: Doors['call'] = async (method, url, { as, body, headers } = {}) => {
    const cookie = as === undefined ? {} : { cookie: await cookieOf(as) };
    const payload = body === undefined ? {} : { payload: body as object };
    return answerOf(await app.inject({ method, url, headers: { ...cookie, ...headers }, ...payload }));
  };
  return {
    url: database.url,
    engine: house.engine,
    app,
    faults,
    call,
    cookieOf,
    close: async () => {
      await app.close();
      await house.close();
      await database.drop();
    },
  };
}

export function answerOf(raw: LightMyRequestResponse): Answer {
  const isJson = /json/.test(String(raw.headers['content-type'] ?? ''));
  const body = isJson ? JSON.parse(raw.body) : raw.rawPayload;
  const codes = isJson && Array.isArray(body?.refusals) ? (body.refusals as Told[]).map((r) => r.code) : [];
  return { status: raw.statusCode, body, codes, raw };
}
