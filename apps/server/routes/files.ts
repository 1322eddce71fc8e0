import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Connection, lookAt, run } from '../../../packages/engine/database.ts';
import { previewCommand, runCommand } from '../../../packages/engine/run-command.ts';
import { sha256 } from '../../../packages/engine/sha256.ts';
import { Refusing, refuseWith } from '../problem.ts';
import { filed } from '../schemas.ts';
import { readPaper } from '../sent-paper.ts';
import { byId, idSchema, read, type Served, visitorOf } from './context.ts';

export const mostMegabytes = 20;

/** Papers in and out, and the documents that were issued. */
export function fileRoutes(app: FastifyInstance, served: Served): void {
  const { engine } = served;

  app.post<{ Params: { id: string } }>(
    '/api/cases/:id/papers',
    { schema: { operationId: 'filePaper', consumes: ['multipart/form-data'], params: byId, response: { 200: filed } } },
    async (request) => {
      const visitor = await visitorOf(request, served);
      const { kind, title, mediaType, bytes } = await readPaper(request);
      const hash = sha256(bytes);
      const ask = { command: 'paper.file', case: request.params.id, input: { kind, title, mediaType, size: bytes.length, sha256: hash } };
      // Nothing is kept for who may not file it: that its bytes are not known yet is the one refusal that is to be expected.
      const foreseen = await previewCommand(engine, visitor, ask);
      const against = foreseen.refusals.filter((r) => r.refused !== 'paper.no_bytes');
      if (against.length > 0) throw new Refusing(...against);
      await lookAt(engine.database, visitor.institution, (db) => run(db, 'select file_store($1, $2)', [hash, bytes]));
      const result = await runCommand(engine, visitor, ask);
      if (!result.accepted) throw new Refusing(...result.refusals);
      const event = result.events[0]!;
      return await read(request, served, async (db) => {
        const paper = await db
          .selectFrom('paper')
          .where('case_id', '=', event.stream)
          .where('seq', '=', event.seq)
          .select(['id as paper', 'title', 'media_type as mediaType', 'sha256'])
          .executeTakeFirstOrThrow();
        return paper;
      });
    },
  );

  const paperSchema = { operationId: 'paper', params: byId, produces: Object.keys(endings) };
  app.get<{ Params: { id: string } }>('/api/papers/:id', { schema: paperSchema }, async (request, reply) => {
    const paper = await read(request, served, async (db) => {
      const row = await db
        .selectFrom('paper')
        .where('id', '=', request.params.id)
        .select(['title', 'media_type as mediaType', 'sha256'])
        .executeTakeFirst();
      return row && { ...row, bytes: await contentOf(db, row.sha256) };
    });
    if (!paper?.bytes) return refuseWith('case.not_found');
    return send(reply, { bytes: paper.bytes, mediaType: paper.mediaType, name: withEnding(paper.title, paper.mediaType) });
  });

  app.get<{ Params: { id: string; form: 'pdf' | 'docx' } }>(
    '/api/documents/:id/:form',
    {
      schema: {
        operationId: 'document',
        params: {
          type: 'object',
          required: ['id', 'form'],
          properties: { id: idSchema, form: { type: 'string', enum: ['pdf', 'docx'] } },
        },
        produces: ['application/pdf', wordType],
      },
    },
    async (request, reply) => {
      const { id, form } = request.params;
      const document = await read(request, served, async (db) => {
        const row = await db
          .selectFrom('document')
          .where('id', '=', id)
          .select(['title', 'version', 'state', `${form}_sha256 as sha256`])
          .executeTakeFirst();
        return row && { ...row, bytes: row.sha256 ? await contentOf(db, row.sha256) : undefined };
      });
      if (!document) return refuseWith('case.not_found');
      if (!document.bytes) return refuseWith('document.not_made');
      const mediaType = form === 'pdf' ? 'application/pdf' : wordType;
      const superseded = document.state === 'superseded' ? '，已被取代' : '';
      return send(reply, { bytes: document.bytes, mediaType, name: `${document.title}（第${document.version}版${superseded}）.${form}` });
    },
  );
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  [wordType]: 'docx',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/plain': 'txt',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'video/mp4': 'mp4',
  'audio/mpeg': 'mp3',
};
const withEnding = (title: string, mediaType: string): string => {
  const ending = endings[mediaType];
  return ending === undefined || title.toLowerCase().endsWith(`.${ending}`) ? title : `${title}.${ending}`;
};

async function contentOf(db: Connection, sha256: string): Promise<Buffer | undefined> {
  const row = await db.selectFrom('file_content').where('sha256', '=', sha256).select('bytes').executeTakeFirst();
  return row?.bytes;
}

/** A name as RFC 5987 writes it: what encodeURIComponent leaves as it is but the header does not allow is escaped too. */
const inHeader = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** As a download, never run in the page. */
function send(reply: FastifyReply, f: { bytes: Buffer; mediaType: string; name: string }): FastifyReply {
  return reply
    .header('content-type', f.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : f.mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${inHeader(f.name)}`)
    .header('x-content-type-options', 'nosniff')
    .send(f.bytes);
}
