import type { FastifyError, FastifyRequest } from 'fastify';
import { type Refusal, refuse } from '../../packages/kernel/refusal.ts';
import { mostMegabytes } from './routes/files.ts';

export const mostBodyBytes = 1_048_576;

type Said = NonNullable<FastifyError['validation']>[number];

/** What the web framework found wrong with a request before a route saw it, as a refusal. Undefined: it is our fault. */
export function requestFault(error: FastifyError, request: FastifyRequest): Refusal | undefined {
  if (error.validation?.[0]) return validationFault(error.validation[0], error.validationContext, request);
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return refuse('body.too_large', { most: mostBodyBytes / 1_048_576 });
    case 'FST_REQ_FILE_TOO_LARGE':
      return refuse('file.too_large', { most: mostMegabytes });
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return refuse('file.missing');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return refuse('body.other_kind');
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return refuse('body.not_json');
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return refuse('address.form');
  }
  const named = error.statusCode !== undefined && error.statusCode < 500;
  return named ? refuse('body.unreadable', { said: error.message }) : undefined;
}

type Shape = { readonly type?: string; readonly minimum?: number; readonly maximum?: number };
type Part = 'body' | 'querystring';

/** A fault that a route's schema found, at its field; an address whose parts cannot be what they stand for names nothing. */
function validationFault(said: Said, context: string | undefined, request: FastifyRequest): Refusal {
  if (context === 'params') return refuse('route.not_found');
  const part: Part = context === 'querystring' ? 'querystring' : 'body';
  const params = said.params as Readonly<Record<string, unknown>>;
  const path = said.instancePath.split('/').slice(1);
  const last = said.keyword === 'additionalProperties' ? params.additionalProperty : params.missingProperty;
  const at = last === undefined ? path : [...path, String(last)];
  const given = valueAt(part === 'body' ? request.body : request.query, at);
  const schema = request.routeOptions.schema?.[part] as { readonly properties?: Readonly<Record<string, Shape>> } | undefined;
  const shape = schema?.properties?.[at[0] ?? ''];
  if (said.keyword === 'additionalProperties') return refuse('field.unknown', {}, { at });
  if (said.keyword === 'required') return refuse('field.required', {}, { at });
  if (said.keyword === 'maxLength')
    return refuse('field.too_long', { most: Number(params.limit), length: [...String(given)].length }, { at });
  if (said.keyword === 'pattern') return refuse('field.not_writable', {}, { at });
  if (shape?.type === 'integer') {
    const { minimum: least = 0, maximum: most = Number.MAX_SAFE_INTEGER } = shape;
    return refuse('field.not_whole', { least, most, given: String(given).slice(0, 40) }, { at });
  }
  if (shape?.type === 'string') return refuse('field.not_text', {}, { at });
  if (at.length === 0) return refuse('field.not_a_record');
  return refuse('field.other_form', { said: said.message ?? said.keyword }, { at });
}

const valueAt = (value: unknown, at: readonly string[]): unknown =>
  at.reduce<unknown>((v, key) => (typeof v === 'object' && v !== null ? (v as Readonly<Record<string, unknown>>)[key] : undefined), value);
