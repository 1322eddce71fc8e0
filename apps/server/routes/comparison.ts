import type { FastifyInstance } from 'fastify';
import { citeIn, clauseOnDay } from '../../../packages/kernel/citation.ts';
import { compareText, isAbove, type Said } from '../../../packages/kernel/comparison.ts';
import type { Pack } from '../../../packages/kernel/pack.ts';
import { comparison } from '../law-schemas.ts';
import { refuseWith } from '../problem.ts';
import { read, type Served } from './context.ts';
import { byText, houseLaw } from './house-law.ts';

/** A text beside the texts above it that the institution has adopted, rule by rule, as they stand today. */
export function comparisonRoutes(app: FastifyInstance, served: Served): void {
  const named = ({ text: { id, title, short, level, status } }: Pack) => ({ id, title, short, level, status });

  app.get<{ Params: { id: string } }>(
    '/api/texts/:id/comparison',
    { schema: { operationId: 'comparison', params: byText, response: { 200: comparison } } },
    (request) =>
      read(request, served, async (db, visitor) => {
        const { today: on, shelf, textOf, adoptions } = await houseLaw(served, db, visitor);
        const pack = textOf(request.params.id) ?? refuseWith('route.not_found');
        const standing = adoptions.filter((a) => a.from <= on && (a.to === undefined || on <= a.to));
        const above = standing.flatMap((adoption) => {
          const other = textOf(adoption.text);
          return other && isAbove(other, pack) ? [{ pack: other, adoption }] : [];
        });
        const adoption = standing.find((a) => a.text === pack.text.id);
        const own = { pack, adoption: adoption ?? { text: pack.text.id, from: on } };
        const told = (s: Said) => {
          const found = clauseOnDay(shelf, s.clause, on)!;
          return {
            ...s,
            cite: citeIn(found.pack, found.clause),
            title: found.clause.title,
            sentence: found.clause.sentence,
            by: s.by ?? null,
          };
        };
        const rules = compareText(own, above, { rules: served.engine.law.rules, on }).map((c) => ({
          ...c,
          own: c.own.map(told),
          above: c.above.map(told),
        }));
        return { text: named(pack), adopted: adoption !== undefined, on, above: above.map((a) => named(a.pack)), rules };
      }),
  );
}
