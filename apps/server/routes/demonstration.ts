import type { FastifyInstance } from 'fastify';
import { dayAt } from '../../../packages/kernel/day.ts';
import { refuseWith } from '../problem.ts';
import { demonstration } from '../schemas.ts';
import { type Served, visitorOf } from './context.ts';

/** Only on a database of demonstration: its accounts, and its clock. A system of record answers that there is no such address. */
export function demonstrationRoutes(app: FastifyInstance, served: Served): void {
  const page = async () => {
    const d = served.demonstration ?? refuseWith('route.not_found');
    return { accounts: [...(await d.accounts())], password: d.password, today: dayAt(served.engine.clock.now()) };
  };
  // The accounts stand at the door; the clock is moved by who has come in.
  const atDoor = { schema: { operationId: 'demonstration', response: { 200: demonstration } }, config: { open: true } } as const;
  app.get('/api/demonstration', atDoor, page);
  app.post<{ Body: { days: number } }>(
    '/api/demonstration/clock',
    {
      schema: {
        operationId: 'forwardClock',
        body: {
          type: 'object',
          required: ['days'],
          additionalProperties: false,
          properties: { days: { type: 'integer', minimum: 1, maximum: 366 } },
        },
        response: { 200: demonstration },
      },
    },
    async (request) => {
      const d = served.demonstration ?? refuseWith('route.not_found');
      await visitorOf(request, served);
      await d.forward(request.body.days);
      return await page();
    },
  );
}
