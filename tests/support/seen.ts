import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../packages/engine/ask.ts';
import type { Engine } from '../../packages/engine/engine.ts';
import { newId } from '../../packages/engine/ids.ts';
import { next } from '../../packages/kernel/chart.ts';
import { asOwner } from './stored.ts';

/**
 * What the tests have made happen, found in the database: steps of charts, and events by the command that brought them;
 * and what commands were refused with (or warned of): by the command, and by the code alone.
 */
export type Seen = { readonly happened: readonly string[]; readonly refused: readonly string[] };
export const begun = (procedure: string, event: string): string => `${procedure}: ${event}`;
export const transition = (procedure: string, state: string, event: string): string => `${procedure}: ${state} — ${event}`;
export const brought = (command: string, event: string): string => `${command} brings ${event}`;
export const refusal = (command: string, code: string): string => (command === '' ? code : `${command}: ${code}`);

/** Notes refusals as they come, and at the end everything that the house's events did. Kept where TONGTU_SEEN says. */
export class Noting {
  readonly #refused = new Set<string>();
  note(command: string, result: Result): void {
    // A finding is no refusal by its command: what is unmet has to refuse an act somewhere too.
    for (const { refused } of result.accepted ? result.warnings : result.refusals)
      this.#refused.add(refusal(command, refused)).add(refusal('', refused));
    for (const code of result.accepted ? result.findings : []) this.#refused.add(refusal('', code));
  }
  async keep(engine: Engine, ownerUrl: string): Promise<void> {
    const folder = process.env.TONGTU_SEEN;
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    const seen: Seen = { happened: await happenedIn(engine, ownerUrl), refused: [...this.#refused] };
    writeFileSync(join(folder, `${newId()}.json`), JSON.stringify(seen));
  }
}

type Happened = { readonly stream: string; readonly procedure: string; readonly type: string; readonly command: string };
async function happenedIn(engine: Engine, ownerUrl: string): Promise<string[]> {
  const { rows } = await asOwner(ownerUrl, (client) =>
    client.query<Happened>(
      'select e.stream_id as stream, c.procedure, e.type, e.command from event e join case_file c on c.id = e.stream_id order by e.stream_id, e.seq',
    ),
  );
  const found = new Set<string>();
  let at: { readonly stream: string; readonly state: string } | undefined;
  for (const { stream, procedure, type, command } of rows) {
    const { chart } = engine.procedures.get(procedure)!;
    found.add(brought(command, type));
    if (at?.stream !== stream) {
      found.add(begun(procedure, type));
      at = { stream, state: chart.def.initial };
      continue;
    }
    const step = next(chart, at.state, type);
    if (!step) continue; // an event of the house has a place everywhere and moves nothing
    found.add(transition(procedure, at.state, type));
    at = { stream, state: step.to };
  }
  return [...found];
}

export function allSeen(folder: string): Seen {
  const parts = readdirSync(folder).map((f) => JSON.parse(readFileSync(join(folder, f), 'utf8')) as Seen);
  return { happened: parts.flatMap((p) => p.happened), refused: parts.flatMap((p) => p.refused) };
}
