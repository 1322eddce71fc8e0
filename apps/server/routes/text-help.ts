import type { FastifyInstance } from 'fastify';
import { citeIn } from '../../../packages/kernel/citation.ts';
import { textHelp } from '../law-schemas.ts';
import { refuseWith } from '../problem.ts';
import { read, type Served } from './context.ts';
import { byText, houseLaw } from './house-law.ts';

/** What helps to understand a text and rules nothing: what it is for, and what it rests on, with that of it which has run out. */
export function textHelpRoutes(app: FastifyInstance, served: Served): void {
  app.get<{ Params: { id: string } }>(
    '/api/texts/:id/help',
    {
      schema: {
        operationId: 'textHelp',
        params: byText,
        response: { 200: textHelp },
      },
    },
    (request) =>
      read(request, served, async (db, visitor) => {
        const { textOf, today } = await houseLaw(served, db, visitor);
        const pack = textOf(request.params.id) ?? refuseWith('route.not_found');
        const { text, clauses } = pack;
        const purpose = clauses.flatMap((c) =>
          c.purpose
            ? [{ clause: c.id, cite: citeIn(pack, c), sentence: c.sentence, elements: c.purpose, rules: c.answers.map((a) => a.rule) }]
            : [],
        );
        const basis = clauses.flatMap((c) =>
          (c.basis ?? []).map(({ title, from, to }) => {
            const expired = to !== undefined && today > to;
            return { clause: c.id, cite: citeIn(pack, c), title, from: from ?? null, to: to ?? null, expired };
          }),
        );
        return { text: text.id, title: text.title, today, purpose, basis };
      }),
  );
}
