import type { FastifyInstance } from 'fastify';
import { cookieName } from '../../apps/server/routes/context.ts';
import { buildServer } from '../../apps/server/server.ts';
import type { Asker } from '../../packages/engine/ask.ts';
import { giveAccount, signIn } from '../../packages/engine/sessions.ts';
import { type Answer, answerOf } from './doors.ts';
import type { TestHouse } from './house.ts';

/** The API of a test house, asked by its people without a socket. */
export type Door = {
  readonly get: (asker: Asker, path: string) => Promise<Answer>;
  readonly close: () => Promise<void>;
};

export async function doorOf({ engine }: Pick<TestHouse, 'engine'>): Promise<Door> {
  const app: FastifyInstance = await buildServer({ engine, settings: { origin: undefined } });
  const cookies = new Map<string, Promise<string>>();
  async function enter({ institution, person }: Asker): Promise<string> {
    const account = { login: `door-${person}`, password: 'a password of the tests' };
    await giveAccount(engine, { institution, person: person!, ...account });
    const signed = await signIn(engine, account);
    if ('refused' in signed) throw new Error(signed.refused);
    return `${cookieName(undefined)}=${signed.token}`;
  }
  return {
    get: async (asker, url) => {
      const cookie = cookies.get(asker.person!) ?? enter(asker);
      cookies.set(asker.person!, cookie);
      return answerOf(await app.inject({ method: 'GET', url, headers: { cookie: await cookie } }));
    },
    close: () => app.close(),
  };
}
