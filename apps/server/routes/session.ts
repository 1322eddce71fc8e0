import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { question } from '../../../packages/engine/question.ts';
import { signIn, signOut } from '../../../packages/engine/sessions.ts';
import { dayAt } from '../../../packages/kernel/day.ts';
import { refuseWith } from '../problem.ts';
import { session } from '../schemas.ts';
import { endSession, readAtOnce, type Served, setSession, tokenOf, writable } from './context.ts';

const signedIn = question((db) =>
  db
    .selectFrom('person as p')
    .innerJoin('institution as i', 'i.id', 'p.institution_id')
    .where('p.id', '=', sql<string>`(select app_person())`)
    .select(['p.id', 'p.name', 'p.unit', 'i.id as home', 'i.title', 'i.short']),
);

/** Signing in and out, and who is signed in. */
export function sessionRoutes(app: FastifyInstance, served: Served): void {
  const { engine } = served;
  app.post<{ Body: { login: string; password: string } }>(
    '/api/session',
    {
      schema: {
        operationId: 'signIn',
        body: {
          type: 'object',
          required: ['login', 'password'],
          additionalProperties: false,
          properties: { login: { type: 'string', maxLength: 60, pattern: writable }, password: { type: 'string', maxLength: 200 } },
        },
        response: { 204: { type: 'null', description: 'signed in' } },
      },
      config: { open: true },
    },
    async (request, reply) => {
      const result = await signIn(engine, request.body);
      if ('refused' in result) return refuseWith(result.refused);
      setSession(reply, served, result);
      return reply.code(204).send();
    },
  );
  app.delete(
    '/api/session',
    { schema: { operationId: 'signOut', response: { 204: { type: 'null', description: 'signed out' } } }, config: { open: true } },
    async (request, reply) => {
      await signOut(engine, tokenOf(request, served));
      endSession(reply, served);
      return reply.code(204).send();
    },
  );
  app.get('/api/session', { schema: { operationId: 'session', response: { 200: session } } }, async (request) => {
    const { visitor, seen } = await readAtOnce(request, served, (db) => signedIn.get(db, {}));
    const { id, name, unit, home, title, short } = seen;
    const { roles, wide } = visitor;
    const institution = { id: home, title, short };
    const demonstration = served.demonstration !== undefined;
    return { person: { id, name, unit }, institution, roles, wide, demonstration, today: dayAt(engine.clock.now()) };
  });
}
