import type { FastifyInstance } from 'fastify';
import { signIn, signOut } from '../../../packages/engine/sessions.ts';
import { dayAt } from '../../../packages/kernel/day.ts';
import { refuseWith } from '../problem.ts';
import { session } from '../schemas.ts';
import { endSession, read, type Served, setSession, tokenOf, writable } from './context.ts';

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
  app.get('/api/session', { schema: { operationId: 'session', response: { 200: session } } }, (request) =>
    read(request, served, async (db, visitor) => {
      const person = await db
        .selectFrom('person')
        .where('id', '=', visitor.person)
        .select(['id', 'name', 'unit'])
        .executeTakeFirstOrThrow();
      const institution = await db
        .selectFrom('institution')
        .where('id', '=', visitor.institution)
        .select(['id', 'title', 'short'])
        .executeTakeFirstOrThrow();
      const { roles, wide } = visitor;
      return { person, institution, roles, wide, demonstration: served.demonstration !== undefined, today: dayAt(engine.clock.now()) };
    }),
  );
}
