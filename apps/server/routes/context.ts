import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../../packages/catalogue/facts.ts';
import type { Connection } from '../../../packages/engine/database.ts';
import type { Engine } from '../../../packages/engine/engine.ts';
import { lookAs, lookAtOnce, type Visitor } from '../../../packages/engine/sessions.ts';
import { type Reader, refuseWith } from '../problem.ts';
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

/** Whichever of the house's languages the reader likes best, the first of two alike; Chinese where he names neither. */
export function languageOf(request: FastifyRequest): Language {
  let best: { readonly language: Language; readonly liked: number } = { language: 'zh', liked: 0 };
  for (const part of String(request.headers['accept-language'] ?? '').split(',')) {
    const [, named, weight] = /^\s*(zh|en)\b[\w-]*\s*(?:;\s*q\s*=\s*([\d.]+))?/i.exec(part) ?? [];
    const liked = Number(weight ?? 1);
    if (named && liked > best.liked) best = { language: named.toLowerCase() as Language, liked };
  }
  return best.language;
}

/** Whose visitor each request is, once his session has said so. */
const institutions = new WeakMap<FastifyRequest, string>();
export const readerOf = (request: FastifyRequest): Reader => ({
  language: languageOf(request),
  institution: institutions.get(request) ?? '',
});

export function tokenOf(request: FastifyRequest, served: Served): string {
  return request.cookies[cookieName(served.settings.origin)] ?? '';
}

/** Reads with the eyes of whoever is signed in; without a session: 401. */
export async function read<T>(request: FastifyRequest, served: Served, look: (db: Connection, visitor: Visitor) => Promise<T>): Promise<T> {
  const token = tokenOf(request, served);
  const seen =
    token === ''
      ? undefined
      : await lookAs(served.engine, token, async (db, visitor) => {
          institutions.set(request, visitor.institution);
          return { value: await look(db, visitor) };
        });
  return seen ? seen.value : refuseWith('session.none');
}
/** Reads what every visitor may ask alike, in one go with his session. */
export async function readAtOnce<T>(
  request: FastifyRequest,
  served: Served,
  look: (db: Connection) => Promise<T>,
): Promise<{ readonly visitor: Visitor; readonly seen: T }> {
  const token = tokenOf(request, served);
  return (token === '' ? undefined : await lookAtOnce(served.engine, token, look)) ?? refuseWith('session.none');
}
export const visitorOf = (request: FastifyRequest, served: Served): Promise<Visitor> => read(request, served, async (_, v) => v);

/** How the clauses that a page names are called. */
export const citations = (engine: Engine, ids: Iterable<string>, { institution }: Visitor): Record<string, string> =>
  Object.fromEntries([...new Set(ids)].map((id) => [id, engine.law.cite(id, institution)]));

/** The session cookie, and its end: a browser gives up a `__Host-` cookie only for one with the same attributes. */
export function setSession(reply: FastifyReply, served: Served, session: { readonly token: string; readonly expiresAt: string }): void {
  const { origin } = served.settings;
  const secure = origin?.startsWith('https:') ?? false;
  const expires = new Date(session.expiresAt);
  void reply.setCookie(cookieName(origin), session.token, { path: '/', httpOnly: true, sameSite: 'lax', secure, expires });
}
export const endSession = (reply: FastifyReply, served: Served): void =>
  setSession(reply, served, { token: '', expiresAt: new Date(0).toISOString() });

/** An address that ends in an id. */
export const idSchema = { type: 'string', format: 'uuid', maxLength: 36 } as const;
export const byId = { type: 'object', required: ['id'], properties: { id: idSchema } } as const;
/** Text that the database can hold. */
export const writable = '^[^\\u0000]*$';
