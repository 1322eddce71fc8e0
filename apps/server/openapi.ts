import type { RouteOptions } from 'fastify';

declare module 'fastify' {
  interface FastifySchema {
    operationId?: string;
    summary?: string;
    description?: string;
    tags?: string[];
    consumes?: string[];
  }
  interface FastifyContextConfig {
    openapiBody?: object;
  }
}

/** A route as it was registered, with the body schema that only the document shows (the engine reads a command's input itself). */
export type RouteSeen = RouteOptions & { readonly config?: { readonly openapiBody?: object } };
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
};
type Params = { readonly properties?: Readonly<Record<string, object>>; readonly required?: readonly string[] };

/** The OpenAPI document of the routes there are, made of their own declarations. */
export function openApi(routes: readonly RouteSeen[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const schema = route.schema as Schema;
    const path = route.url.replaceAll(/:(\w+)/g, '{$1}');
    for (const method of [route.method].flat().filter((m) => m !== 'HEAD')) {
      paths[path] = { ...paths[path], [method.toLowerCase()]: operation(schema, route.config?.openapiBody) };
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tongtu 通途',
      version: '1',
      description: 'Every command is a route; every refusal is an RFC 9457 problem with its clauses.',
    },
    paths,
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'tongtu' } } },
  };
}

function operation(s: Schema, derived: object | undefined): object {
  const body = derived ?? s.body;
  const parameters = [...parametersOf(s.params, 'path'), ...parametersOf(s.querystring, 'query')];
  const responses = Object.entries(s.response ?? { 200: { type: 'string', format: 'binary' } }).map(([status, schema]) => {
    const content =
      (schema as { type?: string }).type === 'null'
        ? {}
        : { content: { [status === '422' ? 'application/problem+json' : 'application/json']: { schema } } };
    return [status, { description: status === '422' ? 'refused' : 'answered', ...content }];
  });
  return {
    operationId: s.operationId,
    ...(s.summary ? { summary: s.summary } : {}),
    ...(s.description ? { description: s.description } : {}),
    ...(s.tags ? { tags: s.tags } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    ...(s.consumes ? { requestBody: { required: true, content: { [s.consumes[0]!]: { schema: filePart } } } } : {}),
    responses: Object.fromEntries(responses),
  };
}
const filePart = {
  type: 'object',
  required: ['file'],
  properties: { kind: { type: 'string' }, title: { type: 'string' }, file: { type: 'string', format: 'binary' } },
};

const parametersOf = (p: Params | undefined, where: 'path' | 'query'): object[] =>
  Object.entries(p?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || (p?.required?.includes(name) ?? false),
    schema,
  }));
