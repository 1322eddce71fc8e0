import type { FastifyRequest } from 'fastify';
import { refuse } from '../../packages/kernel/refusal.ts';
import { mediaTypeOf } from './media-type.ts';
import { Refusing, refuseWith } from './problem.ts';

export type SentPaper = { readonly kind: string; readonly title: string; readonly mediaType: string; readonly bytes: Buffer };
const words = ['kind', 'title'];

/** Reads a paper as a form sends it, in whatever order its parts come. What it is, its bytes say, not its name. */
export async function readPaper(request: FastifyRequest): Promise<SentPaper> {
  const said: Record<string, string> = {};
  let file: { readonly name: string; readonly bytes: Buffer } | undefined;
  for await (const part of request.parts()) {
    if (part.type === 'file') file = { name: part.filename, bytes: await part.toBuffer() };
    else if (words.includes(part.fieldname)) said[part.fieldname] = String(part.value);
    else throw new Refusing(refuse('field.unknown', {}, { at: [part.fieldname] }));
  }
  const { name, bytes } = file ?? refuseWith('file.missing');
  const mediaType = mediaTypeOf(bytes) ?? refuseWith('file.kind_not_allowed', { given: name.slice(-20).toWellFormed() });
  return { kind: said.kind || 'other', title: said.title?.trim() || name.slice(0, 200).toWellFormed(), mediaType, bytes };
}
