import type { Refusal } from '../kernel/refusal.ts';
import type { Ask, Asker, Result } from './ask.ts';
import { lookAt } from './database.ts';
import type { Engine } from './engine.ts';
import { runCommand } from './run-command.ts';

/** A script ran a command that has to be accepted, and it was not. */
export class MustBeAccepted extends Error {
  readonly ask: Ask;
  readonly refusals: readonly Refusal[];
  constructor(ask: Ask, refusals: readonly Refusal[]) {
    super(`${ask.command} was refused: ${JSON.stringify(refusals)}`);
    this.ask = ask;
    this.refusals = refusals;
  }
}

export type Made = { readonly case: string; readonly made: Record<string, unknown>; readonly events: readonly string[] };

/** Runs a command in a script; the first event's data says which ids it made. Throws where it is refused. */
export async function must(engine: Engine, asker: Asker, ask: Ask): Promise<Made> {
  return await madeBy(engine, asker, { ask, result: await runCommand(engine, asker, ask) });
}

/** What an accepted command made. Throws where it was refused. */
export async function madeBy(engine: Engine, asker: Asker, { ask, result }: { readonly ask: Ask; readonly result: Result }): Promise<Made> {
  if (!result.accepted) throw new MustBeAccepted(ask, result.refusals);
  const [first] = result.events;
  const { body } = await lookAt(engine.database, asker.institution, (db) =>
    db.selectFrom('event').where('stream_id', '=', first!.stream).where('seq', '=', first!.seq).select('body').executeTakeFirstOrThrow(),
  );
  return {
    case: result.case,
    made: (JSON.parse(body) as { data: Record<string, unknown> }).data,
    events: result.events.map((e) => e.type),
  };
}
