import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Connection } from '../../../packages/engine/database.ts';
import { showArticle } from '../../../packages/kernel/clause-id.ts';
import type { JsonRecord } from '../../../packages/kernel/json.ts';
import type { Trace } from '../../../packages/kernel/law.ts';
import type { Pack } from '../../../packages/kernel/pack.ts';
import { refuseWith } from '../problem.ts';
import { clauseMention, decision, lawText, textPage } from '../schemas.ts';
import { byId, read, type Served } from './context.ts';

/** An address with the id of a text or a clause. */
export const byText = { type: 'object', required: ['id'], properties: { id: { type: 'string' } } } as const;

/** The clause reader: texts, clauses with what they answer, the cases they decided, and the trace of a decision. */
export function lawRoutes(app: FastifyInstance, served: Served): void {
  const { engine } = served;

  /** Who has adopted which text: the institution, and the parties it works with. */
  async function adoptionsOf(db: Connection) {
    return await db
      .selectFrom('adoption as a')
      .leftJoin('party as p', 'p.id', 'a.party_id')
      .orderBy('a.from_on')
      .orderBy('a.id')
      .select(['a.text_id as text', 'p.title as party', 'a.from_on as from', 'a.to_on as to', 'a.basis', 'a.doubt'])
      .execute();
  }
  const headOf = (pack: Pack, adopted: Awaited<ReturnType<typeof adoptionsOf>>) => ({
    ...pack.text,
    issuer: pack.text.issuer ?? null,
    number: pack.text.number ?? null,
    to: pack.text.to ?? null,
    days: pack.text.days ?? null,
    note: pack.text.note ?? null,
    revision: pack.revision,
    clauses: pack.clauses.length,
    adoption: adopted.findLast((a) => a.text === pack.text.id && a.party === null) ?? null,
    parties: adopted.flatMap(({ party, ...a }) => (a.text === pack.text.id && party !== null ? [{ ...a, party }] : [])),
  });

  app.get('/api/texts', { schema: { operationId: 'texts', response: { 200: Type.Array(lawText) } } }, (request) =>
    read(request, served, async (db) => {
      const adopted = await adoptionsOf(db);
      return [...engine.law.shelf.values()]
        .map((p) => headOf(p, adopted))
        .sort((a, b) => Number(b.adoption !== null) - Number(a.adoption !== null));
    }),
  );

  app.get<{ Params: { id: string } }>(
    '/api/texts/:id',
    {
      schema: {
        operationId: 'text',
        params: byText,
        response: { 200: textPage },
      },
    },
    (request) =>
      read(request, served, async (db) => {
        const pack = engine.law.shelf.get(request.params.id) ?? refuseWith('route.not_found');
        const adopted = await adoptionsOf(db);
        const counts = await db
          .selectFrom('mention')
          .where('about_kind', '=', 'clause')
          .where('about', 'like', `${pack.text.id}:%`)
          .groupBy('about')
          .select(['about', sql<number>`count(distinct case_id)::int`.as('n')])
          .execute();
        const mentions = new Map(counts.map((r) => [r.about, r.n]));
        const clauses = pack.clauses.map((c) => ({
          ...c,
          cite: engine.law.cite(c.id),
          article: showArticle(c.id, pack.text.numbering, c.title),
          doubt: c.doubt ?? null,
          answers: c.answers.map((a) => ({
            ...a,
            versions: a.versions.map((v) => ({
              from: v.from,
              to: v.to ?? null,
              value: v.raw,
              source: v.source,
              alternatives: v.alternatives.map((x) => ({ value: x.raw, because: x.because })),
            })),
          })),
          examples: (pack.examples[c.id] ?? []).map(({ name, rule, on }) => ({ name, rule, on })),
          mentions: mentions.get(c.id) ?? 0,
        }));
        return { text: headOf(pack, adopted), clauses };
      }),
  );

  app.get<{ Params: { id: string } }>(
    '/api/clauses/:id/cases',
    {
      schema: {
        operationId: 'clauseCases',
        params: byText,
        response: { 200: Type.Array(clauseMention) },
      },
    },
    (request) =>
      read(request, served, async (db) => {
        return await db
          .selectFrom('mention as m')
          .innerJoin('case_file as c', 'c.id', 'm.case_id')
          .innerJoin('case_file as r', 'r.id', 'c.root_id')
          .where('m.about_kind', '=', 'clause')
          .where('m.about', '=', request.params.id)
          .orderBy('m.at', 'desc')
          .orderBy('m.ref')
          .limit(100)
          .select(['m.what', 'm.ref', 'm.case_id as case', 'c.root_id as root', 'r.number', 'c.title', 'm.at'])
          .execute();
      }),
  );

  app.get<{ Params: { id: string } }>(
    '/api/decisions/:id',
    {
      schema: {
        operationId: 'decision',
        params: byId,
        response: { 200: decision },
      },
    },
    (request) =>
      read(request, served, async (db) => {
        const row =
          (await db.selectFrom('decision').where('id', '=', request.params.id).selectAll().executeTakeFirst()) ??
          refuseWith('case.not_found');
        const answers = (row.answers as unknown as Trace[]).map((t) => ({
          rule: t.rule,
          on: t.on,
          party: t.party ?? null,
          given: t.given as JsonRecord,
          considered: t.considered.map((c) => ({
            ...c,
            ...described(c.clause),
            value: JSON.parse(String(c.value)) as unknown,
            detail: c.detail ?? null,
          })),
        }));
        type Reading = { clause: string; rule: string; index: number; differs: boolean; refused?: readonly string[] };
        const readings = (row.readings as unknown as Reading[]).map((r) => {
          const alternative = engine.law
            .clause(r.clause)
            ?.clause.answers.filter((a) => a.rule === r.rule)
            .flatMap((a) => a.versions)
            .flatMap((v) => v.alternatives)[r.index];
          return {
            clause: r.clause,
            cite: engine.law.cite(r.clause),
            rule: r.rule,
            because: alternative?.because ?? '',
            value: alternative?.raw,
            differs: r.differs,
            refused: r.refused ?? [],
          };
        });
        const { id, case_id, seq, command, on_day, revisions } = row;
        return { id, case: case_id, seq, command, on: on_day, revisions: revisions as Record<string, string>, answers, readings };
      }),
  );

  function described(id: string) {
    const found = engine.law.clause(id);
    return {
      cite: engine.law.cite(id),
      title: found?.clause.title ?? id,
      sentence: found?.clause.sentence ?? '',
      certainty: found?.clause.certainty ?? 'read',
      doubt: found?.clause.doubt ?? null,
    };
  }
}
