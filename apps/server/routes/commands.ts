import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Ask, type Result, recordedFields } from '../../../packages/engine/ask.ts';
import { previewCommand, runCommand } from '../../../packages/engine/run-command.ts';
import { recordSchema } from '../../../packages/kernel/field-schema.ts';
import type { Refusal } from '../../../packages/kernel/refusal.ts';
import { Refusing, refuseWith, tell } from '../problem.ts';
import { accepted, preview, problem } from '../schemas.ts';
import { languageOf, type Served, visitorOf } from './context.ts';

type CommandBody = Omit<Ask, 'command'>;

/** One route a command, its schema derived from the declaration. The engine itself reads the input, so that every fault is told at its field. */
export function commandRoutes(app: FastifyInstance, served: Served): void {
  const { engine } = served;
  for (const { wired, procedure } of engine.commands.values()) {
    if (wired.system || wired.unrouted) continue;
    const { command } = wired;
    const body = {
      type: 'object',
      properties: {
        ...(wired.opens === 'root' ? {} : { case: { type: 'string', format: 'uuid', description: 'the case it acts on' } }),
        input: recordSchema(command.input.shape),
        key: { type: 'string', maxLength: 80, description: 'the same key asks the same thing once' },
        seen: { type: 'integer', description: 'the last event seen of the case' },
        ...(command.recordable ? { recorded: recordSchema(recordedFields.shape) } : {}),
      },
    };
    app.post<{ Body: CommandBody }>(
      `/api/commands/${command.name}`,
      {
        schema: {
          operationId: command.name,
          tags: [procedure ?? 'house'],
          summary: command.name,
          description: `action ${command.action}; may refuse: ${command.refuses.join(', ') || '—'}`,
          response: { 200: accepted, 422: problem },
        },
        config: { openapiBody: body },
      },
      (request) => run(request, served, command.name),
    );
  }

  // What a command would do with this input: the same decision, nothing written. Forms ask it while they are filled in.
  app.post<{ Body: CommandBody; Params: { command: string } }>(
    '/api/previews/:command',
    {
      schema: {
        operationId: 'preview',
        params: { type: 'object', required: ['command'], properties: { command: { type: 'string' } } },
        body: { type: 'object', properties: { case: { type: 'string' }, input: { type: 'object' }, recorded: { type: 'object' } } },
        response: { 200: preview },
      },
    },
    async (request) => {
      const visitor = await visitorOf(request, served);
      if (engine.commands.get(request.params.command)?.wired.unrouted)
        return refuseWith('command.unknown', { command: request.params.command });
      const { case: on, input, recorded } = request.body;
      const found = await previewCommand(engine, visitor, {
        command: request.params.command,
        input,
        ...(on ? { case: on } : {}),
        ...(recorded ? { recorded } : {}),
      });
      const say = (list: readonly Refusal[]) => list.map((x) => tell(engine, x, languageOf(request)));
      const { refusals, warnings, findings, happens } = found;
      return {
        refusals: say(refusals),
        warnings: say(warnings),
        findings: say(findings),
        happens: happens.map(({ event, data }) => ({ event, data })),
      };
    },
  );

  async function run(request: FastifyRequest<{ Body: CommandBody }>, s: Served, command: string) {
    const visitor = await visitorOf(request, s);
    const { case: on, input, key, seen, recorded } = request.body ?? {};
    const result: Result = await runCommand(engine, visitor, {
      command,
      input,
      ...(typeof on === 'string' ? { case: on } : {}),
      ...(typeof key === 'string' ? { key: key.slice(0, 80) } : {}),
      ...(typeof seen === 'number' ? { seen } : {}),
      ...(recorded ? { recorded } : {}),
    });
    if (!result.accepted) throw new Refusing(...result.refusals);
    return { ...result, warnings: result.warnings.map((w) => tell(engine, w, languageOf(request))) };
  }
}
