import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserFault } from './user-fault.ts';

/** What the environment sets. `npm run doctor` prints this table with the values in force. */
export type Settings = {
  readonly host: string;
  readonly port: number;
  /** Holds the embedded PostgreSQL; not used with DATABASE_URL. */
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  /** The address people reach it by; https makes the session cookie `__Host-` and secure. */
  readonly origin: string | undefined;
  readonly packs: string;
};

export const settingNames: readonly (readonly [name: string, otherwise: string, meaning: string])[] = [
  ['TONGTU_HOST', '127.0.0.1', 'address to listen on'],
  ['TONGTU_PORT', '8080', 'port to listen on'],
  ['TONGTU_DATA', '.tongtu', 'folder of the embedded PostgreSQL (short path)'],
  ['DATABASE_URL', '—', 'a PostgreSQL server (15 or later) instead of the embedded one; its role owns the tables'],
  ['TONGTU_ORIGIN', '—', 'address people reach it by, e.g. https://tongtu.example.org'],
  ['TONGTU_PACKS', 'packs', 'folder of the policy packs'],
  ['TONGTU_FONTS', '—', 'folder with the institution’s own fonts for documents (仿宋, 小标宋)'],
];

/** The folder that TONGTU_PACKS names, or the packs of the project. */
export const packsNamed = (env: NodeJS.ProcessEnv): string =>
  env.TONGTU_PACKS ? resolve(env.TONGTU_PACKS) : fileURLToPath(new URL('../../packs', import.meta.url));

export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const port = Number(env.TONGTU_PORT ?? '8080');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UserFault(`TONGTU_PORT is not a port: ${env.TONGTU_PORT}`);
  const origin = env.TONGTU_ORIGIN?.replace(/\/$/, '') || undefined;
  if (origin && !isOrigin(origin))
    throw new UserFault(`TONGTU_ORIGIN is not an address like https://tongtu.example.org: ${env.TONGTU_ORIGIN}`);
  return {
    host: env.TONGTU_HOST ?? '127.0.0.1',
    port,
    dataFolder: env.TONGTU_DATA ? resolve(env.TONGTU_DATA) : fileURLToPath(new URL('../../.tongtu', import.meta.url)),
    databaseUrl: env.DATABASE_URL || undefined,
    origin,
    packs: packsNamed(env),
  };
}

/** As a browser writes it: scheme, host and port, and nothing after them. */
const isOrigin = (text: string): boolean => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
