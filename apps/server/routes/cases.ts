import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { sentenceOf } from '../../../packages/catalogue/sentences.ts';
import { casePage } from '../../../packages/engine/case-page.ts';
import { mayOpen } from '../../../packages/engine/dry-run.ts';
import { question } from '../../../packages/engine/question.ts';
import { waitingIn } from '../../../packages/engine/waiting.ts';
import { dayAt } from '../../../packages/kernel/day.ts';
import type { JsonRecord } from '../../../packages/kernel/json.ts';
import { refuseWith, tell } from '../problem.ts';
import { casePage as casePageSchema, today as todaySchema } from '../schemas.ts';
import { byId, citations, languageOf, read, readerOf, type Served } from './context.ts';

/**
 * What he owes himself; what a role, a post, a body or a unit owes that he may speak for; what whoever leads the matter owes; and what a
 * role owes that he has in the case. Each is found by itself.
 */
const mine = (today: string) => sql<string>`any (array(
  select o.id from obligation o where o.state = 'owed' and o.moves is null and o.owner_person = (select app_person())
  union select o.id from obligation o
    where o.state = 'owed' and o.moves is null and o.owner_role = any ((select speaks_for(app_person(), null, ${today}::date))::text[])
  union select o.id from obligation o
    where o.state = 'owed' and o.moves is null and o.owner_role = 'unit:of-project-leader'
      and o.owner_role = any (speaks_for(app_person(), (select c.root_id from case_file c where c.id = o.case_id), ${today}::date))
  union select o.id from case_member m join obligation o on o.case_id = m.case_id and o.owner_role = m.role
    where o.state = 'owed' and o.moves is null and m.person_id = (select app_person())))`;

const owed = question((db, o: { today: string }) =>
  db
    .selectFrom('duty_list as d')
    .where('d.id', '=', mine(o.today))
    .orderBy('d.unblocked', 'desc')
    .orderBy('d.due_on')
    .orderBy('d.root_id')
    .orderBy((w) =>
      w
        .selectFrom('step as s')
        .whereRef('s.child_id', '=', 'd.case_id')
        .select((m) => m.fn.min('s.ordinal').as('place')),
    )
    .orderBy('d.id')
    .limit(200)
    .select([
      ...([
        'd.id',
        'd.case_id as case',
        'd.root_id as root',
        'd.procedure',
        'd.title',
        'd.number',
        'd.root_title as rootTitle',
        'd.duty',
      ] as const),
      ...(['d.owner_role as ownerRole', 'd.due_on as dueOn', 'd.provisional', 'd.unblocked', 'd.clauses'] as const),
    ]),
);
const openFindings = question((db) =>
  db
    .selectFrom('finding as f')
    .innerJoin('case_file as c', 'c.id', 'f.case_id')
    .innerJoin('case_file as r', 'r.id', 'c.root_id')
    .where('f.state', '=', 'open')
    .orderBy('f.id')
    .limit(100)
    .select(['f.id', 'f.case_id as case', 'f.code', 'f.facts', 'c.title', 'r.number', 'f.opened_on as openedOn']),
);
const lately = question((db) =>
  db
    .selectFrom('case_file')
    .where('parent_id', 'is', null)
    .where('procedure', '<>', 'institution')
    .orderBy('settled')
    .orderBy('changed_on', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .select(['id', 'number', 'title', 'procedure', 'state', 'settled', 'changed_on as changedOn']),
);

/** My day, and the page of a case. */
export function caseRoutes(app: FastifyInstance, served: Served): void {
  const { engine } = served;

  app.get('/api/today', { schema: { operationId: 'today', response: { 200: todaySchema } } }, (request) =>
    read(request, served, async (db, visitor) => {
      const today = dayAt(engine.clock.now());
      const [duties, findings, recent] = await Promise.all([owed.list(db, { today }), openFindings.list(db, {}), lately.list(db, {})]);
      const running = recent.filter((c) => !c.settled);
      const waiting = await waitingIn(
        engine,
        db,
        visitor,
        running.map((c) => c.id),
      );
      // What nobody owes and the visitor could take up: the finance office books money when it comes, say.
      const next = waiting
        .filter((w) => w.yours && w.duty === null)
        .map((w) => ({ ...w, ...numberAndTitle(running.find((c) => c.id === w.root)!) }));
      return {
        today,
        duties,
        findings: findings.map((f) => ({ ...f, facts: f.facts as JsonRecord })),
        recent: recent.slice(0, 8).map((c) => ({ ...c, waiting: waiting.filter((w) => w.root === c.id) })),
        next,
        mayOpen: mayOpen(engine, visitor),
        clauses: citations(engine, [...duties.flatMap((d) => d.clauses ?? []), ...waiting.flatMap((w) => w.clauses)], visitor),
      };
    }),
  );

  app.get<{ Params: { id: string } }>(
    '/api/cases/:id',
    { schema: { operationId: 'casePage', params: byId, response: { 200: casePageSchema } } },
    (request) =>
      read(request, served, async (db, visitor) => {
        const page = (await casePage(engine, db, visitor, request.params.id)) ?? refuseWith('case.not_found');
        const language = languageOf(request);
        const mayDo = Object.fromEntries(
          Object.entries(page.mayDo).map(([id, list]) => [
            id,
            list.map((m) => ({
              ...m,
              refusals: m.refusals.map((r) => tell(engine, r, readerOf(request))),
              answers: m.answers.map((t) => ({
                rule: t.rule,
                clauses: t.considered.filter((c) => c.because === 'applies').map((c) => c.clause),
              })),
            })),
          ]),
        );
        const findings = page.findings.map((f) => ({
          ...f,
          sentence: sentenceOf({ refused: f.code, facts: f.facts as JsonRecord }, language),
        }));
        const named = [
          ...page.steps.flatMap((s) => s.clauses),
          ...page.duties.flatMap((d) => d.clauses ?? []),
          ...page.waiting.flatMap((w) => w.clauses),
          ...page.findings.flatMap((f) => f.clauses),
          ...page.history.flatMap((e) => e.clauses),
          ...Object.values(mayDo).flatMap((l) => l.flatMap((m) => m.answers.flatMap((a) => a.clauses))),
          ...clausesIn(page.panels),
        ];
        return { ...page, findings, mayDo, clauses: citations(engine, named, visitor) };
      }),
  );
}

const numberAndTitle = (c: { readonly number: string | null; readonly title: string }) => ({ number: c.number, rootTitle: c.title });

/** Clauses that panels name, under keys that say so. */
function clausesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(clausesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, v]) => {
    if (key === 'clause' && typeof v === 'string') return [v];
    if ((key === 'clauses' || key === 'schemeClauses') && Array.isArray(v)) return v as string[];
    return clausesIn(v);
  });
}
