import type { RouteOptions } from 'fastify';
import { problem } from './schemas.ts';

declare module 'fastify' {
  interface FastifySchema {
    operationId?: string;
    summary?: string;
    description?: string;
    tags?: string[];
    consumes?: string[];
    /** The kinds of file it answers with, where it answers with one. */
    produces?: string[];
  }
  interface FastifyContextConfig {
    openapiBody?: object;
    /** Answers without a session. Every other route refuses whoever is not signed in. */
    open?: true;
  }
}

/** A route as it was registered, with the body schema that only the document shows (the engine reads a command's input itself). */
export type RouteSeen = RouteOptions & { readonly config?: { readonly openapiBody?: object; readonly open?: true } };
type Schema = {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  body?: object;
  params?: Params;
  querystring?: Params;
  response?: Record<string, object>;
  consumes?: string[];
  produces?: string[];
};
type Params = { readonly properties?: Readonly<Record<string, object>>; readonly required?: readonly string[] };

/** The OpenAPI document of the routes there are, made of their own declarations. */
export function openApi(routes: readonly RouteSeen[], o: { readonly cookie: string }): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.url.replaceAll(/:(\w+)/g, '{$1}');
    for (const method of [route.method].flat().filter((m) => m !== 'HEAD')) {
      paths[path] = { ...paths[path], [method.toLowerCase()]: operation(route) };
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tongtu 通途',
      version: '1',
      description: 'Every command is a route; every refusal is an RFC 9457 problem with its clauses.',
    },
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: o.cookie } },
      schemas: { Problem: problem },
      responses: {
        Refused: {
          description: 'refused: why, by which clause, at which field',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

function operation(route: RouteSeen): object {
  const s = route.schema as Schema;
  const body = route.config?.openapiBody ?? s.body;
  const parameters = [...parametersOf(s.params, 'path'), ...parametersOf(s.querystring, 'query')];
  return {
    operationId: s.operationId,
    ...(s.summary ? { summary: s.summary } : {}),
    ...(s.description ? { description: s.description } : {}),
    ...(s.tags ? { tags: s.tags } : {}),
    ...(route.config?.open ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    ...(s.consumes ? { requestBody: { required: true, content: { [s.consumes[0]!]: { schema: filePart } } } } : {}),
    responses: { ...answers(s), default: { $ref: '#/components/responses/Refused' } },
  };
}

function answers(s: Schema): object {
  if (s.produces)
    return { 200: { description: 'the file', content: Object.fromEntries(s.produces.map((kind) => [kind, { schema: bytes }])) } };
  return Object.fromEntries(
    Object.entries(s.response ?? {}).map(([status, schema]) => {
      const empty = (schema as { type?: string }).type === 'null';
      return [status, { description: 'answered', ...(empty ? {} : { content: { 'application/json': { schema } } }) }];
    }),
  );
}

const bytes = { type: 'string', format: 'binary' };
const filePart = {
  type: 'object',
  additionalProperties: false,
  required: ['file'],
  properties: { kind: { type: 'string' }, title: { type: 'string', maxLength: 200 }, file: bytes },
};

const parametersOf = (p: Params | undefined, where: 'path' | 'query'): object[] =>
  Object.entries(p?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || (p?.required?.includes(name) ?? false),
    schema,
  }));
