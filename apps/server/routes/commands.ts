import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Wired } from '../../../packages/engine/procedure.ts';
import { previewCommand, runCommand } from '../../../packages/engine/run-command.ts';
import type { Refusal } from '../../../packages/kernel/refusal.ts';
import { askOf, askSchema } from '../command-ask.ts';
import { Refusing, refuseWith, tell } from '../problem.ts';
import { accepted, preview } from '../schemas.ts';
import { readerOf, type Served, visitorOf } from './context.ts';

const previewBody = {
  type: 'object',
  additionalProperties: false,
  properties: { case: { type: 'string', format: 'uuid' }, input: { type: 'object' }, recorded: { type: 'object' } },
};

/** One route a command, its schema derived from the declaration. The engine itself reads the input, so that every fault is told at its field. */
export function commandRoutes(app: FastifyInstance, served: Served): void {
  const { engine } = served;
  const open = new Map([...engine.commands].filter(([, { wired }]) => !wired.system && !wired.unrouted));
  for (const { wired, procedure } of open.values()) {
    const { command } = wired;
    app.post(
      `/api/commands/${command.name}`,
      {
        schema: {
          operationId: command.name,
          tags: [procedure ?? 'house'],
          summary: command.name,
          description: `action ${command.action}; may refuse: ${command.refuses.join(', ') || '—'}`,
          response: { 200: accepted },
        },
        config: { openapiBody: askSchema(wired) },
      },
      (request) => run(request, wired),
    );
  }

  // What a command would do with this input: the same decision, nothing written. Forms ask it while they are filled in.
  app.post<{ Params: { command: string } }>(
    '/api/previews/:command',
    {
      schema: {
        operationId: 'preview',
        params: { type: 'object', required: ['command'], properties: { command: { type: 'string' } } },
        response: { 200: preview },
      },
      config: { openapiBody: previewBody },
    },
    async (request) => {
      const visitor = await visitorOf(request, served);
      const { wired } = open.get(request.params.command) ?? refuseWith('command.unknown', { command: request.params.command });
      const found = await previewCommand(engine, visitor, askOf(wired, request.body, 'preview'));
      const say = (list: readonly Refusal[]) => list.map((x) => tell(engine, x, readerOf(request)));
      const { refusals, warnings, findings, happens } = found;
      return {
        refusals: say(refusals),
        warnings: say(warnings),
        findings: say(findings),
        happens: happens.map(({ event, data }) => ({ event, data })),
      };
    },
  );

  async function run(request: FastifyRequest, wired: Wired) {
    const visitor = await visitorOf(request, served);
    const result = await runCommand(engine, visitor, askOf(wired, request.body, 'send'));
    if (!result.accepted) throw new Refusing(...result.refusals);
    return { ...result, warnings: result.warnings.map((w) => tell(engine, w, readerOf(request))) };
  }
}
