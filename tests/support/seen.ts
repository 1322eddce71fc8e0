import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../packages/engine/ask.ts';
import type { Engine } from '../../packages/engine/engine.ts';
import { newId } from '../../packages/engine/ids.ts';

/** What the tests have made happen: transitions of charts, found in the database, and refusals that commands answered with. */
export type Seen = { readonly transitions: readonly string[]; readonly refusals: readonly string[] };
export const transition = (procedure: string, state: string, event: string): string => `${procedure}: ${state} — ${event}`;

/** Notes refusals as they come, and at the end every transition that the house's events took. Kept where TONGTU_SEEN says. */
export class Noting {
  readonly #refusals = new Set<string>();
  note(result: Result): void {
    if (!result.accepted) for (const r of result.refusals) this.#refusals.add(r.refused);
    else for (const w of [...result.warnings.map((x) => x.refused), ...result.findings]) this.#refusals.add(w);
  }
  async keep(engine: Engine, ownerUrl: string): Promise<void> {
    const folder = process.env.TONGTU_SEEN;
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    const seen: Seen = { transitions: await transitionsIn(engine, ownerUrl), refusals: [...this.#refusals] };
    writeFileSync(join(folder, `${newId()}.json`), JSON.stringify(seen));
  }
}

async function transitionsIn(engine: Engine, ownerUrl: string): Promise<string[]> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ stream: string; procedure: string; type: string }>(
    'select e.stream_id as stream, c.procedure, e.type from event e join case_file c on c.id = e.stream_id order by e.stream_id, e.seq',
  );
  await client.end();
  const found = new Set<string>();
  let at: { stream: string; state: string } | undefined;
  for (const { stream, procedure, type } of rows) {
    const { def } = engine.procedures.get(procedure)!.chart;
    if (at?.stream !== stream) {
      at = { stream, state: def.initial };
      continue;
    }
    const states = def.states as Readonly<Record<string, { readonly on?: Readonly<Record<string, { readonly to: string }>> }>>;
    const next = states[at.state]?.on?.[type];
    if (!next) continue; // an event of the house has a place everywhere and moves nothing
    found.add(transition(procedure, at.state, type));
    at = { stream, state: next.to };
  }
  return [...found];
}

export function allSeen(folder: string): Seen {
  const parts = readdirSync(folder).map((f) => JSON.parse(readFileSync(join(folder, f), 'utf8')) as Seen);
  return { transitions: parts.flatMap((p) => p.transitions), refusals: parts.flatMap((p) => p.refusals) };
}
