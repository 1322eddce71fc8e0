import { existsSync } from 'node:fs';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { newId } from '../../packages/engine/ids.ts';
import { refuse } from '../../packages/kernel/refusal.ts';
import { openApi, type RouteSeen } from './openapi.ts';
import { problemOf, Refusing } from './problem.ts';
import { caseRoutes } from './routes/cases.ts';
import { commandRoutes } from './routes/commands.ts';
import { languageOf, type Served } from './routes/context.ts';
import { demonstrationRoutes } from './routes/demonstration.ts';
import { fileRoutes, mostMegabytes } from './routes/files.ts';
import { lawRoutes } from './routes/law.ts';
import { registerRoutes } from './routes/registers.ts';
import { sessionRoutes } from './routes/session.ts';

export type ServerOptions = Served & {
  /** The built web pages; without them only the API answers. */
  readonly web?: string;
  readonly log?: (line: { readonly id: string; readonly error: string; readonly route: string }) => void;
};

/** Nothing from anywhere else, no inline script; antd writes its styles into the page. */
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

export async function buildServer(o: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: 1_048_576,
    trustProxy: false,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: 'array' } },
  });
  const seen: RouteSeen[] = [];
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/api/') && route.schema?.operationId) seen.push(route as RouteSeen);
  });
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: mostMegabytes * 1_048_576, files: 1, fields: 5 } });

  app.addHook('onRequest', async (request, reply) => {
    void reply.headers({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    // A request that changes something comes from our own pages, or from a tool without a browser.
    const { origin, host } = request.headers;
    if (
      request.method !== 'GET' &&
      request.method !== 'HEAD' &&
      origin !== undefined &&
      new URL(origin).host !== host &&
      origin !== o.settings.origin
    ) {
      throw new Refusing(refuse('origin.foreign'));
    }
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
  });

  app.setErrorHandler((error: FastifyError | Refusing, request, reply) => {
    const language = languageOf(request);
    const answer = (refusals: Parameters<typeof problemOf>[1]) => {
      const problem = problemOf(o.engine, refusals, language);
      return reply.code(problem.status).type('application/problem+json').serializer(JSON.stringify).send(problem);
    };
    if (error instanceof Refusing) return answer(error.refusals);
    if (error.validation) {
      const at = error.validation[0]?.instancePath.split('/').slice(1) ?? [];
      return answer([refuse('field.unknown', { said: error.message }, { at })]);
    }
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' || error.code === 'FST_REQ_FILE_TOO_LARGE')
      return answer([refuse('body.too_large', { most: mostMegabytes })]);
    if (error.statusCode !== undefined && error.statusCode < 500) return answer([refuse('body.not_json')]);
    const id = newId();
    o.log?.({ id, error: error.stack ?? String(error), route: `${request.method} ${request.routeOptions.url ?? request.url}` });
    return answer([refuse('fault.internal', { id })]);
  });

  sessionRoutes(app, o);
  commandRoutes(app, o);
  caseRoutes(app, o);
  lawRoutes(app, o);
  registerRoutes(app, o);
  fileRoutes(app, o);
  demonstrationRoutes(app, o);
  app.get('/api/health', async () => ({ ok: true }));
  app.get('/api/ready', async () => {
    await o.engine.database.pool.query('select 1');
    return { ok: true };
  });
  app.get('/api/openapi.json', async () => openApi(seen));

  if (o.web && existsSync(o.web)) {
    await app.register(fastifyStatic, { root: o.web, wildcard: false, maxAge: '1y', immutable: true, index: false });
    app.get('/*', (request, reply) => {
      if (request.url.startsWith('/api/')) throw new Refusing(refuse('route.not_found'));
      return reply.header('cache-control', 'no-cache').sendFile('index.html', { maxAge: 0, immutable: false });
    });
  } else {
    app.setNotFoundHandler(() => {
      throw new Refusing(refuse('route.not_found'));
    });
  }
  return app;
}
