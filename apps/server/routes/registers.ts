import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { JsonRecord } from '../../../packages/kernel/json.ts';
import { Refusing, refuseWith } from '../problem.ts';
import { type RegisterQuery, refusedQuery, registerPage, registers } from '../registers.ts';
import { registerPage as pageSchema, registerShape } from '../schemas.ts';
import { read, readAtOnce, type Served, writable } from './context.ts';

type Query = { q?: string; sort?: string; page?: number; size?: number; state?: string; id?: string };

/** Registers: what columns each has, and a page of its rows. */
export function registerRoutes(app: FastifyInstance, served: Served): void {
  app.get('/api/registers', { schema: { operationId: 'registers', response: { 200: Type.Array(registerShape) } } }, (request) =>
    read(request, served, async () => registers.map(({ name, columns }) => ({ name, columns }))),
  );
  app.get<{ Params: { name: string }; Querystring: Query }>(
    '/api/registers/:name',
    {
      schema: {
        operationId: 'register',
        params: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
        querystring: {
          type: 'object',
          additionalProperties: false,
          properties: {
            q: { type: 'string', maxLength: 100, pattern: writable },
            sort: { type: 'string', maxLength: 60, description: 'a column, or column.desc' },
            page: { type: 'integer', minimum: 1, maximum: 100_000, default: 1 },
            size: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
            state: { type: 'string', maxLength: 40 },
            id: { type: 'string', maxLength: 4000, description: 'ids, separated by commas' },
          },
        },
        response: { 200: pageSchema },
      },
    },
    async (request) => {
      const { seen } = await readAtOnce(request, served, async (db) => {
        const register = registers.find((r) => r.name === request.params.name) ?? refuseWith('route.not_found');
        const { q, sort, page = 1, size = 20, state, id } = request.query;
        const asked: RegisterQuery = {
          page,
          size,
          ...(q ? { q } : {}),
          ...(sort ? { sort } : {}),
          ...(state ? { state } : {}),
          ...(id ? { id: id.split(',') } : {}),
        };
        const refused = refusedQuery(register, asked);
        if (refused) throw new Refusing(refused);
        const found = await registerPage(db, register, asked);
        return { rows: found.rows as JsonRecord[], total: found.total, page, size };
      });
      return seen;
    },
  );
}
