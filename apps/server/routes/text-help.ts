import type { FastifyInstance } from 'fastify';
import { dayAt } from '../../../packages/kernel/day.ts';
import { refuseWith } from '../problem.ts';
import { textHelp } from '../schemas.ts';
import { read, type Served } from './context.ts';

/** What helps to understand a text and rules nothing: what it is for, and what it rests on, with that of it which has run out. */
export function textHelpRoutes(app: FastifyInstance, served: Served): void {
  const { law, clock } = served.engine;
  app.get<{ Params: { id: string } }>(
    '/api/texts/:id/help',
    {
      schema: {
        operationId: 'textHelp',
        params: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
        response: { 200: textHelp },
      },
    },
    (request) =>
      read(request, served, async () => {
        const { text, clauses } = law.shelf.get(request.params.id) ?? refuseWith('route.not_found');
        const today = dayAt(clock.now());
        const purpose = clauses.flatMap((c) =>
          c.purpose
            ? [{ clause: c.id, cite: law.cite(c.id), sentence: c.sentence, elements: c.purpose, rules: c.answers.map((a) => a.rule) }]
            : [],
        );
        const basis = clauses.flatMap((c) =>
          (c.basis ?? []).map(({ title, from, to }) => {
            const expired = to !== undefined && today > to;
            return { clause: c.id, cite: law.cite(c.id), title, from: from ?? null, to: to ?? null, expired };
          }),
        );
        return { text: text.id, title: text.title, today, purpose, basis };
      }),
  );
}
