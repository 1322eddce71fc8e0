import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../../packages/catalogue/facts.ts';
import type { Connection } from '../../../packages/engine/database.ts';
import type { Engine } from '../../../packages/engine/engine.ts';
import { lookAs, type Visitor } from '../../../packages/engine/sessions.ts';
import { refuseWith } from '../problem.ts';
import type { Settings } from '../settings.ts';

/** What every route is given. */
export type Served = {
  readonly engine: Engine;
  readonly settings: Pick<Settings, 'origin'>;
  /** Set where the database is one of demonstration: its clock may be moved ahead. */
  readonly demonstration?: Demonstration;
};
export type Demonstration = {
  readonly password: string;
  readonly accounts: () => Promise<
    readonly { readonly login: string; readonly name: string; readonly as: string; readonly institution: string }[]
  >;
  /** Moves the clock ahead by so many days. */
  readonly forward: (days: number) => Promise<void>;
};

export const cookieName = (origin: string | undefined): string => (origin?.startsWith('https:') ? '__Host-tongtu' : 'tongtu');

/** zh unless the reader asks for English first. */
export function languageOf(request: FastifyRequest): Language {
  return /^\s*en\b/i.test(String(request.headers['accept-language'] ?? '')) ? 'en' : 'zh';
}

export function tokenOf(request: FastifyRequest, served: Served): string {
  return request.cookies[cookieName(served.settings.origin)] ?? '';
}

/** Reads with the eyes of whoever is signed in; without a session: 401. */
export async function read<T>(request: FastifyRequest, served: Served, look: (db: Connection, visitor: Visitor) => Promise<T>): Promise<T> {
  const token = tokenOf(request, served);
  const seen = token === '' ? undefined : await lookAs(served.engine, token, async (db, visitor) => ({ value: await look(db, visitor) }));
  return seen ? seen.value : refuseWith('session.none');
}
export const visitorOf = (request: FastifyRequest, served: Served): Promise<Visitor> => read(request, served, async (_, v) => v);

/** How the clauses that a page names are called. */
export const citations = (engine: Engine, ids: Iterable<string>): Record<string, string> =>
  Object.fromEntries([...new Set(ids)].map((id) => [id, engine.law.cite(id)]));

export function setSession(reply: FastifyReply, served: Served, token: string, expiresAt: string): void {
  const secure = served.settings.origin?.startsWith('https:') ?? false;
  void reply.setCookie(cookieName(served.settings.origin), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    expires: new Date(expiresAt),
  });
}
