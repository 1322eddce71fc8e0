import type { FastifyInstance } from 'fastify';
import { compareText, isAbove, type Said } from '../../../packages/kernel/comparison.ts';
import { dayAt } from '../../../packages/kernel/day.ts';
import type { Adoption, Pack } from '../../../packages/kernel/pack.ts';
import { refuseWith } from '../problem.ts';
import { comparison } from '../schemas.ts';
import { read, type Served } from './context.ts';
import { byText } from './law.ts';

/** A text beside the texts above it that the institution has adopted, rule by rule, as they stand today. */
export function comparisonRoutes(app: FastifyInstance, served: Served): void {
  const { law, clock } = served.engine;
  const named = ({ text: { id, title, short, level, status } }: Pack) => ({ id, title, short, level, status });
  const told = (s: Said) => {
    const { clause } = law.clause(s.clause)!;
    return { ...s, cite: law.cite(s.clause), title: clause.title, sentence: clause.sentence, by: s.by ?? null };
  };

  app.get<{ Params: { id: string } }>(
    '/api/texts/:id/comparison',
    { schema: { operationId: 'comparison', params: byText, response: { 200: comparison } } },
    (request) =>
      read(request, served, async (db) => {
        const pack = law.shelf.get(request.params.id) ?? refuseWith('route.not_found');
        const on = dayAt(clock.now());
        const rows = await db
          .selectFrom('adoption')
          .where('party_id', 'is', null)
          .orderBy('from_on')
          .orderBy('id')
          .select(['text_id as text', 'from_on as from', 'to_on as to'])
          .execute();
        const adoptions = rows
          .map(({ to, ...a }): Adoption => ({ ...a, ...(to ? { to } : {}) }))
          .filter((a) => a.from <= on && (a.to === undefined || on <= a.to));
        const above = adoptions.flatMap((adoption) => {
          const other = law.shelf.get(adoption.text);
          return other && isAbove(other, pack) ? [{ pack: other, adoption }] : [];
        });
        const adoption = adoptions.find((a) => a.text === pack.text.id);
        const own = { pack, adoption: adoption ?? { text: pack.text.id, from: on } };
        const rules = compareText(own, above, { rules: law.rules, on }).map((c) => ({
          ...c,
          own: c.own.map(told),
          above: c.above.map(told),
        }));
        return { text: named(pack), adopted: adoption !== undefined, on, above: above.map((a) => named(a.pack)), rules };
      }),
  );
}
