import { existsSync } from 'node:fs';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { newId } from '../../packages/engine/ids.ts';
import { type Refusal, refuse } from '../../packages/kernel/refusal.ts';
import { openApi, type RouteSeen } from './openapi.ts';
import { problemOf, Refusing } from './problem.ts';
import { mostBodyBytes, requestFault } from './request-fault.ts';
import { withOpenObjects } from './response-schema.ts';
import { caseRoutes } from './routes/cases.ts';
import { commandRoutes } from './routes/commands.ts';
import { comparisonRoutes } from './routes/comparison.ts';
import { cookieName, languageOf, readerOf, type Served } from './routes/context.ts';
import { demonstrationRoutes } from './routes/demonstration.ts';
import { fileRoutes, mostMegabytes } from './routes/files.ts';
import { lawRoutes } from './routes/law.ts';
import { publicLawRoutes } from './routes/public-law.ts';
import { registerRoutes } from './routes/registers.ts';
import { revisionRoutes } from './routes/revision.ts';
import { sessionRoutes } from './routes/session.ts';
import { textHelpRoutes } from './routes/text-help.ts';

export type ServerOptions = Served & {
  /** The built web pages; without them only the API answers. */
  readonly web?: string;
  readonly log?: (line: { readonly id: string; readonly error: string; readonly route: string }) => void;
};

/** Nothing from anywhere else, no inline script; antd writes its styles into the page. */
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

export async function buildServer(o: ServerOptions): Promise<FastifyInstance> {
  const answerFault = (error: FastifyError | Refusing, request: FastifyRequest, reply: FastifyReply): void => {
    const refusals = error instanceof Refusing ? error.refusals : [requestFault(error, request) ?? ours(o, error, request)];
    const problem = problemOf(o.engine, refusals, readerOf(request));
    void reply
      .code(problem.status)
      .headers({ 'content-language': languageOf(request), 'cache-control': 'no-store' })
      .type('application/problem+json')
      .serializer(JSON.stringify)
      .send(problem);
  };
  const app = fastify({
    bodyLimit: mostBodyBytes,
    trustProxy: false,
    requestTimeout: 300_000, // a large paper over a slow line; nobody holds a connection for longer
    ajv: { customOptions: { removeAdditional: false, coerceTypes: 'array' } },
    frameworkErrors: answerFault,
  });
  app.removeContentTypeParser('text/plain'); // a page of another site could send it without asking
  const seen: RouteSeen[] = [];
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/api/') && route.schema?.operationId) seen.push({ ...route } as RouteSeen);
    if (route.schema?.response) route.schema = { ...route.schema, response: withOpenObjects(route.schema.response) };
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
    if (request.method !== 'GET' && request.method !== 'HEAD' && isForeign(request, o.settings.origin))
      throw new Refusing(refuse('origin.foreign'));
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
  });

  // Told to close, it answers what is in hand; the line it came by would then stay open for whatever may be asked next.
  app.addHook('preClose', async () => {
    const idle = setInterval(() => app.server.closeIdleConnections(), 50).unref();
    app.server.once('close', () => clearInterval(idle));
  });
  app.setErrorHandler(answerFault);
  app.setNotFoundHandler(() => {
    throw new Refusing(refuse('route.not_found'));
  });

  sessionRoutes(app, o);
  commandRoutes(app, o);
  caseRoutes(app, o);
  lawRoutes(app, o);
  textHelpRoutes(app, o);
  comparisonRoutes(app, o);
  revisionRoutes(app, o);
  publicLawRoutes(app, o);
  registerRoutes(app, o);
  fileRoutes(app, o);
  demonstrationRoutes(app, o);
  app.get('/api/health', async () => ({ ok: true }));
  app.get('/api/ready', async () => {
    await o.engine.database.pool.query('select 1');
    return { ok: true };
  });
  app.get('/api/openapi.json', async () => openApi(seen, { cookie: cookieName(o.settings.origin) }));

  if (o.web && existsSync(o.web)) {
    await app.register(fastifyStatic, { root: o.web, wildcard: false, maxAge: '1y', immutable: true, index: false, preCompressed: true });
    app.get('/*', (request, reply) => {
      if (request.url.startsWith('/api/')) throw new Refusing(refuse('route.not_found'));
      return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
    });
  }
  return app;
}

/** Whether a page of another site sends it. What is no address at all ("null", say) is nobody's page of ours. */
function isForeign({ headers: { origin, host } }: FastifyRequest, own: string | undefined): boolean {
  if (origin === undefined || origin === own) return false;
  if (!URL.canParse(origin)) return true;
  const from = new URL(origin);
  const here = `${from.protocol}//${host}`; // a port that the scheme implies may be written or not
  return !URL.canParse(here) || new URL(here).host !== from.host;
}

/** A fault of ours: logged with an id, and only the id is told. */
function ours(o: ServerOptions, error: Error, request: FastifyRequest): Refusal {
  const id = newId();
  o.log?.({ id, error: error.stack ?? String(error), route: `${request.method} ${request.routeOptions.url ?? request.url}` });
  return refuse('fault.internal', { id });
}
