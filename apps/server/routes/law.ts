import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { Type } from 'typebox';
import { citeIn, clauseOn } from '../../../packages/kernel/citation.ts';
import { showArticle, textOf } from '../../../packages/kernel/clause-id.ts';
import { byRevision } from '../../../packages/kernel/edition.ts';
import type { JsonRecord } from '../../../packages/kernel/json.ts';
import type { Trace } from '../../../packages/kernel/law.ts';
import type { Shelf } from '../../../packages/kernel/pack.ts';
import { clauseMention, decision, lawText, textPage } from '../law-schemas.ts';
import { refuseWith } from '../problem.ts';
import { byId, read, type Served } from './context.ts';
import { byText, houseLaw } from './house-law.ts';
import { mayRevise } from './revision.ts';

/** The clause reader: texts, clauses with what they answer, the cases they decided, and the trace of a decision. */
export function lawRoutes(app: FastifyInstance, served: Served): void {
  const { engine } = served;

  app.get('/api/texts', { schema: { operationId: 'texts', response: { 200: Type.Array(lawText) } } }, (request) =>
    read(request, served, async (db, visitor) => {
      const house = await houseLaw(served, db, visitor);
      return [...house.shelf.keys()]
        .map((id) => house.headOf(house.textOf(id)!))
        .sort((a, b) => Number(b.adoption !== null) - Number(a.adoption !== null));
    }),
  );

  app.get<{ Params: { id: string }; Querystring: { revision?: string } }>(
    '/api/texts/:id',
    {
      schema: {
        operationId: 'text',
        params: byText,
        querystring: { type: 'object', properties: { revision: { type: 'string', maxLength: 64 } } },
        response: { 200: textPage },
      },
    },
    (request) =>
      read(request, served, async (db, visitor) => {
        const house = await houseLaw(served, db, visitor);
        const pack = house.textOf(request.params.id, request.query.revision) ?? refuseWith('route.not_found');
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
          cite: citeIn(pack, c),
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
        return { text: house.headOf(pack), clauses, revise: await mayRevise(served, db, visitor, pack) };
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
      read(request, served, async (db, visitor) => {
        const { shelf } = await houseLaw(served, db, visitor);
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
            ...described(shelf, c),
            value: JSON.parse(String(c.value)) as unknown,
            detail: c.detail ?? null,
          })),
        }));
        const revisionOf = (clause: string) => (row.revisions as Record<string, string>)[textOf(clause)];
        type Reading = { clause: string; rule: string; index: number; differs: boolean; refused?: readonly string[] };
        const readings = (row.readings as unknown as Reading[]).map((r) => {
          const alternative = clauseIn(shelf, { clause: r.clause, revision: revisionOf(r.clause) })
            ?.clause.answers.filter((a) => a.rule === r.rule)
            .flatMap((a) => a.versions)
            .flatMap((v) => v.alternatives)[r.index];
          return {
            clause: r.clause,
            cite: engine.law.cite(r.clause, visitor.institution),
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
}

/** A clause as the edition that decided has it. */
function clauseIn(shelf: Shelf, c: { readonly clause: string; readonly revision: string | undefined }) {
  const pack = shelf.get(textOf(c.clause));
  const own = pack && byRevision(pack, c.revision ?? pack.revision);
  const clause = own?.clauses.find((x) => x.id === c.clause);
  return own && clause ? { pack: own, clause } : clauseOn(shelf, c.clause);
}
function described(shelf: Shelf, c: { readonly clause: string; readonly revision: string }) {
  const found = clauseIn(shelf, c);
  return {
    cite: found ? citeIn(found.pack, found.clause) : c.clause,
    title: found?.clause.title ?? c.clause,
    sentence: found?.clause.sentence ?? '',
    certainty: found?.clause.certainty ?? 'read',
    doubt: found?.clause.doubt ?? null,
  };
}
