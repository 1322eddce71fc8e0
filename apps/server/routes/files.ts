import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Connection, lookAt, run } from '../../../packages/engine/database.ts';
import { paperKinds } from '../../../packages/engine/house/paper.ts';
import { runCommand } from '../../../packages/engine/run-command.ts';
import { mediaTypeOf } from '../media-type.ts';
import { Refusing, refuseWith } from '../problem.ts';
import { filed } from '../schemas.ts';
import { read, type Served, visitorOf } from './context.ts';

export const mostMegabytes = 20;
const uuid = { type: 'object', required: ['id'], properties: { id: { type: 'string', format: 'uuid' } } };

/** Papers in and out, and the documents that were issued. */
export function fileRoutes(app: FastifyInstance, served: Served): void {
  const { engine } = served;

  app.post<{ Params: { id: string } }>(
    '/api/cases/:id/papers',
    { schema: { operationId: 'filePaper', consumes: ['multipart/form-data'], params: uuid, response: { 200: filed } } },
    async (request) => {
      const visitor = await visitorOf(request, served);
      const part = (await request.file()) ?? refuseWith('file.missing');
      const bytes = await part.toBuffer().catch(() => refuseWith('body.too_large', { most: mostMegabytes }));
      const mediaType = mediaTypeOf(bytes) ?? refuseWith('file.kind_not_allowed', { given: part.filename.slice(-20) });
      const field = (name: string): string => {
        const value = part.fields[name];
        return value && 'value' in value ? String(value.value) : '';
      };
      const kind = paperKinds.find((k) => k === field('kind')) ?? 'other';
      const title = field('title').trim().slice(0, 200) || part.filename.slice(0, 200);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await lookAt(engine.database, visitor.institution, (db) => run(db, 'select file_store($1, $2)', [sha256, bytes]));
      const result = await runCommand(engine, visitor, {
        command: 'paper.file',
        case: request.params.id,
        input: { kind, title, mediaType, size: bytes.length, sha256 },
      });
      if (!result.accepted) throw new Refusing(...result.refusals);
      const event = result.events[0]!;
      return await read(request, served, async (db) => {
        const paper = await db
          .selectFrom('paper')
          .where('case_id', '=', event.stream)
          .where('seq', '=', event.seq)
          .select(['id', 'title'])
          .executeTakeFirstOrThrow();
        return { paper: paper.id, title: paper.title };
      });
    },
  );

  app.get<{ Params: { id: string } }>('/api/papers/:id', { schema: { operationId: 'paper', params: uuid } }, async (request, reply) => {
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
          properties: { id: { type: 'string', format: 'uuid' }, form: { type: 'string', enum: ['pdf', 'docx'] } },
        },
      },
    },
    async (request, reply) => {
      const { id, form } = request.params;
      const document = await read(request, served, async (db) => {
        const row = await db
          .selectFrom('document')
          .where('id', '=', id)
          .select(['title', 'version', `${form}_sha256 as sha256`])
          .executeTakeFirst();
        return row && { ...row, bytes: row.sha256 ? await contentOf(db, row.sha256) : undefined };
      });
      if (!document?.bytes) return refuseWith('case.not_found');
      const mediaType = form === 'pdf' ? 'application/pdf' : wordType;
      return send(reply, { bytes: document.bytes, mediaType, name: `${document.title}（第${document.version}版）.${form}` });
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

/** As a download, never run in the page. */
function send(reply: FastifyReply, f: { bytes: Buffer; mediaType: string; name: string }): FastifyReply {
  return reply
    .header('content-type', f.mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(f.name)}`)
    .header('x-content-type-options', 'nosniff')
    .send(f.bytes);
}
