import type { FastifyInstance } from 'fastify';
import { sentenceOf } from '../../../packages/catalogue/sentences.ts';
import type { Connection } from '../../../packages/engine/database.ts';
import { actionOf, may } from '../../../packages/engine/permissions.ts';
import type { Visitor } from '../../../packages/engine/sessions.ts';
import { citeIn, clauseOn } from '../../../packages/kernel/citation.ts';
import { fields, group, list } from '../../../packages/kernel/field.ts';
import { source, text } from '../../../packages/kernel/field-kinds.ts';
import { recordSchema } from '../../../packages/kernel/field-schema.ts';
import type { Pack, Shelf } from '../../../packages/kernel/pack.ts';
import { refuseField } from '../../../packages/kernel/refusal.ts';
import { isOwnLevel } from '../../../packages/kernel/rule.ts';
import { textChecked, textFiles } from '../law-schemas.ts';
import { Refusing, refuseWith } from '../problem.ts';
import { languageOf, read, type Served } from './context.ts';
import { byText, houseLaw } from './house-law.ts';

const changed = fields({
  files: list(group({ file: text(80), content: source() }), { most: 100 }),
  without: list(text(80), { most: 100 }),
});

const actionFor = ({ engine }: Served) => engine.commands.get('text.revise')!.wired.command.action;
const holds = (served: Served, visitor: Visitor): boolean => may(served.engine.matrix, actionOf(actionFor(served)), visitor.roles);

/** The institution's file, where the visitor may revise the text in it. */
export async function mayRevise(served: Served, db: Connection, visitor: Visitor, pack: Pack): Promise<string | null> {
  if (!isOwnLevel(pack.text.level) || !holds(served, visitor)) return null;
  const file = await db.selectFrom('case_file').where('procedure', '=', 'institution').select('id').executeTakeFirst();
  return file?.id ?? null;
}

/** The files of a text for whoever may revise it, and what a change of them would be. Nothing is changed here: the command does that. */
export function revisionRoutes(app: FastifyInstance, served: Served): void {
  const { engine } = served;

  async function own(db: Connection, visitor: Visitor, id: string) {
    const { row, code } = actionOf(actionFor(served));
    if (!holds(served, visitor)) refuseWith('may.not', { row, code, roles: [...visitor.roles] });
    const house = await houseLaw(served, db, visitor);
    const pack = house.shelf.get(id) ?? refuseWith('route.not_found');
    const file = (await mayRevise(served, db, visitor, pack)) ?? refuseWith('text.not_own', { text: pack.text.title });
    return { house, pack, file };
  }

  app.get<{ Params: { id: string } }>(
    '/api/texts/:id/files',
    { schema: { operationId: 'textFiles', params: byText, response: { 200: textFiles } } },
    (request) =>
      read(request, served, async (db, visitor) => {
        const { house, pack, file } = await own(db, visitor, request.params.id);
        const { id, title, short, level, status } = pack.text;
        const files = [...engine.law.filesOf(id, house.adoptions)].map(([name, content]) => ({ file: name, content }));
        const last = house.headOf(pack).revisions.at(-1)?.from ?? null;
        return { text: { id, title, short, level, status }, case: file, last, files };
      }),
  );

  app.post<{ Params: { id: string } }>(
    '/api/texts/:id/check',
    {
      schema: { operationId: 'checkText', params: byText, response: { 200: textChecked } },
      config: { openapiBody: recordSchema(changed.shape) },
    },
    (request) =>
      read(request, served, async (db, visitor) => {
        const { house, pack } = await own(db, visitor, request.params.id);
        const body = changed.read(request.body);
        if ('wrongs' in body) throw new Refusing(...body.wrongs.map(refuseField));
        const { faults, unchanged, revision, changes } = engine.law.check(pack.text.id, body.values, house.adoptions);
        const language = languageOf(request);
        const after: Shelf = new Map([...house.shelf, ...(changes ? [[pack.text.id, changes.pack] as const] : [])]);
        const cite = (clause: string): string => {
          const found = clauseOn(after, clause) ?? clauseOn(house.shelf, clause);
          return found ? citeIn(found.pack, found.clause) : clause;
        };
        return {
          faults: faults.map((f) => ({ ...f, sentence: sentenceOf({ refused: f.code, facts: f.facts }, language) })),
          unchanged,
          revision,
          text: changes?.difference.text ?? [],
          clauses: (changes?.difference.clauses ?? []).map((c) => ({ ...c, cite: cite(c.clause) })),
          examples: (changes?.examples ?? []).map((e) => ({
            ...e,
            cite: cite(e.clause),
            before: e.before.map((s) => ({ ...s, cite: cite(s.clause) })),
            after: e.after.map((s) => ({ ...s, cite: cite(s.clause) })),
          })),
        };
      }),
  );
}
