import { randomBytes } from 'node:crypto';
import { hash, verify as matches } from '@node-rs/argon2';
import { dayAt } from '../kernel/day.ts';
import { type Connection, type Database, run } from './database.ts';
import type { Engine } from './engine.ts';
import { newId } from './ids.ts';
import { wideRoles } from './permissions.ts';
import type { Clock } from './ports/clock.ts';
import { sha256 } from './sha256.ts';

/** A signed-in person, as one institution knows him. */
export type Visitor = {
  readonly person: string;
  readonly institution: string;
  readonly account: string;
  readonly roles: readonly string[];
  /** Sees the whole institution; else only the cases he takes part in. */
  readonly wide: boolean;
};

const hours = 12;
const mostFailures = 10;
/** What an unknown login is checked against, so that it takes as long as a known one. */
const nobody = hash('nobody has this password', { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

export type SignedIn = { readonly token: string; readonly expiresAt: string } | { readonly refused: 'sign_in.wrong' | 'sign_in.too_often' };

/** Signs in by password. An unknown name, a wrong password and a closed account are answered alike; too many failures wait. */
export async function signIn(
  engine: Engine,
  o: { readonly login: string; readonly password: string; readonly person?: string },
): Promise<SignedIn> {
  const db = engine.database.pooled;
  // A session lives by the wall clock, also where a training database runs ahead of it.
  const at = new Date().toISOString();
  type Known = { account: string | null; secret: string | null; memberships: { person: string }[] | null; failures: number };
  const [row] = await run<{ k: Known }>(db, 'select sign_in_look_up($1, $2) as k', [o.login, at]);
  const known = row!.k;
  if (known.failures >= mostFailures) return { refused: 'sign_in.too_often' };
  const right = await matches(known.secret ?? (await nobody), o.password).catch(() => false);
  const person = o.person ?? known.memberships?.[0]?.person;
  if (!right || !known.account || !person) {
    await run(db, 'select sign_in_failed($1, $2)', [o.login, at]);
    return { refused: 'sign_in.wrong' };
  }
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.parse(at) + hours * 3_600_000).toISOString();
  await run(db, 'select session_start($1, $2, $3, $4, $5)', [sha256(token), known.account, person, at, expiresAt]);
  return { token, expiresAt };
}

export const signOut = async (engine: Engine, token: string): Promise<void> => {
  await run(engine.database.pooled, 'select session_end($1)', [sha256(token)]);
};

/** Gives a person an account, its secret hashed with argon2id. */
export async function giveAccount(
  engine: Engine,
  o: { institution: string; person: string; login: string; password: string },
): Promise<void> {
  const secret = await hash(o.password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await engine.database.transaction(async (db) => {
    await run(db, `select set_config('app.institution', $1, true), set_config('app.scope', 'wide', true)`, [o.institution]);
    const [row] = await run<{ opened: boolean }>(db, 'select account_open($1, $2, $3, $4) as opened', [newId(), o.login, secret, o.person]);
    if (!row?.opened) throw new Error(`${o.login} was not given an account: the person is not of this institution`);
  });
}

/**
 * Looks with the eyes of the signed-in person: his session says who asks before anything is read, on the same connection.
 * Undefined: no such session.
 */
export async function lookAs<T>(
  o: { readonly database: Database; readonly clock: Clock },
  token: string,
  look: (db: Connection, visitor: Visitor) => Promise<T>,
): Promise<T | undefined> {
  return await o.database.connected(async (db) => {
    const visitor = await openSession(db, o.clock, token);
    return visitor ? await look(db, visitor) : undefined;
  });
}

/**
 * The same where the look needs to know nothing of the visitor: it is asked in one go with his session, and what it saw is told to
 * nobody where there is none.
 */
export async function lookAtOnce<T>(
  o: { readonly database: Database; readonly clock: Clock },
  token: string,
  look: (db: Connection) => Promise<T>,
): Promise<{ readonly visitor: Visitor; readonly seen: T } | undefined> {
  return await o.database.connected(async (db) => {
    const opening = openSession(db, o.clock, token);
    const [opened, seen] = await Promise.allSettled([opening, look(db)]);
    if (opened.status === 'rejected') throw opened.reason;
    if (!opened.value) return undefined;
    if (seen.status === 'rejected') throw seen.reason;
    return { visitor: opened.value, seen: seen.value };
  });
}

async function openSession(db: Connection, clock: Clock, token: string): Promise<Visitor | null> {
  const [row] = await run<{ v: Visitor | null }>(db, 'select session_open($1, $2, $3, $4) as v', [
    sha256(token),
    new Date().toISOString(),
    dayAt(clock.now()),
    wideRoleList,
  ]);
  return row!.v;
}
const wideRoleList = `{${wideRoles.join()}}`;
